package vn.motcua.processing.shadow;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.processing.shadow.Sync.CONFLICT;
import static vn.motcua.processing.shadow.Sync.IN_SYNC;
import static vn.motcua.processing.shadow.Sync.LAGGING;
import static vn.motcua.processing.shadow.Sync.PARKED;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;

class SyncTest {
    private static final Instant TAKEN = Instant.parse("2026-11-23T01:00:00Z");
    private static final Instant HEARD = Instant.parse("2026-11-23T02:00:00Z");
    private static final Instant LATER = Instant.parse("2026-11-23T02:30:00Z");
    private static final Duration SILENCE = Duration.ofMinutes(30);

    @Test
    void it_lags_from_the_instant_on_that_its_system_was_silent_too_long() {
        assertThat(at(false, null, null, LATER)).isEqualTo(new Sync.Standing(IN_SYNC, TAKEN));
        assertThat(at(false, null, null, LATER.plusMillis(1))).isEqualTo(new Sync.Standing(LAGGING, LATER));
    }

    @Test
    void of_what_is_over_nothing_more_is_to_be_heard() {
        assertThat(at(true, null, null, LATER.plusSeconds(9999)).sync()).isEqualTo(IN_SYNC);
    }

    @Test
    void the_gravest_is_said() {
        Instant much = LATER.plusSeconds(9999);
        assertThat(at(false, HEARD, null, much)).isEqualTo(new Sync.Standing(CONFLICT, HEARD));
        assertThat(at(true, HEARD, LATER, much)).isEqualTo(new Sync.Standing(PARKED, LATER));
    }

    private static Sync.Standing at(boolean over, Instant conflictAt, Instant parkedAt, Instant now) {
        return Sync.of(over, TAKEN, conflictAt, parkedAt, HEARD, SILENCE, now);
    }
}
