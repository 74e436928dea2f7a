package vn.motcua.notification.giveback;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static vn.motcua.notification.giveback.Returns.*;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.notification.contract.Contracts;
import vn.motcua.notification.dossier.Action;
import vn.motcua.notification.dossier.Stage;
import vn.motcua.notification.support.Service;
import vn.motcua.notification.support.Story;
import vn.motcua.notification.support.TrackingCookie;
import vn.motcua.platform.identity.SubjectToken;

import java.time.Instant;
import java.util.UUID;

@QuarkusTest
class ElectronicReturnResourceTest {

    @BeforeEach
    void names() {
        Service.ready();
    }

    private static Story electronic() {
        return new Story().with(s -> s.put("returnMode", "ELECTRONIC").put("originalsHeld", false));
    }

    private static Response take(UUID dossier) {
        return given().redirects()
                .follow(false)
                .cookie(SubjectToken.COOKIE, TrackingCookie.of(dossier))
                .get("/hop-thu/ket-qua");
    }

    @Test
    void a_result_wished_electronically_is_returned_by_lying_in_the_inbox() {
        Story story = electronic().decided(UUID.randomUUID());
        awaitState(story.id, "PLACED", true);
        UUID offer = offer(story.id, "PLACED", 1);
        assertThat(told(story.id))
                .extracting(e -> e.data().get("act").asText())
                .containsExactly("OPENED", "ANNOUNCED", "PLACED");
        told(story.id).forEach(event -> assertThat(Contracts.violations(ReturnProgressed.TOPIC, event.data()))
                .isEmpty());

        story.answer(offer, true, null);
        awaitState(story.id, "PLACED", false);
        assertThat(waiting()).doesNotContain(story.id.toString());
        Service.awaitTemplates(story.id, "received", "transferred", "result-ready", "returned");
    }

    @Test
    void it_waits_for_the_fees_and_is_placed_with_their_payment() {
        Story story = electronic().with(s -> s.put("feesOpen", true)).decided(UUID.randomUUID());
        awaitState(story.id, "ANNOUNCED", false);
        assertThat(take(story.id).header("Location")).endsWith("/hop-thu");

        story.with(s -> s.put("feesOpen", false)).tell(Action.PAY, Stage.DECIDED);
        awaitState(story.id, "PLACED", true);
    }

    @Test
    void originals_that_are_held_lie_in_no_inbox_and_a_counter_result_stays_at_the_counter() {
        Story held = electronic().with(s -> s.put("originalsHeld", true)).decided(UUID.randomUUID());
        Story counter = new Story().decided(UUID.randomUUID());
        awaitState(held.id, "ANNOUNCED", false);
        awaitState(counter.id, "ANNOUNCED", false);
        counter.with(s -> s.put("returnMode", "ELECTRONIC").put("originalsHeld", false))
                .tell(Action.CORRECT, Stage.DECIDED);
        awaitState(counter.id, "PLACED", true);

        assertThat(one(held.id).getString("state")).isEqualTo("ANNOUNCED");
    }

    @Test
    void a_refusal_by_the_dossier_takes_it_back_and_the_next_change_offers_it_again() {
        Story story = electronic().decided(UUID.randomUUID());
        story.answer(offer(story.id, "PLACED", 1), false, "FEES_SETTLED");
        awaitState(story.id, "ANNOUNCED", false);
        assertThat(one(story.id).getString("refusedReason")).isEqualTo("FEES_SETTLED");
        assertThat(told(story.id)).hasSize(3);

        story.tell(Action.PAY, Stage.DECIDED);
        story.answer(offer(story.id, "PLACED", 2), true, null);
        awaitState(story.id, "PLACED", false);
    }

    @Test
    void taking_it_is_noted_first_last_and_how_often() {
        UUID result = UUID.randomUUID();
        Story story = electronic().decided(result);
        awaitState(story.id, "PLACED", true);
        assertThat(one(story.id).getInt("kept.downloads")).isZero();
        given().redirects()
                .follow(false)
                .cookie(SubjectToken.COOKIE, TrackingCookie.of(story.id))
                .head("/hop-thu/ket-qua");

        for (int i = 0; i < 2; i++) {
            Response taken = take(story.id);
            assertThat(taken.statusCode()).isEqualTo(303);
            assertThat(taken.header("Location")).endsWith("/api/processing/results/" + result);
        }
        JsonPath view = one(story.id);
        assertThat(view.getInt("kept.downloads")).isEqualTo(2);
        assertThat(view.getString("kept.firstDownload")).isLessThanOrEqualTo(view.getString("kept.lastDownload"));
        String inbox = given().cookie(SubjectToken.COOKIE, TrackingCookie.of(story.id))
                .get("/hop-thu")
                .asString();
        assertThat(inbox)
                .contains("Kết quả điện tử đã được trả tại hộp thư này.", "href=\"/hop-thu/ket-qua\"")
                .contains("Đã ghi nhận lần tải gần nhất");
    }

