package vn.motcua.intake.person;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SealedAnswersTest {
    private final SealedAnswers answers = new SealedAnswers(new PersonVault(new byte[32]));

    @Test
    void an_answer_is_kept_unreadable_and_given_as_it_was() {
        String body = "{\"pin\":\"482913\",\"owner\":\"Quàng Thị Vui\"}";
        assertThat(answers.keep(body)).doesNotContain("482913", "Vui");
        assertThat(answers.give(answers.keep(body))).isEqualTo(body);
    }

    @Test
    void an_answer_kept_before_answers_were_sealed_is_given_too() {
        assertThat(answers.give("{\"id\":\"1\"}")).isEqualTo("{\"id\":\"1\"}");
    }
}
