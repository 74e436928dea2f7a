package vn.motcua.notification.giveback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
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
import vn.motcua.notification.contract.Contracts;
import vn.motcua.notification.dossier.Action;
import vn.motcua.notification.dossier.Stage;
import vn.motcua.notification.support.Service;
import vn.motcua.notification.support.Story;
import vn.motcua.paper.proof.Archivable;
import vn.motcua.paper.proof.PrintedPage;
import vn.motcua.platform.sql.Sql;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** What is to be posted, what both look at before they sign, and what turns up again. */
@QuarkusTest
class PostListResourceTest {
    private static final String WAITING = LISTS + "/waiting?unit=" + Story.MUONG_SAI;
    private static final String PREVIEW = LISTS + "/preview.pdf?unit=" + Story.MUONG_SAI;

    @Inject
    AgroalDataSource source;

    @BeforeEach
    void nothingWaits() {
        Service.ready();
        int waiting = waitingForThePost(source);
        if (waiting > 0) {
            PostResourceTest.sign(waiting).then().statusCode(201);
        }
    }

    @Test
    void originals_of_a_stopped_dossier_are_to_be_posted_and_the_postman_is_told() {
        Story story = new Story()
                .with(s -> s.put("returnMode", "POST").put("originalsHeld", true))
                .received();
        story.tell(Action.ASK_WITHDRAWAL, Stage.WITHDRAWAL_REQUESTED);
        story.tell(Action.CONFIRM, Stage.STOPPED);
        awaitState(story.id, "ANNOUNCED", false);
        assertThat(Service.templates(story.id)).contains("pick-up-originals", "stopped-collect");
        toMakeUp().then().body("toMakeUp.dossierId", hasItem(story.id.toString()));
        post(story, slip(), "[{\"component\":\"2.000815-01\",\"pieces\":1}]")
                .then()
                .statusCode(200);
        toMakeUp()
                .then()
                .body("toMakeUp.dossierId", not(hasItem(story.id.toString())))
                .body("consignments", hasSize(1))
                .body("consignments[0].result", equalTo(false))
                .body("consignments[0].wished", equalTo(true));
    }

    @Test
    void who_changes_to_the_post_after_the_decision_is_to_be_posted_and_the_postman_is_told_once() {
        Story story = new Story()
                .with(s -> s.put("returnMode", "COUNTER").put("originalsHeld", false))
                .decided(UUID.randomUUID());
        awaitState(story.id, "ANNOUNCED", false);
        toMakeUp().then().body("toMakeUp.dossierId", not(hasItem(story.id.toString())));
        story.with(s -> s.put("returnMode", "POST")).tell(Action.CORRECT, Stage.DECIDED);
        story.tell(Action.CORRECT, Stage.DECIDED);
        await().atMost(Service.SOON).until(() -> times(story, "corrected") == 2);
        assertThat(times(story, "pick-up")).isEqualTo(1);
        toMakeUp().then().body("toMakeUp.dossierId", hasItem(story.id.toString()));
    }

    @Test
    void the_list_is_looked_at_before_it_is_signed_and_says_that_it_is_a_preview() throws Exception {
        Service.reception().get(PREVIEW).then().statusCode(404);
        Story story = byPost();
        String slip = slip();
        post(story, slip, "[]").then().statusCode(200);
        byte[] pdf = Service.reception()
                .get(PREVIEW)
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        assertThat(Archivable.faults(pdf)).isEmpty();
        assertThat(PrintedPage.text(pdf).replaceAll("\\s+", " "))
                .containsIgnoringCase("bản xem trước – chưa ký")
                .contains(slip, "Quàng Thị Vui")
                .doesNotContain("BGBC");
        Service.as("auditor", Story.MUONG_SAI)
                .get("/api/notification/address-readings?limit=1")
                .then()
                .body("items[0].what", equalTo("POST_LIST"))
                .body("items[0].lines", equalTo(1));
        Service.as("reception", Story.QUYNH_NHAI).get(PREVIEW).then().statusCode(403);
        Service.as("reception", Story.QUYNH_NHAI).get(WAITING).then().statusCode(403);
        Service.as("cashier", Story.MUONG_SAI).get(PREVIEW).then().statusCode(403);
        assertThat(waitingForThePost(source)).isEqualTo(1);
    }

