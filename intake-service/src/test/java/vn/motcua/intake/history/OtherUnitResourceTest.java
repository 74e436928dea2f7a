package vn.motcua.intake.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static vn.motcua.intake.Desk.HOA;
import static vn.motcua.intake.Desk.MUONG_SAI;
import static vn.motcua.intake.Desk.QUYNH_NHAI;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.devstack.MovableClock;
import vn.motcua.devstack.TestEvents;
import vn.motcua.devstack.TestEvents.Received;
import vn.motcua.devstack.TestTokens;
import vn.motcua.intake.Desk;
import vn.motcua.intake.catalogue.SampleCatalogue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A dossier whose case another unit handles: who reads it meanwhile, and what form 06 says of it. */
@QuarkusTest
class OtherUnitResourceTest {
    private static final String PATH = "/api/intake/dossiers/";
    private static final String OURS = TestTokens.officer("specialist", MUONG_SAI);
    private static final String THEIRS = TestTokens.officer("specialist", QUYNH_NHAI, "economy");
    private static final String THEIR_DIRECTOR = TestTokens.officer("director", QUYNH_NHAI);

    @Inject
    MovableClock clock;

    @Inject
    SampleCatalogue catalogue;

    @BeforeEach
    void loaded() {
        catalogue.loaded();
        clock.setLegal("2026-11-20T09:00");
    }

    @AfterEach
    void reset() {
        clock.reset();
    }

    @Test
    void those_who_handle_the_case_read_its_dossier_as_long_as_they_do_and_not_before_or_after() {
        String id = opened();
        Desk.get(THEIRS, PATH + id).then().statusCode(404);
        handedTo(id, QUYNH_NHAI, "economy");
        for (String reads : List.of(THEIRS, THEIR_DIRECTOR, OURS, HOA)) {
            Desk.get(reads, PATH + id).then().statusCode(200);
        }
        assertThat(listed(THEIRS, id)).isTrue();
        assertThat(listed(THEIR_DIRECTOR, id)).isTrue();
        for (String not : List.of(
                TestTokens.officer("specialist", QUYNH_NHAI, "police"),
                TestTokens.officer("reception", QUYNH_NHAI),
                TestTokens.officer("cashier", QUYNH_NHAI))) {
            Desk.get(not, PATH + id).then().statusCode(404);
            assertThat(listed(not, id)).isFalse();
        }
        var seen = Desk.dossier(OURS, id);
        assertThat(seen.getString("competentUnit")).isEqualTo(MUONG_SAI);
        assertThat(seen.getString("department")).isEqualTo("office");
        assertThat(seen.getString("charge.unit")).isEqualTo(QUYNH_NHAI);
        assertThat(seen.getString("charge.department")).isEqualTo("economy");
        assertThat(Desk.dossier(THEIRS, id).getList("allowedActions")).isEmpty();

        Desk.inUnit(id, "HANDED_ON", MUONG_SAI, "office");
        await().atMost(Duration.ofSeconds(60))
                .until(() -> Desk.get(THEIRS, PATH + id).statusCode() == 404);
        assertThat(listed(THEIRS, id)).isFalse();
        assertThat(listed(THEIR_DIRECTOR, id)).isFalse();
        assertThat(Desk.dossier(OURS, id).getString("charge.unit")).isEqualTo(MUONG_SAI);
    }

