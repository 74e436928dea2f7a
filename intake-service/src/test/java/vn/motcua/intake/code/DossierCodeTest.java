package vn.motcua.intake.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.LocalDate;

class DossierCodeTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

    @Test
    void a_code_names_agency_day_and_order_with_at_least_four_digits() {
        assertThat(DossierCode.write("H52.712.00", DAY, 1)).isEqualTo("H52.712.00-261123-0001");
        assertThat(DossierCode.write("H52.712", DAY, 12_345)).isEqualTo("H52.712-261123-12345");
    }

    @ParameterizedTest
    @ValueSource(strings = {"H52", "h52.712.00", "Z52.712", "H52.7", "H52.712.00.01.02", "H52.712.0A", ""})
    void an_agency_code_the_national_side_refuses_makes_no_dossier_code(String agency) {
        assertThatThrownBy(() -> DossierCode.write(agency, DAY, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_order_of_receipt_begins_with_one() {
        assertThatThrownBy(() -> DossierCode.write("H52.712.00", DAY, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "H52.712.00-261123-0001",
                "000.00.12.H52-190512-0001",
                "G09.20-20260609-0092637",
                " h52.712.00-261123-0001 "
            })
    void codes_of_every_known_system_are_read(String code) {
        assertThat(DossierCode.read(code)).isPresent();
    }

    @Test
    void a_read_code_gives_its_parts() {
        assertThat(DossierCode.read("G09.20-20260609-0092637"))
                .contains(new DossierCode("G09.20", LocalDate.of(2026, 6, 9), "0092637"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "H52.712.00",
                "H52.712.00-261323-0001",
                "H52.712.00-260230-0001",
                "H52.712.00-261123-001",
                "H52..00-261123-0001",
                "ABCDEFGHJK"
            })
    void what_is_no_code_is_not_read(String text) {
        assertThat(DossierCode.read(text)).isEmpty();
        assertThat(DossierCode.read(null)).isEmpty();
    }
}
