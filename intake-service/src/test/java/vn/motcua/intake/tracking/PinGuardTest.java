package vn.motcua.intake.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Duration;

class PinGuardTest {
    @Test
    void three_tries_are_free_then_slowed_then_locked_for_an_hour_at_most() {
        assertThat(PinGuard.waitAfter(1)).isZero();
        assertThat(PinGuard.waitAfter(2)).isZero();
        assertThat(PinGuard.waitAfter(3)).isEqualTo(Duration.ofSeconds(5));
        assertThat(PinGuard.waitAfter(4)).isEqualTo(Duration.ofSeconds(30));
        assertThat(PinGuard.waitAfter(5)).isEqualTo(Duration.ofMinutes(15));
        assertThat(PinGuard.waitAfter(6)).isEqualTo(Duration.ofMinutes(30));
        assertThat(PinGuard.waitAfter(7)).isEqualTo(Duration.ofHours(1));
        assertThat(PinGuard.waitAfter(10_000)).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void a_reference_is_found_however_it_was_written_down() {
        assertThat(OpenTracking.readable(" o7b2 k9-lmi1\0 ")).isEqualTo("07B2K91M11");
        assertThat(OpenTracking.readable("h52.712.00-261124-0007")).isEqualTo("H52.712.00-261124-0007");
    }
}
