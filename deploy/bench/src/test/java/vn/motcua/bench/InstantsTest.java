package vn.motcua.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.SplittableRandom;

class InstantsTest {
    @Test
    void an_instant_is_written_as_the_calendar_says() {
        DateTimeFormatter expected = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSSx");
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < 20_000; i++) {
            long micros = random.nextLong(-5_000_000_000_000_000L, 9_000_000_000_000_000L);
            OffsetDateTime at = Instant.ofEpochSecond(
                            Math.floorDiv(micros, 1_000_000L), Math.floorMod(micros, 1_000_000L) * 1_000)
                    .atOffset(ZoneOffset.UTC);
            StringBuilder text = new StringBuilder();
            Instants.append(text, micros);
            assertThat(text).hasToString(expected.format(at).replace("Z", "+00"));
            assertThat(Instants.micros(at)).isEqualTo(micros);
        }
    }
}
