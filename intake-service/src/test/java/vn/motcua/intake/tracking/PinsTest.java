package vn.motcua.intake.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vn.motcua.intake.person.PersonVault;

class PinsTest {
    private final Pins pins = new Pins(new PersonVault(new byte[32]));

    @Test
    void a_pin_has_six_digits_and_fits_its_own_hash_only() {
        Pin pin = pins.newPin();
        assertThat(pin.plain()).matches("\\d{6}");
        assertThat(pins.matches(" " + pin.plain() + " ", pin.hash())).isTrue();
        String other = pin.plain().equals("000000") ? "000001" : "000000";
        assertThat(pins.matches(other, pin.hash())).isFalse();
    }

    @Test
    void neither_the_hash_nor_a_printed_pin_gives_it_away() {
        Pin pin = pins.newPin();
        assertThat(pin.hash()).doesNotContain(pin.plain());
        assertThat(pin.toString()).doesNotContain(pin.plain()).doesNotContain(pin.hash());
    }

    @Test
    void a_stolen_hash_cannot_be_guessed_without_the_key() {
        Pin pin = pins.newPin();
        byte[] otherKey = new byte[32];
        otherKey[0] = 1;
        assertThat(new Pins(new PersonVault(otherKey)).matches(pin.plain(), pin.hash()))
                .isFalse();
    }

    @Test
    void nothing_and_malformed_hashes_fit_nothing() {
        assertThat(pins.matches(null, pins.newPin().hash())).isFalse();
        assertThat(pins.matches("123456", null)).isFalse();
        assertThat(pins.matches("123456", "plain$123456")).isFalse();
    }
}
