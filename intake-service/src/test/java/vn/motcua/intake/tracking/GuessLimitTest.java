package vn.motcua.intake.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

class GuessLimitTest {
    private static final String HOME = "203.0.113.7";

    private Instant now = Instant.parse("2026-11-24T02:00:00Z");
    private final GuessLimit limit = new GuessLimit(20, new Clock() {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    });

    @Test
    void twenty_wrong_tries_are_free_then_slowed_then_locked() {
        wrong(20);
        assertThat(limit.begin(HOME)).isEqualTo(Duration.ofSeconds(10));
        for (int i = 0; i < 5; i++) {
            now = now.plusSeconds(10);
            wrong(1);
        }
        assertThat(limit.begin(HOME)).isEqualTo(Duration.ofMinutes(15));
        now = now.plus(Duration.ofMinutes(15));
        wrong(1);
        assertThat(limit.begin(HOME)).isEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void an_address_does_not_make_another_wait() {
        wrong(20);
        assertThat(limit.begin("203.0.113.8")).isNull();
    }

    @Test
    void right_tries_cost_nothing_and_buy_nothing() {
        for (int i = 0; i < 100; i++) {
            wrong(1);
            limit.right(HOME);
        }
        wrong(19);
        assertThat(limit.begin(HOME)).isNull();
        limit.right(HOME);
        assertThat(limit.begin(HOME)).isNull();
        assertThat(limit.begin(HOME)).isNotNull();
    }

    @Test
    void after_an_hour_of_peace_all_is_forgotten() {
        wrong(20);
        now = now.plus(Duration.ofHours(1)).plusSeconds(1);
        wrong(19);
        assertThat(limit.begin(HOME)).isNull();
    }

    @Test
    void a_network_of_ipv6_is_one_address() {
        for (int i = 0; i < 20; i++) {
            assertThat(limit.begin("2001:db8:1:2:3:4:5:" + i)).isNull();
        }
        assertThat(limit.begin("2001:db8:1:2:ffff::1")).isNotNull();
        assertThat(limit.begin("2001:db8:1:3::1")).isNull();
    }

    @Test
    void free_tries_do_not_wait_whatever_the_clock_does() {
        wrong(1);
        now = now.minusSeconds(60);
        wrong(1);
    }

    private void wrong(int times) {
        for (int i = 0; i < times; i++) {
            assertThat(limit.begin(HOME)).isNull();
        }
    }
}
