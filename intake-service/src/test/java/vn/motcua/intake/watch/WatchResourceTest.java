package vn.motcua.intake.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
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
import vn.motcua.devstack.TestEvents;
import vn.motcua.devstack.TestTokens;
import vn.motcua.intake.Desk;
import vn.motcua.intake.catalogue.Catalogue;
import vn.motcua.intake.catalogue.SampleCatalogue;
import vn.motcua.platform.sql.Sql;
import vn.motcua.platform.timer.Timers;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** Dossiers are looked at when their time has come, to the minute; what has to be attended to stands in the list of the unit. */
@QuarkusTest
class WatchResourceTest {
    private static final AtomicInteger NUMBER = new AtomicInteger(91_100);

    @Inject
    MovableClock clock;

    @Inject
    SampleCatalogue samples;

    @Inject
    Catalogue catalogue;

    @Inject
    WatchTasks tasks;

    @Inject
    Timers timers;

    @Inject
    AgroalDataSource source;

    private String unit;
    private String director;

    @BeforeEach
    void a_unit_of_its_own() {
        samples.loaded();
        clock.setLegal("2026-11-20T09:00");
        timers.next("watch", Duration.ZERO);
        unit = "14-" + NUMBER.getAndIncrement() + "-20250701";
        director = TestTokens.officer("director", unit);
        TestEvents.publish(
                "catalog.units",
                unit,
                "vn.motcua.catalog.unit.v1",
                UUID.randomUUID(),
                """
                {"id":"%s","code":"%s","name":"Xã Thử","kind":"COMMUNE","provinceCode":"14","provinceName":"Tỉnh Sơn La",
                 "validFrom":"2025-07-01","validTo":null,"successors":[],
                 "agencyCodes":[{"code":"H52.%s.00","validFrom":"2025-07-01","validTo":null,"invented":true}],
                 "hours":[{"from":"07:30","to":"11:30"},{"from":"13:30","to":"17:00"}],"receives":true}
                """
                        .formatted(unit, unit.substring(3, 8), unit.substring(5, 8)));
        Awaitility.await().until(() -> catalogue.unit(unit).isPresent());
    }

    @AfterEach
    void reset() {
        clock.reset();
    }

    @Test
    void a_dossier_is_raised_to_the_minute_two_working_days_before_its_date_and_once() {
        String id = taken();
        clock.setLegal("2026-11-30T08:59");
        Awaitility.await().pollDelay(Duration.ofMillis(1_500)).until(() -> true);
        assertThat(kinds(id)).isEmpty();
        clock.setLegal("2026-11-30T09:00");
        JsonPath task = raised(id, "EXPECTED_LATE");
        assertThat(task.getString("about")).isEqualTo("2026-12-02T02:00:00Z");
        assertThat(task.getString("raisedAt")).isEqualTo("2026-11-30T02:00:00Z");
        assertThat(task.getString("department")).isEqualTo("office");
        assertThat(Desk.dossier(HOA, id).getString("charge.checkAt")).isEqualTo("2026-12-01T02:00:00Z");
        clock.setLegal("2026-12-01T09:00");
        raised(id, "DUE_SOON");
        clock.setLegal("2026-12-02T09:01");
        raised(id, "OVERDUE");
        assertThat(kinds(id)).containsExactlyInAnyOrder("EXPECTED_LATE", "DUE_SOON", "OVERDUE");
        assertThat(Desk.dossier(HOA, id).getList("charge.raised")).hasSize(3);
        Desk.answer(Desk.decided(id));
        assertThat(kinds(id)).isEmpty();
        assertThat(Desk.dossier(HOA, id).getString("charge.next")).isEqualTo("HAND_OVER");
    }

    @Test
    void an_extension_takes_back_what_was_raised_and_it_is_raised_again_before_the_new_date() {
        String id = taken();
        clock.setLegal("2026-11-30T09:00");
        raised(id, "EXPECTED_LATE");
        var answer = Desk.answer(
                Desk.fromCase(id, "EXTEND", "{\"newDue\":\"2026-12-09T02:00:00Z\",\"reasonCode\":\"FIELD_SURVEY\"}"));
        assertThat(answer.data().path("outcome").asText()).isEqualTo("APPLIED");
        assertThat(kinds(id)).isEmpty();
        assertThat(Desk.dossier(HOA, id).getString("charge.checkAt")).isEqualTo("2026-12-07T02:00:00Z");
        clock.setLegal("2026-12-07T09:00");
        raised(id, "EXPECTED_LATE");
    }

