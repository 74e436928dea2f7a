package vn.motcua.catalog.imports;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionSynchronizationRegistry;
import org.junit.jupiter.api.Test;
import vn.motcua.catalog.lists.ListSource;
import vn.motcua.devstack.TestEvents;
import vn.motcua.devstack.TestTokens;
import vn.motcua.platform.sql.Sql;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

@QuarkusTest
class ImportResourceTest {
    private static final String PATH = "/api/catalog/imports";
    private static final String UNIT = "14-03712-20250701";

    @Inject
    AgroalDataSource source;

    @Inject
    ImportRuns runs;

    @Inject
    TransactionSynchronizationRegistry transaction;

    @Test
    void the_shipped_lists_change_nothing() throws IOException {
        Map<String, String> shipped = new HashMap<>();
        for (String file : new String[] {
            "procedures.csv", "procedure_methods.csv", "procedure_documents.csv", "procedure_results.csv"
        }) {
            shipped.put(file, new String(ListSource.shipped().bytes(file), StandardCharsets.UTF_8));
        }
        post(shipped, true, null)
                .statusCode(200)
                .body("counts.added", equalTo(0))
                .body("counts.changed", equalTo(0))
                .body("counts.refused", equalTo(0))
                .body("counts.unchanged", equalTo(544))
                .body("rows", hasSize(0));
    }

    @Test
    void a_dry_run_tells_and_does_nothing() throws IOException {
        post(lists("8.000001", "Thủ tục chạy thử", 3), true, null)
                .statusCode(200)
                .body("dryRun", equalTo(true))
                .body("procedures[0].result", equalTo("ADDED"));
        given().queryParam("on", "2030-01-01")
                .get("/api/catalog/procedures/8.000001")
                .then()
                .statusCode(404);
    }

    @Test
    void changed_content_becomes_a_new_version_and_the_old_one_gets_its_last_day() throws IOException {
        released(lists("8.000002", "Thủ tục thay đổi", 3), "2026-12-01").body("procedures[0].version", equalTo(1));
        released(lists("8.000002", "Thủ tục thay đổi", 3), "2027-01-01")
                .body("proposal", nullValue())
                .body("procedures[0].result", equalTo("UNCHANGED"));
        released(lists("8.000002", "Thủ tục thay đổi", 5), "2027-01-01")
                .body("procedures[0].result", equalTo("CHANGED"))
                .body("procedures[0].version", equalTo(2));
        on("8.000002", "2026-12-31").body("version", equalTo(1)).body("effectiveTo", equalTo("2026-12-31"));
        on("8.000002", "2027-01-01").body("version", equalTo(2)).body("limits[0].amount", equalTo(5));
        on("8.000002", "2026-12-31").body("limits[0].amount", equalTo(3));
        var ended = TestEvents.await(
                "catalog.procedures",
                Duration.ofSeconds(60),
                each -> each.key().equals("8.000002@1")
                        && !each.data().get("effectiveTo").isNull());
        assertThat(ended.data().get("effectiveTo").asText()).isEqualTo("2026-12-31");
        TestEvents.await(
                "catalog.procedures", Duration.ofSeconds(60), each -> each.key().equals("8.000002@2"));
    }

    @Test
    void a_version_cannot_begin_before_the_present_one() throws IOException {
        released(lists("8.000003", "Thủ tục ngày sớm", 3), "2026-12-01");
        post(lists("8.000003", "Thủ tục ngày sớm", 4), false, "2026-12-01")
                .body("procedures[0].result", equalTo("REFUSED"))
                .body("rows[0].column", equalTo("effectiveFrom"))
                .body(
                        "rows[0].message",
                        equalTo("The effective date must be after 2026-12-01, the first day of the present version."));
        on("8.000003", "2027-06-01").body("version", equalTo(1));
    }

