package vn.motcua.intake.wording;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.motcua.intake.deadline.Limit;
import vn.motcua.intake.deadline.LimitUnit;
import vn.motcua.intake.dossier.Stage;

import java.util.Locale;
import java.util.ResourceBundle;

class WordsTest {
    @ParameterizedTest
    @EnumSource(Stage.class)
    void every_stage_has_words_in_both_languages(Stage stage) {
        assertThat(Words.stage(stage.name(), "vi")).isNotEqualTo(stage.name());
        assertThat(Words.stage(stage.name(), "en")).isNotEqualTo(stage.name());
    }

    @ParameterizedTest
    @EnumSource(LimitUnit.class)
    void every_limit_has_words_in_both_languages(LimitUnit unit) {
        assertThat(Words.limit(Limit.of(3, unit), "vi")).doesNotContain("_", "{");
        assertThat(Words.limit(Limit.of(3, unit), "en")).doesNotContain("_", "{");
    }

    @Test
    void both_languages_know_the_same_codes() {
        assertThat(ResourceBundle.getBundle("words", Locale.forLanguageTag("vi"))
                        .keySet())
                .isEqualTo(ResourceBundle.getBundle("words", Locale.ENGLISH).keySet());
    }

    @Test
    void a_code_without_words_is_shown_as_it_is_and_nothing_stays_nothing() {
        assertThat(Words.reason("A_CODE_OF_LATER", "vi")).isEqualTo("A_CODE_OF_LATER");
        assertThat(Words.reason(null, "vi")).isNull();
        assertThat(Words.department("office", "en")).isEqualTo("Office of the People's Council and People's Committee");
    }
}
