package vn.motcua.processing.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static vn.motcua.processing.Sample.BIRTH;
import static vn.motcua.processing.Sample.COPY;
import static vn.motcua.processing.Sample.OTHER_UNIT;
import static vn.motcua.processing.Sample.UNIT;
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
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

@QuarkusTest
class ProposalsResourceTest {
    private static final String PROPOSALS = "/api/processing/proposals";

    @Inject
    MovableClock clock;

    @Inject
    AgroalDataSource source;

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
    void proposals_of_all_departments_lie_before_the_approver_the_earliest_due_first_over_all_pages() {
        String unit = unit();
        Sample late = proposed(BIRTH, unit, "2026-11-30T10:00:00Z", "office");
        Sample never = proposed(BIRTH, unit, null, "office");
        Sample soon = proposed(BIRTH, unit, "2026-11-24T10:00:00Z", "economy");
        Sample open = at(unit, BIRTH, "2026-11-24T01:00:00Z");
        String approver = TestTokens.officer("approver", unit);
        assertThat(read(approver, unit, 1)).containsExactly(soon.id(), late.id(), never.id());
        assertThat(read(approver, unit, 2)).doesNotContain(open.id()).hasSize(3);

        soon.act(approver, "{\"action\":\"DECIDE\"}").then().statusCode(200);
        assertThat(read(approver, unit, 2)).containsExactly(late.id(), never.id());
        late.act(approver, "{\"action\":\"SEND_BACK\",\"reasonCode\":\"RESULT_INCOMPLETE\"}")
                .then()
                .statusCode(200);
        assertThat(read(approver, unit, 2)).containsExactly(never.id());
    }

    @Test
    void a_row_holds_what_is_needed_to_sign_it() {
        String unit = unit();
        Sample sample = proposed(BIRTH, unit, "2026-11-27T10:00:00Z", "office");
        String approver = TestTokens.officer("approver", unit);
        Response list = as(approver).get(PROPOSALS);
        list.then()
                .statusCode(200)
                .body("items[0].code", equalTo("H52.712.00-261123-0001"))
                .body("items[0].procedure.nameVi", equalTo("Thủ tục " + BIRTH))
                .body("items[0].due", equalTo("2026-11-27T10:00:00Z"))
                .body("items[0].department", equalTo("office"))
                .body("items[0].proposal.name", equalTo("Cán bộ specialist"))
                .body("items[0].proposal.decisionKind", equalTo("GRANTED"))
                .body("items[0].allowedActions", containsInAnyOrder("SEND_BACK", "DECIDE"));
        String etag = "\"" + list.jsonPath().getLong("items[0].revision") + "\"";
        assertThat(sample.get(approver).header("ETag")).isEqualTo(etag);
        sample.act(approver, "{\"action\":\"DECIDE\"}", etag, UUID.randomUUID().toString())
                .then()
                .statusCode(200);
    }

    @Test
    void who_proposed_sees_the_own_proposal_without_the_right_to_sign_it() {
        String unit = unit();
        String both = TestTokens.builder()
                .subject("both")
                .roles("specialist", "approver")
                .units(unit)
                .department("office")
                .name("Lò Văn Cả")
                .token();
        Sample sample = at(unit, BIRTH, "2026-11-27T10:00:00Z");
        sample.propose(both, sample.claim(both)).then().statusCode(200);
        as(both).get(PROPOSALS)
                .then()
                .statusCode(200)
                .body("items[0].proposal.mine", equalTo(true))
                .body("items[0].allowedActions", containsInAnyOrder("SEND_BACK"));
    }

    @Test
    void an_approver_of_several_units_reads_them_together_or_one_by_one() {
        String here = unit();
        String there = unit();
        Sample second = proposed(BIRTH, here, "2026-11-27T10:00:00Z", "office");
        Sample first = proposed(COPY, there, "2026-11-24T10:00:00Z", "office");
        String both = TestTokens.builder().roles("approver").units(here, there).token();
        assertThat(read(both, null, 1)).containsExactly(first.id(), second.id());
        assertThat(read(both, there, 20)).containsExactly(first.id());
        assertThat(read(TestTokens.officer("approver", here), null, 20)).containsExactly(second.id());
    }

    @Test
    void nobody_but_an_approver_reads_them_and_only_of_the_own_units() {
        for (String role : List.of("specialist", "director", "reception", "cashier", "auditor", "catalog-editor")) {
            as(TestTokens.officer(role, UNIT)).get(PROPOSALS).then().statusCode(403);
        }
        as(TestTokens.citizen("someone")).get(PROPOSALS).then().statusCode(403);
        as(TestTokens.service()).get(PROPOSALS).then().statusCode(403);
        io.restassured.RestAssured.given().get(PROPOSALS).then().statusCode(401);
        as(TestTokens.officer("approver", OTHER_UNIT))
                .get(PROPOSALS + "?unit=" + UNIT)
                .then()
                .statusCode(403)
                .body("type", equalTo("/problems/not-your-queue"));
        as(TestTokens.builder().roles("approver").token())
                .get(PROPOSALS)
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(0));
        as(TestTokens.officer("approver", UNIT))
                .get(PROPOSALS + "?after=bad")
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/invalid-cursor"));
        as(TestTokens.officer("approver", UNIT))
                .get(PROPOSALS + "?limit=0")
                .then()
                .statusCode(400);
    }

    /** However many cases were proposed and decided before, a page reads what lies open: by the index, without a sort. */
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
                            + " frozen, competent_unit) select gen_random_uuid(), id, competent_unit, 'office',"
                            + " case when random() < 0.1 then 'PROPOSED' else 'DECIDED' end, 1, effective_at,"
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
                                + " where c.state = 'PROPOSED' and c.unit in (?)"
                                + " and (c.urgent_at, c.id) > (timestamptz '2026-12-01 00:00Z', ?) and c.unit in (?)"
                                + " order by c.urgent_at, c.id fetch first 21 rows only",
                        row -> row.getString(1),
                        unit,
                        new UUID(0, 0),
                        unit));
        assertThat(plan).contains("cases_proposed").doesNotContain("Sort", "Seq Scan", "Rows Removed");
    }

    private static List<String> read(String token, String unit, int limit) {
        List<String> read = new ArrayList<>();
        String after = null;
        do {
            Response page = as(token)
                    .queryParam("limit", limit)
                    .queryParams(unit == null ? Map.of() : Map.of("unit", unit))
                    .queryParams(after == null ? Map.of() : Map.of("after", after))
                    .get(PROPOSALS);
            page.then().statusCode(200);
            read.addAll(page.jsonPath().getList("items.id"));
            after = page.jsonPath().getString("next");
        } while (after != null);
        return read;
    }

    private static String unit() {
        return "14-" + ThreadLocalRandom.current().nextInt(10_000, 99_999) + "-20250701";
    }

    private static Sample at(String unit, String procedure, String due) {
        Sample sample = Sample.of(procedure, unit).due(due);
        sample.transfer();
        sample.awaitAct("OPENED");
        return sample;
    }

    /** Proposed by the specialist of that department, to which the director handed the case where it lay elsewhere. */
    private static Sample proposed(String procedure, String unit, String due, String department) {
        Sample sample = at(unit, procedure, due);
        if (!department.equals("office")) {
            sample.act(
                            TestTokens.officer("director", unit),
                            "{\"action\":\"HAND_ON\",\"toDepartment\":\"%s\"}".formatted(department))
                    .then()
                    .statusCode(200);
        }
        String specialist = TestTokens.officer("specialist", unit, department);
        sample.propose(specialist, sample.claim(specialist)).then().statusCode(200);
        return sample;
    }
}
