package vn.motcua.devstack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;

class MovableClockTest {

    private final MovableClock clock = new MovableClock();

    @Test
    void a_legal_time_is_that_of_ho_chi_minh_and_stands_still_until_moved() {
        clock.setLegal("2026-11-23T15:01");
        assertThat(clock.instant()).isEqualTo(Instant.parse("2026-11-23T08:01:00Z"));
        clock.advance(Duration.ofHours(1));
        assertThat(clock.instant()).isEqualTo(Instant.parse("2026-11-23T09:01:00Z"));
    }

    @Test
    void after_a_reset_it_runs_with_the_system_clock() {
        clock.set(Instant.EPOCH);
        clock.reset();
        assertThat(Duration.between(clock.instant(), Instant.now()).abs()).isLessThan(Duration.ofSeconds(5));
    }
}