    @Test
    void a_browser_that_loads_ahead_takes_nothing_and_gets_nothing() {
        Story story = electronic().decided(UUID.randomUUID());
        awaitState(story.id, "PLACED", true);
        for (String[] header : new String[][] {
            {"Sec-Purpose", "prefetch"}, {"Sec-Purpose", "prefetch;prerender"}, {"Purpose", "prefetch"}
        }) {
            Response ahead = given().redirects()
                    .follow(false)
                    .header(header[0], header[1])
                    .cookie(SubjectToken.COOKIE, TrackingCookie.of(story.id))
                    .get("/hop-thu/ket-qua");
            assertThat(ahead.statusCode()).isEqualTo(503);
            assertThat(ahead.header("Location")).isNull();
        }
        assertThat(one(story.id).getInt("kept.downloads")).isZero();
    }

    @Test
    void what_was_taken_before_the_result_was_issued_anew_does_not_count_for_the_new_one() {
        Story story = electronic().decided(UUID.randomUUID());
        story.answer(offer(story.id, "PLACED", 1), true, null);
        awaitState(story.id, "PLACED", false);
        take(story.id);
        take(story.id);
        Instant before = Instant.parse(one(story.id).getString("kept.lastDownload"));
        UUID renewed = reissued(story);

        assertThat(one(story.id).getInt("kept.downloads")).isZero();
        assertThat(one(story.id).getString("kept.firstDownload")).isNull();
        assertThat(given().cookie(SubjectToken.COOKIE, TrackingCookie.of(story.id))
                        .get("/hop-thu")
                        .asString())
                .doesNotContain("Đã ghi nhận lần tải gần nhất");
        assertThat(take(story.id).header("Location")).endsWith(renewed.toString());
        JsonPath view = one(story.id);
        assertThat(view.getInt("kept.downloads")).isEqualTo(1);
        assertThat(Instant.parse(view.getString("kept.firstDownload"))).isAfter(before);
    }

    /** The result is issued anew, as processing tells it by the dossier. */
    private static UUID reissued(Story story) {
        UUID renewed = UUID.randomUUID();
        story.with(s -> s.put("resultId", renewed.toString())).tell(Action.REISSUE, Stage.RETURNED);
        await().atMost(Service.SOON)
                .until(() -> renewed.toString().equals(one(story.id).getString("resultId")));
        return renewed;
    }

    @Test
    void without_a_valid_cookie_or_before_the_decision_there_is_nothing_to_take() {
        Story story = new Story().received();
        Service.awaitTemplates(story.id, "received");

        assertThat(take(story.id).header("Location")).endsWith("/hop-thu");
        assertThat(take(UUID.randomUUID()).header("Location")).endsWith("/hop-thu");
        assertThat(given().redirects().follow(false).get("/hop-thu/ket-qua").header("Location"))
                .endsWith("/hop-thu");
    }

    @Test
    void the_paper_of_a_placed_result_is_given_at_the_counter_and_recorded() {
        Story story = electronic().decided(UUID.randomUUID());
        story.answer(offer(story.id, "PLACED", 1), true, null);
        awaitState(story.id, "PLACED", false);
        String paper = TO_OWNER.replace("HAND_OVER", "GIVE_PAPER");

        act(Service.reception(), story.id, etag(story.id), TO_OWNER)
                .then()
                .statusCode(409)
                .body("allowed", contains("GIVE_PAPER"));
        act(Service.reception(), story.id, etag(story.id), paper)
                .then()
                .statusCode(200)
                .body("state", equalTo("PLACED"))
                .body("pending", equalTo(false))
                .body("handedOver.collector", equalTo("OWNER"));
        await().atMost(Service.SOON).until(() -> told(story.id).size() == 4);
        assertThat(told(story.id).get(3).data().get("act").asText()).isEqualTo("PAPER_GIVEN");
        assertThat(Service.reception()
                        .get(PATH + "/" + story.id + "/collection/page")
                        .asString())
                .contains("Bản giấy của kết quả đã trả tại hộp thư điện tử");

        assertThat(one(story.id).getList("allowedActions")).isEmpty();
        act(Service.reception(), story.id, etag(story.id), paper)
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/paper-given"));
        reissued(story);
        assertThat(one(story.id).getString("handedOver")).isNull();
        assertThat(one(story.id).getList("allowedActions")).containsExactly("GIVE_PAPER");
        act(Service.reception(), story.id, etag(story.id), paper)
                .then()
                .statusCode(200)
                .body("handedOver.collector", equalTo("OWNER"));
        act(Service.reception(), story.id, etag(story.id), paper).then().statusCode(409);
    }
}
