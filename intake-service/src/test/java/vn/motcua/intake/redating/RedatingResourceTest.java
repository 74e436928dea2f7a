package vn.motcua.intake.redating;

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
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** A calendar changes while dossiers are open: looked through, shown, applied by the director, told to the people. */
@QuarkusTest
class RedatingResourceTest {
    private static final String HOURS = "[{\"from\":\"07:30\",\"to\":\"11:30\"},{\"from\":\"13:30\",\"to\":\"17:00\"}]";
    private static final AtomicInteger NUMBER = new AtomicInteger(90_100);

    @Inject
    MovableClock clock;

    @Inject
    SampleCatalogue samples;

    @Inject
    Catalogue catalogue;

    @Inject
    AgroalDataSource source;

    @Inject
    RedateTask task;

    @Inject
    Timers timers;

    private String unit;
    private String director;

    @BeforeEach
    void a_unit_of_its_own() {
        samples.loaded();
        clock.setLegal("2026-11-20T09:00");
        unit = "14-" + NUMBER.getAndIncrement() + "-20250701";
        director = TestTokens.builder()
                .subject("giam-" + unit)
                .roles("director")
                .units(unit)
                .name("Lường Văn Giám")
                .title("Giám đốc Trung tâm")
                .token();
    }

    @AfterEach
    void reset() {
        clock.reset();
    }

    @Test
    void a_day_off_more_is_shown_first_and_moves_the_dates_when_the_director_says_so() {
        publishUnit(HOURS);
        String id = receivedResidence();
        String other = receivedResidence();
        agreed();
        assertThat(Desk.dossier(HOA, id).getString("clock.due")).isEqualTo("2026-12-02T02:00:00Z");
        dayOff(1, "2026-12-01");

        JsonPath run = ready();
        assertThat(run.getInt("moved")).isEqualTo(2);
        assertThat(run.getInt("looked")).isEqualTo(2);
        assertThat(run.getString("changes[0].kind")).isEqualTo("DAY_OFF");
        assertThat(run.getString("changes[0].date")).isEqualTo("2026-12-01");
        JsonPath first = moved(run, "?limit=1");
        assertThat(first.getString("items[0].dueFrom")).isEqualTo("2026-12-02T02:00:00Z");
        assertThat(first.getString("items[0].dueTo")).isEqualTo("2026-12-03T02:00:00Z");
        assertThat(first.getString("items[0].why[0].name")).isEqualTo("Nghỉ theo lịch của xã");
        JsonPath second = moved(run, "?limit=1&after=" + first.getString("next"));
        assertThat(List.of(
                        UUID.fromString(first.getString("items[0].dossierId")),
                        UUID.fromString(second.getString("items[0].dossierId"))))
                .containsExactlyInAnyOrder(UUID.fromString(id), UUID.fromString(other));
        assertThat(second.getString("next")).isNull();
        assertThat(Desk.dossier(HOA, id).getString("clock.due"))
                .as("nothing moves before it is applied")
                .isEqualTo("2026-12-02T02:00:00Z");

        JsonPath done = applied(run);
        assertThat(done.getInt("applied")).isEqualTo(2);
        assertThat(done.getString("askedByName")).isEqualTo("Lường Văn Giám");
        JsonPath dossier = Desk.dossier(HOA, id);
        assertThat(dossier.getString("clock.due")).isEqualTo("2026-12-03T02:00:00Z");
        assertThat(dossier.getString("clock.originalDue")).isEqualTo("2026-12-02T02:00:00Z");
        assertThat(dossier.getString("stage")).isEqualTo("RECEIVED");
        var event = TestEvents.await(
                        "dossier.stage-changed",
                        e -> id.equals(e.key())
                                && "REDATE".equals(e.data().path("action").asText()))
                .data();
        assertThat(event.path("due").asText()).isEqualTo("2026-12-03T02:00:00Z");
        assertThat(event.path("originalDue").asText()).isEqualTo("2026-12-02T02:00:00Z");
        assertThat(event.path("reasonCode").asText()).isEqualTo("CALENDAR_CHANGED");
        assertThat(event.path("actor").path("role").asText()).isEqualTo("clock");
        assertThat(event.path("sequence").asInt()).isEqualTo(dossier.getInt("sequence"));
        Map<String, Object> act = last(id);
        assertThat(act)
                .containsEntry("action", "REDATE")
                .containsEntry("actorName", "Lường Văn Giám")
                .containsEntry("details", Map.of("dueWas", "2026-12-02T02:00:00Z", "due", "2026-12-03T02:00:00Z"));
        assertThat(Desk.get(HOA, "/api/intake/dossiers/" + id + "/deadline")
                        .jsonPath()
                        .getList("stretches.note"))
                .contains("Nghỉ theo lịch của xã");
    }

