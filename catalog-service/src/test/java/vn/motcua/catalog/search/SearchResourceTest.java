package vn.motcua.catalog.search;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

@QuarkusTest
class SearchResourceTest {
    private static final String PATH = "/api/catalog/procedures";

    @ParameterizedTest
    @CsvSource({
        "đăng kí khai sinh,1.001193",
        "tôi muốn làm giấy khai sinh cho con,1.001193",
        "sao y bản chính,2.000815",
        "photo công chứng,2.000815",
        "cong chung,2.000815",
        "giấy độc thân,1.004873",
        "hôn thú,1.000894",
        "nhập hộ khẩu,1.004222",
        "CCCD,1.014061",
        "mất căn cước,1.014064",
        "mở quán,1.001612",
        "tiền người già,1.014027",
        "birth registration,1.001193",
        "certificate of marital status,1.004873",
        "identity card for children,1.014062",
        "2.000815,2.000815",
        "000815,2.000815",
        "2.0008,2.000815",
        "khai tử,1.000656",
        "Người thân qua đời,1.000656",
        "người khuyết tật,1.001699"
    })
    void people_find_it_by_their_own_words(String words, String code) {
        assertThat(search(words).<String>getList("items.code")).as(words).contains(code);
    }

    @ParameterizedTest
    @CsvSource({
        "khai sinh,1.001193", "dang ky khai sinh,1.001193", "đăng ký kết hôn,1.000894", "khai tử,1.000656",
        "đăng ký thường trú,1.004222", "tạm trú,1.004194", "chứng thực di chúc,2.001019", "tách hộ,1.010038"
    })
    void what_is_called_just_so_comes_first(String words, String code) {
        assertThat(search(words).getString("items[0].code")).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({
        "dang ki khai sin,đăng ký khai sinh,1.001193",
        "đăng ký khai xinh,đăng ký khai sinh,1.001193",
        "dang ky khia sinh,đăng ký khai sinh,1.001193",
        "dangky khaisinh,đăng ký khai sinh,1.001193",
        "chugn thuc ban sao,chứng thực bản sao,2.000815",
        "đăng ký kêt hônn,đăng ký kết hôn,1.000894"
    })
    void a_typing_error_is_mended_and_told(String typed, String meant, String code) {
        JsonPath found = search(typed);
        assertThat(found.<String>getList("items.code")).as(typed).contains(code);
        assertThat(found.getString("didYouMean")).isEqualTo(meant);
    }

    @Test
    void what_is_found_as_typed_is_not_corrected() {
        given().queryParam("q", "khai sinh").get(PATH).then().body("didYouMean", nullValue());
        given().queryParam("q", "quý ly hôn kì").get(PATH).then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"hòa giải", "hoà giải", "HOÀ GIẢI", "hoa giai"})
    void old_and_new_placement_of_tones_find_the_same(String words) {
        List<String> found = search(words).getList("items.code");
        assertThat(found).contains("1.012812").isEqualTo(search("hòa giải").getList("items.code"));
        assertThat(search(Normalizer.normalize(words, Normalizer.Form.NFD)).<String>getList("items.code"))
                .isEqualTo(found);
    }

    @Test
    void the_words_that_were_found_are_marked_where_they_stand() {
        JsonPath found = search("dang ky khai sinh");
        String name = found.getString("items[0].name.vi");
        Map<String, Integer> mark = found.getMap("items[0].marks[0]");
        assertThat(name.substring(mark.get("start"), mark.get("end"))).isEqualTo("đăng ký khai sinh");
        assertThat(found.getList("items[0].marks")).hasSize(1);
    }

