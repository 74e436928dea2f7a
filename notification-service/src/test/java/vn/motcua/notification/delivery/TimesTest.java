package vn.motcua.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.motcua.platform.clock.LegalTime;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;

/** Quiet hours and the waits between tries. */
class TimesTest {

    private static Instant legal(String local) {
        return LocalDateTime.parse(local).atZone(LegalTime.ZONE).toInstant();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-23T06:59:59, 2026-11-23T07:00",
        "2026-11-23T07:00, 2026-11-23T07:00",
        "2026-11-23T12:00, 2026-11-23T12:00",
        "2026-11-23T20:59:59, 2026-11-23T20:59:59",
        "2026-11-23T21:00, 2026-11-24T07:00",
        "2026-12-31T23:59, 2027-01-01T07:00",
        "2026-11-24T00:00, 2026-11-24T07:00"
    })
    void no_phone_rings_between_nine_in_the_evening_and_seven_in_the_morning(String at, String allowed) {
        assertThat(QuietHours.USUAL.after(legal(at))).isEqualTo(legal(allowed));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-23T10:00, PT1H, 2026-11-23T11:00",
        "2026-11-23T20:30, PT1H, 2026-11-24T07:30",
        "2026-11-23T20:00, PT1H, 2026-11-23T21:00",
        "2026-11-23T23:00, PT1H, 2026-11-24T08:00",
        "2026-11-23T20:30, PT15H, 2026-11-25T07:30"
    })
    void patience_runs_only_while_something_may_ring(String from, Duration patience, String over) {
        assertThat(QuietHours.USUAL.plus(legal(from), patience)).isEqualTo(legal(over));
    }

    @Test
    void quiet_hours_that_do_not_go_over_midnight_are_refused() {
        assertThatThrownBy(() -> new QuietHours(LocalTime.of(1, 0), LocalTime.of(7, 0)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void each_try_waits_longer_up_to_half_an_hour_and_never_all_at_once() {
        for (int attempts = 1; attempts < 40; attempts++) {
            Duration shortest = Backoff.after(attempts, 0);
            Duration longest = Backoff.after(attempts, 1);
            assertThat(shortest).isPositive().isLessThan(longest);
            assertThat(longest).isLessThanOrEqualTo(Duration.ofMinutes(30));
            assertThat(Backoff.after(attempts + 1, 0)).isGreaterThanOrEqualTo(shortest);
        }
        assertThat(Backoff.after(1, 1)).isEqualTo(Duration.ofSeconds(10));
        assertThat(Backoff.after(30, 1)).isEqualTo(Duration.ofMinutes(30));
    }

    @Test
    void only_what_rings_keeps_quiet_and_can_be_stopped() {
        assertThat(ChannelKind.PORTAL.rings()).isFalse();
        assertThat(ChannelKind.WEBHOOK.rings()).isFalse();
        assertThat(ChannelKind.SMS.rings()).isTrue();
        assertThat(ChannelKind.EMAIL.rings()).isTrue();
    }

    @Test
    void an_address_and_a_parcel_show_nothing_in_a_log() {
        assertThat(new Address("0912345678", "vui@example.vn").toString()).doesNotContain("0912", "vui");
        assertThat(Address.written("buu-cuc@example.vn")).isEqualTo(new Address(null, "buu-cuc@example.vn"));
        assertThat(Address.written("0212345678")).isEqualTo(new Address("0212345678", null));
        assertThat(Address.written(null)).isEqualTo(Address.NONE);
    }
}