    @Test
    void only_a_leader_of_the_unit_applies_it_once_and_on_what_they_saw() {
        publishUnit(HOURS);
        receivedResidence();
        agreed();
        dayOff(1, "2026-12-01");
        JsonPath run = ready();
        String path = "/api/intake/redatings/" + run.getString("id");
        String etag = Desk.get(director, path).header("ETag");
        String elsewhere = TestTokens.officer("director", Desk.QUYNH_NHAI);
        assertThat(Desk.get(elsewhere, path).statusCode()).isEqualTo(404);
        assertThat(Desk.get(elsewhere, path + "/dossiers").statusCode()).isEqualTo(404);
        assertThat(Desk.get(elsewhere, "/api/intake/redatings").jsonPath().getList("items.id"))
                .doesNotContain(run.getString("id"));
        assertThat(Desk.get(HOA, path).statusCode()).isEqualTo(403);
        Desk.post(elsewhere, path + "/apply", etag, Map.of()).then().statusCode(404);
        Desk.post(TestTokens.officer("approver", unit), path + "/apply", etag, Map.of())
                .then()
                .statusCode(403);
        Desk.post(director, path + "/apply", null, Map.of()).then().statusCode(428);
        Desk.post(director, path + "/apply", "\"0\"", Map.of()).then().statusCode(412);
        assertThat(Desk.get(director, path + "/dossiers?after=nonsense").statusCode())
                .isEqualTo(400);
        JsonPath done = applied(run);
        Desk.post(director, path + "/apply", "\"" + done.getLong("revision") + "\"", Map.of())
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/redating-not-ready"));
    }

    @Test
    void a_paused_dossier_is_left_alone_and_resumes_under_the_new_calendar() {
        publishUnit(HOURS);
        String running = receivedResidence();
        String paused = receivedResidence();
        Desk.done(HOA, paused, action("TRANSFER"));
        Desk.answer(
                Desk.fromCase(
                        paused,
                        "ASK_SUPPLEMENT",
                        "{\"items\":[{\"component\":\"1.004222-01\",\"reasonCode\":\"PAPER_UNCLEAR\"}],\"reasonCode\":\"PAPER_UNCLEAR\"}"));
        String due = Desk.dossier(HOA, paused).getString("clock.due");
        agreed();
        dayOff(1, "2026-12-01");
        JsonPath run = ready();
        assertThat(moved(run, "").getList("items.dossierId")).containsExactly(running);
        applied(run);
        assertThat(Desk.dossier(HOA, paused).getString("clock.due")).isEqualTo(due);
        assertThat(Desk.dossier(HOA, paused).getString("clock.pausedSince")).isNotNull();
        Desk.presentAll(paused);
        Desk.done(HOA, paused, action("SUPPLY"));
        assertThat(Desk.dossier(HOA, paused).getString("clock.due")).startsWith("2026-12-03");
    }

    @Test
    void a_date_that_only_stops_to_be_provisional_is_confirmed_and_nobody_is_told() {
        publishUnit("[]");
        String id = receivedResidence();
        assertThat(Desk.dossier(HOA, id).getBoolean("clock.provisional")).isTrue();
        agreed();
        int sequence = Desk.dossier(HOA, id).getInt("sequence");
        publishUnit(HOURS);
        soon();
        JsonPath dossier = Desk.until(id, d -> !d.getBoolean("clock.provisional"));
        assertThat(dossier.getString("clock.due")).isEqualTo("2026-12-02T02:00:00Z");
        assertThat(dossier.getInt("sequence")).isEqualTo(sequence);
        assertThat(last(id)).containsEntry("action", "CALENDAR_FINAL").containsEntry("outcome", "RECORDED");
    }