    @Test
    void what_is_signed_is_exactly_what_was_looked_at() {
        Story first = byPost();
        String slip = slip();
        post(first, slip.toLowerCase(), "[]").then().statusCode(200);
        String seen = seen();
        Story second = byPost();
        String added = slip();
        post(second, added, "[]").then().statusCode(200);
        sign(seen, 1, null)
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/list-changed"))
                .body("added", contains(added))
                .body("changed", hasSize(0))
                .body("gone", hasSize(0));
        String both = seen();
        post(first, slip, "[]").then().statusCode(200);
        sign(both, 2, null)
                .then()
                .statusCode(409)
                .body("changed", contains(slip))
                .body("added", hasSize(0));
        String corrected = seen();
        act(Service.reception(), second.id, etag(second.id), TO_OWNER).then().statusCode(200);
        sign(corrected, 2, null).then().statusCode(409).body("gone", hasSize(1));
        sign(seen(), 1, null).then().statusCode(201).body("items", equalTo(1));
        assertThat(one(first.id).getString("consignment.dispatchedAt")).isNotNull();
        assertThat(one(second.id).<Object>get("consignment.dispatchedAt")).isNull();
    }

    @Test
    void papers_stand_on_the_list_by_their_words() {
        Story story = new Story()
                .with(s -> {
                    JsonNode procedure = Contracts.example("catalog.procedures", "birth-registration")
                            .data();
                    s.put("returnMode", "POST").put("originalsHeld", true);
                    s.put("procedureCode", procedure.get("code").asText())
                            .put("procedureVersion", procedure.get("version").asInt());
                })
                .decided(UUID.randomUUID());
        awaitState(story.id, "ANNOUNCED", false);
        post(
                        story,
                        slip(),
                        "[{\"component\":\"1.001193-01\",\"pieces\":1},{\"component\":\"along-2\",\"pieces\":3},"
                                + "{\"component\":\"1.001193-99\",\"pieces\":1}]")
                .then()
                .statusCode(200);
        String list = PostResourceTest.sign(1)
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getString("id");
        assertThat(Service.reception().get(LISTS + "/" + list + "/page").asString())
                .contains(
                        "Trường hợp trẻ em bị bỏ rơi thì phải có biên bản về việc trẻ bị bỏ rơi do cơ quan có thẩm … × 1")
                .contains("giấy tờ gửi kèm số 2 × 3", "thành phần hồ sơ số 99 × 1")
                .doesNotContain("1.001193-01", "along-2");
    }

    @Test
    void what_was_reported_lost_and_turns_up_is_on_its_way_again_and_delivered() {
        Story story = byPost();
        post(story, slip(), "[]").then().statusCode(200);
        act(Service.reception(), story.id, etag(story.id), "{\"action\":\"FOUND\"}")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/action-not-allowed"));
        PostResourceTest.sign(1).then().statusCode(201);
        OwedByPostResourceTest.undeliverable(story, "LOST").then().statusCode(200);
        act(Service.reception(), story.id, "\"1\"", "{\"action\":\"FOUND\"}")
                .then()
                .statusCode(412)
                .body("current.action", equalTo("UNDELIVERABLE"))
                .body("current.role", equalTo("reception"));
        act(Service.as("reception", Story.QUYNH_NHAI), story.id, etag(story.id), "{\"action\":\"FOUND\"}")
                .then()
                .statusCode(404);
        act(Service.reception(), story.id, etag(story.id), "{\"action\":\"FOUND\"}")
                .then()
                .statusCode(200)
                .body("state", equalTo("POSTED"))
                .body("consignment.failure", nullValue())
                .body("allowedActions", contains("DELIVERED", "UNDELIVERABLE"));
        assertThat(Sql.query(
                        source,
                        "select found_after from consignment where dossier_id = ? and found_at is not null",
                        row -> row.getString(1),
                        story.id))
                .containsExactly("LOST");
        act(Service.reception(), story.id, etag(story.id), DELIVERED.formatted(Instant.now()))
                .then()
                .statusCode(200)
                .body("state", equalTo("DELIVERED"));
        act(Service.reception(), story.id, etag(story.id), "{\"action\":\"FOUND\"}")
                .then()
                .statusCode(409);
    }

