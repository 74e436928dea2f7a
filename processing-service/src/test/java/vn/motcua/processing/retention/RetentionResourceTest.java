package vn.motcua.processing.retention;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static vn.motcua.processing.Sample.as;
import static vn.motcua.processing.Sample.json;
import static vn.motcua.processing.Sample.token;
import static vn.motcua.processing.retention.Kept.UNIT;

import com.fasterxml.jackson.databind.JsonNode;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.devstack.MovableClock;
import vn.motcua.devstack.TestTokens;
import vn.motcua.platform.identity.SubjectToken;
import vn.motcua.platform.sql.Sql;
import vn.motcua.processing.Codes;
import vn.motcua.processing.Pdfs;
import vn.motcua.processing.Sample;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

@QuarkusTest
class RetentionResourceTest {
    private static final String FOREIGN_UNIT = Sample.UNIT;
    private static final String SIGNED = "2026-11-23T15:30";
    private static final String LAST_DAY = "2028-11-23T23:59";
    private static final String DAY_AFTER = "2028-11-24T00:00";
    private static final String AFTER_TWENTY_YEARS = "2046-11-24T08:00";

    @Inject
    MovableClock clock;

    @Inject
    AgroalDataSource source;

    @Inject
    DestroyFiles destroy;

    @ConfigProperty(name = "test.tracking.private-key")
    String trackingKey;

    private final String director = Kept.officer("director");
    private final String approver = Kept.officer("approver");

    @BeforeEach
    void monday() {
        Sample.catalogue();
        clock.setLegal(SIGNED);
    }

    /** What goes round for ever would otherwise wait for the year the test has been in. */
    @AfterEach
    void back() {
        clock.reset();
        Instant now = clock.instant();
        Sql.update(
                source,
                "update scheduled_tasks set execution_time = ? where execution_time > ? and not picked",
                now,
                now.plus(Duration.ofDays(200)));
    }

    @Test
    void a_report_lists_what_is_over_with_its_rule_and_changes_nothing() {
        Kept kept = Kept.returned("SIGNATURE");
        clock.setLegal(DAY_AFTER);
        JsonNode report = Kept.made();
        assertThat(report.get("state").asText()).isEqualTo("MADE");
        JsonNode kind = report.get("kinds").get(0);
        assertThat(kind.get("kind").asText()).isEqualTo("SIGNATURE");
        assertThat(kind.get("years").asInt()).isEqualTo(2);
        assertThat(kind.get("source").asText()).contains("23/2015/NĐ-CP", "Điều 14");
        assertThat(report.get("items").asInt()).isEqualTo(Kept.items(report).size());
        JsonNode item = kept.in(report);
        assertThat(item.get("number")).isEqualTo(kept.signing.get("number"));
        assertThat(item.get("code").asText()).isEqualTo("H52.712.00-261123-0001");
        assertThat(item.get("since").asText()).isEqualTo("2026-11-23");
        assertThat(item.get("until").asText()).isEqualTo("2028-11-23");
        assertThat(item.get("ageDays").asInt()).isEqualTo(732);
        assertThat(item.get("files").asInt())
                .as("the proposal and what was made of it")
                .isEqualTo(2);
        assertThat(item.get("state").asText()).isEqualTo("LISTED");
        kept.file(approver).then().statusCode(200);
        assertThat(json(as(director).get(Kept.REPORTS + "?unit=" + UNIT + "&limit=100"))
                        .get("items")
                        .findValuesAsText("id"))
                .contains(report.get("id").asText());
    }

    @Test
    void an_approved_file_is_gone_with_when_and_why_and_everything_else_stays() throws Exception {
        byte[] shared = Pdfs.pages(3);
        Kept kept = Kept.returned(shared, "SIGNATURE");
        Sample other = Sample.opened(Sample.BIRTH).proposed(token("specialist"), shared);
        byte[] file = kept.file(approver).asByteArray();
        String digest = kept.file(approver).header("ETag").replace("\"", "");
        String heads = token("approver");
        String draft = "/api/processing/results/"
                + other.read(heads).get("draftResult").asText();
        clock.setLegal(DAY_AFTER);
        JsonNode report = Kept.made();
        Kept.answer(approver, report, "APPROVE").then().statusCode(200).body("state", equalTo("APPROVED"));
        JsonNode done = Kept.done(report);
        assertThat(done.get("decidedBy").asText()).isEqualTo("Cán bộ approver");
        assertThat(done.get("ground").asText()).isEqualTo("Quyết định 12/QĐ-UBND");
        assertThat(done.get("destroyed").asInt()).isEqualTo(done.get("items").asInt());
        assertThat(kept.in(report).get("state").asText()).isEqualTo("DESTROYED");
        kept.file(approver)
                .then()
                .statusCode(410)
                .body("type", equalTo("/problems/result-destroyed"))
                .body("detail", containsString("24/11/2028"))
                .body("ground", containsString("Điều 14"))
                .body("sha256", equalTo(digest));
        given().cookie(SubjectToken.COOKIE, cookie(kept.sample))
                .get("/api/processing/results/" + kept.result())
                .then()
                .statusCode(410);
        assertThat(parts(digest)).isZero();
        as(heads).get(draft).then().statusCode(200);
        assertThat(as(heads).get(draft).asByteArray()).isEqualTo(shared);
        String page =
                given().queryParam("t", Codes.onLastPage(file)).get("/xac-minh").asString();
        assertThat(page.replace("<wbr>", ""))
                .contains("còn hiệu lực", kept.signing.get("number").asText(), digest, "đã hủy ngày 24/11/2028");
        assertThat(lines(kept)).isEqualTo(1);
        JsonNode history = kept.sample.read(approver).get("history");
        assertThat(history.findValuesAsText("act")).contains("FILES_DESTROYED", "DECIDE");
    }

