package vn.motcua.catalog.calendar;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.motcua.devstack.TestEvents;
import vn.motcua.devstack.TestTokens;

import java.time.Duration;
import java.util.UUID;

@QuarkusTest
class CalendarResourceTest {
    private static final String API = "/api/catalog/calendars/";
    private static final String UNIT = "14-03712-20250701";
    private static final String CONTENT =
            """
            {"provisional": false, "source": "Thông báo 12/TB-UBND", "reason": "Tổng kết năm",
             "days": [{"date": "YEAR-11-23", "kind": "DAY_OFF", "name": "Lũ", "provisional": false, "source": "Công điện"}],
             "halfDays": [{"date": "YEAR-12-28", "from": "07:30", "to": "11:30", "name": "Tổng kết", "provisional": false, "source": "TB"}],
             "officeHours": [{"effectiveFrom": "YEAR-05-01", "effectiveTo": "YEAR-08-31",
                              "hours": [{"from": "07:00", "to": "11:00"}, {"from": "14:00", "to": "17:30"}]}],
             "receptionHours": [{"weekdays": ["SATURDAY"], "hours": [{"from": "07:30", "to": "11:30"}]}]}
            """;

    @Test
    void the_shipped_calendar_is_version_one_and_nobody_published_it() {
        given().get(API + "VN/2025/versions")
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("items", hasSize(1))
                .body("items[0].version", equalTo(1))
                .body("items[0].publishedAt", nullValue());
    }

    @Test
    void a_change_is_the_next_version_at_once_with_its_event_and_the_history_stays_readable() {
        publish(UNIT, "2028", "\"0\"", CONTENT)
                .statusCode(201)
                .header("ETag", "\"1\"")
                .body("version", equalTo(1));
        publish(
                        UNIT,
                        "2028",
                        "\"1\"",
                        CONTENT.replace(
                                "\"07:30\", \"to\": \"11:30\", \"name\"", "\"13:30\", \"to\": \"17:00\", \"name\""))
                .statusCode(201)
                .body("version", equalTo(2));
        given().get(API + UNIT + "/2028")
                .then()
                .body("version", equalTo(2))
                .body("halfDays[0].from", equalTo("13:30"))
                .body("receptionHours[0].weekdays", contains("SATURDAY"));
        given().get(API + UNIT + "/2028?version=1").then().body("halfDays[0].from", equalTo("07:30"));
        given().get(API + UNIT + "/2028/versions")
                .then()
                .body("items.version", contains(2, 1))
                .body("items[0].reason", equalTo("Tổng kết năm"))
                .body("items[0].publishedAt", notNullValue());
        for (int version : new int[] {1, 2}) {
            String key = UNIT + "+2028@" + version;
            var event = TestEvents.await("catalog.calendars", Duration.ofSeconds(60), each -> each.key()
                    .equals(key));
            assertThat(event.data().get("version").asInt()).isEqualTo(version);
        }
    }

    @Test
    void who_has_not_seen_the_newest_version_changes_nothing() {
        publish(UNIT, "2029", null, CONTENT).statusCode(428);
        publish(UNIT, "2029", "\"1\"", CONTENT).statusCode(412).body("etag", equalTo("\"0\""));
        publish(UNIT, "2029", "\"0\"", CONTENT).statusCode(201);
        publish(UNIT, "2029", "\"0\"", CONTENT).statusCode(412).body("current.version", equalTo(1));
        given().get(API + UNIT + "/2029/versions").then().body("items", hasSize(1));
    }

    @Test
    void the_same_key_is_done_once() {
        String key = UUID.randomUUID().toString();
        for (int i = 0; i < 2; i++) {
            send(as(UNIT), UNIT, "2033", "\"0\"", key, CONTENT.replace("YEAR", "2033"))
                    .statusCode(201)
                    .body("version", equalTo(1));
        }
        given().get(API + UNIT + "/2033/versions").then().body("items", hasSize(1));
    }