    @Test
    void a_bad_row_is_told_by_file_row_and_column_and_refuses_its_procedure_alone() throws IOException {
        Map<String, String> files = lists("8.000004", "Thủ tục tốt", 3);
        files.merge("procedures.csv", "8.000005,Thủ tục xấu,Hộ tịch,,,,,,,,x\n", String::concat);
        files.merge("procedure_methods.csv", "8.000005,in_person,soon,working_day,,,,x\n", String::concat);
        released(files, "2026-12-01")
                .body("counts.added", equalTo(1))
                .body("counts.refused", equalTo(1))
                .body("procedures.find { it.code == '8.000005' }.version", nullValue())
                .body("rows[0].file", equalTo("procedure_methods.csv"))
                .body("rows[0].row", equalTo(3))
                .body("rows[0].column", equalTo("time_value"))
                .body("rows[0].message", equalTo("Column time_value: “soon” is not a valid number."));
        on("8.000004", "2026-12-01").body("version", equalTo(1));
        given().queryParam("on", "2026-12-01")
                .get("/api/catalog/procedures/8.000005")
                .then()
                .statusCode(404);
    }

    @Test
    void the_words_about_bad_rows_are_vietnamese_for_a_vietnamese_caller() throws IOException {
        Map<String, String> files = lists("8.000006", "", 3);
        editor().header("Accept-Language", "vi")
                .body(ImportPackageTest.zip(files))
                .post(PATH + "?dryRun=true")
                .then()
                .body("rows.message", hasItem("Cột name không được để trống."));
    }

    @Test
    void the_same_key_gives_the_first_answer_again_and_with_another_package_is_refused() throws IOException {
        String key = UUID.randomUUID().toString();
        byte[] zip = ImportPackageTest.zip(lists("8.000007", "Thủ tục lặp lại", 3));
        String first =
                keyed(key).body(zip).post(PATH + "?effectiveFrom=2026-12-01").asString();
        assertThat(first).contains("ADDED");
        assertThat(keyed(key).body(zip).post(PATH + "?effectiveFrom=2026-12-01").asString())
                .isEqualTo(first);
        keyed(key)
                .body(ImportPackageTest.zip(lists("8.000007", "Thủ tục lặp lại", 4)))
                .post(PATH + "?effectiveFrom=2026-12-01")
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/idempotency-key-reused"));
    }

    @Test
    void only_an_editor_of_the_catalogue_may_import() throws IOException {
        byte[] zip = ImportPackageTest.zip(lists("8.000008", "Thủ tục không được phép", 3));
        RequestSpecification anonymous = given().contentType("application/zip").header("Idempotency-Key", "12345678");
        anonymous.body(zip).post(PATH).then().statusCode(401);
        given().contentType("application/zip")
                .header("Idempotency-Key", "12345678")
                .auth()
                .oauth2(TestTokens.officer("reception", UNIT))
                .body(zip)
                .post(PATH)
                .then()
                .statusCode(403)
                .body("type", equalTo("/problems/forbidden"));
        given().contentType("application/zip")
                .header("Idempotency-Key", "12345678")
                .auth()
                .oauth2(TestTokens.citizen("somebody"))
                .body(zip)
                .post(PATH)
                .then()
                .statusCode(403);
    }

    @Test
    void without_a_key_or_with_something_else_than_a_package_nothing_happens() throws IOException {
        given().contentType("application/zip")
                .auth()
                .oauth2(TestTokens.officer("catalog-editor", UNIT))
                .body(new byte[] {1})
                .post(PATH)
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/idempotency-key-missing"));
        editor().body("no package".getBytes(StandardCharsets.UTF_8))
                .post(PATH)
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/package-unreadable"));
        editor().contentType("text/csv").body("code").post(PATH).then().statusCode(415);
        editor().body(ImportPackageTest.zip(lists("8.000009", "Thủ tục", 3)))
                .post(PATH + "?effectiveFrom=soon")
                .then()
                .statusCode(400);
    }

