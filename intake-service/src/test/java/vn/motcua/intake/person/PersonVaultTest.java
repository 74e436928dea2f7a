package vn.motcua.intake.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

class PersonVaultTest {
    private final PersonVault vault = new PersonVault(new byte[32]);

    @Test
    void what_is_sealed_opens_again_and_looks_different_every_time() {
        byte[] once = vault.seal("014199001123");
        byte[] again = vault.seal("014199001123");
        assertThat(vault.open(once)).isEqualTo("014199001123");
        assertThat(again).isNotEqualTo(once);
        assertThat(new String(once, StandardCharsets.ISO_8859_1)).doesNotContain("014199001123");
    }

    @Test
    void an_altered_cut_or_foreign_seal_does_not_open() {
        byte[] sealed = vault.seal("014199001123");
        byte[] altered = sealed.clone();
        altered[sealed.length - 1] ^= 1;
        assertThatThrownBy(() -> vault.open(altered)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> vault.open(Arrays.copyOf(sealed, 10))).isInstanceOf(IllegalArgumentException.class);
        byte[] otherKey = new byte[32];
        otherKey[0] = 1;
        assertThatThrownBy(() -> new PersonVault(otherKey).open(sealed)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_key_of_another_length_is_refused() {
        assertThatThrownBy(() -> new PersonVault(new byte[16])).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_blind_index_finds_a_number_however_it_was_typed() {
        assertThat(vault.blindIndex("014 199.001-123"))
                .isEqualTo(vault.blindIndex("014199001123"))
                .isNotEqualTo(vault.blindIndex("014199001124"))
                .hasSize(32);
        assertThat(vault.blindIndex(" b1234567 ")).isEqualTo(vault.blindIndex("B1234567"));
    }

    @Test
    void nothing_stays_nothing() {
        assertThat(vault.seal(null)).isNull();
        assertThat(vault.open(null)).isNull();
        assertThat(vault.blindIndex(null)).isNull();
        assertThat(vault.mask(null, PersonField.PHONE)).isNull();
    }
}
