package vn.motcua.notification.wording;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.devstack.TestTokens;
import vn.motcua.notification.support.Service;
import vn.motcua.notification.support.Story;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Texts in a unit's own words: proposed by one, approved by another. */
@QuarkusTest
class TextResourceTest {
    private static final String PATH = "/api/notification/texts";
    private static final Map<String, String> FACTS =
            Map.of("receivingUnit", "xã Mường Sại", "code", "H52.712.00-261123-0001");

    @Inject
    Wording wording;

    private final String unit = "14-" + (10_000 + Math.abs(UUID.randomUUID().hashCode() % 80_000)) + "-20250701";

    @BeforeEach
    void names() {
        Service.ready();
    }

    private Response post(String token, String path, String ifMatch, Object body) {
        var request = given().auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(body);
        return (ifMatch == null ? request : request.header("If-Match", ifMatch)).post(PATH + path);
    }

    private String reception() {
        return TestTokens.officer("reception", unit);
    }

    private String director() {
        return TestTokens.officer("director", unit);
    }

    private Map<String, Object> text(String template, String text) {
        return Map.of("unit", unit, "template", template, "language", "vi", "channel", "SMS", "text", text);
    }

    private String said() {
        return wording.shortText(unit, "received", "vi", FACTS, "https://example.vn/x/1");
    }

    @Test
    void of_two_versions_approved_at_once_both_are_and_the_later_is_in_use() throws Exception {
        for (int round = 0; round < 5; round++) {
            Response one = post(reception(), "", null, text("received", "TTPVHCC {unit}: mot {code}. {link}"));
            Response two = post(reception(), "", null, text("received", "TTPVHCC {unit}: hai {code}. {link}"));
            CyclicBarrier together = new CyclicBarrier(2);
            List<Integer> answers = Stream.of(one, two)
                    .map(each -> CompletableFuture.supplyAsync(() -> approved(each, together)))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .toList();
            assertThat(answers).containsExactly(200, 200);
        }
        given().auth()
                .oauth2(director())
                .get(PATH + "?limit=100&unit=" + unit)
                .then()
                .body("items.findAll { it.state == 'APPROVED' }.size()", equalTo(1))
                .body("items.findAll { it.state == 'RETIRED' }.size()", equalTo(9));
    }

    private int approved(Response proposed, CyclicBarrier together) {
        try {
            together.await(5, TimeUnit.SECONDS);
        } catch (Exception alone) {
            throw new IllegalStateException(alone);
        }
        return post(
                        director(),
                        "/" + proposed.jsonPath().getString("id") + "/decision",
                        proposed.header("ETag"),
                        Map.of("approve", true))
                .statusCode();
    }

    @Test
    void a_text_is_used_once_another_person_approved_it_and_until_the_next_one_is() {
        String shipped = said();
        Response proposed =
                post(reception(), "", null, text("received", "TTPVHCC {unit}: xin chào, đã nhận {code}. {link}"));
        proposed.then().statusCode(201).body("state", equalTo("PROPOSED")).body("version", equalTo(1));
        assertThat(said()).as("not before it is approved").isEqualTo(shipped);

        String first = proposed.jsonPath().getString("id");
        post(director(), "/" + first + "/decision", proposed.header("ETag"), Map.of("approve", true))
                .then()
                .statusCode(200)
                .body("state", equalTo("APPROVED"));
        assertThat(said())
                .isEqualTo("TTPVHCC xã Mường Sại: xin chào, đã nhận H52.712.00-261123-0001. https://example.vn/x/1");
        assertThat(wording.shortText(Story.MUONG_SAI, "received", "vi", FACTS, "x"))
                .as("of this unit only")
                .doesNotContain("xin chào");

        Response next = post(reception(), "", null, text("received", "TTPVHCC {unit}: {code}. {link}"));
        next.then().statusCode(201).body("version", equalTo(2));
        post(
                        director(),
                        "/" + next.jsonPath().getString("id") + "/decision",
                        next.header("ETag"),
                        Map.of("approve", true))
                .then()
                .statusCode(200);
        assertThat(said()).isEqualTo("TTPVHCC xã Mường Sại: H52.712.00-261123-0001. https://example.vn/x/1");
        given().auth()
                .oauth2(director())
                .queryParam("unit", unit)
                .get(PATH)
                .then()
                .statusCode(200)
                .body("items.state", contains("APPROVED", "RETIRED"));
    }