    @Test
    void lists_that_are_sent_apart_are_taken_as_a_package_is() throws IOException {
        RequestSpecification apart =
                editor().contentType("multipart/form-data").queryParam("effectiveFrom", "2026-12-01");
        lists("8.000020", "Thủ tục gửi rời", 3)
                .forEach((file, text) ->
                        apart.multiPart("lists", file, text.getBytes(StandardCharsets.UTF_8), "text/csv"));
        String id = apart.post(PATH)
                .then()
                .statusCode(200)
                .body("counts.added", equalTo(1))
                .body("rows", hasSize(0))
                .extract()
                .path("proposal");
        reader("approver").get(PATH + "/" + id).then().body("proposal.state", equalTo("DRAFT"));
        editor().contentType("multipart/form-data")
                .multiPart("lists", "procedures.csv", new byte[] {1}, "text/csv")
                .multiPart("lists", "procedures.csv", new byte[] {2}, "text/csv")
                .post(PATH)
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/package-unreadable"));
        for (String type : new String[] {"multipart/form-data", "multipart/form-data; boundary=x"}) {
            editor().config(RestAssuredConfig.config()
                            .encoderConfig(EncoderConfig.encoderConfig()
                                    .encodeContentTypeAs("multipart/form-data", ContentType.TEXT)))
                    .contentType(type)
                    .body("no form")
                    .post(PATH)
                    .then()
                    .statusCode(422);
        }
    }

    @Test
    void a_dry_run_tells_what_would_change_field_by_field() throws IOException {
        released(lists("8.000010", "Thủ tục so sánh", 3), "2026-12-01");
        Map<String, String> files = lists("8.000010", "Thủ tục so sánh", 5);
        files.merge("procedure_documents.csv", "8.000010,Ảnh 4x6,original,2,x,\n", String::concat);
        post(files, true, "2027-01-01")
                .body("procedures[0].result", equalTo("CHANGED"))
                .body("procedures[0].version", equalTo(2))
                .body("procedures[0].changes.field", contains("limits.amount", "components"))
                .body("procedures[0].changes.item", contains("COUNTER", "Ảnh 4x6"))
                .body("procedures[0].changes.kind", contains("CHANGED", "ADDED"))
                .body("procedures[0].changes[0].before", equalTo("3"))
                .body("procedures[0].changes[0].after", equalTo("5"));
        on("8.000010", "2027-01-01").body("version", equalTo(1));
    }

    @Test
    void the_same_lists_once_more_under_another_key_change_nothing() throws IOException {
        Map<String, String> files = lists("8.000011", "Thủ tục hai lần", 3);
        released(files, "2026-12-01").body("counts.added", equalTo(1));
        released(files, "2027-02-01").body("counts.unchanged", equalTo(1)).body("counts.changed", equalTo(0));
        on("8.000011", "2027-02-01").body("version", equalTo(1)).body("effectiveTo", nullValue());
        assertThat(Sql.query(
                        source, "select count(*) from procedure_version where code = '8.000011'", row -> row.getInt(1)))
                .containsExactly(1);
    }

    @Test
    void an_import_that_nobody_waits_for_answers_at_once_and_tells_how_far_it_is() throws IOException {
        String at = editor().header("Accept-Language", "en")
                .header("Prefer", "respond-async")
                .queryParam("effectiveFrom", "2026-12-01")
                .body(ImportPackageTest.zip(lists("8.000012", "Thủ tục chạy nền", 3)))
                .post(PATH)
                .then()
                .statusCode(202)
                .body("phase", equalTo("WAITING"))
                .body("report", nullValue())
                .header("Location", containsString(PATH + "/"))
                .extract()
                .header("Location");
        String path = at.substring(at.indexOf(PATH));
        await().atMost(Duration.ofSeconds(60))
                .until(() -> reader("catalog-editor").get(path).path("phase").equals("DONE"));
        reader("approver")
                .get(path)
                .then()
                .statusCode(200)
                .body("done", equalTo(1))
                .body("total", equalTo(1))
                .body("finishedAt", notNullValue())
                .body("counts.added", equalTo(1))
                .body("report.procedures[0].code", equalTo("8.000012"))
                .body("report.proposal", equalTo(path.substring(path.lastIndexOf('/') + 1)))
                .body("proposal.state", equalTo("DRAFT"));
        reader("catalog-editor")
                .queryParam("limit", 100)
                .get(PATH)
                .then()
                .statusCode(200)
                .body("items.id", hasItem(path.substring(path.lastIndexOf('/') + 1)))
                .body("items.report", everyItem(nullValue()))
                .body("items.askedBy.subject", everyItem(notNullValue()))
                .body("items.askedAt", everyItem(notNullValue()));
    }