    @Test
    void facets_count_what_each_narrowing_would_leave() {
        JsonPath all = search("đăng ký");
        List<Map<String, Object>> fields = all.getList("facets.fields");
        assertThat(fields).hasSizeGreaterThan(3);
        assertThat(fields.stream()
                        .mapToInt(each -> (int) each.get("procedures"))
                        .sum())
                .isEqualTo(all.getInt("total"));
        for (Map<String, Object> field : fields.subList(0, 3)) {
            JsonPath narrowed = given().queryParam("q", "đăng ký")
                    .queryParam("field", field.get("value"))
                    .get(PATH)
                    .jsonPath();
            assertThat(narrowed.getInt("total")).isEqualTo(field.get("procedures"));
            assertThat(narrowed.getList("facets.fields")).hasSize(fields.size());
        }
    }

    @Test
    void level_online_level_and_topic_narrow_the_list_with_words_and_without() {
        for (String words : List.of("", "đăng ký")) {
            var found = given().queryParam("q", words)
                    .queryParam("level", "Cấp xã")
                    .queryParam("topic", "residence-and-identity")
                    .get(PATH)
                    .jsonPath();
            assertThat(found.getInt("total")).as(words).isBetween(1, 100);
        }
        given().queryParam("online", "FULL")
                .get(PATH)
                .then()
                .statusCode(200)
                .body("items.online.unique()", equalTo(List.of("FULL")));
        given().queryParam("topic", "death").get(PATH).then().body("items.code", hasItem("1.000656"));
        given().queryParam("q", "khai sinh")
                .queryParam("topic", "none")
                .get(PATH)
                .then()
                .body("total", equalTo(0));
    }

    @Test
    void words_that_are_found_elsewhere_are_not_taken_for_slips() {
        given().queryParam("q", "khai sinh")
                .queryParam("topic", "death")
                .queryParam("level", "Cấp không có")
                .get(PATH)
                .then()
                .body("total", equalTo(0))
                .body("didYouMean", nullValue());
    }

    @ParameterizedTest
    @CsvSource({"đăng ký khai sinh xyzxyz,1.001193", "chugn thuc ban sao xyzxyz,2.000815"})
    void of_three_words_one_may_be_lacking_where_nothing_has_them_all(String words, String code) {
        assertThat(search(words).<String>getList("items.code")).contains(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"đăng ký khai sinh lại", "chứng thực bản sao giấy khai sinh xyz", "dang ki khai sin xyz"})
    void pages_of_what_is_nearly_meant_follow_each_other_too(String words) {
        pages_follow_each_other_without_gap_or_repeat(words);
    }

    @Test
    void without_words_the_whole_list_is_counted() {
        given().get(PATH).then().body("total", greaterThan(543)).body("facets.topics.value", hasItem("death"));
    }

    @Test
    void what_is_no_online_level_is_refused() {
        given().queryParam("online", "maybe")
                .get(PATH)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("violations[0].pointer", equalTo("/online"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"dang ki khai sin", "đăng ký", "giấy chứng nhận"})
    void pages_follow_each_other_without_gap_or_repeat(String words) {
        List<String> found = new ArrayList<>();
        String next = null;
        int total;
        do {
            var request = given().queryParam("q", words).queryParam("limit", 7);
            JsonPath page = (next == null ? request : request.queryParam("after", next))
                    .get(PATH)
                    .jsonPath();
            found.addAll(page.getList("items.code"));
            total = page.getInt("total");
            next = page.getString("next");
        } while (next != null);
        assertThat(found).doesNotHaveDuplicates().hasSize(total);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a & b",
                "khai | sinh",
                "!khai",
                "khai:*",
                "'khai'",
                "\\",
                "(((",
                "<->",
                "khai:A",
                "xin",
                "thủ tục"
            })
    void signs_of_the_query_language_are_no_query(String words) {
        given().queryParam("q", words).get(PATH).then().statusCode(200);
    }

    @Test
    void silent_words_alone_are_looked_for_as_they_are() {
        given().queryParam("q", "thủ tục").get(PATH).then().body("total", not(equalTo(0)));
    }

    private static JsonPath search(String words) {
        return given().queryParam("q", words)
                .get(PATH)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
