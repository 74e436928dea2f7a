package vn.motcua.intake.person;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vn.motcua.intake.person.CitizenNumber.Sex;
import vn.motcua.intake.person.CitizenNumber.Warning;

import java.util.Set;

class PersonRulesTest {
    @Test
    void a_number_that_fits_year_and_sex_gives_no_warning() {
        assertThat(CitizenNumber.check("014 199 001 123", 1999, Sex.FEMALE)).isEmpty();
        assertThat(CitizenNumber.check("014205001123", 2005, Sex.MALE)).isEmpty();
        assertThat(CitizenNumber.check("014199001123", null, null)).isEmpty();
    }

    @Test
    void a_year_or_sex_that_differs_is_a_warning() {
        assertThat(CitizenNumber.check("014199001123", 1989, Sex.MALE))
                .containsExactlyInAnyOrder(Warning.YEAR_OF_BIRTH_DIFFERS, Warning.SEX_DIFFERS);
        assertThat(CitizenNumber.check("014299001123", 1999, null)).containsExactly(Warning.YEAR_OF_BIRTH_DIFFERS);
    }

    @Test
    void another_length_is_a_warning_and_never_an_error() {
        assertThat(CitizenNumber.check("050123456", 1999, null)).containsExactly(Warning.FORMER_NINE_DIGITS);
        assertThat(CitizenNumber.check("12ab", null, null)).containsExactly(Warning.NOT_TWELVE_DIGITS);
        assertThat(CitizenNumber.check(null, null, null)).containsExactly(Warning.NOT_TWELVE_DIGITS);
    }

    @Test
    void phones_have_one_spelling() {
        assertThat(Phone.read("+84 912 345 678")).contains("0912345678");
        assertThat(Phone.read("0912.345.678")).contains("0912345678");
        assertThat(Phone.read("(0212) 385-2233")).contains("02123852233");
        assertThat(Phone.isMobile("0912345678")).isTrue();
        assertThat(Phone.isMobile("02123852233")).isFalse();
    }

    @Test
    void what_is_no_phone_of_the_country_is_not_read() {
        assertThat(Phone.read("0112345678")).isEmpty();
        assertThat(Phone.read("12345")).isEmpty();
        assertThat(Phone.read("")).isEmpty();
        assertThat(Phone.read(null)).isEmpty();
    }

    @Test
    void those_who_handle_a_dossier_see_its_people_and_others_see_them_masked() {
        assertThat(Masking.forRoles("014199001123", PersonField.IDENTIFIER, Set.of("reception")))
                .isEqualTo("014199001123");
        assertThat(Masking.forRoles("014199001123", PersonField.IDENTIFIER, Set.of("auditor")))
                .isEqualTo("014 1xx xxx 123");
        assertThat(Masking.forRoles("0912345645", PersonField.PHONE, Set.of("cashier")))
                .isEqualTo("09xx xxx x45");
        assertThat(Masking.forRoles("vui@example.vn", PersonField.EMAIL, Set.of()))
                .isEqualTo("v…@example.vn");
        assertThat(Masking.forRoles("Bản Nong", PersonField.ADDRESS, Set.of())).isEqualTo("…");
        assertThat(Masking.forRoles("Quàng Thị Vui", PersonField.NAME, Set.of()))
                .isEqualTo("Quàng T. V.");
        assertThat(Masking.forRoles("B1234567", PersonField.IDENTIFIER, Set.of()))
                .isEqualTo("xxxxx567");
    }

    @Test
    void masking_never_shows_a_short_value_whole() {
        assertThat(Masking.mask("12", PersonField.IDENTIFIER)).isEqualTo("xxx");
        assertThat(Masking.mask("0912", PersonField.PHONE)).isEqualTo("xx");
        assertThat(Masking.mask("Vui", PersonField.NAME)).isEqualTo("V.");
        assertThat(Masking.mask("@", PersonField.EMAIL)).isEqualTo("…");
    }
}
