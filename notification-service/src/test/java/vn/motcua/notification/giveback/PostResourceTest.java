package vn.motcua.notification.giveback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static vn.motcua.notification.giveback.Returns.*;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
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
import vn.motcua.platform.sql.Sql;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** A result goes back by post: made up, taken by the postman, signed for or back again. */
@QuarkusTest
class PostResourceTest {
    static final String LISTS = "/api/notification/post-lists";
    static final String DELIVERED = "{\"action\":\"DELIVERED\",\"at\":\"%s\",\"signedBy\":\"Quàng Văn Hặc\"}";

    @Inject
    AgroalDataSource source;

    @BeforeEach
    void nothingWaits() {
        Service.ready();
        int waiting = waitingForThePost(source);
        if (waiting > 0) {
            sign(waiting).then().statusCode(201);
        }
    }

    @Test
    void the_story_of_a_result_that_goes_by_post_and_is_signed_for() {
        Story story = byPost();
        assertThat(Service.templates(story.id)).contains("pick-up", "result-ready");
        Response posted = post(story, slip(), "[]");
        posted.then()
                .statusCode(200)
                .body("state", equalTo("POSTED"))
                .body("pending", equalTo(false))
                .body("consignment.dispatchedAt", nullValue())
                .body("allowedActions", contains("HAND_OVER", "POST", "SHELVE"));
        assertThat(posted.asString()).doesNotContain("Bản Nong", "Vui");
        act(Service.reception(), story.id, etag(story.id), DELIVERED.formatted(Instant.now()))
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/not-dispatched"));
        sign(1).then().statusCode(201).body("number", notNullValue()).body("items", equalTo(1));
        assertThat(one(story.id).<String>getList("allowedActions")).containsExactly("DELIVERED", "UNDELIVERABLE");
        post(story, slip(), "[]").then().statusCode(409).body("type", equalTo("/problems/dispatched"));
        act(Service.reception(), story.id, etag(story.id), TO_OWNER)
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/dispatched"));
        act(
                        Service.reception(),
                        story.id,
                        etag(story.id),
                        DELIVERED.formatted(Instant.now().plusSeconds(3600)))
                .then()
                .statusCode(400);
        act(Service.reception(), story.id, etag(story.id), DELIVERED.formatted(Instant.now()))
                .then()
                .statusCode(200)
                .body("state", equalTo("DELIVERED"))
                .body("pending", equalTo(true));
        UUID offer = await().atMost(Service.SOON)
                .until(
                        () -> told(story.id).stream()
                                .filter(e ->
                                        "DELIVERED".equals(e.data().get("act").asText()))
                                .findFirst(),
                        java.util.Optional::isPresent)
                .orElseThrow()
                .id();
        story.answer(offer, true, null);
        awaitState(story.id, "DELIVERED", false);
        assertThat(waiting()).doesNotContain(story.id.toString());
        told(story.id).forEach(event -> {
            assertThat(Contracts.violations(ReturnProgressed.TOPIC, event.data()))
                    .isEmpty();
            assertThat(event.data().toString()).doesNotContain("Quàng", "Bản Nong", "RR");
        });
        consignment(story).then().body("outcome.signedBy", equalTo("Quàng Văn Hặc"));
    }

    @Test
    void what_comes_back_is_laid_on_the_shelf_and_sent_once_more_or_fetched() {
        Story story = byPost();
        post(story, slip(), "[]").then().statusCode(200);
        sign(1).then().statusCode(201);
        act(
                        Service.reception(),
                        story.id,
                        etag(story.id),
                        "{\"action\":\"UNDELIVERABLE\",\"at\":\"%s\",\"reasonCode\":\"ADDRESSEE_AWAY\"}"
                                .formatted(Instant.now()))
                .then()
                .statusCode(200)
                .body("state", equalTo("UNDELIVERABLE"))
                .body("consignment.failure", equalTo("ADDRESSEE_AWAY"))
                .body("allowedActions", contains("SHELVE", "FOUND"));
        act(Service.reception(), story.id, etag(story.id), "{\"action\":\"SHELVE\"}")
                .then()
                .statusCode(200)
                .body("state", equalTo("ON_SHELF"))
                .body("allowedActions", contains("HAND_OVER", "POST", "SHELVE"));
        post(story, slip(), "[]").then().statusCode(200).body("state", equalTo("POSTED"));
        act(Service.reception(), story.id, etag(story.id), TO_OWNER)
                .then()
                .statusCode(200)
                .body("state", equalTo("HANDED_OVER"));
        assertThat(waitingForThePost(source)).isZero();
    }

