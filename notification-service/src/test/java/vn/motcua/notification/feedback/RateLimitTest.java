package vn.motcua.notification.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import vn.motcua.devstack.MovableClock;
import vn.motcua.platform.problem.ProblemException;

import java.time.Duration;

class RateLimitTest {
    private final MovableClock clock = new MovableClock();

    @Test
    void one_address_gets_its_share_and_the_next_minute_a_new_one() {
        clock.setLegal("2026-11-24T09:00:10");
        RateLimit limit = new RateLimit(2, 100, clock);
        limit.take("10.0.0.1");
        limit.take("10.0.0.1");

        ProblemException refused = catchThrowableOfType(ProblemException.class, () -> limit.take("10.0.0.1"));

        assertThat(refused.type().status()).isEqualTo(429);
        assertThat(refused.members()).containsEntry("retryAfterSeconds", 50L);
        assertThatCode(() -> limit.take("10.0.0.2")).doesNotThrowAnyException();
        clock.advance(Duration.ofSeconds(50));
        assertThatCode(() -> limit.take("10.0.0.1")).doesNotThrowAnyException();
    }

    @Test
    void all_addresses_together_have_a_limit() {
        clock.setLegal("2026-11-24T09:00");
        RateLimit limit = new RateLimit(10, 2, clock);
        limit.take("a");
        limit.take("b");

        assertThat(catchThrowableOfType(ProblemException.class, () -> limit.take("c")))
                .isNotNull();
    }
}
