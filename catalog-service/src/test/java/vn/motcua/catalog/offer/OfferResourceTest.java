package vn.motcua.catalog.offer;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

@QuarkusTest
class OfferResourceTest {
    private static final String NUI_CAM = "/api/catalog/units/91-30538-20250701/procedures";

    @Test
    void a_board_is_listed_whole_page_by_page() {
        List<String> codes = new ArrayList<>();
        String after = "";
        do {
            JsonPath page = given().queryParam("after", after)
                    .get(NUI_CAM + "?limit=100")
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            codes.addAll(page.getList("items.code"));
            after = page.getString("next");
        } while (after != null);
        assertThat(codes).hasSize(376).isSorted();
        assertThat(new HashSet<>(codes)).hasSize(376);
    }

    @Test
    void a_row_says_what_the_board_says_and_no_more() {
        given().get(NUI_CAM + "?limit=1")
                .then()
                .statusCode(200)
                .body("items[0].code", equalTo("1.000080"))
                .body("items[0].field", equalTo("Hộ tịch"))
                .body("items[0].version", equalTo(1))
                .body("items[0].board", equalTo("NUICAM-2026-08"))
                .body("items[0].seen", equalTo("2026-08-06"))
                .body("items[0].decision", nullValue())
                .body("items[0].since", nullValue());
    }

    @Test
    void a_code_the_national_lists_lack_is_kept_without_a_name() {
        given().get(NUI_CAM + "?limit=100")
                .then()
                .body("items.find { it.code == '1.000280' }.name", nullValue())
                .body("items.find { it.code == '1.000280' }.version", nullValue());
    }

    @Test
    void a_unit_without_a_known_board_lists_nothing() {
        given().get("/api/catalog/units/14-03712-20250701/procedures")
                .then()
                .statusCode(200)
                .body("items", hasSize(0))
                .body("next", nullValue());
    }

    @Test
    void bad_questions_are_refused() {
        given().get("/api/catalog/units/14-99999-20250701/procedures")
                .then()
                .statusCode(404)
                .body("type", endsWith("unit-not-found"));
        given().get(NUI_CAM + "?after=nonsense").then().statusCode(400).body("type", endsWith("invalid-cursor"));
        given().get(NUI_CAM + "?limit=101").then().statusCode(400).body("type", endsWith("validation"));
    }

    @Test
    void the_unit_page_shows_the_list_and_leads_to_its_wall() {
        String page = given().get("/don-vi/91-30538-20250701").asString();
        assertThat(page)
                .contains("Thủ tục tiếp nhận tại đây", "2026-08-06", "<summary lang=\"vi\">Hộ tịch")
                .contains("/thu-tuc/1.001193", "/api/catalog/units/91-30538-20250701/wall.pdf");
        assertThat(given().get("/don-vi/14-03712-20250701").asString())
                .doesNotContain("Thủ tục tiếp nhận tại đây")
                .contains("/wall.pdf");
        assertThat(given().get("/don-vi/14-03709-00000000").asString()).doesNotContain("/wall.pdf");
    }
}
