package vn.motcua.notification.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainTextTest {

    @ParameterizedTest
    @CsvSource({"Xã Mường Sại, xa muong sai", "ĐẶC KHU Phú Quý, dac khu phu quy", "'  Quỳnh   Nhai ', quynh nhai"})
    void a_name_is_found_without_its_diacritics(String name, String plain) {
        assertThat(PlainText.of(name)).isEqualTo(plain);
    }
}
