package vn.motcua.catalog.unit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.motcua.catalog.unit.Address.Level;
import vn.motcua.catalog.unit.Address.Place;

class AddressTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bản Nong, xã Nặm Ét, huyện Quỳnh Nhai, tỉnh Sơn La",
                "bản Nong xã Nặm Ét huyện Quỳnh Nhai tỉnh Sơn La",
                "ban Nong; xa Nam Et; huyen Quynh Nhai; tinh Son La",
                "Bản Nong - Xã Nặm Ét - H. Quỳnh Nhai - T. Sơn La"
            })
    void an_address_is_cut_into_its_places_however_it_is_written(String text) {
        assertThat(Address.of(text).places())
                .extracting(Place::level, Place::key)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(Level.BELOW, "nong"),
                        org.assertj.core.groups.Tuple.tuple(Level.COMMUNE, "nam et"),
                        org.assertj.core.groups.Tuple.tuple(Level.DISTRICT, "quinh nhai"),
                        org.assertj.core.groups.Tuple.tuple(Level.PROVINCE, "son la"));
    }

    @ParameterizedTest
    @CsvSource({
        "xã Xá Tổng,COMMUNE,xa tong",
        "thị trấn Mường Giàng,TOWNSHIP,muong giang",
        "p. Bến Nghé,WARD,ben nghe",
        "phường 1,WARD,1",
        "Đặc khu Lý Sơn,SPECIAL_ZONE,li son",
        "TT Ít Ong,TOWNSHIP,it ong",
        "xã Bản Lang,COMMUNE,ban lang"
    })
    void the_word_in_front_tells_the_kind_and_is_no_part_of_the_name(String text, UnitKind kind, String key) {
        assertThat(Address.of(text).places())
                .singleElement()
                .satisfies(place -> assertThat(place.kind()).isEqualTo(kind))
                .satisfies(place -> assertThat(place.key()).isEqualTo(key));
    }

    @Test
    void hamlet_street_and_house_are_kept_aside() {
        assertThat(Address.of("12 phố Đội Cấn, phường Ngọc Hà").below()).isEqualTo("12, phố đội cấn");
        assertThat(Address.of("Số 5, bản Nong, xã Nặm Ét").below()).isEqualTo("số 5, bản nong");
        assertThat(Address.of("xã Nặm Ét").below()).isNull();
    }

    @Test
    void words_without_anything_said_about_them_may_all_be_the_name() {
        assertThat(Address.of("nam et quynh nhai").spans())
                .extracting(Address.Span::key)
                .contains("nam et", "quinh nhai", "nam et quinh nhai")
                .hasSize(10);
        assertThat(Address.of("Nặm Ét, Quỳnh Nhai").spans())
                .extracting(Address.Span::key)
                .containsExactly("nam et", "quinh nhai");
        assertThat(Address.of("03712").codes()).containsExactly("03712");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",", "xã", "huyện ,", " - ", "🦆", "a,b;c\nd|e", "xã xã xã", "tt tt tt"})
    void nothing_typed_is_too_strange(String text) {
        Address address = Address.of(text);
        assertThat(address.spans())
                .allMatch(span -> !span.key().isEmpty() && !address.around(span).contains(""));
    }
}