    @Test
    void the_same_key_asks_for_a_background_import_once() throws IOException {
        String key = UUID.randomUUID().toString();
        byte[] zip = ImportPackageTest.zip(lists("8.000013", "Thủ tục một lần", 3));
        String first = keyed(key)
                .header("Prefer", "respond-async")
                .body(zip)
                .post(PATH)
                .then()
                .statusCode(202)
                .extract()
                .path("id");
        keyed(key)
                .header("Prefer", "respond-async")
                .body(zip)
                .post(PATH)
                .then()
                .statusCode(202)
                .body("id", equalTo(first));
    }

    @Test
    void an_import_that_was_answered_for_is_done_by_another_process_where_its_own_is_gone() throws IOException {
        UUID id = UUID.randomUUID();
        Sql.update(
                source,
                "insert into import_run (id, dry_run, effective_from, asked_by, asked_at, phase, done, total, seen_at, lists,"
                        + " language) values (?, false, date '2026-12-01', 'x', timestamptz '2025-01-01', 'PUBLISHING', 0, 1,"
                        + " timestamptz '2025-01-01', ?, 'vi')",
                id,
                ImportPackageTest.zip(lists("8.000019", "Thủ tục được nhận tiếp", 3)));
        await().atMost(Duration.ofSeconds(60)).until(() -> reader("catalog-editor")
                .get(PATH + "/" + id)
                .path("phase")
                .equals("DONE"));
        reader("catalog-editor").get(PATH + "/" + id).then().body("proposal.state", equalTo("DRAFT"));
        assertThat(Sql.query(
                        source,
                        "select lists is null and attempts = 1 from import_run where id = ?",
                        row -> row.getBoolean(1),
                        id))
                .containsExactly(true);
    }

    @Test
    void an_import_that_its_process_interrupts_by_ending_is_left_to_be_done_and_no_fault() throws Exception {
        UUID id = UUID.randomUUID();
        Sql.update(
                source,
                "insert into import_run (id, dry_run, effective_from, asked_by, asked_at, phase, done, total, seen_at, lists,"
                        + " language) values (?, false, date '2026-12-01', 'x', timestamptz '2025-01-01', 'WAITING', 0, null,"
                        + " now(), ?, 'vi')",
                id,
                ImportPackageTest.zip(lists("8.000020", "Thủ tục bị ngắt", 3)));
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        AtomicLong readers = new AtomicLong();
        ImportQueue ending = new ImportQueue();
        ending.runs = runs;
        ending.transaction = transaction;
        QuarkusTransaction.requiringNew()
                .run(() -> ending.add(id, progress -> {
                    Pace pace = new Pace(readers::incrementAndGet);
                    begun.countDown();
                    try {
                        while (true) {
                            pace.portion();
                        }
                    } finally {
                        ended.countDown();
                    }
                }));
        assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
        ending.stop(null);
        assertThat(ended.await(10, TimeUnit.SECONDS)).isTrue();
        await().during(Duration.ofSeconds(1)).until(() -> toBeDone(id));
        Sql.update(source, "update import_run set seen_at = timestamptz '2025-01-01' where id = ?", id);
        await().atMost(Duration.ofSeconds(60)).until(() -> reader("catalog-editor")
                .get(PATH + "/" + id)
                .path("phase")
                .equals("DONE"));
    }

    private boolean toBeDone(UUID id) {
        return Sql.query(
                        source,
                        "select lists is not null and finished_at is null and phase <> 'FAILED' from import_run where id = ?",
                        row -> row.getBoolean(1),
                        id)
                .get(0);
    }

