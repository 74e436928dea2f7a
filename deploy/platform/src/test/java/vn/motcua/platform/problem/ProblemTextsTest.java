package vn.motcua.platform.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Locale;

class ProblemTextsTest {
    @Test
    void every_shared_problem_has_a_title_in_both_languages() {
        for (Problems each : Problems.values()) {
            for (String language : List.of("vi", "en")) {
                assertThat(ProblemTexts.text(each.slug() + ".title", Locale.forLanguageTag(language)))
                        .as(each.slug() + " in " + language)
                        .isNotBlank();
            }
        }
    }

    @Test
    void vietnamese_is_the_language_where_nothing_else_is_asked_for() {
        assertThat(ProblemTexts.locale(List.of()).getLanguage()).isEqualTo("vi");
        assertThat(ProblemTexts.locale(List.of(Locale.FRENCH)).getLanguage()).isEqualTo("vi");
        assertThat(ProblemTexts.locale(List.of(Locale.US)).getLanguage()).isEqualTo("en");
        assertThat(ProblemTexts.locale(List.of(Locale.forLanguageTag("vi-VN"), Locale.US))
                        .getLanguage())
                .isEqualTo("vi");
    }
}