    @Test
    void who_proposed_it_does_not_approve_it_and_what_is_decided_stays() {
        Response own = post(director(), "", null, text("received", "{unit}: {code}"));
        String id = own.jsonPath().getString("id");
        post(director(), "/" + id + "/decision", own.header("ETag"), Map.of("approve", true))
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/own-proposal"));
        String second = TestTokens.builder()
                .subject("pho-giam-doc")
                .roles("director")
                .units(unit)
                .token();
        Response rejected = post(second, "/" + id + "/decision", own.header("ETag"), Map.of("approve", false));
        rejected.then().statusCode(200).body("state", equalTo("REJECTED"));
        post(second, "/" + id + "/decision", rejected.header("ETag"), Map.of("approve", true))
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/text-decided"));
        post(second, "/" + id + "/decision", null, Map.of("approve", true))
                .then()
                .statusCode(428);
        post(second, "/" + id + "/decision", "\"0\"", Map.of("approve", true))
                .then()
                .statusCode(412);
        String elsewhere = TestTokens.officer("director", Story.QUYNH_NHAI);
        post(elsewhere, "/" + id + "/decision", "\"1\"", Map.of("approve", true))
                .then()
                .statusCode(404);
    }

    @Test
    void names_procedures_and_unknown_variables_are_refused_when_it_is_saved() {
        post(reception(), "", null, text("received", "Ông {name}: {code} {procedure}"))
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/validation"))
                .body("violations.pointer", hasItem("/text"));
        post(reception(), "", null, text("no-such-template", "{unit}: {code}"))
                .then()
                .statusCode(400)
                .body("violations.pointer", contains("/template"));
        post(TestTokens.officer("reception", Story.QUYNH_NHAI), "", null, text("received", "{code}"))
                .then()
                .statusCode(403);
        post(TestTokens.officer("cashier", unit), "", null, text("received", "{code}"))
                .then()
                .statusCode(403);
    }

    @Test
    void a_variable_of_another_template_is_refused_when_it_is_saved_and_when_it_is_previewed() {
        Map<String, Object> never = text("result-ready", "TTPVHCC {unit}: hồ sơ {code} trả {promised}. {link}");
        for (String path : new String[] {"", "/preview"}) {
            post(reception(), path, null, never)
                    .then()
                    .statusCode(400)
                    .body("violations.pointer", hasItem("/text"))
                    .body("violations.message.toString()", containsString("promised"));
        }
    }

    @Test
    void own_words_that_come_to_nothing_or_lose_the_code_give_way_to_the_shipped_ones() {
        String shipped = said();
        approved("SMS", "Hồ sơ {code} hẹn trả {due}.");
        approved("EMAIL", "Hồ sơ {code} hẹn trả {due}.");
        assertThat(said()).as("no appointment, no line").isEqualTo(shipped).contains("H52.712.00-261123-0001");
        assertThat(letter()).isNull();

        approved("SMS", "Trung tâm {unit} xin chào.\nHồ sơ {code} hẹn trả {due}.");
        approved("EMAIL", "Trung tâm {unit} xin chào.\nHồ sơ {code} hẹn trả {due}.");
        assertThat(said()).as("a greeting without the code").isEqualTo(shipped);
        assertThat(letter()).isNull();

        approved("EMAIL", "Hồ sơ {code}.\nHẹn trả {due}.");
        assertThat(letter()).isEqualTo("Hồ sơ H52.712.00-261123-0001.");
    }

    private String letter() {
        return wording.letter(unit, "received", "vi", FACTS, "https://example.vn/x/1");
    }

    private void approved(String channel, String words) {
        Map<String, Object> body = new HashMap<>(text("received", words));
        body.put("channel", channel);
        Response proposed = post(reception(), "", null, body);
        String path = "/" + proposed.jsonPath().getString("id") + "/decision";
        post(director(), path, proposed.header("ETag"), Map.of("approve", true))
                .then()
                .statusCode(200);
    }

    @Test
    void a_preview_shows_what_is_billed_and_stores_nothing() {
        post(
                        reception(),
                        "/preview",
                        null,
                        text("received", "TTPVHCC {unit}: đã nhận hồ sơ {code}, hẹn {due}. Xem {link}"))
                .then()
                .statusCode(200)
                .body("encoding", equalTo("GSM7"))
                .body(
                        "segments",
                        contains(
                                "TTPVHCC xa Muong Sai: da nhan ho so H52.712.00-261123-0001, hen 17:00 24/11/2026. Xem https://example.vn/x/0123456789ab"));
        given().auth()
                .oauth2(director())
                .queryParam("unit", unit)
                .get(PATH)
                .then()
                .body("items.size()", equalTo(0));
    }
}
