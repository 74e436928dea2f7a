package vn.motcua.intake.act;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static vn.motcua.intake.Desk.HOA;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.devstack.MovableClock;
import vn.motcua.intake.Desk;
import vn.motcua.intake.catalogue.SampleCatalogue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Resolution 190/2025/QH15 Art.10: nobody redoes a paper for a unit's former name. */
@QuarkusTest
class FormerNameResourceTest {
    private static final String PAPER = "2.000815-01";
    private static final String OLD = "Giấy khai sinh ghi tên xã cũ, đề nghị cấp lại";

    @Inject
    MovableClock clock;

    @Inject
    SampleCatalogue catalogue;

    @BeforeEach
    void loaded() {
        catalogue.loaded();
        clock.setLegal("2026-11-23T09:00");
    }

    @AfterEach
    void reset() {
        clock.reset();
    }

    @Test
    void a_paper_is_not_asked_for_again_because_of_a_former_name() {
        String id = Desk.open(HOA, Desk.COPY, "COUNTER").getString("id");
        refused(id, ask("FORMER_UNIT_NAME", "Thiếu giấy tờ", null), "/items/0/reasonCode");
        refused(id, ask("PAPER_INCORRECT", "Thiếu giấy tờ", OLD), "/items/0/note");
        refused(id, ask("PAPER_INCORRECT", OLD, null), "/reason");
    }

    @Test
    void nor_is_a_dossier_refused_for_it() {
        String id = Desk.open(HOA, Desk.COPY, "COUNTER").getString("id");
        refused(id, refuse("FORMER_UNIT_NAME", "Không hợp lệ"), "/reasonCode");
        refused(id, refuse("NOT_ELIGIBLE", OLD), "/reason");
    }

    @Test
    void an_officer_who_says_that_there_is_another_ground_is_believed_and_it_is_kept() {
        String id = Desk.open(HOA, Desk.COPY, "COUNTER").getString("id");
        Map<String, Object> ask = new HashMap<>(ask("PAPER_UNREADABLE", OLD + "; bản chụp mờ số", null));
        ask.put("anotherGround", true);
        JsonPath asked = Desk.done(HOA, id, ask);
        assertThat(asked.getString("stage")).isEqualTo("AWAITING_SUPPLEMENT");
        List<Object> kept = Desk.get(HOA, "/api/intake/dossiers/" + id + "/history")
                .jsonPath()
                .getList("items.details.anotherGround");
        assertThat(kept).contains(true);
    }

    @Test
    void the_code_alone_is_never_a_ground_whatever_is_said_of_another() {
        String id = Desk.open(HOA, Desk.COPY, "COUNTER").getString("id");
        Map<String, Object> refuse = new HashMap<>(refuse("FORMER_UNIT_NAME", OLD));
        refuse.put("anotherGround", true);
        refused(id, refuse, "/reasonCode");
    }

    private static void refused(String id, Map<String, Object> act, String pointer) {
        long before = Desk.dossier(HOA, id).getLong("revision");
        Desk.act(HOA, id, act)
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/former-unit-name"))
                .body("detail", containsString("190/2025/QH15"))
                .body("violations[0].pointer", equalTo(pointer));
        JsonPath after = Desk.dossier(HOA, id);
        assertThat(after.getLong("revision")).isEqualTo(before);
        assertThat(after.getString("stage")).isEqualTo("PREPARING");
    }

    private static Map<String, Object> refuse(String code, String reason) {
        return Map.of("action", "REFUSE", "reasonCode", code, "reason", reason);
    }

    private static Map<String, Object> ask(String code, String reason, String note) {
        Map<String, Object> item = new HashMap<>(Map.of("component", PAPER, "reasonCode", code));
        if (note != null) {
            item.put("note", note);
        }
        return Map.of(
                "action",
                "ASK_SUPPLEMENT",
                "reasonCode",
                "PAPERS_INCOMPLETE",
                "reason",
                reason,
                "items",
                List.of(item));
    }
}
