package vn.motcua.notification.giveback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static vn.motcua.notification.giveback.PostResourceTest.byPost;
import static vn.motcua.notification.giveback.PostResourceTest.post;
import static vn.motcua.notification.giveback.PostResourceTest.sign;
import static vn.motcua.notification.giveback.PostResourceTest.slip;
import static vn.motcua.notification.giveback.Returns.PATH;
import static vn.motcua.notification.giveback.Returns.act;
import static vn.motcua.notification.giveback.Returns.etag;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.notification.dossier.Action;
import vn.motcua.notification.dossier.Stage;
import vn.motcua.notification.support.Service;
import vn.motcua.notification.support.Story;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Consignments when the dossier changes under them, or somebody else takes their slip. */
@QuarkusTest
class MovedPostResourceTest {
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
    void what_waits_moves_with_the_returning_unit_and_what_is_under_way_stays_with_the_unit_that_sent_it() {
        Story waits = byPost();
        post(waits, slip(), "[]").then().statusCode(200);
        move(waits);
        Service.as("reception", Story.QUYNH_NHAI)
                .get(PATH + "/" + waits.id + "/consignment")
                .then()
                .statusCode(200);
        sign(1).then().statusCode(409).body("type", equalTo("/problems/list-changed"));

        Story sent = byPost();
        post(sent, slip(), "[]").then().statusCode(200);
        sign(1).then().statusCode(201);
        sent.with(s -> s.put("returningUnit", Story.QUYNH_NHAI)).tell(Action.CORRECT, Stage.DECIDED);
        await().atMost(Service.SOON).until(() -> Service.templates(sent.id).contains("corrected"));
        Service.reception().get(PATH + "/" + sent.id).then().statusCode(200).body("unit", equalTo(Story.MUONG_SAI));
        OwedByPostResourceTest.undeliverable(sent, "NOT_TAKEN")
                .then()
                .statusCode(200)
                .body("unit", equalTo(Story.QUYNH_NHAI));
        act(Service.as("reception", Story.QUYNH_NHAI), sent.id, etag(sent.id), "{\"action\":\"FOUND\"}")
                .then()
                .statusCode(200)
                .body("state", equalTo("POSTED"))
                .body("unit", equalTo(Story.MUONG_SAI));
    }

    @Test
    void two_corrections_to_one_slip_at_once_are_one_success_and_one_refusal() throws Exception {
        for (int round = 0; round < 5; round++) {
            Story first = byPost();
            Story second = byPost();
            post(first, slip(), "[]").then().statusCode(200);
            post(second, slip(), "[]").then().statusCode(200);
            String slip = slip();
            var other =
                    CompletableFuture.supplyAsync(() -> post(first, slip, "[]").statusCode());
            int one = post(second, slip, "[]").statusCode();
            assertThat(List.of(one, other.get())).containsExactlyInAnyOrder(200, 409);
        }
    }

    /** Away from Mường Sại, seen from where it goes. */
    private static void move(Story story) {
        story.with(s -> s.put("returningUnit", Story.QUYNH_NHAI)).tell(Action.CORRECT, Stage.DECIDED);
        await().atMost(Service.SOON)
                .until(() -> Service.as("reception", Story.QUYNH_NHAI)
                                .get(PATH + "/" + story.id)
                                .statusCode()
                        == 200);
    }
}
