package vn.motcua.intake.history;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.devstack.TestTokens;
import vn.motcua.intake.Desk;
import vn.motcua.intake.catalogue.SampleCatalogue;
import vn.motcua.platform.sql.Sql;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/** A history that was tampered with past every lock of the database is found, at the act where it begins. */
@QuarkusTest
class HistoryCheckResourceTest {
    private static final String CHECK = "/api/intake/operations/history-check";
    private static final String AUDITOR = TestTokens.officer("auditor", Desk.MUONG_SAI);

    @Inject
    SampleCatalogue catalogue;

    @Inject
    AgroalDataSource source;

    @BeforeEach
    void loaded() {
        catalogue.loaded();
    }

    @Test
    void a_history_with_acts_of_desk_case_and_clock_is_whole() {
        String id = Desk.receivedCopy();
        Desk.fromCase(id, "OPENED", "{}");
        Desk.until(id, view -> "office".equals(view.getString("department")));
        Desk.decided(id);
        Desk.until(id, view -> "DECIDED".equals(view.getString("stage")));
        JsonPath checked = of(id);
        assertThat(checked.getInt("dossiers")).isEqualTo(1);
        assertThat(checked.getInt("acts")).isGreaterThanOrEqualTo(4);
        assertThat(checked.getList("broken")).isEmpty();
    }

    @Test
    void an_act_that_says_something_else_is_found() {
        String id = Desk.receivedCopy();
        tamper("update act set actor_name = 'Ai Đó' where dossier_id = ? and action = 'RECEIVE'", id);
        JsonPath checked = of(id);
        assertThat(checked.getString("broken[0].what")).isEqualTo("CHANGED");
        assertThat(checked.getLong("broken[0].revision")).isEqualTo(revision(id, "RECEIVE"));
    }

    @Test
    void an_act_that_was_removed_is_missed_by_the_one_behind_it_or_by_the_dossier() {
        String amid = Desk.receivedCopy();
        tamper("delete from act where dossier_id = ? and action = 'RECEIVE'", amid);
        assertThat(of(amid).getString("broken[0].what")).isEqualTo("UNLINKED");
        assertThat(of(amid).getLong("broken[0].revision")).isEqualTo(revision(amid, "TRANSFER"));
        String end = Desk.receivedCopy();
        tamper("delete from act where dossier_id = ? and action = 'TRANSFER'", end);
        assertThat(of(end).getString("broken[0].what")).isEqualTo("CUT_OFF");
        assertThat(of(end).getString("broken[0].revision")).isNull();
        String all = Desk.receivedCopy();
        tamper("delete from act where dossier_id = ?", all);
        assertThat(of(all).getString("broken[0].what")).isEqualTo("CUT_OFF");
    }

    @Test
    void acts_in_another_order_are_found() {
        String id = Desk.receivedCopy();
        long received = revision(id, "RECEIVE");
        long transferred = revision(id, "TRANSFER");
        tamper("update act set revision = 9999 where dossier_id = ? and action = 'RECEIVE'", id);
        tamper("update act set revision = " + received + " where dossier_id = ? and action = 'TRANSFER'", id);
        tamper("update act set revision = " + transferred + " where dossier_id = ? and action = 'RECEIVE'", id);
        assertThat(of(id).getString("broken[0].what")).isEqualTo("UNLINKED");
        assertThat(of(id).getLong("broken[0].revision")).isEqualTo(received);
    }

    @Test
    void the_walk_comes_by_every_dossier_once_and_ends() {
        Set<String> mine = Set.of(Desk.receivedCopy(), Desk.receivedCopy());
        long dossiers = 0;
        Set<String> seen = new HashSet<>();
        String after = "";
        do {
            JsonPath page = given().auth()
                    .oauth2(TestTokens.service())
                    .get(CHECK + "?limit=50" + (after.isEmpty() ? "" : "&after=" + after))
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            dossiers += page.getInt("dossiers");
            after = page.getString("next");
            assertThat(seen.add(String.valueOf(after))).isTrue();
        } while (after != null);
        assertThat(dossiers).isGreaterThanOrEqualTo(mine.size());
    }

    @Test
    void only_auditors_and_services_look() {
        Desk.get(Desk.HOA, CHECK).then().statusCode(403);
        given().get(CHECK).then().statusCode(401);
        Desk.get(AUDITOR, CHECK + "?limit=501").then().statusCode(400);
        assertThat(of(UUID.randomUUID().toString()).getInt("dossiers")).isZero();
    }

    private long revision(String id, String action) {
        return Sql.query(
                        source,
                        "select revision from act where dossier_id = ? and action = ?",
                        row -> row.getLong(1),
                        UUID.fromString(id),
                        action)
                .get(0);
    }

    /** As the owner of the table could. */
    private void tamper(String sql, String id) {
        Sql.update(source, "alter table act disable trigger act_is_final");
        try {
            Sql.update(source, sql, UUID.fromString(id));
        } finally {
            Sql.update(source, "alter table act enable trigger act_is_final");
        }
    }

    private static JsonPath of(String id) {
        return Desk.get(AUDITOR, CHECK + "?dossier=" + id)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
