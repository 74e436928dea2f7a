package vn.motcua.notification.giveback;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static vn.motcua.notification.giveback.Returns.*;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.devstack.TestEvents;
import vn.motcua.devstack.TestTokens;
import vn.motcua.notification.contract.Contracts;
import vn.motcua.notification.dossier.Action;
import vn.motcua.notification.dossier.Stage;
import vn.motcua.notification.support.Service;
import vn.motcua.notification.support.Story;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

@QuarkusTest
class ReturnResourceTest {

    @BeforeEach
    void names() {
        Service.ready();
    }

    @Test
    void the_story_of_a_result_with_a_refused_answer_on_the_way() {
        UUID result = UUID.randomUUID();
        Story story = new Story().decided(result);
        awaitState(story.id, "ANNOUNCED", false);
        Service.reception()
                .get(PATH + "/" + story.id)
                .then()
                .statusCode(200)
                .body("holds", equalTo("RESULT"))
                .body("resultId", equalTo(result.toString()))
                .body("code", equalTo(story.code))
                .body("allowedActions", contains("HAND_OVER", "POST", "SHELVE"))
                .body("handedOver", nullValue());

        act(Service.reception(), story.id, etag(story.id), TO_OWNER)
                .then()
                .statusCode(200)
                .body("state", equalTo("HANDED_OVER"))
                .body("pending", equalTo(true))
                .body("allowedActions", empty())
                .body("handedOver.collector", equalTo("OWNER"))
                .body("handedOver.officer", equalTo("Cán bộ reception"));
        act(Service.reception(), story.id, etag(story.id), TO_OWNER)
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/return-pending"));

        story.answer(offer(story.id, 1), false, "FEES_SETTLED");
        awaitState(story.id, "ANNOUNCED", false);
        Service.reception()
                .get(PATH + "/" + story.id)
                .then()
                .body("refusedReason", equalTo("FEES_SETTLED"))
                .body("handedOver", nullValue())
                .body("allowedActions", contains("HAND_OVER", "POST", "SHELVE"));

        act(Service.reception(), story.id, etag(story.id), TO_OWNER).then().statusCode(200);
        story.answer(offer(story.id, 2), true, null);
        awaitState(story.id, "HANDED_OVER", false);
        Service.awaitTemplates(story.id, "received", "transferred", "result-ready", "returned");
        act(Service.reception(), story.id, etag(story.id), TO_OWNER)
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/action-not-allowed"))
                .body("allowed", empty());
        assertThat(waiting()).doesNotContain(story.id.toString());
        published(story.id);
    }

    /** What was told fits the schema, in order, and rests on the dossier's acts. */
    private static void published(UUID dossier) {
        List<TestEvents.Received> told = told(dossier);
        assertThat(told)
                .extracting(e -> e.data().get("act").asText())
                .containsExactly("OPENED", "ANNOUNCED", "HAND_OVER", "HAND_OVER");
        Instant last = Instant.MIN;
        for (TestEvents.Received event : told) {
            assertThat(event.type()).isEqualTo(ReturnProgressed.TYPE);
            assertThat(Contracts.violations(ReturnProgressed.TOPIC, event.data()))
                    .isEmpty();
            Instant at = Instant.parse(event.data().get("effectiveAt").asText());
            assertThat(at).isAfterOrEqualTo(last);
            last = at;
        }
        assertThat(told.get(0).data().get("basedOnSequence").asLong()).isEqualTo(3);
        assertThat(told.get(3).data().get("basedOnSequence").asLong()).isEqualTo(4);
        assertThat(told.get(0).data().get("causedBy").isNull()).isFalse();
        assertThat(told.get(2).data().get("causedBy").isNull()).isTrue();
    }

    @Test
    void an_answer_delivered_twice_or_to_somebody_else_changes_nothing() {
        Story story = new Story().decided(UUID.randomUUID());
        awaitState(story.id, "ANNOUNCED", false);
        act(Service.reception(), story.id, etag(story.id), TO_OWNER).then().statusCode(200);
        story.answer(UUID.randomUUID(), false, "STALE");
        story.tell(Action.CORRECT, Stage.DECIDED);
        Service.awaitTemplates(story.id, "received", "transferred", "result-ready", "corrected");

        awaitState(story.id, "HANDED_OVER", true);
    }

    @Test
    void an_act_never_takes_effect_before_the_dossiers_act_it_rests_on() {
        Instant ahead = Instant.parse("2027-01-05T03:00:00Z");
        Story story = new Story().at(ahead).decided(UUID.randomUUID());
        awaitState(story.id, "ANNOUNCED", false);
        act(Service.reception(), story.id, etag(story.id), TO_OWNER).then().statusCode(200);
        offer(story.id, 1);

        assertThat(told(story.id))
                .extracting(e -> Instant.parse(e.data().get("effectiveAt").asText()))
                .containsOnly(ahead);
    }

