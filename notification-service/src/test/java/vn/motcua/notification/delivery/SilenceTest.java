package vn.motcua.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

class SilenceTest {
    private final AtomicLong now = new AtomicLong();
    private final Silence silence = new Silence(Duration.ofSeconds(2), Duration.ofSeconds(7), now::get);

    @Test
    void two_answers_that_are_lost_are_an_accident_and_three_in_a_row_are_none() {
        assertThat(lost()).isFalse();
        assertThat(lost()).isFalse();
        assertThat(silence.mayAsk()).isTrue();
        silence.answered();
        silence.over();
        assertThat(lost()).isFalse();
        assertThat(lost()).isFalse();
        assertThat(lost()).isTrue();
        assertThat(silence.mayAsk()).isFalse();
        assertThat(silence.lasts()).isTrue();
    }

    @Test
    void who_was_silent_is_asked_one_at_a_time_after_a_pause_that_doubles_up_to_the_longest() {
        for (int i = 0; i < Silence.NO_ACCIDENT; i++) {
            lost();
        }
        for (long seconds : new long[] {2, 4, 7, 7}) {
            now.addAndGet(Duration.ofSeconds(seconds).toNanos() - 1);
            assertThat(silence.mayAsk()).as("before %d s", seconds).isFalse();
            now.addAndGet(1);
            assertThat(silence.mayAsk()).as("after %d s", seconds).isTrue();
            assertThat(silence.mayAsk()).as("while one is asked").isFalse();
            assertThat(silence.lost()).as("told once").isFalse();
            silence.over();
        }
    }

    @Test
    void one_answer_ends_it_and_a_question_that_was_not_asked_leaves_the_turn_to_the_next() {
        for (int i = 0; i < Silence.NO_ACCIDENT; i++) {
            lost();
        }
        now.addAndGet(Duration.ofSeconds(2).toNanos());
        assertThat(silence.mayAsk()).isTrue();
        silence.over();
        assertThat(silence.mayAsk()).isTrue();
        silence.answered();
        silence.over();
        assertThat(silence.mayAsk()).isTrue();
        assertThat(silence.mayAsk()).isTrue();
    }

    private boolean lost() {
        assertThat(silence.mayAsk()).isTrue();
        boolean told = silence.lost();
        silence.over();
        return told;
    }
}
