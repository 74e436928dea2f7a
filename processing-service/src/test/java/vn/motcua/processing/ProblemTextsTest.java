package vn.motcua.processing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.Locale;
import java.util.ResourceBundle;

class ProblemTextsTest {
    @Test
    void every_problem_has_a_title_in_both_languages() {
        for (Locale locale : new Locale[] {Locale.forLanguageTag("vi"), Locale.ENGLISH}) {
            ResourceBundle texts = ResourceBundle.getBundle("problems", locale);
            for (ProcessingProblem problem : ProcessingProblem.values()) {
                assertThat(texts.getString(problem.slug() + ".title")).isNotBlank();
            }
        }
    }
}