    @Test
    void originals_that_are_held_go_back_with_the_result() {
        Story story = new Story()
                .with(s -> s.put("returnMode", "POST").put("originalsHeld", true))
                .decided(UUID.randomUUID());
        awaitState(story.id, "ANNOUNCED", false);
        assertThat(one(story.id).getBoolean("originalsHeld")).isTrue();
        post(story, slip(), "[]").then().statusCode(409).body("type", equalTo("/problems/originals-owed"));
        post(story, slip(), "[{\"component\":\"2.000815-01\",\"pieces\":2}]")
                .then()
                .statusCode(200);
        consignment(story)
                .then()
                .body("contents.originals[0].pieces", equalTo(2))
                .body("result", equalTo(true));
    }

    @Test
    void a_consignment_is_corrected_while_it_waits_and_a_slip_stands_on_one_only() {
        Story first = byPost();
        Story second = byPost();
        String slip = slip();
        post(first, slip, "[]").then().statusCode(200);
        post(second, slip, "[]").then().statusCode(409).body("type", equalTo("/problems/slip-used"));
        post(second, slip(), "[]").then().statusCode(200);
        post(second, slip, "[]").then().statusCode(409);
        String other = slip();
        post(first, other, "[]").then().statusCode(200).body("consignment.slip", equalTo(other));
        post(second, slip, "[]").then().statusCode(200);
    }

    @Test
    void both_count_before_they_sign_and_the_list_stays_as_it_was_signed() throws Exception {
        Story story = byPost();
        post(story, slip(), "[]").then().statusCode(200);
        sign(2).then()
                .statusCode(409)
                .body("type", equalTo("/problems/count-differs"))
                .body("waiting", equalTo(1));
        JsonPath list = sign(1).then().statusCode(201).extract().jsonPath();
        JsonPath next = signNext();
        assertThat(running(next)).isEqualTo(running(list) + 1);
        String path = LISTS + "/" + list.getString("id");
        String page = Service.reception()
                .get(path + "/page")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(page)
                .contains("Danh sách bàn giao bưu gửi", list.getString("number"), story.code)
                .contains("Quàng Thị Vui, 0912345645", "Bản Nong, xã Mường Sại", "30.000 đ", "kết quả giải quyết")
                .contains("Hà Văn Bưu, BT-07");
        byte[] pdf = Service.reception()
                .get(path + "/page.pdf")
                .then()
                .statusCode(200)
                .contentType("application/pdf")
                .extract()
                .asByteArray();
        Files.createDirectories(Path.of("target/forms"));
        Files.write(Path.of("target/forms/post-list.pdf"), pdf);
        assertThat(Archivable.faults(pdf)).isEmpty();
        assertThat(Service.reception().get(path + "/page.pdf").asByteArray()).isEqualTo(pdf);
        UUID id = UUID.fromString(list.getString("id"));
        assertThatThrownBy(() -> Sql.update(source, "update post_list set items = 9 where id = ?", id))
                .hasMessageContaining("never changes");
        Service.as("reception", Story.QUYNH_NHAI).get(path + "/page").then().statusCode(404);
        Service.as("auditor", Story.MUONG_SAI).get(path + "/page").then().statusCode(403);
    }

    @Test
    void addresses_are_sealed_read_by_the_duty_alone_and_every_look_is_noted() {
        Story story = byPost();
        post(story, slip(), "[]").then().statusCode(200);
        consignment(story).then().statusCode(200).body("contents.recipient.address", equalTo("Bản Nong, xã Mường Sại"));
        Service.as("cashier", Story.MUONG_SAI)
                .get(PATH + "/" + story.id + "/consignment")
                .then()
                .statusCode(403);
        Service.as("reception", Story.QUYNH_NHAI)
                .get(PATH + "/" + story.id + "/consignment")
                .then()
                .statusCode(404);
        Service.as("auditor", Story.MUONG_SAI)
                .get("/api/notification/address-readings?limit=1")
                .then()
                .statusCode(200)
                .body("items[0].what", equalTo("CONSIGNMENT"))
                .body("items[0].dossierId", equalTo(story.id.toString()));
        Service.reception().get("/api/notification/address-readings").then().statusCode(403);
        String raw = Sql.query(
                        source,
                        "select encode(recipient, 'escape') from consignment where dossier_id = ?",
                        row -> row.getString(1),
                        story.id)
                .get(0);
        assertThat(raw).doesNotContain("Bản Nong", "Vui");
    }