    @Test
    void an_officer_of_the_unit_sees_to_it_once_and_it_leaves_the_list() {
        String id = taken();
        clock.setLegal("2026-11-30T09:00");
        JsonPath task = raised(id, "EXPECTED_LATE");
        String path = "/api/intake/watch-tasks/" + task.getString("id") + "/acknowledge";
        String etag = task.getString("etag");
        Desk.post(TestTokens.officer("director", Desk.QUYNH_NHAI), path, etag, Map.of())
                .then()
                .statusCode(404);
        Desk.post(TestTokens.citizen("vui"), path, etag, Map.of()).then().statusCode(403);
        Desk.post(director, path, null, Map.of()).then().statusCode(428);
        Desk.post(director, path, etag, Map.of()).then().statusCode(200);
        assertThat(kinds(id)).isEmpty();
        Desk.post(director, path, etag, Map.of()).then().statusCode(412);
        JsonPath seen =
                Desk.get(director, "/api/intake/watch-tasks?acknowledged=true").jsonPath();
        assertThat(seen.getList("items.dossierId")).containsExactly(id);
        clock.setLegal("2026-11-30T10:00");
        Awaitility.await().pollDelay(Duration.ofMillis(1_500)).until(() -> true);
        assertThat(kinds(id)).as("it is not raised again").isEmpty();
        Desk.answer(Desk.decided(id));
        Desk.post(director, path, "\"2\"", Map.of())
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/watch-task-over"));
    }

    @Test
    void a_specialist_sees_what_concerns_their_department_page_by_page() {
        String first = taken();
        String second = taken();
        clock.setLegal("2026-11-30T09:00");
        raised(first, "EXPECTED_LATE");
        raised(second, "EXPECTED_LATE");
        String office = specialist("office");
        assertThat(Desk.get(specialist("economy"), "/api/intake/watch-tasks")
                        .jsonPath()
                        .getList("items"))
                .isEmpty();
        JsonPath page = Desk.get(office, "/api/intake/watch-tasks?limit=1").jsonPath();
        JsonPath next = Desk.get(office, "/api/intake/watch-tasks?limit=1&after=" + page.getString("next"))
                .jsonPath();
        assertThat(List.of(page.getString("items[0].dossierId"), next.getString("items[0].dossierId")))
                .containsExactlyInAnyOrder(first, second);
        assertThat(next.getString("next")).isNull();
    }

    @Test
    void what_no_department_took_is_raised_after_an_hour_and_over_when_one_does() {
        String id = received();
        Desk.done(HOA, id, action("TRANSFER"));
        clock.setLegal("2026-11-20T10:00");
        raised(id, "NOT_TAKEN");
        Desk.fromCase(id, "OPENED", "{}");
        Awaitility.await().until(() -> kinds(id).isEmpty());
    }

