package vn.motcua.processing.numbering;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static vn.motcua.processing.Sample.BIRTH;
import static vn.motcua.processing.Sample.OTHER_UNIT;
import static vn.motcua.processing.Sample.UNIT;
import static vn.motcua.processing.Sample.as;
import static vn.motcua.processing.Sample.json;
import static vn.motcua.processing.Sample.token;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.devstack.TestTokens;
import vn.motcua.paper.proof.Archivable;
import vn.motcua.paper.proof.PrintedPage;
import vn.motcua.platform.problem.ProblemException;
import vn.motcua.platform.sql.Sql;
import vn.motcua.processing.Sample;
import vn.motcua.processing.numbering.Registers.Giving;
import vn.motcua.processing.officer.Officer;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

@QuarkusTest
class RegistersResourceTest {
    private static final Officer CHAIR =
            new Officer("chair", "Lò Văn Thành", "Chủ tịch", Set.of("approver"), Set.of(UNIT), null);
    private static final Instant NOON = Instant.parse("2026-11-26T05:00:00Z");

    @Inject
    Registers registers;

    @Inject
    AgroalDataSource source;

    private UUID caseId;

    @BeforeEach
    void aCase() {
        Sample.catalogue();
        caseId = UUID.fromString(Sample.opened(BIRTH).id());
    }

