package vn.motcua.notification.giveback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static vn.motcua.notification.giveback.PostResourceTest.*;
import static vn.motcua.notification.giveback.Returns.*;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.notification.dossier.Action;
import vn.motcua.notification.dossier.Stage;
import vn.motcua.notification.support.Service;
import vn.motcua.notification.support.Story;
import vn.motcua.platform.sql.Sql;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** The postman may have signed earlier than the list is written, but not before what they took lay ready. */
@QuarkusTest
class ReadyForThePostResourceTest {
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
    void the_postman_signed_earlier_and_the_list_says_when_within_what_the_law_and_the_calendar_allow() {
        Story story = byPost();
        post(story, slip(), "[]").then().statusCode(200);
        String seen = PostListResourceTest.seen();
        Instant now = Instant.now();
        PostListResourceTest.sign(seen, 1, now.plusSeconds(600)).then().statusCode(400);
        PostListResourceTest.sign(seen, 1, now.minus(12, ChronoUnit.DAYS))
                .then()
                .statusCode(400);
        Instant opened = Instant.parse(one(story.id).getString("openedAt")).truncatedTo(ChronoUnit.MINUTES);
        PostListResourceTest.sign(seen, 1, opened.minusSeconds(60)).then().statusCode(400);
        PostListResourceTest.sign(seen, 1, opened)
                .then()
                .statusCode(201)
                .body("handedOverAt", equalTo(opened.toString()))
                .body("signedAt", not(equalTo(opened.toString())));
        assertThat(Instant.parse(one(story.id).getString("consignment.dispatchedAt")))
                .isEqualTo(opened);
    }

    @Test
    void what_came_back_is_not_signed_for_again_before_it_came() {
        Story story = byPost();
        lyingReadyForHours(story);
        post(story, slip(), "[]").then().statusCode(200);
        sign(1).then().statusCode(201);
        OwedByPostResourceTest.undeliverable(story, "NOT_TAKEN").then().statusCode(200);
        act(Service.reception(), story.id, etag(story.id), "{\"action\":\"SHELVE\"}")
                .then()
                .statusCode(200);
        post(story, slip(), "[]").then().statusCode(200);
        String seen = PostListResourceTest.seen();
        PostListResourceTest.sign(seen, 1, Instant.now().minus(1, ChronoUnit.HOURS))
                .then()
                .statusCode(400)
                .body("violations[0].pointer", equalTo("/handedOverAt"));
        PostListResourceTest.sign(seen, 1, failedAt(story).truncatedTo(ChronoUnit.MINUTES))
                .then()
                .statusCode(201);
    }

    @Test
    void a_result_that_was_issued_anew_is_not_signed_for_before_it_was() {
        Story story = byPost();
        lyingReadyForHours(story);
        String before = etag(story.id);
        Instant anew = Instant.now().minus(10, ChronoUnit.MINUTES).truncatedTo(ChronoUnit.MINUTES);
        story.at(anew)
                .with(s -> s.put("resultId", UUID.randomUUID().toString()))
                .tell(Action.REISSUE, Stage.DECIDED);
        await().atMost(Service.SOON).until(() -> !before.equals(etag(story.id)));
        post(story, slip(), "[]").then().statusCode(200);
        String seen = PostListResourceTest.seen();
        PostListResourceTest.sign(seen, 1, anew.minusSeconds(60)).then().statusCode(400);
        PostListResourceTest.sign(seen, 1, anew).then().statusCode(201);
    }

    private void lyingReadyForHours(Story story) {
        Sql.update(
                source,
                "update dossier_return set opened_at = opened_at - interval '3 hours' where dossier_id = ?",
                story.id);
    }

    private Instant failedAt(Story story) {
        return Sql.query(
                        source,
                        "select failed_at from consignment where dossier_id = ? and failed_at is not null",
                        row -> row.getObject(1, OffsetDateTime.class).toInstant(),
                        story.id)
                .get(0);
    }
}
