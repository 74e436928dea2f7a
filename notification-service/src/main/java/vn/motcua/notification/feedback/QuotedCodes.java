package vn.motcua.notification.feedback;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.motcua.platform.sql.Sql;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Codes and links that a letter quotes from letters of this house: a code is the person's alone, and officers read what they wrote. */
@ApplicationScoped
class QuotedCodes {
    private static final Pattern WORD = Pattern.compile("(?<![0-9A-Za-z])[0-9A-HJKMNP-TV-Z]{10}(?![0-9A-Za-z])");
    private static final Pattern LINK = Pattern.compile("(?<=/x/)[0-9a-hjkmnp-tv-z]{12}(?![0-9A-Za-z])");
    private static final int WORDS_MOST = 100;
    private static final String HIDDEN = "…";

    @Inject
    AgroalDataSource source;

    /** The codes of feedback in a text, in no order. */
    List<String> in(String text) {
        Set<String> words = new LinkedHashSet<>();
        Matcher found = WORD.matcher(text);
        while (found.find() && words.size() < WORDS_MOST) {
            words.add(found.group());
        }
        return words.isEmpty()
                ? List.of()
                : Sql.query(source, "select code from feedback where code = any(?)", row -> row.getString(1), (Object)
                        words.toArray(String[]::new));
    }

    /** The text without them; a number that only looks like one stays. */
    String hidden(String text) {
        String hidden = LINK.matcher(text).replaceAll(HIDDEN);
        for (String code : in(hidden)) {
            hidden = hidden.replace(code, HIDDEN);
        }
        return hidden;
    }
}
