package vn.motcua.catalog.unit;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.text.Normalizer;

@QuarkusTest
class UnitResourceTest {
    private static final String UNITS = "/api/catalog/units";
    private static final String MUONG_SAI = "14-03712-20250701";

    @Test
    void a_unit_tells_its_name_codes_hours_and_origin() {
        given().get(UNITS + "/" + MUONG_SAI)
                .then()
                .statusCode(200)
                .body("name", equalTo("Xã Mường Sại"))
                .body("provinceName", equalTo("Tỉnh Sơn La"))
                .body("validFrom", equalTo("2025-07-01"))
                .body("agencyCodes[0].code", equalTo("H52.712.00"))
                .body("agencyCodes[0].invented", equalTo(true))
                .body("hours.from", equalTo(java.util.List.of("07:30", "13:30")))
                .body("hours.to", equalTo(java.util.List.of("11:30", "17:00")))
                .body("predecessors.id", containsInAnyOrder("14-03709-00000000", "14-03712-00000000"))
                .body("receives", equalTo(true));
    }

    @Test
    void a_former_unit_tells_what_became_of_it() {
        given().get(UNITS + "/14-03709-00000000")
                .then()
                .statusCode(200)
                .body("validTo", equalTo("2025-06-30"))
                .body("parentName", equalTo("Huyện Quỳnh Nhai"))
                .body("successors", equalTo(java.util.List.of(java.util.Map.of("id", MUONG_SAI, "part", "WHOLE"))))
                .body("hours", hasSize(0));
    }

