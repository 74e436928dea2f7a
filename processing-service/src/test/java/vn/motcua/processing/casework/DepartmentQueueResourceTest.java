package vn.motcua.processing.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static vn.motcua.processing.Sample.BIRTH;
import static vn.motcua.processing.Sample.OTHER_UNIT;
import static vn.motcua.processing.Sample.UNIT;
import static vn.motcua.processing.Sample.as;
import static vn.motcua.processing.Sample.token;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.devstack.MovableClock;
import vn.motcua.devstack.TestEvents;
import vn.motcua.devstack.TestEvents.Received;
import vn.motcua.devstack.TestTokens;
import vn.motcua.platform.sql.Sql;
import vn.motcua.processing.Contracts;
import vn.motcua.processing.Sample;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

@QuarkusTest
class DepartmentQueueResourceTest {
    private static final String QUEUE = "queue." + UNIT + ".office";

    @Inject
    MovableClock clock;

    @Inject
    AgroalDataSource source;

    private final String specialist = token("specialist");

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
    void the_most_urgent_case_comes_first_and_what_is_paused_comes_last_over_all_pages() {
        String unit = unit();
        Sample paused = at(unit, "2026-11-24T01:00:00Z");
        Sample late = at(unit, "2026-11-30T10:00:00Z");
        Sample never = at(unit, null);
        Sample soon = at(unit, "2026-11-24T10:00:00Z");
        Sample sameAsSoon = at(unit, "2026-11-24T10:00:00Z");
        String officer = TestTokens.officer("specialist", unit);
        paused.stage("AWAITING_SUPPLEMENT", "ASK_SUPPLEMENT");
        paused.awaitSeen(officer, seen -> seen.get("state").asText().equals("PAUSED"));

        List<String> read = new ArrayList<>();
        String after = null;
        do {
            Response page = as(officer)
                    .queryParam("unit", unit)
                    .queryParam("limit", 2)
                    .queryParams(after == null ? java.util.Map.of() : java.util.Map.of("after", after))
                    .get("/api/processing/departments/office/cases");
            page.then().statusCode(200);
            read.addAll(page.jsonPath().getList("items.id"));
            after = page.jsonPath().getString("next");
        } while (after != null);
        List<String> equal =
                List.of(soon.id(), sameAsSoon.id()).stream().sorted().toList();
        assertThat(read).containsExactly(equal.get(0), equal.get(1), late.id(), never.id(), paused.id());
    }

    @Test
    void a_queue_is_read_by_its_own_people_only() {
        for (String stranger : List.of(
                TestTokens.officer("specialist", OTHER_UNIT),
                TestTokens.officer("specialist", UNIT, "economy"),
                TestTokens.officer("director", OTHER_UNIT))) {
            as(stranger)
                    .get("/api/processing/departments/office/cases?unit=" + UNIT)
                    .then()
                    .statusCode(403)
                    .body("type", equalTo("/problems/not-your-queue"));
        }
        as(TestTokens.officer("reception", UNIT))
                .get("/api/processing/departments/office/cases?unit=" + UNIT)
                .then()
                .statusCode(403);
        as(specialist).get("/api/processing/departments/office/cases").then().statusCode(400);
        as(specialist)
                .get("/api/processing/departments/office/cases?after=bad&unit=" + UNIT)
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/invalid-cursor"));
        as(specialist)
                .get("/api/processing/departments/office/cases?limit=101&unit=" + UNIT)
                .then()
                .statusCode(400);
    }

    @Test
    void the_system_of_an_onboarded_department_is_told_every_change_of_its_queue() {
        Sample sample = Sample.opened(BIRTH);
        String id = sample.id();
        TestEvents.await(QUEUE, e -> e.key().equals(id));
        long fence = sample.claim(specialist);
        sample.stage("WITHDRAWAL_REQUESTED", "ASK_WITHDRAWAL");
        sample.awaitAct("FROZEN");
        sample.stage("IN_PROCESS", "DENY");
        sample.awaitAct("THAWED");
        sample.act(specialist, "{\"action\":\"HAND_ON\",\"fence\":%d,\"toDepartment\":\"economy\"}".formatted(fence))
                .then()
                .statusCode(200);
        TestEvents.await(QUEUE, e -> e.key().equals(id) && change(e).equals("REMOVED"));
        List<Received> told =
                TestEvents.poll(QUEUE).stream().filter(e -> e.key().equals(id)).toList();
        assertThat(told)
                .extracting(DepartmentQueueResourceTest::change)
                .containsExactly("ADDED", "CHANGED", "FROZEN", "CHANGED", "REMOVED");
        assertThat(told).allSatisfy(e -> assertThat(Contracts.misfits("queue.changed", e.data()))
                .isEmpty());
        assertThat(told)
                .extracting(e -> e.data().get("sequence").asLong())
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @Test
    void a_department_without_a_system_has_no_topic() {
        Sample sample = Sample.of(BIRTH, OTHER_UNIT);
        sample.transfer();
        sample.awaitAct("OPENED");
        assertThat(TestEvents.poll(QUEUE)).noneMatch(e -> e.key().equals(sample.id()));
    }

    /** However long the queue, a page reads what it shows: by the index, without a sort. */
    @Test
    void a_page_is_read_by_its_index() {
        String unit = unit();
        QuarkusTransaction.requiringNew().run(() -> {
            Sql.update(
                    source,
                    "insert into dossier (id, reference, sequence, receiving_unit, competent_unit, returning_unit,"
                            + " procedure_code, procedure_version, channel, stage, effective_at, extension_used, fees_open)"
                            + " select gen_random_uuid(), 'R' || n, 1, ?, ?, ?, '1.001193', 1, 'COUNTER', 'IN_PROCESS',"
                            + " timestamptz '2026-11-23 08:00Z', false, false from generate_series(1, 5000) n",
                    unit,
                    unit,
                    unit);
            Sql.update(
                    source,
                    "insert into cases (id, dossier_id, unit, department, state, revision, opened_at, last_act_at, due, fence,"
                            + " frozen, competent_unit) select gen_random_uuid(), id, competent_unit, 'office', 'OPEN', 1, effective_at,"
                            + " effective_at, effective_at + random() * interval '30 days', 0, false, competent_unit from dossier"
                            + " where competent_unit = ?",
                    unit);
        });
        Sql.update(source, "analyze cases");
        String plan = String.join(
                "\n",
                Sql.query(
                        source,
                        "explain (analyze, buffers off) select c.id, d.reference from cases c join dossier d on d.id = c.dossier_id"
                                + " where c.unit = ? and c.department = 'office' and c.rank is not null"
                                + " and (c.rank, c.urgent_at, c.id) > (0::smallint, timestamptz '2026-12-01 00:00Z', ?)"
                                + " and c.unit in (?) and c.department = 'office'"
                                + " order by c.rank, c.urgent_at, c.id fetch first 21 rows only",
                        row -> row.getString(1),
                        unit,
                        new UUID(0, 0),
                        unit));
        assertThat(plan).contains("cases_queue").doesNotContain("Sort", "Seq Scan", "Rows Removed");
    }

    private static String unit() {
        return "14-" + ThreadLocalRandom.current().nextInt(10_000, 99_999) + "-20250701";
    }

    private static Sample at(String unit, String due) {
        Sample sample = Sample.of(BIRTH, unit).due(due);
        sample.transfer();
        sample.awaitAct("OPENED");
        return sample;
    }

    private static String change(Received event) {
        return event.data().get("change").asText();
    }
}
