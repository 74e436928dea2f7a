package vn.motcua.catalog.figures;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.HashSet;
import java.util.Set;

@QuarkusTest
class FiguresResourceTest {
    private static final String API = "/api/catalog/figures/publicity";
    private static final String NUI_CAM = "91-30538-20250701";

    @Test
    void each_number_has_as_many_procedures_behind_it() {
        JsonPath all = given().get(API + "?unit=" + NUI_CAM).jsonPath();
        int procedures = all.getInt("procedures");
        assertThat(procedures).isGreaterThan(300);
        for (int i = 0; i < 3; i++) {
            String figure = all.getString("figures[" + i + "].code");
            int sum = 0;
            for (String[] state : new String[][] {
                {"fulfilled", "FULFILLED"}, {"notFulfilled", "NOT_FULFILLED"}, {"notEstablished", "NOT_ESTABLISHED"}
            }) {
                int count = all.getInt("figures[" + i + "]." + state[0]);
                sum += count;
                assertThat(behind(figure, state[1])).as(figure + " " + state[1]).hasSize(count);
            }
            assertThat(sum).isEqualTo(procedures);
        }
    }

    @Test
    void without_dates_the_share_is_not_available() {
        given().get(API + "?unit=" + NUI_CAM)
                .then()
                .statusCode(200)
                .body("figures.code", equalTo(java.util.List.of("1.1", "1.2", "1.3")))
                .body("figures[0].percent", equalTo("N/A"))
                .body("items", hasSize(20))
                .body("items.announcedInTime", everyItem(equalTo("NOT_ESTABLISHED")));
    }

    @Test
    void a_unit_without_a_known_board_has_figures_over_nothing() {
        given().get(API + "?unit=14-03712-20250701")
                .then()
                .statusCode(200)
                .body("procedures", equalTo(0))
                .body("figures.percent", everyItem(equalTo("N/A")))
                .body("items", empty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "?unit=14-03712-20250701&figure=1.4&state=FULFILLED",
                "?unit=14-03712-20250701&figure=1.1",
                "?unit=14-03712-20250701&after=nonsense",
                "?unit=14-03712-20250701&limit=1000"
            })
    void wrong_input_is_refused(String query) {
        given().get(API + query).then().statusCode(400);
    }

    @Test
    void a_unit_that_is_not_there_is_404() {
        given().get(API + "?unit=14-99999-20250701").then().statusCode(404);
        given().get("/don-vi/14-99999-20250701/cong-khai").then().statusCode(404);
    }

    @Test
    void the_page_shows_the_figures_and_the_procedures_behind_a_number() {
        String page = given().get("/don-vi/" + NUI_CAM + "/cong-khai").asString();
        assertThat(page)
                .contains("1.3 Công khai đầy đủ nội dung", "N/A", "chưa xác định")
                .doesNotContain("100 %", "100,00", "100.00");
        assertThat(given().get("/don-vi/" + NUI_CAM + "/cong-khai?figure=1.3&state=NOT_FULFILLED&lang=en")
                        .asString())
                .contains("Complete: no", "not there: time limit", "/thu-tuc/");
        assertThat(given().get("/don-vi/14-03712-20250701/cong-khai?figure=x").asString())
                .contains("Chưa biết bảng niêm yết");
        assertThat(given().get("/don-vi/" + NUI_CAM).asString()).contains("/don-vi/" + NUI_CAM + "/cong-khai");
    }

    private static Set<String> behind(String figure, String state) {
        Set<String> codes = new HashSet<>();
        String next = "";
        do {
            JsonPath page = given().queryParam("unit", NUI_CAM)
                    .queryParam("figure", figure)
                    .queryParam("state", state)
                    .queryParam("limit", 100)
                    .queryParam("after", next)
                    .get(API)
                    .jsonPath();
            codes.addAll(page.getList("items.code"));
            next = page.getString("next");
        } while (next != null);
        return codes;
    }
}