    @Test
    void nothing_is_handed_over_while_fees_are_open() {
        Story story = new Story().with(s -> s.put("feesOpen", true)).decided(UUID.randomUUID());
        awaitState(story.id, "ANNOUNCED", false);
        assertThat(one(story.id).<String>getList("allowedActions")).doesNotContain("HAND_OVER");

        act(Service.reception(), story.id, etag(story.id), TO_OWNER)
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/fees-open"))
                .body("title", equalTo("Hồ sơ còn khoản phí, lệ phí chưa nộp"));
        story.with(s -> s.put("feesOpen", false)).tell(Action.PAY, Stage.DECIDED);
        await().atMost(Service.SOON).until(() -> !one(story.id).getBoolean("feesOpen"));
        act(Service.reception(), story.id, etag(story.id), TO_OWNER).then().statusCode(200);
    }

    @Test
    void originals_of_a_stopped_dossier_are_given_back_and_the_dossier_stays_stopped() {
        Story story = new Story().received();
        story.tell(Action.ASK_WITHDRAWAL, Stage.WITHDRAWAL_REQUESTED);
        story.with(s -> s.put("originalsHeld", true)).tell(Action.CONFIRM, Stage.STOPPED);
        awaitState(story.id, "ANNOUNCED", false);
        assertThat(one(story.id).getString("holds")).isEqualTo("ORIGINALS");

        act(
                        Service.reception(),
                        story.id,
                        etag(story.id),
                        "{\"action\":\"HAND_OVER\",\"collector\":\"AUTHORISED\",\"how\":\"IDENTITY\",\"person\":{\"name\":\"Lò Văn Tủa\",\"relation\":\"CHILD\",\"proxy\":\"FAMILY\"}}")
                .then()
                .statusCode(200);
        story.with(s -> s.put("originalsHeld", false)).answer(offer(story.id, 1), true, null);
        awaitState(story.id, "HANDED_OVER", false);
        Service.awaitTemplates(story.id, "received", "withdrawal", "stopped-collect", "originals-returned");
    }

    @Test
    void a_refused_dossier_without_originals_has_nothing_to_return() {
        Story story = new Story().with(s -> s.put("originalsHeld", false));
        story.tell(Action.REFUSE, Stage.PREPARING, Stage.REFUSED);
        Service.awaitTemplates(story.id, "refused");

        Service.reception().get(PATH + "/" + story.id).then().statusCode(404);
    }

    @Test
    void a_reissue_replaces_the_result_before_and_after_the_hand_over() {
        Story story = new Story().decided(UUID.randomUUID());
        awaitState(story.id, "ANNOUNCED", false);
        UUID newer = UUID.randomUUID();
        story.with(s -> s.put("resultId", newer.toString())).tell(Action.REISSUE, Stage.DECIDED);

        await().atMost(Service.SOON)
                .until(() -> newer.toString().equals(one(story.id).getString("resultId")));
        assertThat(one(story.id).getString("state")).isEqualTo("ANNOUNCED");
    }

    @Test
    void a_change_needs_the_etag_it_has_seen() {
        Story story = new Story().decided(UUID.randomUUID());
        awaitState(story.id, "ANNOUNCED", false);

        act(Service.reception(), story.id, null, TO_OWNER).then().statusCode(428);
        act(Service.reception(), story.id, "\"1\"", TO_OWNER)
                .then()
                .statusCode(412)
                .body("etag", equalTo(etag(story.id)))
                .body("current.state", equalTo("ANNOUNCED"));
        awaitState(story.id, "ANNOUNCED", false);
    }

    @Test
    void a_repeated_hand_over_gets_the_first_answer_and_is_offered_once() {
        Story story = new Story().decided(UUID.randomUUID());
        awaitState(story.id, "ANNOUNCED", false);
        String etag = etag(story.id);
        String key = UUID.randomUUID().toString();
        for (int i = 0; i < 2; i++) {
            Service.reception()
                    .header("Idempotency-Key", key)
                    .header("If-Match", etag)
                    .body(TO_OWNER)
                    .post(PATH + "/" + story.id + "/actions")
                    .then()
                    .statusCode(200)
                    .body("pending", equalTo(true));
        }
        offer(story.id, 1);
        assertThat(told(story.id)).hasSize(3);
    }