    @Test
    void only_an_editor_publishes_and_only_for_the_nation_or_a_unit_that_receives() {
        send(
                        TestTokens.officer("reception", UNIT),
                        UNIT,
                        "2031",
                        "\"0\"",
                        UUID.randomUUID().toString(),
                        CONTENT)
                .statusCode(403);
        publish("14-03709-00000000", "2031", "\"0\"", CONTENT).statusCode(404);
        publish("XX", "2031", "\"0\"", CONTENT).statusCode(404);
        publish(UNIT, "1999", "\"0\"", CONTENT).statusCode(404);
        given().get(API + UNIT + "/2031/versions")
                .then()
                .statusCode(200)
                .header("ETag", "\"0\"")
                .body("items", empty());
    }

    @Test
    void an_editor_publishes_for_the_own_units_alone_and_for_the_nation_where_the_claim_says_so() {
        String other = "14-03703-20250701";
        for (String area : new String[] {other, "VN"}) {
            send(as(UNIT), area, "2035", "\"0\"", UUID.randomUUID().toString(), CONTENT)
                    .statusCode(403)
                    .body("type", equalTo("/problems/forbidden"));
            given().get(API + area + "/2035").then().statusCode(404);
        }
        send(as("VN"), UNIT, "2035", "\"0\"", UUID.randomUUID().toString(), CONTENT)
                .statusCode(403);
        send(as(UNIT, other), other, "2035", "\"0\"", UUID.randomUUID().toString(), CONTENT)
                .statusCode(201);
        send(as("VN"), "VN", "2035", "\"0\"", UUID.randomUUID().toString(), CONTENT)
                .statusCode(201);
    }

    private static String as(String... units) {
        return TestTokens.builder()
                .subject("editor")
                .roles("catalog-editor")
                .units(units)
                .token();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "YEAR-11-23 | 2027-11-23 | /days/0/date",
                "YEAR-12-28 | YEAR-11-23 | /halfDays/0/date",
                "YEAR-12-28 | YEAR-12-30 | /halfDays/0/date",
                "\"to\": \"11:30\", \"name\" | \"to\": \"07:00\", \"name\" | /halfDays/0/to",
                "YEAR-08-31 | YEAR-04-01 | /officeHours/0/effectiveTo",
                "\"from\": \"14:00\" | \"from\": \"10:00\" | /officeHours/0/hours",
                "[\"SATURDAY\"] | [] | /receptionHours/0/weekdays",
                "\"Tổng kết năm\" | \" \" | /reason",
                "\"DAY_OFF\" | \"WORKING_SWAP\" | /days/0/date"
            })
    void what_cannot_be_is_told_by_its_place_and_changes_nothing(String right, String wrong, String pointer) {
        publish(UNIT, "2034", "\"0\"", CONTENT.replace(right, wrong))
                .statusCode(400)
                .body("violations.pointer", hasItem(pointer));
        given().get(API + UNIT + "/2034").then().statusCode(404);
    }

    @Test
    void a_day_that_rests_on_no_notice_makes_the_year_provisional() {
        publish(
                        UNIT,
                        "2032",
                        "\"0\"",
                        CONTENT.replaceFirst("\"Lũ\", \"provisional\": false", "\"Lũ\", \"provisional\": true"))
                .statusCode(201)
                .body("provisional", equalTo(true));
    }

    @Test
    void the_page_of_the_unit_shows_when_it_receives_and_that_saturday_does_not_count() {
        String year = String.valueOf(java.time.LocalDate.now().getYear());
        publish("14-03694-20250701", year, "\"0\"", CONTENT.replaceFirst("(?s)\"halfDays\": \\[.*?\\],", ""))
                .statusCode(201);
        String page = given().get("/don-vi/14-03694-20250701").asString();
        assertThat(page)
                .contains(
                        "Giờ tiếp nhận",
                        "Thứ Bảy: 07:30–11:30",
                        "không tính vào thời hạn",
                        "07:00–11:00 · 14:00–17:30");
    }

    private static ValidatableResponse publish(String area, String year, String ifMatch, String content) {
        return send(as(area), area, year, ifMatch, UUID.randomUUID().toString(), content.replace("YEAR", year));
    }

    private static ValidatableResponse send(
            String token, String area, String year, String ifMatch, String key, String content) {
        var request = given().auth()
                .oauth2(token)
                .header("Idempotency-Key", key)
                .contentType(ContentType.JSON)
                .body(content.replace("YEAR", year));
        if (ifMatch != null) {
            request.header("If-Match", ifMatch);
        }
        return request.post(API + area + "/" + year + "/versions").then();
    }
}