    @Test
    void those_who_handle_the_case_find_its_dossier_by_a_name_by_its_line_and_by_who_holds_it() {
        String tail = UUID.randomUUID().toString().substring(0, 8);
        String id = opened(Map.of("owner", Map.of("name", "Lường Thị " + tail)));
        String code = Desk.dossier(OURS, id).getString("code");
        Map<String, Object> byName = Map.of("name", "lường thị " + tail);
        String byCode = "code=" + code.substring(code.lastIndexOf('-') + 1);
        String byLine = "procedure=" + Desk.COPY + "&channel=COUNTER&receivedFrom=2026-11-20&receivedTo=2026-11-20";
        Map<String, Object> both =
                Map.of("name", tail, "filters", Map.of("procedure", Desk.COPY, "channel", "COUNTER"));
        assertThat(found(THEIRS, byName)).isEmpty();
        assertThat(found(OURS, byName)).containsExactly(id);
        handedTo(id, QUYNH_NHAI, "economy");
        for (String finds : List.of(THEIRS, THEIR_DIRECTOR, HOA)) {
            assertThat(found(finds, byName)).containsExactly(id);
            assertThat(found(finds, both)).containsExactly(id);
            assertThat(lines(finds, byCode)).contains(id);
        }
        assertThat(lines(THEIRS, byLine)).contains(id);
        Desk.fromCase(
                id,
                "CLAIMED",
                "{}",
                "\"holder\":\"tu-%s\",\"handlingUnit\":\"%s\",\"effectiveAt\":\"%s\",\"basedOnSequence\":1,\"causedBy\":null"
                        .formatted(tail, QUYNH_NHAI, Desk.dossier(HOA, id).getString("stageSince")));
        await().atMost(Duration.ofSeconds(60))
                .until(() -> lines(THEIR_DIRECTOR, "holder=tu-" + tail).equals(List.of(id)));
        for (String not : List.of(
                TestTokens.officer("specialist", QUYNH_NHAI, "police"), TestTokens.officer("reception", QUYNH_NHAI))) {
            assertThat(found(not, byName)).isEmpty();
            assertThat(lines(not, byCode)).doesNotContain(id);
            assertThat(lines(not, "holder=tu-" + tail)).isEmpty();
        }
        Desk.inUnit(id, "HANDED_ON", MUONG_SAI, "office");
        await().atMost(Duration.ofSeconds(60))
                .until(() -> found(THEIR_DIRECTOR, byName).isEmpty());
        assertThat(lines(THEIR_DIRECTOR, byCode)).doesNotContain(id);
    }

    @Test
    void form_06_names_both_units_and_marks_each_taking_over_as_the_taking_side_sees_it() {
        String id = opened();
        handedTo(id, QUYNH_NHAI, "economy");
        assertThat(page(id)).contains("chưa tiếp nhận");
        Desk.inUnit(id, "ACCEPTED", QUYNH_NHAI, "economy");
        await().atMost(Duration.ofSeconds(60)).until(() -> page(id).contains("đã tiếp nhận"));
        Desk.inUnit(id, "CLAIMED", QUYNH_NHAI, "economy");
        // the date passes while it lies there: who takes it over at home sees it late
        clock.setLegal("2026-11-25T09:00");
        Desk.inUnit(id, "HANDED_ON", MUONG_SAI, "office", "2026-11-25T01:30:00Z");
        Desk.inUnit(id, "ACCEPTED", MUONG_SAI, "office", "2026-11-25T02:00:00Z");
        await().atMost(Duration.ofSeconds(60)).until(() -> page(id).split("đã tiếp nhận", -1).length == 3);
        assertThat(page(id))
                .containsPattern(
                        "Văn phòng HĐND và UBND, Xã Mường Sại → Phòng Kinh tế, Xã Quỳnh Nhai[^→]*trước hạn đã tiếp nhận")
                .containsPattern(
                        "Phòng Kinh tế, Xã Quỳnh Nhai → Văn phòng HĐND và UBND, Xã Mường Sại[^→]*quá hạn đã tiếp nhận")
                .contains("Cơ quan phối hợp giải quyết hồ sơ Phòng Kinh tế, Xã Quỳnh Nhai")
                .contains("Cơ quan (bộ phận) giải quyết hồ sơ Văn phòng HĐND và UBND, Xã Mường Sại");
    }

    @Test
    void what_is_declined_or_taken_back_is_a_line_back_to_the_competent_unit() {
        String id = opened();
        handedTo(id, QUYNH_NHAI, "economy");
        Desk.inUnit(id, "DECLINED", MUONG_SAI, "office");
        await().atMost(Duration.ofSeconds(60)).until(() -> page(id).contains("không tiếp nhận, trả lại"));
        handedTo(id, QUYNH_NHAI, "office");
        Desk.inUnit(id, "RECALLED", MUONG_SAI, "office");
        await().atMost(Duration.ofSeconds(60)).until(() -> page(id).contains("thu hồi về đơn vị có thẩm quyền"));
        assertThat(page(id))
                .contains("Văn phòng HĐND và UBND, Xã Quỳnh Nhai → Văn phòng HĐND và UBND, Xã Mường Sại")
                .contains("Phòng Kinh tế, Xã Quỳnh Nhai → Văn phòng HĐND và UBND, Xã Mường Sại");
        Desk.get(THEIR_DIRECTOR, PATH + id).then().statusCode(404);
    }