    @Test
    void on_the_last_day_nothing_goes_and_a_contract_stays_for_twenty_years() {
        Kept signature = Kept.returned("SIGNATURE");
        Kept contract = Kept.returned("CONTRACT");
        clock.setLegal(LAST_DAY);
        assertThat(listed(signature)).isFalse();
        clock.setLegal(DAY_AFTER);
        JsonNode report = Kept.made();
        assertThat(signature.in(report)).isNotNull();
        assertThat(contract.in(report)).isNull();
        clock.setLegal(AFTER_TWENTY_YEARS);
        JsonNode later = Kept.made();
        assertThat(contract.in(later).get("kind").asText()).isEqualTo("CONTRACT");
        assertThat(contract.in(later).get("ruleVersion").asInt()).isEqualTo(1);
    }

    @Test
    void what_is_not_fetched_copies_and_whatever_has_no_rule_are_never_listed() {
        Kept waiting = Kept.decided(Pdfs.pages(1), "SIGNATURE");
        Kept copies = Kept.returned("COPY");
        Kept both = Kept.returned("SIGNATURE", "COPY");
        Kept over = Kept.returned("TRANSLATOR");
        clock.setLegal(AFTER_TWENTY_YEARS);
        JsonNode report = Kept.made();
        assertThat(over.in(report).get("kind").asText()).isEqualTo("TRANSLATOR");
        assertThat(waiting.in(report)).isNull();
        assertThat(copies.in(report)).isNull();
        assertThat(both.in(report)).isNull();
    }

    @Test
    void a_case_that_was_taken_up_again_after_the_report_stays_and_says_so() {
        Kept gone = Kept.returned("SIGNATURE");
        Kept reopened = Kept.returned("SIGNATURE");
        clock.setLegal(DAY_AFTER);
        JsonNode report = Kept.made();
        reopened.sample.upload(approver, null, Pdfs.pages(2)).then().statusCode(200);
        Kept.answer(approver, report, "APPROVE").then().statusCode(200);
        JsonNode done = Kept.done(report);
        assertThat(done.get("kept").asInt()).isEqualTo(1);
        assertThat(reopened.in(report).get("state").asText()).isEqualTo("KEPT");
        assertThat(reopened.in(report).get("reason").asText()).isEqualTo("CASE_OPEN");
        reopened.file(approver).then().statusCode(200);
        gone.file(approver).then().statusCode(410);
    }

    @Test
    void who_made_the_report_does_not_decide_and_nobody_without_the_role() {
        Kept kept = Kept.returned("SIGNATURE");
        clock.setLegal(DAY_AFTER);
        refused(Kept.make(Kept.officer("specialist"), UNIT), 403, "forbidden");
        refused(Kept.make(Kept.officer("auditor"), UNIT), 403, "forbidden");
        refused(Kept.make(TestTokens.officer("director", FOREIGN_UNIT), UNIT), 403, "not-your-queue");
        JsonNode report = Kept.made();
        refused(Kept.answer(director, report, "APPROVE"), 403, "forbidden");
        refused(
                Kept.answer(TestTokens.officer("approver", FOREIGN_UNIT), report, "APPROVE"),
                404,
                "retention-report-not-found");
        as(TestTokens.officer("director", FOREIGN_UNIT))
                .get(Kept.REPORTS + "/" + report.get("id").asText())
                .then()
                .statusCode(404);
        String both = TestTokens.builder()
                .subject("director-" + UNIT + "-office")
                .roles("director", "approver")
                .units(UNIT)
                .token();
        refused(Kept.answer(both, report, "APPROVE"), 409, "retention-same-hand");
        refused(Kept.answer(both, report, "DECLINE"), 409, "retention-same-hand");
        assertThat(kept.in(report).get("state").asText()).isEqualTo("LISTED");
        kept.file(approver).then().statusCode(200);
    }