    @Test
    void numbers_have_no_gap_whatever_is_rolled_back_and_however_many_ask_at_once() throws Exception {
        String unit = unit();
        long seed = System.nanoTime();
        Random random = new Random(seed);
        ExecutorService pool = Executors.newFixedThreadPool(8);
        List<Future<Integer>> asked = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            boolean crash = random.nextInt(3) == 0;
            RegisterKind kind = random.nextBoolean() ? RegisterKind.COPY : RegisterKind.SIGNATURE;
            int many = 1 + random.nextInt(3);
            asked.add(pool.submit(() -> give(unit, kind, many, crash)));
        }
        int given = 0;
        for (Future<Integer> each : asked) {
            given += each.get();
        }
        pool.shutdown();
        int lines = 0;
        for (RegisterKind kind : List.of(RegisterKind.COPY, RegisterKind.SIGNATURE)) {
            List<Integer> numbers = numbers(unit, kind);
            for (int i = 0; i < numbers.size(); i++) {
                assertThat(numbers.get(i)).as("seed %d", seed).isEqualTo(i + 1);
            }
            lines += numbers.size();
        }
        assertThat(lines).as("seed %d", seed).isEqualTo(given);
    }

    @Test
    void two_that_want_the_same_registers_in_another_order_do_not_wait_for_each_other_for_ever() throws Exception {
        String unit = unit();
        ExecutorService pool = Executors.newFixedThreadPool(8);
        List<Future<?>> asked = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            boolean turned = i % 2 == 0;
            asked.add(pool.submit(() -> QuarkusTransaction.requiringNew()
                    .run(() -> registers.give(
                            giving(unit, NOON),
                            turned
                                    ? List.of(entry(RegisterKind.COPY), entry(RegisterKind.CONTRACT))
                                    : List.of(entry(RegisterKind.CONTRACT), entry(RegisterKind.COPY))))));
        }
        for (Future<?> each : asked) {
            each.get();
        }
        pool.shutdown();
        assertThat(numbers(unit, RegisterKind.CONTRACT)).hasSize(60);
    }

    @Test
    void a_year_begins_with_01_at_midnight_by_legal_time() {
        String unit = unit();
        assertThat(text(unit, "2026-12-31T16:59:59Z")).isEqualTo("01/GXN-UBND");
        assertThat(text(unit, "2026-12-31T17:00:00Z")).isEqualTo("01/GXN-UBND");
        assertThat(text(unit, "2026-12-31T16:59:59Z")).isEqualTo("02/GXN-UBND");
        for (int i = 3; i < 10; i++) {
            text(unit, "2026-12-31T16:59:59Z");
        }
        assertThat(text(unit, "2026-12-31T16:59:59Z")).isEqualTo("10/GXN-UBND");
    }

    @Test
    void a_line_is_never_deleted() {
        String unit = unit();
        give(unit, RegisterKind.COPY, 1, false);
        assertThatThrownBy(() -> Sql.update(source, "delete from register_line where unit = ?", unit))
                .hasStackTraceContaining("kept for ever");
    }

    @Test
    void a_register_closes_on_31_december_with_its_totals_and_gives_nothing_more() {
        String unit = unit();
        UUID signing = UUID.randomUUID();
        QuarkusTransaction.requiringNew()
                .run(() -> registers.give(
                        new Giving(unit, signing, caseId, null, CHAIR, NOON), List.of(entry(RegisterKind.COPY))));
        Instant last = Instant.parse("2026-12-31T03:00:00Z");
        refusedClosing(unit, NOON, "register-not-over");
        refusedClosing(unit, last, "register-not-settled");
        QuarkusTransaction.requiringNew().run(() -> registers.issued(signing, NOON));
        QuarkusTransaction.requiringNew().run(() -> registers.close(unit, RegisterKind.COPY, 2026, CHAIR, last));
        refusedClosing(unit, last, "register-closed");
        assertThatThrownBy(() -> give(unit, RegisterKind.COPY, 1, false))
                .isInstanceOf(ProblemException.class)
                .hasMessage("register-closed");
        RegisterView closed = registers.ofUnit(unit).get(0);
        assertThat(List.of(closed.last(), closed.issued(), closed.voided(), closed.awaiting()))
                .containsExactly(1, 1, 0, 0);
        assertThat(closed.closedBy()).isEqualTo("Lò Văn Thành");
    }

    @Test
    void a_closing_is_the_directors_and_of_their_own_unit() {
        String body = "{\"unit\":\"%s\",\"kind\":\"CONTRACT\",\"year\":2026}".formatted(UNIT);
        closing(token("approver"), body).then().statusCode(403);
        closing(vn.motcua.devstack.TestTokens.officer("director", OTHER_UNIT), body)
                .then()
                .statusCode(403)
                .body("type", equalTo("/problems/not-your-queue"));
        closing(
                        vn.motcua.devstack.TestTokens.officer("director", UNIT),
                        "{\"unit\":\"%s\",\"kind\":\"CONTRACT\",\"year\":2099}".formatted(UNIT))
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/register-not-over"));
    }

    @Test
    void a_month_with_more_lines_than_one_book_holds_is_refused_and_never_printed_in_part() {
        String unit = unit();
        Sql.update(source, "insert into register (unit, kind, year, last) values (?, 'COPY', 2026, 20001)", unit);
        Sql.update(
                source,
                "insert into register_line (unit, kind, year, number, given_on, symbol, signing, position, case_id, subject, pages,"
                        + " copies, signer, state, given_at) select ?, 'COPY', 2026, n, date '2026-03-02', '', ?, n, ?, 'x', 1, 1, 'c',"
                        + " 'GIVEN', timestamptz '2026-03-02 03:00:00Z' from generate_series(1, 20001) n",
                unit,
                UUID.randomUUID(),
                caseId);
        given().auth()
                .oauth2(TestTokens.officer("director", unit))
                .get("/api/processing/registers/print?unit=" + unit + "&kind=COPY&year=2026&month=3")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/register-too-long"));
    }

    @Test
    void a_cursor_that_is_none_of_ours_is_refused() {
        given().auth()
                .oauth2(TestTokens.officer("director", UNIT))
                .get("/api/processing/registers/lines?unit=" + UNIT + "&kind=COPY&year=2026&after=eCB5")
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/invalid-cursor"));
    }

    @Test
    void a_month_is_printed_for_the_archive_with_void_lines_and_totals() throws Exception {
        UUID voided = UUID.randomUUID();
        QuarkusTransaction.requiringNew()
                .run(() -> registers.give(
                        new Giving(
                                UNIT,
                                voided,
                                caseId,
                                "H52.712.00-261123-0001",
                                CHAIR,
                                Instant.parse("2026-03-05T03:00:00Z")),
                        List.of(entry(RegisterKind.TRANSLATOR))));
        QuarkusTransaction.requiringNew().run(() -> registers.voided(voided, "INTERRUPTED", NOON));
        byte[] pdf = as(token("approver"))
                .get("/api/processing/registers/print?unit=" + UNIT + "&kind=TRANSLATOR&year=2026&month=3")
                .then()
                .statusCode(200)
                .contentType("application/pdf")
                .extract()
                .asByteArray();
        assertThat(Archivable.faults(pdf)).isEmpty();
        assertThat(PrintedPage.text(pdf)).contains("SCT/CKND", "INTERRUPTED", "số không sử dụng");
        as(token("reception"))
                .get("/api/processing/registers/print?unit=" + UNIT + "&kind=COPY&year=2026&month=3")
                .then()
                .statusCode(403);
        as(vn.motcua.devstack.TestTokens.officer("director", OTHER_UNIT))
                .get("/api/processing/registers?unit=" + UNIT)
                .then()
                .statusCode(403);
    }

    @Test
    void a_register_is_read_page_by_page() {
        String unit = UNIT;
        QuarkusTransaction.requiringNew()
                .run(() -> registers.give(
                        giving(unit, Instant.parse("2025-05-05T03:00:00Z")),
                        List.of(entry(RegisterKind.COPY), entry(RegisterKind.COPY), entry(RegisterKind.COPY))));
        String path = "/api/processing/registers/lines?unit=" + unit + "&kind=COPY&year=2025&limit=2";
        var first = json(as(token("specialist")).get(path));
        assertThat(first.get("items")).hasSize(2);
        var second = json(
                as(token("specialist")).get(path + "&after=" + first.get("next").asText()));
        assertThat(second.get("items").get(0).get("number").asInt()).isEqualTo(3);
    }

    private int give(String unit, RegisterKind kind, int many, boolean crash) {
        try {
            QuarkusTransaction.requiringNew().run(() -> {
                registers.give(giving(unit, NOON), java.util.Collections.nCopies(many, entry(kind)));
                if (crash) {
                    throw new IllegalStateException("crash");
                }
            });
            return many;
        } catch (IllegalStateException crashed) {
            return 0;
        }
    }

    private String text(String unit, String at) {
        return QuarkusTransaction.requiringNew().call(() -> registers
                .give(
                        giving(unit, Instant.parse(at)),
                        List.of(new Entry(RegisterKind.RESULT, "GXN-UBND", "Giấy xác nhận", 0, 1)))
                .get(0)
                .text());
    }

    private Giving giving(String unit, Instant at) {
        return new Giving(unit, UUID.randomUUID(), caseId, "H52.712.00-261123-0001", CHAIR, at);
    }

    private void refusedClosing(String unit, Instant at, String problem) {
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew()
                        .run(() -> registers.close(unit, RegisterKind.COPY, 2026, CHAIR, at)))
                .isInstanceOf(ProblemException.class)
                .hasMessage(problem);
    }

    private static Response closing(String token, String body) {
        return as(token)
                .contentType("application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(body)
                .post("/api/processing/registers/closings");
    }

    private List<Integer> numbers(String unit, RegisterKind kind) {
        return Sql.query(
                source,
                "select number from register_line where unit = ? and kind = ? order by number",
                row -> row.getInt(1),
                unit,
                kind.name());
    }

    private static Entry entry(RegisterKind kind) {
        return new Entry(kind, null, "Giấy tờ", 1, 1);
    }

    private static String unit() {
        return "99-" + UUID.randomUUID();
    }
}
