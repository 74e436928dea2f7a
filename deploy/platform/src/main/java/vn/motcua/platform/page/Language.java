package vn.motcua.platform.page;

import vn.motcua.platform.problem.ProblemTexts;

import java.util.List;
import java.util.Locale;

/** The language of a page: asked for in the link, else preferred by the browser, else Vietnamese. */
public final class Language {
    private Language() {}

    /**
     * @param asked the {@code lang} of the query, or null
     * @param acceptable {@code HttpHeaders.getAcceptableLanguages()}
     * @return {@code vi} or {@code en}
     */
    public static String of(String asked, List<Locale> acceptable) {
        if ("vi".equals(asked) || "en".equals(asked)) {
            return asked;
        }
        return ProblemTexts.locale(acceptable).getLanguage();
    }
}