    /** The topic is kept for ever: what it holds of one dossier, told anew of another, makes the same lines, and told twice it makes no more. */
    @Test
    void replaying_the_reports_of_a_case_rebuilds_the_lines_of_the_control_slip() {
        String id = opened();
        Desk.inUnit(id, "HANDED_ON", QUYNH_NHAI, "economy", "2026-11-20T02:10:00Z");
        Desk.inUnit(id, "DECLINED", MUONG_SAI, "office", "2026-11-20T02:20:00Z");
        Desk.inUnit(id, "HANDED_ON", QUYNH_NHAI, "office", "2026-11-20T02:30:00Z");
        Desk.inUnit(id, "ACCEPTED", QUYNH_NHAI, "office", "2026-11-20T02:40:00Z");
        Desk.inUnit(id, "HANDED_ON", QUYNH_NHAI, "police", "2026-11-20T03:00:00Z");
        Desk.inUnit(id, "ACCEPTED", QUYNH_NHAI, "police", "2026-11-24T01:00:00Z");
        Desk.inUnit(id, "HANDED_ON", MUONG_SAI, "office", "2026-11-24T02:00:00Z");
        Desk.inUnit(id, "ACCEPTED", MUONG_SAI, "office", "2026-11-24T03:00:00Z");
        Desk.inUnit(id, "HANDED_ON", QUYNH_NHAI, "economy", "2026-11-24T04:00:00Z");
        Desk.inUnit(id, "RECALLED", MUONG_SAI, "office", "2026-11-24T05:00:00Z");
        Desk.fromCase(id, "PROPOSED", "{}");
        await().atMost(Duration.ofSeconds(60)).until(() -> lines(id).contains("Lãnh đạo ký duyệt"));
        String told = lines(id);
        assertThat(told.split("Xã Quỳnh Nhai", -1)).hasSize(9);

        String anew = Desk.receivedCopy();
        List<Received> kept = TestEvents.poll("case.progressed").stream()
                .filter(each -> each.key().equals(id))
                .toList();
        for (Received each : kept) {
            String body = each.data().toString().replace(id, anew);
            UUID event = UUID.randomUUID();
            for (int twice = 0; twice < 2; twice++) {
                TestEvents.publish("case.progressed", anew, each.type(), event, body);
            }
        }
        await().atMost(Duration.ofSeconds(60)).until(() -> lines(anew).contains("Lãnh đạo ký duyệt"));
        assertThat(lines(anew)).isEqualTo(told);
    }

    private static String lines(String id) {
        String page = Desk.get(HOA, PATH + id + "/control-slip").asString();
        return page.substring(page.indexOf("<tbody>"), page.indexOf("</tbody>"));
    }

    private static String opened() {
        return opened(Map.of());
    }

    private static String opened(Map<String, Object> more) {
        String id = Desk.open(HOA, Desk.opening(Desk.COPY, "COUNTER", more)).getString("id");
        Desk.presentAll(id);
        Desk.done(HOA, id, Desk.action("RECEIVE"));
        Desk.fromCase(id, "OPENED", "{}");
        Desk.until(id, view -> "office".equals(view.getString("department")));
        return id;
    }

    private static void handedTo(String id, String unit, String department) {
        Desk.inUnit(id, "HANDED_ON", unit, department);
        Desk.until(
                id,
                view -> unit.equals(view.getString("charge.unit"))
                        && department.equals(view.getString("charge.department")));
    }

    private static boolean listed(String token, String id) {
        return Desk.get(token, "/api/intake/dossiers?ids=" + id)
                .jsonPath()
                .getList("items.id")
                .contains(id);
    }

    private static List<String> found(String token, Map<String, Object> asked) {
        return Desk.post(token, PATH + "search", null, asked)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.id", String.class);
    }

    private static List<String> lines(String token, String asked) {
        return Desk.get(token, "/api/intake/dossiers?limit=100&" + asked)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.id", String.class);
    }

    private static String page(String id) {
        return Desk.get(HOA, PATH + id + "/control-slip")
                .asString()
                .replaceAll("(?s)<[^>]+>", " ")
                .replaceAll("\\s+", " ");
    }
}
