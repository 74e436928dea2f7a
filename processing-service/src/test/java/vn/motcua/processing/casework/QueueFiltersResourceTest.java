package vn.motcua.processing.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static vn.motcua.processing.Sample.BIRTH;
import static vn.motcua.processing.Sample.COPY;
import static vn.motcua.processing.Sample.as;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.devstack.MovableClock;
import vn.motcua.devstack.TestTokens;
import vn.motcua.platform.sql.Sql;
import vn.motcua.processing.Sample;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/** What of a queue can be looked at, in which order and why. */
@QuarkusTest
class QueueFiltersResourceTest {
    private static final String LATER = "2026-12-20T10:00:00Z";

    @Inject
    MovableClock clock;

    @Inject
    AgroalDataSource source;

    private final String unit = "14-" + ThreadLocalRandom.current().nextInt(10_000, 99_999) + "-20250701";
    private final String officer = TestTokens.officer("specialist", unit);

    @BeforeEach
    void monday() {
        Sample.catalogue();
        clock.setLegal("2026-11-23T15:30");
    }

    @AfterEach
    void clock() {
        clock.reset();
    }

    @Test
    void of_cases_due_at_the_same_time_the_waiting_person_comes_first_and_every_row_says_why() {
        String due = "2026-11-23T10:00:00Z";
        Sample old = opened(Sample.of(BIRTH, unit).due(due).received("2026-11-02T02:00:00Z"));
        Sample post = opened(
                Sample.of(COPY, unit).due(due).received("2026-11-23T03:00:00Z").by("POST", "POST"));
        Sample waiting = opened(Sample.of(COPY, unit).due(due).received("2026-11-23T03:00:00Z"));
        Response page = queue(Map.of());
        assertThat(ids(page)).containsExactly(waiting.id(), post.id(), old.id());
        page.then()
                .body("items[0].why.first", equalTo("DUE_TODAY"))
                .body("items[0].why.minutesLeft", equalTo(90))
                .body("items[0].why.usedPercent", equalTo(78))
                .body("items[0].why.forward.reason", equalTo(List.of("WAITING_PERSON", "SAME_DAY", "LONG_RUNNING")))
                .body("items[0].why.forward.minutes", equalTo(List.of(120, 120, 21)))
                .body("items[0].why.sortedAt", equalTo("2026-11-23T05:39:00Z"))
                .body("items[1].why.forward.reason", equalTo(List.of("SAME_DAY", "LONG_RUNNING")))
                .body("items[2].why.forward.reason", equalTo(List.of("LONG_RUNNING")))
                .body("items[2].why.usedPercent", equalTo(99));
    }

    @Test
    void a_new_due_date_gives_the_case_its_new_place() {
        Sample first = opened(Sample.of(BIRTH, unit).due("2026-11-25T10:00:00Z"));
        Sample second = opened(Sample.of(BIRTH, unit).due("2026-11-26T10:00:00Z"));
        assertThat(ids(queue(Map.of()))).containsExactly(first.id(), second.id());
        first.due("2026-12-01T10:00:00Z").stage("IN_PROCESS", "REDATE");
        first.awaitSeen(officer, seen -> seen.get("due").asText().startsWith("2026-12-01"));
        assertThat(ids(queue(Map.of()))).containsExactly(second.id(), first.id());
    }

