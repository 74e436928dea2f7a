package vn.motcua.intake.act;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static vn.motcua.intake.Desk.HOA;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.devstack.MovableClock;
import vn.motcua.devstack.TestEvents;
import vn.motcua.devstack.TestTokens;
import vn.motcua.intake.Desk;
import vn.motcua.intake.catalogue.SampleCatalogue;

import java.util.Map;

/** A late dossier: the director apologises with form 04 and names a date; the date of the law stays. */
@QuarkusTest
class ApologyResourceTest {
    private static final String GIAM = TestTokens.builder()
            .subject("giam")
            .roles("director")
            .units(Desk.MUONG_SAI)
            .name("Hoàng Thị Giám")
            .title("Giám đốc Trung tâm")
            .token();
    private static final String WEDNESDAY = "2026-11-25T03:00:00Z";

    @Inject
    MovableClock clock;

    @Inject
    SampleCatalogue catalogue;

    private String id;

    @BeforeEach
    void a_copy_that_is_due_at_five() {
        catalogue.loaded();
        clock.setLegal("2026-11-20T09:00");
        id = Desk.receivedCopy();
    }

    @AfterEach
    void reset() {
        clock.reset();
    }

    @Test
    void the_director_apologises_with_form_04_and_the_legal_date_stays() {
        clock.setLegal("2026-11-23T08:00");
        assertThat(Desk.dossier(GIAM, id).getList("allowedActions")).contains("APOLOGISE");
        assertThat(Desk.dossier(HOA, id).getList("allowedActions")).doesNotContain("APOLOGISE");
        JsonPath after = Desk.done(GIAM, id, apology(WEDNESDAY));
        assertThat(after.getString("clock.due")).isEqualTo("2026-11-20T10:00:00Z");
        assertThat(after.getString("clock.promised")).isEqualTo(WEDNESDAY);
        assertThat(after.getString("stage")).isEqualTo("IN_PROCESS");
        assertThat(after.getList("allowedActions")).doesNotContain("APOLOGISE");
        var event = TestEvents.await(
                        "dossier.stage-changed",
                        e -> id.equals(e.key())
                                && "APOLOGISE".equals(e.data().path("action").asText()))
                .data();
        assertThat(event.path("promised").asText()).isEqualTo(WEDNESDAY);
        assertThat(event.path("due").asText()).isEqualTo("2026-11-20T10:00:00Z");
        assertThat(event.path("reasonCode").asText()).isEqualTo("WORKLOAD");
        assertThat(event.toString()).doesNotContain("Nhiều hồ sơ");
        String href = Desk.get(HOA, "/api/intake/dossiers/" + id + "/forms")
                .jsonPath()
                .getString("items.find { it.form == '04' }.href");
        assertThat(Desk.get(HOA, href).asString())
                .contains("Phiếu xin lỗi và hẹn lại ngày trả kết quả", "Hoàng Thị Giám")
                .contains("17:00 20/11/2026", "10:00 25/11/2026", "Nhiều hồ sơ cùng lúc");
    }

    @Test
    void form_04_is_issued_once() {
        clock.setLegal("2026-11-23T08:00");
        Desk.done(GIAM, id, apology(WEDNESDAY));
        Desk.act(GIAM, id, apology("2026-11-26T03:00:00Z"))
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/form-04-issued"));
        var answer = Desk.answer(
                Desk.fromCase(id, "EXTEND", "{\"newDue\":\"2026-11-27T10:00:00Z\",\"reasonCode\":\"FIELD_SURVEY\"}"));
        assertThat(answer.data().path("outcome").asText()).isEqualTo("REFUSED");
    }

    @Test
    void before_the_date_there_is_nothing_to_apologise_for() {
        clock.setLegal("2026-11-20T17:00");
        assertThat(Desk.dossier(GIAM, id).getList("allowedActions")).doesNotContain("APOLOGISE");
        Desk.act(GIAM, id, apology(WEDNESDAY)).then().statusCode(409).body("type", equalTo("/problems/not-late"));
    }

    @Test
    void what_is_promised_is_a_working_minute_to_come() {
        clock.setLegal("2026-11-23T08:00");
        for (String wrong : new String[] {
            "2026-11-23T00:00:00Z", // past
            "2026-11-28T03:00:00Z", // Saturday
            "2026-11-24T03:00:00Z", // Culture Day
            "2026-11-25T05:00:00Z", // lunch
            "2036-11-25T03:00:00Z" // a slip of the pen
        }) {
            Desk.act(GIAM, id, apology(wrong))
                    .then()
                    .statusCode(400)
                    .body("violations.pointer", hasItem("/promised"))
                    .body("violations[0].message", containsString("2026"));
        }
        Desk.act(GIAM, id, Map.of("action", "APOLOGISE", "promised", WEDNESDAY, "reasonCode", "WORKLOAD"))
                .then()
                .statusCode(400)
                .body("violations.pointer", hasItem("/reason"));
        assertThat(Desk.dossier(HOA, id).getString("clock.promised")).isNull();
    }

    @Test
    void only_the_director_of_the_competent_unit_apologises() {
        clock.setLegal("2026-11-23T08:00");
        Desk.act(HOA, id, apology(WEDNESDAY)).then().statusCode(403);
        Desk.act(TestTokens.officer("director", Desk.QUYNH_NHAI), id, apology(WEDNESDAY))
                .then()
                .statusCode(404);
    }

    private static Map<String, Object> apology(String promised) {
        return Map.of(
                "action",
                "APOLOGISE",
                "reasonCode",
                "WORKLOAD",
                "reason",
                "Nhiều hồ sơ cùng lúc",
                "promised",
                promised);
    }
}
