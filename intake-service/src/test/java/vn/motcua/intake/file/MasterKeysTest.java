package vn.motcua.intake.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.UUID;

class MasterKeysTest {
    private static final UUID DOSSIER = UUID.fromString("00000000-0000-4000-8000-000000000001");
    private static final String FIRST = key(1);
    private static final String SECOND = key(2);

    private static String key(int seed) {
        byte[] bytes = new byte[32];
        new Random(seed).nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }

    @Test
    void a_former_key_opens_and_the_current_one_wraps() {
        MasterKeys before = new MasterKeys("1", FIRST, List.of());
        byte[] data = before.newDataKey();
        byte[] wrapped = before.wrap(DOSSIER, data);
        MasterKeys after = new MasterKeys("2", SECOND, List.of("1=" + FIRST));
        assertThat(after.current()).isEqualTo("2");
        assertThat(after.unwrap(DOSSIER, "1", wrapped)).isEqualTo(data);
        assertThat(after.unwrap(DOSSIER, "2", after.wrap(DOSSIER, data))).isEqualTo(data);
    }

    @Test
    void a_wrap_opens_for_its_dossier_with_its_key_alone() {
        MasterKeys keys = new MasterKeys("1", FIRST, List.of("0=" + SECOND));
        byte[] wrapped = keys.wrap(DOSSIER, keys.newDataKey());
        assertThatThrownBy(() -> keys.unwrap(UUID.randomUUID(), "1", wrapped))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> keys.unwrap(DOSSIER, "0", wrapped)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> keys.unwrap(DOSSIER, "3", wrapped)).hasMessageContaining("not configured");
        wrapped[20] ^= 1;
        assertThatThrownBy(() -> keys.unwrap(DOSSIER, "1", wrapped)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_key_of_another_length_stops_the_start() {
        assertThatThrownBy(() -> new MasterKeys("1", "c2hvcnQ=", List.of())).hasMessageContaining("32 bytes");
        assertThatThrownBy(() -> new MasterKeys("1", FIRST, List.of("0"))).hasMessageContaining("32 bytes");
    }
}