    @Test
    void every_part_of_the_queue_shows_what_its_figure_counts() {
        Sample late = opened(Sample.of(BIRTH, unit).due("2026-11-23T08:00:00Z"));
        Sample today = opened(Sample.of(BIRTH, unit).due("2026-11-23T10:00:00Z"));
        Sample risk = opened(Sample.of(BIRTH, unit).due("2026-11-24T10:00:00Z").received("2026-11-10T01:00:00Z"));
        Sample mine = opened(Sample.of(BIRTH, unit).due(LATER));
        Sample others = opened(Sample.of(BIRTH, unit).due(LATER));
        Sample proposed = opened(Sample.of(BIRTH, unit).due(LATER));
        Sample paused = opened(Sample.of(BIRTH, unit).due("2026-11-23T07:00:00Z"));
        Sample back = opened(Sample.of(BIRTH, unit).due(LATER));
        mine.claim(officer);
        String other = colleague("other");
        others.claim(other);
        proposed.propose(officer, proposed.claim(officer)).then().statusCode(200);
        back.propose(other, back.claim(other)).then().statusCode(200);
        back.act(TestTokens.officer("approver", unit), "{\"action\":\"SEND_BACK\",\"reasonCode\":\"WRONG_FORM\"}")
                .then()
                .statusCode(200);
        paused.stage("AWAITING_SUPPLEMENT", "ASK_SUPPLEMENT");
        paused.awaitSeen(officer, seen -> seen.get("state").asText().equals("PAUSED"));

        assertShown("LATE", late);
        assertShown("TODAY", today);
        assertShown("AT_RISK", risk);
        assertShown("UNCLAIMED", late, today, risk);
        assertShown("MINE", mine);
        assertShown("HELD", mine, others, back);
        assertShown("PROPOSED", proposed);
        assertShown("PAUSED", paused);
        assertShown("SENT_BACK", back);
        assertShown("ALL", late, today, risk, mine, others, proposed, paused, back);
        assertThat(ids(queue(Map.of("holder", "other-" + unit)))).containsExactlyInAnyOrder(others.id(), back.id());
    }

    @Test
    void a_case_is_found_by_reference_code_end_of_the_code_and_procedure() {
        Sample sample = opened(Sample.of(COPY, unit).named("4N7WZ2QK9T", "H52.712.00-261123-4711"));
        opened(Sample.of(BIRTH, unit)
                .named("8N7WZ2QK9T", "H52.712.00-261123-4712")
                .by("ONLINE", "POST"));
        for (String search : List.of(
                "4n7wz2qk9t",
                "H52.712.00-261123-4711",
                "4711",
                "-261123-4711",
                COPY,
                "THU TUC " + COPY,
                "thủ tục 2.0008")) {
            assertThat(ids(queue(Map.of("q", search)))).as(search).containsExactly(sample.id());
        }
        assertThat(ids(queue(Map.of("procedure", COPY)))).containsExactly(sample.id());
        assertThat(ids(queue(Map.of("channel", "COUNTER")))).containsExactly(sample.id());
        assertThat(ids(queue(Map.of("channel", "ONLINE", "procedure", COPY)))).isEmpty();
        for (String nothing : List.of("0000000000", "%", "4_11", "khong co")) {
            assertThat(ids(queue(Map.of("q", nothing)))).as(nothing).isEmpty();
        }
    }

    @Test
    void what_cannot_be_asked_is_refused() {
        queue(Map.of("channel", "PIGEON")).then().statusCode(400).body("violations[0].pointer", equalTo("/channel"));
        queue(Map.of("q", "x".repeat(101))).then().statusCode(400).body("violations[0].pointer", equalTo("/q"));
        queue(Map.of("show", "EVERYTHING")).then().statusCode(400);
        for (String role : List.of("reception", "cashier", "auditor")) {
            figures(TestTokens.officer(role, unit)).then().statusCode(403);
        }
        figures(TestTokens.officer("specialist", unit, "economy"))
                .then()
                .statusCode(403)
                .body("type", equalTo("/problems/not-your-queue"));
        as(TestTokens.officer("director", unit))
                .urlEncodingEnabled(false)
                .queryParam("unit", unit)
                .get("/api/processing/departments/;x=1/figures")
                .then()
                .statusCode(403)
                .body("type", equalTo("/problems/not-your-queue"));
    }

