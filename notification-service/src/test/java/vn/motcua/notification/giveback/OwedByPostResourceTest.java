package vn.motcua.notification.giveback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static vn.motcua.notification.giveback.PostResourceTest.*;
import static vn.motcua.notification.giveback.Returns.*;

import com.fasterxml.jackson.databind.JsonNode;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.devstack.TestEvents;
import vn.motcua.notification.contract.Contracts;
import vn.motcua.notification.dossier.Action;
import vn.motcua.notification.dossier.Stage;
import vn.motcua.notification.support.Service;
import vn.motcua.notification.support.Story;
import vn.motcua.platform.sql.Sql;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/** What goes by post is what is owed: originals whole, the newest result, and nothing twice. */
@QuarkusTest
class OwedByPostResourceTest {
    @Inject
    AgroalDataSource source;

    @BeforeEach
    void nothingWaits() {
        Service.ready();
        int waiting = PostResourceTest.waitingForThePost(source);
        if (waiting > 0) {
            sign(waiting).then().statusCode(201);
        }
    }

    @Test
    void every_original_that_is_held_goes_back_whole_and_the_dossier_is_told_which() {
        Story story = new Story()
                .with(s -> {
                    s.put("returnMode", "POST").put("originalsHeld", true);
                    s.putArray("heldOriginals")
                            .addObject()
                            .put("component", "2.000815-01")
                            .put("pieces", 2);
                    s.withArray("heldOriginals")
                            .addObject()
                            .put("component", "2.000815-02")
                            .put("pieces", 1);
                })
                .decided(UUID.randomUUID());
        awaitState(story.id, "ANNOUNCED", false);
        post(story, slip(), "[{\"component\":\"2.000815-01\",\"pieces\":2}]")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/originals-owed"))
                .body("owed", contains("2.000815-02"));
        post(story, slip(), ORIGINALS.formatted(1)).then().statusCode(409).body("owed", contains("2.000815-01"));
        post(
                        story,
                        slip(),
                        "[{\"component\":\"2.000815-01\",\"pieces\":1},{\"component\":\"2.000815-01\",\"pieces\":1},"
                                + "{\"component\":\"2.000815-02\",\"pieces\":1}]")
                .then()
                .statusCode(400);
        post(story, slip(), ORIGINALS.formatted(2)).then().statusCode(200);
        sign(1).then().statusCode(201);
        Instant signed = Instant.now().truncatedTo(ChronoUnit.MICROS);
        delivered(story, signed).then().statusCode(200);
        JsonNode payload = toldOf(story.id, "DELIVERED", 1).data().get("payload");
        assertThat(payload.get("originals")).hasSize(2);
        assertThat(Instant.parse(payload.get("deliveredAt").asText())).isEqualTo(signed);
        assertThat(Contracts.violations(
                        ReturnProgressed.TOPIC, toldOf(story.id, "DELIVERED", 1).data()))
                .isEmpty();
    }

    @Test
    void what_was_signed_for_is_offered_once_more_as_the_post_said_and_cannot_come_back() {
        Story story = byPost();
        post(story, slip(), "[]").then().statusCode(200);
        sign(1).then().statusCode(201);
        act(Service.reception(), story.id, etag(story.id), "{\"action\":\"DELIVERED\"}")
                .then()
                .statusCode(400);
        Instant signed = Instant.now().truncatedTo(ChronoUnit.MICROS);
        delivered(story, signed).then().statusCode(200);
        story.answer(toldOf(story.id, "DELIVERED", 1).id(), false, "FEES_SETTLED");
        awaitState(story.id, "POSTED", false);
        assertThat(one(story.id).<String>getList("allowedActions")).containsExactly("DELIVERED");
        undeliverable(story, "ADDRESSEE_AWAY")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/already-delivered"));
        act(
                        Service.reception(),
                        story.id,
                        etag(story.id),
                        "{\"action\":\"DELIVERED\",\"at\":\"%s\",\"signedBy\":\"Ai đó khác\"}".formatted(Instant.now()))
                .then()
                .statusCode(200)
                .body("pending", equalTo(true));
        consignment(story).then().body("outcome.signedBy", equalTo("Quàng Văn Hặc"));
        assertThat(Instant.parse(toldOf(story.id, "DELIVERED", 2)
                        .data()
                        .at("/payload/deliveredAt")
                        .asText()))
                .isEqualTo(signed);
        assertThatThrownBy(() -> Sql.update(
                        source,
                        "update consignment set failed_at = now(), failed_reason = 'LOST' where dossier_id = ?",
                        story.id))
                .hasMessageContaining("consignment_one_outcome");
    }

    @Test
    void what_is_fetched_at_the_counter_waits_for_the_postman_again_where_the_dossier_refuses() {
        Story story = byPost();
        String slip = slip();
        post(story, slip, "[]").then().statusCode(200);
        act(Service.reception(), story.id, etag(story.id), TO_OWNER).then().statusCode(200);
        sign(1).then().statusCode(409).body("type", equalTo("/problems/list-changed"));
        story.answer(offer(story.id, 1), false, "FEES_SETTLED");
        awaitState(story.id, "POSTED", false);
        assertThat(one(story.id).getString("consignment.slip")).isEqualTo(slip);
        sign(1).then().statusCode(201);
    }

