package vn.motcua.intake.act;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.intake.Desk.HOA;
import static vn.motcua.intake.Desk.MAI;
import static vn.motcua.intake.Desk.action;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.devstack.MovableClock;
import vn.motcua.intake.Desk;
import vn.motcua.intake.catalogue.SampleCatalogue;
import vn.motcua.platform.sql.Sql;

import java.time.Duration;

@QuarkusTest
class DossierTimersServiceTest {
    @Inject
    MovableClock clock;

    @Inject
    SampleCatalogue catalogue;

    @Inject
    AgroalDataSource source;

    @BeforeEach
    void loaded() {
        catalogue.loaded();
    }

    @AfterEach
    void reset() {
        clock.reset();
    }

    @Test
    void a_received_dossier_is_handed_on_by_the_end_of_the_receipt_day() {
        clock.setLegal("2026-11-20T09:00");
        String id = receivedResidence();
        assertThat(timer(id)).isEqualTo(1);
        clock.setLegal("2026-11-20T17:00");
        JsonPath dossier = Desk.until(id, d -> "IN_PROCESS".equals(d.getString("stage")));
        assertThat(dossier.getString("stageSince")).isEqualTo("2026-11-20T10:00:00Z");
        assertThat(lastActor(id)).isEqualTo("clock");
    }

    @Test
    void after_three_in_the_afternoon_it_is_handed_on_at_the_next_opening() {
        clock.setLegal("2026-11-20T15:01");
        String id = receivedResidence();
        clock.setLegal("2026-11-20T17:00");
        assertThat(timer(id)).isEqualTo(1);
        assertThat(Desk.dossier(HOA, id).getString("stage")).isEqualTo("RECEIVED");
        clock.setLegal("2026-11-23T07:30");
        Desk.until(id, d -> "IN_PROCESS".equals(d.getString("stage")));
    }

    @Test
    void reception_may_hand_it_on_before_and_the_timer_is_forgotten() {
        clock.setLegal("2026-11-20T09:00");
        String id = receivedResidence();
        assertThat(Desk.done(HOA, id, action("TRANSFER")).getString("stage")).isEqualTo("IN_PROCESS");
        assertThat(timer(id)).isZero();
    }

    @Test
    void a_hand_on_that_met_a_withdrawal_follows_when_the_withdrawal_is_cancelled() {
        clock.setLegal("2026-11-20T09:00");
        String id = receivedResidence();
        Desk.done(HOA, id, action("ASK_WITHDRAWAL"));
        clock.setLegal("2026-11-20T17:30");
        Awaitility.await().until(() -> timer(id) == 0);
        assertThat(Desk.dossier(HOA, id).getString("stage")).isEqualTo("WITHDRAWAL_REQUESTED");
        JsonPath cancelled = Desk.done(HOA, id, action("CANCEL"));
        assertThat(cancelled.getString("stage")).isEqualTo("IN_PROCESS");
        assertThat(lastActor(id)).isEqualTo("clock");
    }

    @Test
    void a_draft_is_given_up_after_thirty_days_without_a_write() {
        // drafts that other tests left would all be given up first
        Sql.update(source, "update dossier set written_at = '2099-01-01' where stage = 'PREPARING'");
        clock.setLegal("2027-03-01T09:00");
        String id = Desk.open(HOA, Desk.COPY, "COUNTER").getString("id");
        clock.advance(Duration.ofDays(29));
        Desk.presentAll(id);
        clock.advance(Duration.ofDays(29).plusHours(2));
        String other = Desk.open(HOA, Desk.COPY, "COUNTER").getString("id");
        assertThat(Desk.dossier(HOA, id).getString("stage")).isEqualTo("PREPARING");
        clock.advance(Duration.ofDays(1));
        Desk.until(id, d -> "ABANDONED".equals(d.getString("stage")));
        assertThat(Desk.dossier(HOA, other).getString("stage")).isEqualTo("PREPARING");
    }

    private static String receivedResidence() {
        String id = Desk.open(HOA, Desk.RESIDENCE, "COUNTER").getString("id");
        Desk.presentAll(id);
        String path = "/api/intake/dossiers/" + id;
        Desk.post(MAI, path + "/actions", Desk.get(MAI, path).header("ETag"), Desk.cash(20000))
                .then()
                .statusCode(200);
        assertThat(Desk.done(HOA, id, action("RECEIVE")).getString("stage")).isEqualTo("RECEIVED");
        return id;
    }

    private int timer(String id) {
        return Sql.query(
                        source,
                        "select 1 from scheduled_tasks where task_name = 'transfer' and task_instance = ?",
                        row -> 1,
                        id)
                .size();
    }

    private static String lastActor(String id) {
        return Desk.get(HOA, "/api/intake/dossiers/" + id + "/history")
                .jsonPath()
                .getString("items[-1].actor");
    }
}
