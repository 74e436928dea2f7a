package vn.motcua.catalog.guidance;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class GuidanceResourceTest {
    private static final String API = "/api/catalog/procedures/";

    @Test
    void the_questions_of_a_procedure_are_its_cases_counts_and_ways() {
        given().get(API + "1.013225/guidance")
                .then()
                .statusCode(200)
                .body("cases", hasSize(7))
                .body("mayBeNone", equalTo(false))
                .body("proxy", nullValue())
                .body("asksPages", equalTo(false));
        given().get(API + "2.000815/guidance")
                .then()
                .body("cases", empty())
                .body("asksPages", equalTo(true))
                .body("asksCopies", equalTo(true));
    }

    @Test
    void the_answers_give_papers_fee_date_and_a_link_that_keeps_them() {
        given().get(API + "2.000815/checklist?pages=3&copies=2&channel=COUNTER&unit=14-03712-20250701")
                .then()
                .statusCode(200)
                .body("open", empty())
                .body("fees", hasSize(1))
                .body("fees[0].totalVnd", equalTo(10_000))
                .body("limit.unit", equalTo("SAME_DAY"))
                .body("due.due", startsWith("20"))
                .body(
                        "address",
                        org.hamcrest.Matchers.endsWith(
                                "/thu-tuc/2.000815/huong-dan?pages=3&copies=2&channel=COUNTER&unit=14-03712-20250701"));
    }

    @Test
    void what_is_open_is_named_and_nothing_is_left_out_for_it() {
        given().get(API + "1.013225/checklist")
                .then()
                .statusCode(200)
                .body("open", hasItem("CASE"))
                .body("notNeeded", empty())
                .body("sections", empty());
    }

    @Test
    void a_fee_that_nobody_established_is_not_free_and_without_a_limit_there_is_no_date() {
        given().get(API + "1.001612/checklist?channel=COUNTER&case=self")
                .then()
                .statusCode(200)
                .body("fees[0].state", equalTo("PROVINCE"))
                .body("fees[0].totalVnd", nullValue())
                .body("limit", nullValue())
                .body("due", nullValue());
    }

    @Test
    void a_case_of_another_version_is_told_as_unknown() {
        given().get(API + "1.013225/checklist?case=0badc0de")
                .then()
                .statusCode(200)
                .body("unknown", contains("0badc0de"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"case=x", "pages=0", "pages=-1", "copies=9999999", "channel=PHONE", "return=X"})
    void wrong_answers_are_one_400_that_names_the_parameter(String query) {
        Response answer = given().urlEncodingEnabled(false).get(API + "2.000815/checklist?" + query);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.jsonPath().getString("violations[0].pointer"))
                .isEqualTo("/" + query.substring(0, query.indexOf('=')));
    }

    @Test
    void what_is_not_there_is_404() {
        given().get(API + "9.999999/guidance").then().statusCode(404);
        given().get(API + "9.999999/checklist").then().statusCode(404);
        given().get(API + "2.000815/checklist?unit=14-99999-20250701")
                .then()
                .statusCode(404)
                .body("type", org.hamcrest.Matchers.endsWith("unit-not-found"));
    }

    @Test
    void unchanged_questions_are_not_sent_again() {
        String etag = given().get(API + "1.004222/guidance").header("ETag");
        given().header("If-None-Match", etag)
                .get(API + "1.004222/guidance")
                .then()
                .statusCode(304);
    }
}