    @Test
    void what_is_fetched_at_the_counter_leaves_the_post_when_the_dossier_agrees() {
        Story story = byPost();
        post(story, slip(), "[]").then().statusCode(200);
        act(Service.reception(), story.id, etag(story.id), TO_OWNER).then().statusCode(200);
        story.answer(offer(story.id, 1), true, null);
        awaitState(story.id, "HANDED_OVER", false);
        assertThat(one(story.id).<Object>get("consignment")).isNull();
    }

    @Test
    void what_the_post_lost_is_laid_on_no_shelf_until_the_result_is_issued_anew() {
        Story story = byPost();
        post(story, slip(), "[]").then().statusCode(200);
        sign(1).then().statusCode(201);
        undeliverable(story, "LOST").then().statusCode(200).body("allowedActions", contains("FOUND"));
        act(Service.reception(), story.id, etag(story.id), "{\"action\":\"SHELVE\"}")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/not-come-back"));
        reissue(story);
        act(Service.reception(), story.id, etag(story.id), "{\"action\":\"SHELVE\"}")
                .then()
                .statusCode(200);
    }

    @Test
    void a_replaced_result_is_not_signed_away_while_it_waits_and_goes_once_it_is_made_up_anew() {
        Story story = byPost();
        post(story, slip(), "[]").then().statusCode(200);
        reissue(story);
        sign(1).then().statusCode(409).body("type", equalTo("/problems/list-changed"));
        post(story, slip(), "[]").then().statusCode(200).body("consignment.replacedAt", nullValue());
        sign(1).then().statusCode(201);
    }

    @Test
    void a_replaced_result_that_is_under_way_is_not_counted_as_the_new_one() {
        Story story = byPost();
        post(story, slip(), "[]").then().statusCode(200);
        sign(1).then().statusCode(201);
        reissue(story);
        delivered(story, Instant.now()).then().statusCode(409).body("type", equalTo("/problems/result-replaced"));
        undeliverable(story, "REPLACED").then().statusCode(200).body("allowedActions", contains("SHELVE", "FOUND"));
    }

    @Test
    void a_result_issued_anew_after_the_post_delivered_it_is_exchanged_at_the_counter() {
        Story story = byPost();
        post(story, slip(), "[]").then().statusCode(200);
        sign(1).then().statusCode(201);
        delivered(story, Instant.now()).then().statusCode(200);
        story.answer(toldOf(story.id, "DELIVERED", 1).id(), true, null);
        awaitState(story.id, "DELIVERED", false);
        assertThat(one(story.id).getList("allowedActions")).isEmpty();

        CollectedResourceTest.reissued(story);
        String paper = TO_OWNER.replace("HAND_OVER", "GIVE_PAPER");
        act(Service.reception(), story.id, etag(story.id), paper)
                .then()
                .statusCode(200)
                .body("state", equalTo("DELIVERED"));
        act(Service.reception(), story.id, etag(story.id), paper).then().statusCode(409);
    }

    @Test
    void what_nobody_wants_by_post_any_more_is_taken_out_before_the_postman_comes() {
        Story counter = byPost();
        Story electronic = byPost();
        String slip = slip();
        post(counter, slip, "[]").then().statusCode(200);
        post(electronic, slip(), "[]").then().statusCode(200);
        electronic
                .with(s -> s.put("returnMode", "ELECTRONIC").put("originalsHeld", false))
                .tell(Action.CORRECT, Stage.DECIDED);
        await().atMost(Service.SOON)
                .until(() -> "ELECTRONIC".equals(one(electronic.id).getString("returnMode")));
        String shelve = "{\"action\":\"SHELVE\",\"place\":\"B-01\"}";
        act(Service.reception(), counter.id, etag(counter.id), shelve)
                .then()
                .statusCode(200)
                .body("state", equalTo("ON_SHELF"))
                .body("consignment", nullValue());
        act(Service.reception(), electronic.id, etag(electronic.id), shelve)
                .then()
                .statusCode(200)
                .body("state", equalTo("PLACED"))
                .body("pending", equalTo(true));

        post(counter, slip, "[]").then().statusCode(200);
        sign(1).then().statusCode(201);
        act(Service.reception(), counter.id, etag(counter.id), shelve)
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/dispatched"));
    }

    private static final String ORIGINALS =
            "[{\"component\":\"2.000815-01\",\"pieces\":%d},{\"component\":\"2.000815-02\",\"pieces\":1}]";

    private static void reissue(Story story) {
        String result = UUID.randomUUID().toString();
        story.with(s -> s.put("resultId", result)).tell(Action.REISSUE, Stage.DECIDED);
        await().atMost(Service.SOON).until(() -> result.equals(one(story.id).getString("resultId")));
    }

    private static Response delivered(Story story, Instant at) {
        return act(Service.reception(), story.id, etag(story.id), DELIVERED.formatted(at));
    }

    static Response undeliverable(Story story, String reason) {
        return act(
                Service.reception(),
                story.id,
                etag(story.id),
                "{\"action\":\"UNDELIVERABLE\",\"at\":\"%s\",\"reasonCode\":\"%s\"}".formatted(Instant.now(), reason));
    }

    private static TestEvents.Received toldOf(UUID dossier, String act, int number) {
        List<TestEvents.Received> found = await().atMost(Service.SOON)
                .until(
                        () -> Returns.told(dossier).stream()
                                .filter(e -> act.equals(e.data().get("act").asText()))
                                .toList(),
                        all -> all.size() >= number);
        return found.get(number - 1);
    }
}