    /** Ten thousand cases: every part of the queue is read by an index, its page without a sort. */
    @Test
    void every_part_is_read_in_order_by_an_index_and_a_rare_channel_is_looked_for_bounded() {
        fill(10_000);
        Sample last = opened(Sample.of(BIRTH, unit).due("2027-12-20T10:00:00Z").by("POST", "POST"));
        List<String> found = new ArrayList<>();
        int pages = 0;
        String after = null;
        do {
            Map<String, Object> query = new HashMap<>(Map.of("channel", "POST", "limit", 50));
            if (after != null) {
                query.put("after", after);
            }
            Response page = queue(query);
            found.addAll(ids(page));
            after = page.jsonPath().getString("next");
            pages++;
        } while (after != null);
        assertThat(found).containsExactly(last.id());
        assertThat(pages).isBetween(10, 12);
        figures(officer)
                .then()
                .body("all.count", equalTo(500))
                .body("all.more", equalTo(true))
                .body("mine.count", equalTo(0))
                .body("mine.more", equalTo(false));
        for (String part : List.of(
                "c.rank = 0 and c.state = 'OPEN'",
                "c.rank = 0 and c.urgent_at <= timestamptz '2026-11-26 00:00Z' and c.due <= timestamptz '2026-11-26 00:00Z'",
                "c.rank is not null and c.procedure_code = '1.001193'",
                "c.rank is not null")) {
            assertThat(plan(part)).as(part).contains("Index").doesNotContain("Sort", "Seq Scan");
        }
        queue(Map.of("limit", 100, "show", "UNCLAIMED")).then().statusCode(200).body("items.size()", equalTo(100));
        queue(Map.of("q", "khong co", "limit", 1)).then().body("items.size()", equalTo(0));
        queue(Map.of("q", "5P7WZ2QK90", "limit", 1)).then().body("next", nullValue());
    }

    private String plan(String part) {
        Sql.update(source, "analyze cases");
        return String.join(
                "\n",
                Sql.query(
                        source,
                        "explain select c.id, c.rank, c.urgent_at from cases c where c.unit = '" + unit
                                + "' and c.department = 'office' and " + part
                                + " order by c.rank, c.urgent_at, c.id limit 21",
                        row -> row.getString(1)));
    }

    private void fill(int many) {
        QuarkusTransaction.requiringNew().run(() -> {
            Sql.update(
                    source,
                    "insert into dossier (id, reference, sequence, receiving_unit, competent_unit, returning_unit,"
                            + " procedure_code, procedure_version, channel, stage, effective_at, extension_used, fees_open)"
                            + " select gen_random_uuid(), 'R' || n, 1, ?, ?, ?, '1.001193', 1, 'COUNTER', 'IN_PROCESS',"
                            + " timestamptz '2026-11-23 08:00Z', false, false from generate_series(1, ?) n",
                    unit,
                    unit,
                    unit,
                    many);
            Sql.update(
                    source,
                    "insert into cases (id, dossier_id, unit, department, state, revision, opened_at, last_act_at, due, fence,"
                            + " frozen, competent_unit, procedure_code, channel) select gen_random_uuid(), id, competent_unit, 'office', 'OPEN', 1,"
                            + " effective_at, effective_at, effective_at + random() * interval '30 days', 0, false, competent_unit,"
                            + " procedure_code, channel from dossier where competent_unit = ?",
                    unit);
        });
    }

    private void assertShown(String show, Sample... expected) {
        List<String> wanted = List.of(expected).stream().map(Sample::id).toList();
        assertThat(ids(queue(Map.of("show", show)))).as(show).containsExactlyInAnyOrderElementsOf(wanted);
        String name =
                switch (show) {
                    case "AT_RISK" -> "atRisk";
                    case "SENT_BACK" -> "sentBack";
                    default -> show.toLowerCase(java.util.Locale.ROOT);
                };
        figures(officer).then().body(name + ".count", equalTo(wanted.size())).body(name + ".more", equalTo(false));
    }

    private Response queue(Map<String, Object> query) {
        return as(officer).queryParam("unit", unit).queryParams(query).get("/api/processing/departments/office/cases");
    }

    private Response figures(String token) {
        return as(token).queryParam("unit", unit).get("/api/processing/departments/office/figures");
    }

    private static List<String> ids(Response page) {
        return page.then().statusCode(200).extract().jsonPath().getList("items.id");
    }

    private static Sample opened(Sample sample) {
        sample.transfer();
        sample.awaitAct("OPENED");
        return sample;
    }

    private String colleague(String name) {
        return TestTokens.builder()
                .subject(name + "-" + unit)
                .roles("specialist")
                .units(unit)
                .department("office")
                .name("Cán bộ " + name)
                .title("Công chức")
                .token();
    }
}