    @Test
    void what_changes_again_before_it_is_applied_is_looked_through_anew() {
        publishUnit(HOURS);
        String id = receivedResidence();
        agreed();
        dayOff(1, "2026-12-01");
        JsonPath overtaken = ready();
        dayOff(2, "2026-11-30", "2026-12-01");
        String path = "/api/intake/redatings/" + overtaken.getString("id");
        Awaitility.await().until(() -> !catalogue.calendarFor(unit).isWorkingDay(LocalDate.parse("2026-11-30")));
        Desk.post(director, path + "/apply", Desk.get(director, path).header("ETag"), Map.of())
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/calendar-changed-again"));
        soon();
        JsonPath run = Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(
                        this::newest,
                        each -> each != null
                                && !each.getString("id").equals(overtaken.getString("id"))
                                && "READY".equals(each.getString("state")));
        assertThat(Desk.get(director, path).jsonPath().getString("state")).isEqualTo("OVERTAKEN");
        assertThat(moved(run, "").getString("items[0].dueTo")).isEqualTo("2026-12-04T02:00:00Z");
        applied(run);
        assertThat(Desk.dossier(HOA, id).getString("clock.due")).isEqualTo("2026-12-04T02:00:00Z");
    }

    @Test
    void a_run_whose_process_was_killed_goes_on_after_the_restart_and_does_nothing_twice() {
        publishUnit(HOURS);
        String done = receivedResidence();
        String open = receivedResidence();
        agreed();
        dayOff(1, "2026-12-01");
        UUID run = UUID.fromString(ready().getString("id"));
        Sql.update(source, "update redating set state = 'APPLYING', applied = 1 where id = ?", run);
        Sql.update(
                source,
                "update redating_row set settled_at = looked_at from redating where redating_id = ? and dossier_id = ?",
                run,
                UUID.fromString(done));
        task.start(null);
        JsonPath after = Awaitility.await().atMost(Duration.ofSeconds(60)).until(this::newest, each -> "DONE"
                .equals(each.getString("state")));
        assertThat(after.getInt("applied")).isEqualTo(2);
        assertThat(Desk.dossier(HOA, open).getString("clock.due")).isEqualTo("2026-12-03T02:00:00Z");
        assertThat(Desk.dossier(HOA, done).getString("clock.due"))
                .as("what is noted as done is not touched again")
                .isEqualTo("2026-12-02T02:00:00Z");
    }