    @Test
    void a_dossier_that_is_fetched_at_the_counter_tells_the_post_nothing() {
        Story story = new Story().with(s -> s.put("returnMode", "COUNTER")).decided(UUID.randomUUID());
        Service.awaitTemplates(story.id, "received", "transferred", "result-ready");
    }

    @Test
    void the_person_does_not_find_what_was_told_to_the_post_in_the_inbox() {
        Story story = byPost();
        assertThat(Sql.query(
                        source,
                        "select audience from message where dossier_id = ? and template = 'pick-up'",
                        row -> row.getString(1),
                        story.id))
                .containsExactly("POST");
    }

    @Test
    void lists_are_read_page_by_page_newest_first() {
        List<String> made = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            made.add(0, signNext().getString("id"));
        }
        List<String> listed = new ArrayList<>();
        String after = "";
        do {
            JsonPath page = Service.reception()
                    .get(LISTS + "?limit=2&after=" + after)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            listed.addAll(page.getList("items.id"));
            after = page.getString("next");
        } while (after != null);
        assertThat(listed.stream().filter(made::contains)).containsExactlyElementsOf(made);
        Service.reception().get(LISTS + "?after=bm90aGluZw").then().statusCode(400);
    }

    @Test
    void an_act_the_table_does_not_allow_is_refused_with_those_it_does() {
        Story story = byPost();
        act(Service.reception(), story.id, etag(story.id), DELIVERED.formatted(Instant.now()))
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/action-not-allowed"))
                .body("allowed", contains("HAND_OVER", "POST", "SHELVE"));
        act(Service.as("director", Story.MUONG_SAI), story.id, "\"2\"", "{\"action\":\"SHELVE\"}")
                .then()
                .statusCode(403);
        act(Service.reception(), story.id, etag(story.id), "{\"action\":\"SHELVE\"}")
                .then()
                .statusCode(200);
        story.tell(Action.REISSUE, Stage.DECIDED);
    }

    static Story byPost() {
        Story story = new Story()
                .with(s -> s.put("returnMode", "POST").put("originalsHeld", false))
                .decided(UUID.randomUUID());
        awaitState(story.id, "ANNOUNCED", false);
        return story;
    }

    static String slip() {
        return "RR%09dVN".formatted(ThreadLocalRandom.current().nextInt(1_000_000_000));
    }

    static Response post(Story story, String slip, String originals) {
        return act(
                Service.reception(),
                story.id,
                etag(story.id),
                """
                {"action":"POST","consignment":{"slip":"%s","recipient":{"name":"Quàng Thị Vui","address":"Bản Nong, xã Mường Sại",
                 "phone":"0912345645"},"originals":%s,"postageVnd":30000}}
                """
                        .formatted(slip, originals));
    }

    static Response consignment(Story story) {
        return Service.reception().get(PATH + "/" + story.id + "/consignment");
    }

    /** Signs what is seen to wait. */
    static Response sign(int counted) {
        return PostListResourceTest.sign(PostListResourceTest.seen(), counted, null);
    }

    private static JsonPath signNext() {
        post(byPost(), slip(), "[]").then().statusCode(200);
        return sign(1).then().statusCode(201).extract().jsonPath();
    }

    private static int running(JsonPath list) {
        return Integer.parseInt(list.getString("number").split("/")[0]);
    }

    static int waitingForThePost(AgroalDataSource source) {
        return Sql.query(
                        source,
                        "select count(*) from consignment where unit = ? and dispatched_at is null and withdrawn_at is null and fetched_at is null and replaced_at is null",
                        row -> row.getInt(1),
                        Story.MUONG_SAI)
                .get(0);
    }
}
