package vn.motcua.processing.verification;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

class GuessLimitTest {
    private Instant now = Instant.parse("2026-11-26T03:00:00Z");
    private final GuessLimit limit = new GuessLimit(3, new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    });

    @Test
    void some_wrong_codes_are_free_then_each_waits_then_the_address_is_locked() {
        limit.wrong("10.0.0.1");
        limit.wrong("10.0.0.1");
        assertThat(limit.wait("10.0.0.1")).isZero();
        limit.wrong("10.0.0.1");
        assertThat(limit.wait("10.0.0.1")).isEqualTo(Duration.ofSeconds(10));
        for (int i = 0; i < 5; i++) {
            limit.wrong("10.0.0.1");
        }
        assertThat(limit.wait("10.0.0.1")).isEqualTo(Duration.ofMinutes(15));
        assertThat(limit.wait("10.0.0.2")).isZero();
    }

    @Test
    void an_hour_of_peace_forgets_and_an_ipv6_network_is_one_address() {
        for (int i = 0; i < 3; i++) {
            limit.wrong("2001:db8:1:2:3:4:5:6");
        }
        assertThat(limit.wait("2001:db8:1:2:9:9:9:9")).isPositive();
        now = now.plus(Duration.ofMinutes(61));
        limit.wrong("2001:db8:1:2::1");
        assertThat(limit.wait("2001:db8:1:2::1")).isZero();
    }
}