    @Test
    void an_open_dossier_that_would_be_silent_is_found_and_looked_at_again() {
        String id = taken();
        assertThat(tasks.silent(10)).isEmpty();
        Sql.update(source, "update dossier set next_check_at = null where id = ?", UUID.fromString(id));
        assertThat(tasks.silent(10)).containsExactly(UUID.fromString(id));
        clock.advance(Duration.ofMinutes(2));
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> tasks.silent(10)
                .isEmpty());
        assertThat(Desk.dossier(HOA, id).getString("charge.checkAt")).isEqualTo("2026-11-30T02:00:00Z");
    }

    @Test
    void what_an_officer_saw_to_stays_seen_when_something_is_written_and_the_next_reminder_stays_set() {
        String id = taken();
        clock.setLegal("2026-12-09T09:01");
        JsonPath task = raised(id, "STANDS_STILL");
        String reminder = Desk.dossier(HOA, id).getString("charge.checkAt");
        assertThat(reminder).isEqualTo("2026-12-16T02:01:00Z");
        String path = "/api/intake/watch-tasks/" + task.getString("id") + "/acknowledge";
        Desk.post(director, path, task.getString("etag"), Map.of()).then().statusCode(200);
        clock.setLegal("2026-12-10T10:00");
        Desk.fromCase(id, "CLAIMED", "{}");
        Awaitility.await().until(() -> told(id, "CLAIMED"));
        assertThat(tasks.silent(10)).isEmpty();
        assertThat(Desk.dossier(HOA, id).getString("charge.checkAt")).isEqualTo(reminder);
        clock.setLegal("2026-12-10T10:02");
        Awaitility.await().pollDelay(Duration.ofMillis(1_500)).until(() -> true);
        assertThat(kinds(id)).as("seen to").doesNotContain("STANDS_STILL");
        clock.setLegal("2026-12-16T09:01");
        raised(id, "STANDS_STILL");
    }

    @Test
    void what_was_raised_follows_the_dossier_to_its_department_and_date_and_is_new_there() {
        String id = taken();
        clock.setLegal("2026-11-30T09:00");
        JsonPath task = raised(id, "EXPECTED_LATE");
        Desk.post(
                        director,
                        "/api/intake/watch-tasks/" + task.getString("id") + "/acknowledge",
                        task.getString("etag"),
                        Map.of())
                .then()
                .statusCode(200);
        Sql.update(
                source,
                "update dossier set due = timestamptz '2026-12-02T01:30:00Z' where id = ?",
                UUID.fromString(id));
        Desk.fromCase(id, "CLAIMED", "{}");
        Awaitility.await().until(() -> told(id, "CLAIMED"));
        JsonPath seen =
                Desk.get(director, "/api/intake/watch-tasks?acknowledged=true").jsonPath();
        assertThat(seen.getString("items[0].about")).isEqualTo("2026-12-02T01:30:00Z");
        Desk.handedOn(id, "economy");
        JsonPath there = Awaitility.await()
                .until(
                        () -> Desk.get(specialist("economy"), "/api/intake/watch-tasks")
                                .jsonPath(),
                        list -> list.getList("items.dossierId").contains(id));
        assertThat(there.getString("items[0].acknowledgedByName")).isNull();
        assertThat(Desk.get(specialist("office"), "/api/intake/watch-tasks?acknowledged=true")
                        .jsonPath()
                        .getList("items"))
                .isEmpty();
    }

    @Test
    void a_result_that_is_to_be_returned_elsewhere_is_attended_to_there() {
        String id = taken();
        Desk.answer(Desk.decided(id));
        clock.setLegal("2026-12-08T09:00");
        String here = TestTokens.officer("director", Desk.MUONG_SAI);
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> waits(here, id));
        Desk.done(HOA, id, Map.of("action", "CORRECT", "returningUnit", unit, "reason", "Nhận kết quả ở gần nhà"));
        assertThat(waits(here, id)).isFalse();
        assertThat(kinds(id)).containsExactly("RESULT_WAITS");
    }

    @Test
    void a_dossier_that_cannot_be_looked_at_is_said_to_the_leader_and_holds_up_no_other() {
        String broken = taken();
        String sound = taken();
        Sql.update(
                source, "update dossier set pauses = '[{\"from\":\"never\"}]' where id = ?", UUID.fromString(broken));
        clock.setLegal("2026-11-30T09:00");
        raised(sound, "EXPECTED_LATE");
        JsonPath task = raised(broken, "NOT_LOOKED_AT");
        assertThat(task.getString("about")).isEqualTo("2026-11-30T02:00:00Z");
        assertThat(tasks.aside()).isEqualTo(1);
        Sql.update(source, "update dossier set pauses = '[]' where id = ?", UUID.fromString(broken));
        clock.setLegal("2026-11-30T10:00");
        raised(broken, "EXPECTED_LATE");
        assertThat(kinds(broken)).containsExactly("EXPECTED_LATE");
        assertThat(tasks.aside()).isZero();
    }

    private static boolean waits(String director, String id) {
        return Desk.get(director, "/api/intake/watch-tasks?limit=100")
                .jsonPath()
                .getList("items.dossierId")
                .contains(id);
    }

    private static boolean told(String id, String act) {
        return Desk.get(HOA, "/api/intake/dossiers/" + id + "/history")
                .jsonPath()
                .getList("items.action")
                .contains(act);
    }

    @Test
    void a_filing_online_that_nobody_answers_is_raised_at_the_desk_that_received_it() {
        clock.setLegal("2026-11-20T08:00");
        String vui = TestTokens.citizen("vui");
        String id = Desk.open(vui, Desk.opening(Desk.COPY, "ONLINE", Map.of("receivingUnit", unit)))
                .getString("id");
        assertThat(Desk.get(vui, "/api/intake/dossiers/" + id).jsonPath().getString("charge.role"))
                .isEqualTo("citizen");
        Desk.done(vui, id, action("SUBMIT"));
        clock.setLegal("2026-11-20T15:00");
        raised(id, "ACKNOWLEDGE_SOON");
        clock.setLegal("2026-11-23T08:31");
        raised(id, "ACKNOWLEDGE_LATE");
    }

    private JsonPath raised(String id, String kind) {
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> {
            // a round under way when the clock was set may have looked too early, and the clock stands still
            timers.next("watch", Duration.ZERO);
            return kinds(id).contains(kind);
        });
        List<Map<String, Object>> items = list().getList("items");
        Map<String, Object> found = items.stream()
                .filter(each -> id.equals(each.get("dossierId")) && kind.equals(each.get("kind")))
                .findFirst()
                .orElseThrow();
        return JsonPath.from(vn.motcua.platform.json.EventJson.write(found));
    }

    private List<String> kinds(String id) {
        List<Map<String, Object>> items = list().getList("items");
        return items.stream()
                .filter(each -> id.equals(each.get("dossierId")))
                .map(each -> (String) each.get("kind"))
                .toList();
    }

    private JsonPath list() {
        return Desk.get(director, "/api/intake/watch-tasks?limit=100")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private String specialist(String department) {
        return TestTokens.builder()
                .subject("tu-" + department)
                .roles("specialist")
                .units(unit)
                .department(department)
                .token();
    }

    /** In the hands of a department, due at 09:00 on the second of December. */
    private String taken() {
        String id = received();
        Desk.done(HOA, id, action("TRANSFER"));
        Desk.fromCase(id, "OPENED", "{}");
        Desk.until(id, d -> "office".equals(d.getString("department")));
        return id;
    }

    private String received() {
        String id = Desk.open(HOA, Desk.opening(Desk.RESIDENCE, "COUNTER", Map.of("competentUnit", unit)))
                .getString("id");
        Desk.presentAll(id);
        String path = "/api/intake/dossiers/" + id;
        Desk.post(MAI, path + "/actions", Desk.get(MAI, path).header("ETag"), Desk.cash(20000))
                .then()
                .statusCode(200);
        Desk.done(HOA, id, action("RECEIVE"));
        return id;
    }
}