    @Test
    void an_unknown_id_is_not_found() {
        given().get(UNITS + "/14-99999-20250701")
                .then()
                .statusCode(404)
                .body("type", equalTo("/problems/unit-not-found"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Xã Mường Sại", "Mường Sại", "mường sại", "xã MƯỜNG SẠI"})
    void the_name_of_the_commune_means_the_commune_in_force(String name) {
        resolve(name)
                .body("certain", equalTo(true))
                .body("units.id", equalTo(java.util.List.of(MUONG_SAI)))
                .body("units[0].reasons.why", containsInAnyOrder("IN_FORCE", "MERGED_INTO"))
                .body("papersStayValid", equalTo("190/2025/QH15, Art.10"));
    }

    @Test
    void without_diacritics_two_communes_are_called_so_and_neither_is_guessed() {
        resolve("muong sai").body("certain", equalTo(false)).body("units.id", hasItems(MUONG_SAI, "14-04222-20250701"));
    }

    @Test
    void a_district_tells_them_apart() {
        given().queryParam("name", "muong sai")
                .queryParam("within", "Quynh Nhai")
                .get(UNITS + "/resolve")
                .then()
                .statusCode(200)
                .body("certain", equalTo(true))
                .body("units.id", equalTo(java.util.List.of(MUONG_SAI)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Xã Nặm Ét", "nam et", "Xã Nậm ét", "Nặm Ét"})
    void a_former_name_in_either_spelling_means_the_commune_it_went_into(String name) {
        resolve(name)
                .body("units.id", hasItem(MUONG_SAI))
                .body("units.find { it.id == '" + MUONG_SAI + "' }.reasons.fromId", hasItem("14-03712-00000000"));
    }

    @Test
    void decomposed_input_means_the_same() {
        resolve(Normalizer.normalize("Xã Mường Sại", Normalizer.Form.NFD)).body("units[0].id", equalTo(MUONG_SAI));
    }

    @Test
    void the_code_03712_meant_another_commune_before_the_reform() {
        given().queryParam("name", "03712")
                .queryParam("on", "2025-06-30")
                .get(UNITS + "/resolve")
                .then()
                .body("units.id", equalTo(java.util.List.of("14-03712-00000000")))
                .body("papersStayValid", nullValue());
        resolve("03712").body("units.id", equalTo(java.util.List.of(MUONG_SAI)));
    }

    @Test
    void a_divided_ward_has_all_its_successors_and_none_is_certain() {
        resolve("Phường Ngọc Hà")
                .body("units.id", hasItems("01-00004-20250701", "01-00008-20250701"))
                .body("certain", equalTo(false));
    }

    @Test
    void the_old_name_of_a_commune_that_became_a_ward_means_the_ward() {
        resolve("Xã Long Thành")
                .body("units.find { it.id == '75-26368-20250701' }.name", equalTo("Phường Long Thành"))
                .body("units.find { it.id == '75-26368-20250701' }.reasons.why", hasItem("RENAMED"));
        given().queryParam("name", "Long Thành")
                .queryParam("on", "2026-04-29")
                .get(UNITS + "/resolve")
                .then()
                .body("units.find { it.id == '75-26368-20250701' }.name", equalTo("Xã Long Thành"));
    }

    @Test
    void an_island_district_without_communes_means_its_special_zone() {
        resolve("Huyện Lý Sơn").body("units.name", hasItem("Đặc khu Lý Sơn"));
    }

    @Test
    void a_name_nobody_has_means_nothing() {
        resolve("Xã Không Có Thật").body("units", hasSize(0)).body("certain", equalTo(false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bản Nong, xã Nặm Ét, huyện Quỳnh Nhai",
                "Bản Nong, xã Nặm Ét, huyện Quỳnh Nhai, tỉnh Sơn La",
                "ban Nong, xa Nam Et, huyen Quynh Nhai, tinh Son La",
                "xã Nặm Ét huyện Quỳnh Nhai",
                "Nặm Ét, Quỳnh Nhai, Sơn La",
                "nam et quynh nhai son la",
                "NẶM ÉT - QUỲNH NHAI - SƠN LA",
                "Số 5, bản Nong, x. Nặm Ét, h. Quỳnh Nhai, t. Sơn La",
                "xã Nặm Ét, huyện Quình Nhai"
            })
    void a_whole_old_address_means_the_commune_it_lies_in_now(String address) {
        resolve(address)
                .body("units.id", equalTo(java.util.List.of(MUONG_SAI)))
                .body("sureness", equalTo("CERTAIN"))
                .body("units[0].reasons[0].why", equalTo("MERGED_INTO"))
                .body("units[0].reasons[0].fromName", equalTo("Xã Nặm Ét"))
                .body("papers.vi", org.hamcrest.Matchers.containsString("vẫn có giá trị"))
                .body("papers.source", equalTo("190/2025/QH15, Art.10"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "xã Nậm Éc, huyện Quỳnh Nhai",
                "xa Nam Ett, huyen Quynh Nhai",
                "xã Namet, huyện Quỳnh Nhai",
                "nam ett quynh nhai son la",
                "xã Nặm Ét, huyện Không Có"
            })
    void a_slip_or_an_unknown_place_makes_the_answer_likely_only(String address) {
        resolve(address).body("units.id", hasItem(MUONG_SAI)).body("certain", equalTo(false));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Xa Tahn Lap, huyen Bac Son, tinh Lang Son;Tân Lập",
                "xã Yên kSơn, huyện Bảo Yên, tỉnh Lào Cai;Yên Sơn",
                "Phuodng Binh Minh, thanh pho Lao Cai;Bình Minh",
                "Xa tHai Dong, Thanh pho Mong Cai, Tinh Quang Ninh;Hải Đông"
            })
    void however_many_are_called_nearly_so_the_district_tells_which_is_meant(String address, String former) {
        resolve(address).body("units.reasons.flatten().fromName", hasItem(endsWith(former)));
    }

    @Test
    void the_hamlet_is_kept_apart_since_nothing_is_known_of_it() {
        resolve("Bản Nong, xã Nặm Ét, huyện Quỳnh Nhai").body("below", equalTo("bản nong"));
    }

    @Test
    void a_divided_ward_has_all_its_successors_by_its_address_too() {
        resolve("12 phố Đội Cấn, phường Ngọc Hà, quận Ba Đình, Hà Nội")
                .body("units.id", hasItems("01-00004-20250701", "01-00008-20250701"))
                .body("sureness", equalTo("SEVERAL"))
                .body("units.reasons.flatten().why.unique()", hasItem("PARTLY_MERGED_INTO"));
    }

    @Test
    void on_the_day_before_the_reform_an_old_address_means_itself() {
        given().queryParam("name", "xã Nặm Ét, huyện Quỳnh Nhai, tỉnh Sơn La")
                .queryParam("on", "2025-06-30")
                .get(UNITS + "/resolve")
                .then()
                .body("units.id", equalTo(java.util.List.of("14-03712-00000000")))
                .body("sureness", equalTo("CERTAIN"))
                .body("papers", nullValue());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%",
                "_",
                "'",
                "xã",
                "huyện",
                ",,,",
                "xã ,",
                "🦆",
                "tỉnh Sơn La",
                "số 5",
                "a b c d e f g h i j k l"
            })
    void what_is_no_commune_means_nothing_and_does_no_harm(String name) {
        resolve(name).body("certain", equalTo(false));
    }

    @Test
    void a_question_without_a_name_is_refused() {
        given().get(UNITS + "/resolve").then().statusCode(400).body("violations[0].pointer", equalTo("/name"));
        given().queryParam("name", "x")
                .queryParam("on", "soon")
                .get(UNITS + "/resolve")
                .then()
                .statusCode(400);
    }

    @Test
    void a_calendar_is_read_by_area_and_year() {
        given().get("/api/catalog/calendars/VN/2026")
                .then()
                .statusCode(200)
                .body("version", equalTo(1))
                .body("provisional", equalTo(false))
                .body("days.size()", greaterThan(15))
                .body("days.find { it.date == '2026-11-24' }.kind", equalTo("DAY_OFF"))
                .body("days.find { it.date == '2026-08-22' }.kind", equalTo("WORKING_SWAP"));
        given().get("/api/catalog/calendars/VN/2027").then().body("provisional", equalTo(true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"VN/2031", "VN/next", "XX/2026", "VN/99999999999"})
    void a_year_or_area_without_a_calendar_is_not_found(String path) {
        given().get("/api/catalog/calendars/" + path)
                .then()
                .statusCode(404)
                .body("type", equalTo("/problems/calendar-not-found"));
    }

    private static io.restassured.response.ValidatableResponse resolve(String name) {
        return given().queryParam("name", name)
                .queryParam("on", "2026-11-24")
                .get(UNITS + "/resolve")
                .then()
                .statusCode(200);
    }
}