    @Test
    void only_reception_of_the_returning_unit_hands_over() {
        Story story =
                new Story().with(s -> s.put("returningUnit", Story.QUYNH_NHAI)).decided(UUID.randomUUID());
        awaitState(story.id, "ANNOUNCED", false);
        String etag = etag(story.id);

        act(Service.reception(), story.id, etag, TO_OWNER)
                .then()
                .statusCode(403)
                .body("type", equalTo("/problems/forbidden"));
        act(Service.as("reception", "75-25270-20250701"), story.id, etag, TO_OWNER)
                .then()
                .statusCode(404);
        for (String role : new String[] {"specialist", "director", "cashier"}) {
            act(Service.as(role, Story.QUYNH_NHAI), story.id, etag, TO_OWNER)
                    .then()
                    .statusCode(403);
        }
        act(given().contentType(ContentType.JSON), story.id, etag, TO_OWNER)
                .then()
                .statusCode(401);
        assertThat(one(story.id).<String>getList("allowedActions")).doesNotContain("HAND_OVER");
        act(Service.as("reception", Story.QUYNH_NHAI), story.id, etag, TO_OWNER)
                .then()
                .statusCode(200);
    }

    @Test
    void a_body_that_is_not_a_known_act_changes_nothing() {
        Story story = new Story().decided(UUID.randomUUID());
        awaitState(story.id, "ANNOUNCED", false);
        for (String body : List.of(
                "{}",
                "{\"action\":\"PLACE\"}",
                "{\"action\":\"HAND_OVER\"}",
                "{\"action\":\"HAND_OVER\",\"collector\":\"NEIGHBOUR\",\"how\":\"SLIP\"}",
                "{\"action\":\"HAND_OVER\",\"collector\":\"OWNER\",\"how\":\"SLIP\",\"name\":\"x\"}",
                "[]",
                "null",
                "not json")) {
            act(Service.reception(), story.id, etag(story.id), body).then().statusCode(400);
        }
        act(Service.reception(), UUID.randomUUID(), "\"1\"", TO_OWNER).then().statusCode(404);
        awaitState(story.id, "ANNOUNCED", false);
    }

    @Test
    void the_list_shows_each_unit_its_own_and_pages_by_key() {
        Story here = new Story().decided(UUID.randomUUID());
        Story too = new Story().decided(UUID.randomUUID());
        Story there =
                new Story().with(s -> s.put("returningUnit", Story.QUYNH_NHAI)).decided(UUID.randomUUID());
        awaitState(here.id, "ANNOUNCED", false);
        awaitState(too.id, "ANNOUNCED", false);
        awaitState(there.id, "ANNOUNCED", false);

        assertThat(waiting()).contains(here.id.toString(), too.id.toString()).doesNotContain(there.id.toString());
        Service.as("reception", Story.QUYNH_NHAI)
                .queryParam("unit", Story.QUYNH_NHAI)
                .queryParam("limit", 100)
                .get(PATH)
                .then()
                .body("items.dossierId", hasItem(there.id.toString()))
                .body("items.dossierId", not(hasItem(here.id.toString())));
        Service.reception()
                .queryParam("unit", Story.QUYNH_NHAI)
                .get(PATH)
                .then()
                .statusCode(200)
                .body("items", empty());
        pages(here.id.toString(), too.id.toString());
    }

    private static void pages(String... wanted) {
        List<String> all = new java.util.ArrayList<>();
        String after = null;
        do {
            RequestSpecification request = Service.reception().queryParam("limit", 1);
            JsonPath page = (after == null ? request : request.queryParam("after", after))
                    .get(PATH)
                    .jsonPath();
            assertThat(page.getList("items")).hasSizeLessThanOrEqualTo(1);
            all.addAll(page.getList("items.dossierId"));
            after = page.getString("next");
        } while (after != null);
        assertThat(all).doesNotHaveDuplicates().contains(wanted);
    }

    @Test
    void bad_questions_get_a_clear_answer() {
        Service.reception().queryParam("unit", "x\0").get(PATH).then().statusCode(400);
        Service.reception().queryParam("limit", 101).get(PATH).then().statusCode(400);
        String far = vn.motcua.platform.paging.Cursor.encode(
                "+999999-01-01T00:00:00Z", UUID.randomUUID().toString());
        for (String cursor : List.of("%%%", "QUJD", far)) {
            Service.reception()
                    .queryParam("after", cursor)
                    .get(PATH)
                    .then()
                    .statusCode(400)
                    .body("type", equalTo("/problems/invalid-cursor"));
        }
        given().auth().oauth2(TestTokens.citizen("x")).get(PATH).then().statusCode(403);
    }
}