    @Test
    void a_report_counts_for_thirty_days_and_until_the_next_one() {
        Kept kept = Kept.returned("SIGNATURE");
        clock.setLegal(DAY_AFTER);
        JsonNode first = Kept.made();
        clock.setLegal("2028-12-25T08:00");
        refused(Kept.answer(approver, first, "APPROVE"), 409, "retention-report-stale");
        JsonNode second = Kept.made();
        refused(Kept.answer(approver, Kept.one(first.get("id").asText()), "APPROVE"), 409, "retention-report-stale");
        assertThat(Kept.one(first.get("id").asText()).get("state").asText()).isEqualTo("SUPERSEDED");
        clock.setLegal("2029-01-24T08:00");
        Kept.answer(approver, second, "APPROVE").then().statusCode(200);
        Kept.done(second);
        kept.file(approver).then().statusCode(410);
    }

    @Test
    void an_answer_names_the_revision_it_saw_and_is_given_once_under_its_key() {
        Kept.returned("SIGNATURE");
        clock.setLegal(DAY_AFTER);
        JsonNode report = Kept.made();
        String key = UUID.randomUUID().toString();
        refused(Kept.answer(approver, report, "APPROVE", key, null), 428, "precondition-required");
        refused(Kept.answer(approver, report, "APPROVE", key, "\"7\""), 412, "precondition-failed");
        Response first = Kept.answer(approver, report, "APPROVE", key, Kept.etag(report));
        first.then().statusCode(200);
        JsonNode done = Kept.done(report);
        Response again = Kept.answer(approver, report, "APPROVE", key, Kept.etag(report));
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(again.asString()).isEqualTo(first.asString());
        refused(Kept.answer(approver, done, "DECLINE"), 409, "retention-report-decided");
    }

    @Test
    void a_declined_report_destroys_nothing_and_says_why() {
        Kept kept = Kept.returned("SIGNATURE");
        clock.setLegal(DAY_AFTER);
        JsonNode report = Kept.made();
        Kept.answer(approver, report, "DECLINE")
                .then()
                .statusCode(200)
                .body("state", equalTo("DECLINED"))
                .body("ground", equalTo("Quyết định 12/QĐ-UBND"));
        assertThat(destroy.next()).isFalse();
        kept.file(approver).then().statusCode(200);
        assertThat(kept.in(Kept.made())).isNotNull();
    }

    @Test
    void many_hands_at_once_settle_each_item_once() throws Exception {
        List<Kept> all = List.of(Kept.returned("SIGNATURE"), Kept.returned("SIGNATURE"), Kept.returned("SIGNATURE"));
        clock.setLegal(DAY_AFTER);
        JsonNode report = Kept.made();
        Kept.answer(approver, report, "APPROVE").then().statusCode(200);
        ExecutorService pool = Executors.newFixedThreadPool(4);
        List<Future<Boolean>> hands = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            hands.add(pool.submit(destroy::next));
        }
        for (Future<Boolean> hand : hands) {
            hand.get();
        }
        pool.shutdown();
        Kept.done(report);
        for (Kept each : all) {
            assertThat(each.sample.read(approver).get("history").findValuesAsText("act"))
                    .containsOnlyOnce("FILES_DESTROYED");
        }
    }

    @Test
    void where_nothing_is_over_no_report_is_made_and_what_was_written_down_stays_written() {
        String unit = TestTokens.officer("director", "99-nothing");
        refused(Kept.make(unit, "99-nothing"), 409, "retention-nothing-over");
        assertThatThrownBy(() -> Sql.update(source, "update retention_rule set years = 1 where kind = 'CONTRACT'"))
                .hasStackTraceContaining("for ever");
        Kept.returned("SIGNATURE");
        clock.setLegal(DAY_AFTER);
        UUID report = UUID.fromString(Kept.made().get("id").asText());
        assertThatThrownBy(() -> Sql.update(source, "delete from retention_item where report = ?", report))
                .hasStackTraceContaining("for ever");
        assertThat(json(as(approver).get("/api/processing/retention/rules")).findValuesAsText("kind"))
                .containsExactly("REGISTER", "RESULT", "COPY", "SIGNATURE", "TRANSLATOR", "CONTRACT");
    }

    private boolean listed(Kept kept) {
        Response response = Kept.make(director, UNIT);
        if (response.statusCode() == 409) {
            assertThat(response.jsonPath().getString("type")).isEqualTo("/problems/retention-nothing-over");
            return false;
        }
        return kept.in(Kept.one(response.jsonPath().getString("id"))) != null;
    }

    private static void refused(Response response, int status, String problem) {
        response.then().statusCode(status).body("type", equalTo("/problems/" + problem));
    }

    private int parts(String digest) {
        return Sql.query(source, "select count(*) from result_part where sha256 = ?", row -> row.getInt(1), digest)
                .get(0);
    }

    private int lines(Kept kept) {
        return Sql.query(
                        source,
                        "select count(*) from register_line where signing = ? and state = 'ISSUED'",
                        row -> row.getInt(1),
                        UUID.fromString(kept.signing.get("id").asText()))
                .get(0);
    }

    private String cookie(Sample sample) {
        return SubjectToken.sign(
                sample.dossier.toString(),
                Duration.ofMinutes(15),
                SubjectToken.privateKey(SubjectToken.secret(trackingKey, true)));
    }
}