    @Test
    void a_dossier_that_cannot_be_computed_is_set_aside_shown_and_looked_at_again_when_it_can() {
        publishUnit(HOURS);
        String broken = receivedResidence();
        String sound = receivedResidence();
        agreed();
        pauses(broken, "[{\"from\":\"never\"}]");
        dayOff(1, "2026-12-01");
        JsonPath run = ready();
        assertThat(run.getInt("looked")).isEqualTo(2);
        assertThat(run.getInt("moved")).isEqualTo(1);
        assertThat(run.getInt("aside")).isEqualTo(1);
        List<Map<String, Object>> items = moved(run, "").getList("items");
        assertThat(items)
                .filteredOn(each -> broken.equals(each.get("dossierId")))
                .singleElement()
                .satisfies(each -> assertThat(each).containsEntry("aside", true).containsEntry("dueTo", null));
        applied(run);
        assertThat(Desk.dossier(HOA, sound).getString("clock.due")).isEqualTo("2026-12-03T02:00:00Z");

        pauses(broken, "[]");
        clock.advance(Duration.ofMinutes(1)); // a run after the other, also by their times
        JsonPath again = Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofSeconds(1))
                .until(
                        this::newestAfterACheck,
                        each -> !each.getString("id").equals(run.getString("id"))
                                && "READY".equals(each.getString("state")));
        assertThat(moved(again, "").getList("items.dossierId")).containsExactly(broken);
        assertThat(again.getString("changes[0].date")).isEqualTo("2026-12-01");
        applied(again);
        assertThat(Desk.dossier(HOA, broken).getString("clock.due")).isEqualTo("2026-12-03T02:00:00Z");
    }

    @Test
    void a_dossier_that_cannot_be_changed_keeps_none_of_the_others_from_their_new_date() {
        publishUnit(HOURS);
        String broken = receivedResidence();
        String sound = receivedResidence();
        agreed();
        dayOff(1, "2026-12-01");
        JsonPath run = ready();
        pauses(broken, "[{\"from\":\"never\"}]");
        JsonPath done = applied(run);
        assertThat(done.getInt("applied")).isEqualTo(1);
        assertThat(done.getInt("aside")).isEqualTo(1);
        assertThat(Desk.dossier(HOA, sound).getString("clock.due")).isEqualTo("2026-12-03T02:00:00Z");
        pauses(broken, "[]");
        assertThat(Desk.dossier(HOA, broken).getString("clock.due")).isEqualTo("2026-12-02T02:00:00Z");
    }

    @Test
    void a_promised_date_stays_unless_it_is_a_day_off_now_and_then_it_is_the_next_working_day() {
        publishUnit(HOURS);
        String moves = taken();
        String stays = taken();
        clock.setLegal("2026-12-03T09:00");
        promise(moves, "2026-12-08T02:00:00Z");
        promise(stays, "2026-12-09T02:00:00Z");
        agreed();
        dayOff(1, "2026-12-08");
        JsonPath run = ready();
        assertThat(run.getInt("moved")).isEqualTo(1);
        JsonPath items = moved(run, "");
        assertThat(items.getString("items[0].dossierId")).isEqualTo(moves);
        assertThat(items.getString("items[0].promisedFrom")).isEqualTo("2026-12-08T02:00:00Z");
        assertThat(items.getString("items[0].promisedTo")).isEqualTo("2026-12-09T02:00:00Z");
        assertThat(items.getString("items[0].dueTo")).isEqualTo(items.getString("items[0].dueFrom"));
        applied(run);
        assertThat(Desk.dossier(HOA, moves).getString("clock.promised")).isEqualTo("2026-12-09T02:00:00Z");
        assertThat(Desk.dossier(HOA, stays).getString("clock.promised")).isEqualTo("2026-12-09T02:00:00Z");
        var event = TestEvents.await(
                        "dossier.stage-changed",
                        e -> moves.equals(e.key())
                                && "REDATE".equals(e.data().path("action").asText()))
                .data();
        assertThat(event.path("promised").asText()).isEqualTo("2026-12-09T02:00:00Z");
        assertThat(event.path("due").asText()).isEqualTo("2026-12-02T02:00:00Z");
        assertThat(last(moves).get("details").toString()).contains("promisedWas", "2026-12-08");
    }

    @Test
    void the_time_to_answer_a_filing_moves_by_itself_and_nobody_is_told() {
        publishUnit(HOURS);
        String vui = TestTokens.citizen("vui");
        clock.setLegal("2026-11-20T15:00");
        String id = Desk.open(
                        vui,
                        Desk.opening(
                                Desk.COPY,
                                "ONLINE",
                                Map.of("receivingUnit", unit, "competentUnit", unit, "returningUnit", unit)))
                .getString("id");
        JsonPath filed = Desk.done(vui, id, action("SUBMIT"));
        assertThat(filed.getString("clock.acknowledgeBy")).isEqualTo("2026-11-23T08:30:00Z");
        agreed();
        dayOff(1, "2026-11-23");
        soon();
        String reception = TestTokens.officer("reception", unit);
        JsonPath moved = Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> Desk.dossier(reception, id), view -> "2026-11-25T08:30:00Z"
                        .equals(view.getString("clock.acknowledgeBy")));
        assertThat(moved.getInt("sequence")).isEqualTo(filed.getInt("sequence"));
        Map<String, Object> told = Desk.get(reception, "/api/intake/dossiers/" + id + "/history")
                .jsonPath()
                .getMap("items[-1]");
        assertThat(told).containsEntry("action", "ACKNOWLEDGEMENT_MOVED").containsEntry("outcome", "RECORDED");
    }

    private String taken() {
        String id = receivedResidence();
        Desk.done(HOA, id, action("TRANSFER"));
        return id;
    }

    private void promise(String id, String at) {
        Desk.done(
                director,
                id,
                Map.of(
                        "action",
                        "APOLOGISE",
                        "promised",
                        at,
                        "reasonCode",
                        "WORKLOAD",
                        "reason",
                        "Nhiều hồ sơ cùng lúc"));
    }

    /** A check that is under way is not asked for again, and may have looked too early. */
    private JsonPath newestAfterACheck() {
        timers.next("calendar-check", Duration.ZERO);
        return newest();
    }

    private void pauses(String id, String json) {
        Sql.update(source, "update dossier set pauses = ? where id = ?", json, UUID.fromString(id));
    }

    private JsonPath ready() {
        soon();
        return Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(this::newest, each -> each != null && "READY".equals(each.getString("state")));
    }

    private JsonPath newest() {
        String id = Desk.get(director, "/api/intake/redatings").jsonPath().getString("items[0].id");
        return id == null
                ? null
                : Desk.get(director, "/api/intake/redatings/" + id).jsonPath();
    }

    private JsonPath moved(JsonPath run, String query) {
        return Desk.get(director, "/api/intake/redatings/" + run.getString("id") + "/dossiers" + query)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private JsonPath applied(JsonPath run) {
        String path = "/api/intake/redatings/" + run.getString("id");
        Desk.post(director, path + "/apply", Desk.get(director, path).header("ETag"), Map.of())
                .then()
                .statusCode(200)
                .body("state", equalTo("APPLYING"));
        return Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> Desk.get(director, path).jsonPath(), each -> "DONE".equals(each.getString("state")));
    }

    /** The calendar of the unit is known as the one its dates were computed with. */
    private void agreed() {
        soon();
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> !Sql.query(
                        source, "select 1 from unit_calendar where unit = ?", row -> 1, unit)
                .isEmpty());
    }

    /** When no replica computes with the old calendar any more. */
    private void soon() {
        Awaitility.await().pollDelay(Duration.ofMillis(300)).until(() -> true);
        clock.advance(CalendarCheck.SETTLED.plusSeconds(12));
    }

    private void dayOff(int version, String... days) {
        String list = String.join(
                ",",
                List.of(days).stream()
                        .map(d -> "{\"date\":\"%s\",\"kind\":\"DAY_OFF\",\"name\":\"Nghỉ theo lịch của xã\"}"
                                .formatted(d))
                        .toList());
        TestEvents.publish(
                "catalog.calendars",
                unit + "+2026@" + version,
                "vn.motcua.catalog.calendar.v1",
                UUID.randomUUID(),
                "{\"area\":\"%s\",\"year\":2026,\"version\":%d,\"provisional\":false,\"source\":\"test\",\"days\":[%s]}"
                        .formatted(unit, version, list));
        Awaitility.await().until(() -> !catalogue.calendarFor(unit).isWorkingDay(LocalDate.parse(days[0])));
    }

    private void publishUnit(String hours) {
        TestEvents.publish(
                "catalog.units",
                unit,
                "vn.motcua.catalog.unit.v1",
                UUID.randomUUID(),
                """
                {"id":"%s","code":"%s","name":"Xã Thử","kind":"COMMUNE","provinceCode":"14","provinceName":"Tỉnh Sơn La",
                 "validFrom":"2025-07-01","validTo":null,"successors":[],
                 "agencyCodes":[{"code":"H52.%s.00","validFrom":"2025-07-01","validTo":null,"invented":true}],"hours":%s,"receives":true}
                """
                        .formatted(unit, unit.substring(3, 8), unit.substring(5, 8), hours));
        Awaitility.await().until(() -> catalogue
                .unit(unit)
                .filter(u -> u.hours().isEmpty() == hours.equals("[]"))
                .isPresent());
    }

    private String receivedResidence() {
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

    private static Map<String, Object> last(String id) {
        return Desk.get(HOA, "/api/intake/dossiers/" + id + "/history")
                .jsonPath()
                .getMap("items[-1]");
    }
}
