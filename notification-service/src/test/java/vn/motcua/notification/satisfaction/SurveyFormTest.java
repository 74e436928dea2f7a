package vn.motcua.notification.satisfaction;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.List;

class SurveyFormTest {

    private static SurveyForm marked(String mark) {
        SurveyForm form = new SurveyForm();
        form.mark = mark;
        return form;
    }

    @Test
    void one_mark_is_enough() {
        SurveyForm form = marked("4");
        assertThat(form.wrong()).isEmpty();
        assertThat(form.answer())
                .isEqualTo(new Answer(4, Arrays.asList(null, null, null, null, null), java.util.Set.of(), null));
        assertThat(form.answer().low()).isFalse();
        assertThat(marked("2").answer().low()).isTrue();
        assertThat(marked("3").answer().low()).isFalse();
    }

    @Test
    void what_is_no_mark_no_reason_or_too_long_is_named() {
        for (String mark : new String[] {null, "", "0", "6", "4.5", "x", "11"}) {
            assertThat(marked(mark).wrong()).containsExactly("mark");
        }
        SurveyForm form = marked("5");
        form.step3 = "7";
        form.words = "a".repeat(1001);
        form.reason = List.of("FAST", "RUDE");
        assertThat(form.wrong()).containsExactly("step", "words", "reason");
        form.words = "a\0b";
        assertThat(form.wrong()).contains("words");
        form.reason = List.of("FAST", "SLOW");
        form.step3 = "";
        form.words = " " + "a".repeat(1000) + " ";
        assertThat(form.wrong()).isEmpty();
        assertThat(form.answer().words()).hasSize(1000);
        assertThat(form.answer().reasons()).containsExactly(Reason.FAST, Reason.SLOW);
    }
}