    @Test
    void an_import_that_keeps_ending_its_process_is_not_tried_for_ever() {
        UUID id = UUID.randomUUID();
        Sql.update(
                source,
                "insert into import_run (id, dry_run, effective_from, asked_by, asked_at, phase, done, total, seen_at, lists,"
                        + " language, attempts) values (?, false, date '2026-12-01', 'x', timestamptz '2025-01-01', 'READING', 0,"
                        + " null, timestamptz '2025-01-01', 'x'::bytea, 'vi', 3)",
                id);
        await().atMost(Duration.ofSeconds(60)).until(() -> reader("catalog-editor")
                .get(PATH + "/" + id)
                .path("phase")
                .equals("FAILED"));
    }

    @Test
    void an_import_whose_process_is_gone_is_interrupted_and_not_waited_for() {
        UUID id = UUID.randomUUID();
        Sql.update(
                source,
                "insert into import_run (id, dry_run, effective_from, asked_by, asked_at, phase, done, total, seen_at)"
                        + " values (?, false, date '2026-12-01', 'x', timestamptz '2025-01-01', 'PUBLISHING', 5, 9,"
                        + " timestamptz '2025-01-01')",
                id);
        reader("catalog-editor").get(PATH + "/" + id).then().body("phase", equalTo("INTERRUPTED"));
    }

    @Test
    void imports_page_by_page_come_once_each_the_newest_first() throws IOException {
        for (int i = 0; i < 3; i++) {
            post(lists("8.000014", "Thủ tục trang", 3), true, null).statusCode(200);
        }
        JsonPath first =
                reader("catalog-editor").queryParam("limit", 2).get(PATH).jsonPath();
        JsonPath second = reader("catalog-editor")
                .queryParam("limit", 2)
                .queryParam("after", first.getString("next"))
                .get(PATH)
                .jsonPath();
        assertThat(first.<String>getList("items.id"))
                .hasSize(2)
                .doesNotContainAnyElementsOf(second.getList("items.id"));
        assertThat(first.<String>getList("items.askedAt").get(1))
                .isGreaterThanOrEqualTo(second.<String>getList("items.askedAt").get(0));
    }

    @Test
    void only_editors_and_approvers_see_imports_and_an_unknown_one_is_not_found() {
        given().get(PATH).then().statusCode(401);
        reader("reception").get(PATH).then().statusCode(403);
        reader("reception").get(PATH + "/" + UUID.randomUUID()).then().statusCode(403);
        reader("catalog-editor").get(PATH + "?after=x").then().statusCode(400);
        for (String id : new String[] {UUID.randomUUID().toString(), "none"}) {
            reader("catalog-editor")
                    .get(PATH + "/" + id)
                    .then()
                    .statusCode(404)
                    .body("type", equalTo("/problems/import-not-found"));
        }
    }

    private static RequestSpecification reader(String role) {
        return given().auth().oauth2(TestTokens.officer(role, UNIT));
    }

    private static ValidatableResponse post(Map<String, String> files, boolean dryRun, String effectiveFrom)
            throws IOException {
        RequestSpecification request = editor().header("Accept-Language", "en").queryParam("dryRun", dryRun);
        if (effectiveFrom != null) {
            request.queryParam("effectiveFrom", effectiveFrom);
        }
        return request.body(ImportPackageTest.zip(files)).post(PATH).then();
    }

    private static ValidatableResponse released(Map<String, String> files, String effectiveFrom) throws IOException {
        return Importing.released(ImportPackageTest.zip(files), effectiveFrom).then();
    }

    private static ValidatableResponse on(String code, String day) {
        return given().queryParam("on", day)
                .get("/api/catalog/procedures/" + code)
                .then()
                .statusCode(200);
    }

    private static RequestSpecification editor() {
        return keyed(UUID.randomUUID().toString());
    }

    private static RequestSpecification keyed(String key) {
        return given().contentType("application/zip")
                .header("Idempotency-Key", key)
                .auth()
                .oauth2(TestTokens.officer("catalog-editor", UNIT));
    }

    private static Map<String, String> lists(String code, String name, int days) {
        return OneProcedure.lists(code, name, days);
    }
}