    @Test
    void what_lies_on_the_shelf_is_not_found_once_more() {
        Story story = byPost();
        post(story, slip(), "[]").then().statusCode(200);
        PostResourceTest.sign(1).then().statusCode(201);
        OwedByPostResourceTest.undeliverable(story, "NOT_TAKEN").then().statusCode(200);
        act(Service.reception(), story.id, etag(story.id), "{\"action\":\"SHELVE\"}")
                .then()
                .statusCode(200);
        act(Service.reception(), story.id, etag(story.id), "{\"action\":\"FOUND\"}")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/action-not-allowed"));
    }

    @Test
    void whoever_comes_too_late_learns_who_did_what_and_when_whatever_it_was() {
        Story story = byPost();
        String stale = etag(story.id);
        act(Service.reception(), story.id, stale, "{\"action\":\"SHELVE\"}")
                .then()
                .statusCode(200);
        String officer = "current.officer";
        act(Service.reception(), story.id, stale, "{\"action\":\"SHELVE\"}")
                .then()
                .statusCode(412)
                .body("current.state", equalTo("ON_SHELF"))
                .body("current.action", equalTo("SHELVED"))
                .body("current.role", equalTo("reception"))
                .body(officer, not(nullValue()));
        String next = etag(story.id);
        Instant anew = Instant.now().plus(3, ChronoUnit.SECONDS).truncatedTo(ChronoUnit.SECONDS);
        story.at(anew)
                .with(s -> s.put("resultId", UUID.randomUUID().toString()))
                .tell(Action.REISSUE, Stage.DECIDED);
        await().atMost(Service.SOON).until(() -> !next.equals(etag(story.id)));
        act(Service.reception(), story.id, next, TO_OWNER)
                .then()
                .statusCode(412)
                .body("current.action", equalTo("REISSUE"))
                .body("current.at", equalTo(anew.toString()));
    }

    /** What is seen to wait, as a request names it; one that does not exist where nothing waits. */
    static String seen() {
        List<Map<String, Object>> waiting =
                Service.reception().get(WAITING).jsonPath().getList("consignments");
        return waiting.isEmpty()
                ? "{\"id\":\"%s\",\"preparedAt\":\"2026-11-26T00:00:00Z\"}".formatted(UUID.randomUUID())
                : waiting.stream()
                        .map(each -> "{\"id\":\"%s\",\"preparedAt\":\"%s\"}"
                                .formatted(each.get("id"), each.get("preparedAt")))
                        .collect(Collectors.joining(","));
    }

    static Response sign(String seen, int counted, Instant handedOverAt) {
        return Service.reception()
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(
                        """
                        {"unit":"%s","postman":{"name":"Hà Văn Bưu","number":"BT-07"},"consignments":[%s],"counted":%d,
                         "signed":"ON_PAPER"%s}
                        """
                                .formatted(
                                        Story.MUONG_SAI,
                                        seen,
                                        counted,
                                        handedOverAt == null ? "" : ",\"handedOverAt\":\"" + handedOverAt + "\""))
                .post(LISTS);
    }

    private static Response toMakeUp() {
        return Service.reception().get(WAITING);
    }

    private static long times(Story story, String template) {
        return Service.templates(story.id).stream().filter(template::equals).count();
    }
}
