package vn.motcua.catalog.imports;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static vn.motcua.catalog.draft.Editing.APPROVER;
import static vn.motcua.catalog.draft.Editing.EDITOR;
import static vn.motcua.catalog.draft.Editing.UNIT;
import static vn.motcua.catalog.draft.Editing.as;
import static vn.motcua.catalog.draft.Editing.content;
import static vn.motcua.catalog.draft.Editing.posting;
import static vn.motcua.catalog.draft.Editing.publishNext;
import static vn.motcua.catalog.imports.Importing.PATH;
import static vn.motcua.catalog.imports.Importing.RELEASE;
import static vn.motcua.catalog.imports.Importing.SUBMIT;
import static vn.motcua.catalog.imports.Importing.act;
import static vn.motcua.catalog.imports.Importing.etag;
import static vn.motcua.catalog.imports.Importing.imported;
import static vn.motcua.catalog.imports.Importing.submitted;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.catalog.draft.Editing;
import vn.motcua.devstack.MovableClock;
import vn.motcua.devstack.TestEvents;
import vn.motcua.devstack.TestTokens;
import vn.motcua.platform.sql.Sql;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

@QuarkusTest
class ReleaseResourceTest {
    private static final String PROCEDURES = "/api/catalog/procedures/";

    @Inject
    AgroalDataSource source;

    @Inject
    MovableClock clock;

    @BeforeEach
    void day() {
        clock.setLegal("2026-11-24T09:00");
    }

    @AfterEach
    void clock() {
        clock.reset();
    }

    @Test
    void before_another_person_releases_it_nothing_of_an_import_is_public_found_or_told() {
        String code = "8.660001";
        String id = submitted(lists(code, "Thủ tục kín đáo tuyệt đối", 3), "2026-11-20");
        Importing.released(lists("8.660017", "Thủ tục công bố sau", 3), "2026-12-01");
        given().get(PROCEDURES + code).then().statusCode(404);
        given().queryParam("on", "2026-12-01").get(PROCEDURES + code).then().statusCode(404);
        given().get(PROCEDURES + code + "/versions").then().statusCode(404);
        given().get(PROCEDURES + code + "/qr.svg").then().statusCode(404);
        given().get("/thu-tuc/" + code).then().statusCode(404);
        given().queryParam("q", "kín đáo tuyệt đối")
                .get("/api/catalog/procedures")
                .then()
                .body("items.code", not(hasItem(code)));
        given().queryParam("q", code).get("/api/catalog/procedures").then().body("items.code", not(hasItem(code)));
        for (String format : List.of("csv", "ndjson", "jsonld")) {
            assertThat(given().queryParam("since", "2026-11-01")
                            .get("/api/catalog/open-data/procedures." + format)
                            .asString())
                    .doesNotContain(code);
        }
        event("8.660017@1");
        assertThat(TestEvents.poll("catalog.procedures"))
                .noneMatch(each -> each.key().startsWith(code));

        act(APPROVER, id, RELEASE).statusCode(200).body("proposal.state", equalTo("RELEASED"));
        given().get(PROCEDURES + code).then().statusCode(200).body("version", equalTo(1));
        given().get(PROCEDURES + code + "/qr.svg").then().statusCode(200);
        event(code + "@1");
        given().queryParam("q", "kín đáo tuyệt đối")
                .get("/api/catalog/procedures")
                .then()
                .body("items.code", hasItem(code));
        assertThat(Sql.query(
                        source, "select count(*) from import_item where import_id = ?", row -> row.getInt(1), id(id)))
                .containsExactly(0);
    }

    @Test
    void who_imported_the_lists_does_not_release_them_with_both_roles_neither_does_who_submitted_them() {
        String both = TestTokens.builder()
                .subject("both-roles")
                .roles("catalog-editor", "approver")
                .units(UNIT)
                .token();
        String own = posting(both)
                .contentType("application/zip")
                .body(lists("8.660002", "Thủ tục của một người", 3))
                .post(PATH + "?effectiveFrom=2026-12-01")
                .path("proposal");
        act(EDITOR, own, SUBMIT).statusCode(200);
        act(both, own, RELEASE)
                .statusCode(409)
                .body("type", equalTo("/problems/second-person-needed"))
                .body("allowed", contains("DECLINE"));
        String submitted =
                imported(lists("8.660003", "Thủ tục trình hộ", 3), "2026-12-01").path("proposal");
        act(both, submitted, SUBMIT).statusCode(200);
        act(both, submitted, RELEASE).statusCode(409).body("type", equalTo("/problems/second-person-needed"));
        act(EDITOR, submitted, RELEASE).statusCode(409).body("type", equalTo("/problems/action-not-allowed"));
        for (String code : List.of("8.660002", "8.660003")) {
            given().queryParam("on", "2026-12-01").get(PROCEDURES + code).then().statusCode(404);
        }
        act(APPROVER, own, RELEASE).statusCode(200);
    }

    @Test
    void it_is_released_on_the_day_that_is_named_then_by_a_decision() {
        String code = "8.660004";
        String id = submitted(lists(code, "Thủ tục theo quyết định", 3), "2026-12-01");
        Map<String, Object> release = new HashMap<>(RELEASE);
        release.put("effectiveFrom", "2027-03-01");
        release.put("decisionNumber", "77/QĐ-UBND");
        release.put("decisionDate", "2027-03-02");
        act(APPROVER, id, release).statusCode(400).body("violations[0].pointer", equalTo("/decisionDate"));
        release.put("decisionNumber", " ");
        act(APPROVER, id, release).statusCode(400).body("violations[0].pointer", equalTo("/decisionNumber"));
        release.put("decisionNumber", "77/QĐ-UBND");
        release.put("decisionDate", "2027-02-20");
        act(APPROVER, id, release)
                .statusCode(200)
                .body("proposal.effectiveFrom", equalTo("2027-03-01"))
                .body("proposal.announcement.number", equalTo("77/QĐ-UBND"))
                .body("proposal.allowedActions", empty());
        given().queryParam("on", "2027-02-28").get(PROCEDURES + code).then().statusCode(404);
        given().queryParam("on", "2027-03-01").get(PROCEDURES + code).then().statusCode(200);
        given().get(PROCEDURES + code + "/versions").then().body("items[0].announcement.date", equalTo("2027-02-20"));
    }

    @Test
    void the_history_tells_both_people_with_their_reasons() {
        String code = "8.660005";
        String id = submitted(lists(code, "Thủ tục có lịch sử", 3), "2026-12-01");
        as(APPROVER).get(PROCEDURES + code + "/history").then().body("items.act", contains("IMPORT_PROPOSED"));
        Map<String, Object> release = new HashMap<>(RELEASE);
        release.put("note", "Đã đối chiếu với bản giấy");
        act(APPROVER, id, release)
                .statusCode(200)
                .body("proposal.submitted.by.name", equalTo("Cán bộ catalog-editor"))
                .body("proposal.submitted.reason", equalTo("Danh mục tháng 12"))
                .body("proposal.decided.by.name", equalTo("Cán bộ approver"));
        as(APPROVER)
                .get(PROCEDURES + code + "/history")
                .then()
                .body("items.act", contains("IMPORT_PROPOSED", "IMPORTED"))
                .body("items.byName", contains("Cán bộ catalog-editor", "Cán bộ approver"))
                .body("items.reason", contains("Danh mục tháng 12", "Đã đối chiếu với bản giấy"))
                .body("items.at", everyItem(not(nullValue())))
                .body("items.version", contains(null, 1));
    }

    @Test
    void what_is_declined_with_its_reason_or_discarded_is_never_published() {
        String code = "8.660006";
        String id = submitted(lists(code, "Thủ tục bị từ chối", 3), "2026-12-01");
        act(APPROVER, id, Map.of("action", "DECLINE")).statusCode(400);
        act(APPROVER, id, Map.of("action", "DECLINE", "reason", "Danh mục cũ"))
                .statusCode(200)
                .body("proposal.state", equalTo("DECLINED"))
                .body("proposal.decided.reason", equalTo("Danh mục cũ"));
        act(APPROVER, id, RELEASE).statusCode(409).body("type", equalTo("/problems/action-not-allowed"));
        as(EDITOR)
                .get(PROCEDURES + code + "/history")
                .then()
                .body("items.act", contains("IMPORT_PROPOSED", "IMPORT_DECLINED"));
        String draft =
                imported(lists(code, "Thủ tục bị từ chối", 3), "2026-12-01").path("proposal");
        act(APPROVER, draft, RELEASE).statusCode(409).body("type", equalTo("/problems/action-not-allowed"));
        act(EDITOR, draft, Map.of("action", "DISCARD")).statusCode(200).body("proposal.state", equalTo("DISCARDED"));
        given().queryParam("on", "2027-12-01").get(PROCEDURES + code).then().statusCode(404);
    }

    @Test
    void what_changed_meanwhile_is_told_and_never_overwritten() throws IOException {
        Map<String, String> files = OneProcedure.lists("8.660007", "Thủ tục đã sửa", 3);
        OneProcedure.lists("8.660008", "Thủ tục còn nguyên", 3)
                .forEach((file, text) -> files.merge(file, text.substring(text.indexOf('\n') + 1), String::concat));
        Importing.released(ImportPackageTest.zip(files), "2026-12-01");
        Map<String, String> next = new HashMap<>(files);
        next.replaceAll((file, text) -> text.replace("in_person,3,", "in_person,7,"));
        String id = submitted(ImportPackageTest.zip(next), "2027-02-01");
        publishNext("8.660007", "Thủ tục đã sửa bằng tay", 5, "2027-01-10");

        as(APPROVER)
                .get(PATH + "/" + id)
                .then()
                .body("proposal.obstacles", hasSize(1))
                .body("proposal.obstacles[0].code", equalTo("8.660007"))
                .body("proposal.obstacles[0].reason", equalTo("CHANGED"))
                .body("proposal.obstacles[0].basedOn", equalTo(1))
                .body("proposal.obstacles[0].newest", equalTo(2));
        act(APPROVER, id, RELEASE)
                .statusCode(409)
                .body("type", equalTo("/problems/import-stale"))
                .body("count", equalTo(1))
                .body("obstacles[0].code", equalTo("8.660007"));
        on("8.660008", "2027-06-01", 3);
        Map<String, Object> without = new HashMap<>(RELEASE);
        without.put("leaveOut", true);
        act(APPROVER, id, without)
                .statusCode(200)
                .body("proposal.leftOut.code", contains("8.660007"))
                .body("proposal.obstacles", empty());
        on("8.660007", "2027-06-01", 5);
        on("8.660008", "2027-06-01", 7);
    }

    @Test
    void a_day_that_comes_too_early_for_a_procedure_is_told_and_one_that_ended_too() {
        String early = "8.660009";
        Importing.released(lists(early, "Thủ tục ngày sớm", 3), "2026-12-01");
        String id = submitted(lists(early, "Thủ tục ngày sớm", 4), "2027-02-01");
        Map<String, Object> release = new HashMap<>(RELEASE);
        release.put("effectiveFrom", "2026-12-01");
        act(APPROVER, id, release)
                .statusCode(409)
                .body("obstacles[0].reason", equalTo("DATE_TOO_EARLY"))
                .body("obstacles[0].day", equalTo("2026-12-01"));
        Editing.end(early, "2027-01-15");
        release.put("effectiveFrom", "2027-02-01");
        release.put("leaveOut", true);
        act(APPROVER, id, release)
                .statusCode(409)
                .body("obstacles[0].reason", equalTo("ENDED"))
                .body("obstacles[0].day", equalTo("2027-01-15"));
        release.put("effectiveFrom", "0001-01-01");
        act(APPROVER, id, release).statusCode(400);
    }

    @Test
    void of_two_imports_of_the_same_lists_the_second_publishes_nothing_twice() {
        String code = "8.660010";
        String first = submitted(lists(code, "Thủ tục hai lần", 3), "2026-12-01");
        String second = submitted(lists(code, "Thủ tục hai lần", 3), "2026-12-01");
        act(APPROVER, first, RELEASE).statusCode(200);
        as(EDITOR).get(PATH + "/" + second).then().body("proposal.obstacles", empty());
        act(APPROVER, second, RELEASE).statusCode(200).body("proposal.leftOut.reason", contains("SAME"));
        given().get(PROCEDURES + code + "/versions").then().body("items", hasSize(1));
    }

    @Test
    void what_editors_added_to_a_procedure_stays_when_its_list_is_imported_again() {
        String code = "8.660011";
        Importing.released(lists(code, "Thủ tục được bổ sung", 3), "2026-12-01");
        Map<String, Object> content = content("Thủ tục được bổ sung", 3);
        content.put("further", Map.of("subjects", List.of("Công dân Việt Nam"), "presence", true));
        publishNext(code, content, "2027-01-01");
        JsonPath report =
                imported(lists(code, "Thủ tục được bổ sung", 6), "2027-02-01").jsonPath();
        assertThat(report.<String>getList("procedures[0].changes.field"))
                .noneMatch(field -> field.startsWith("further"));
        act(EDITOR, report.getString("proposal"), SUBMIT).statusCode(200);
        act(APPROVER, report.getString("proposal"), RELEASE).statusCode(200);
        given().queryParam("on", "2027-02-01")
                .get(PROCEDURES + code)
                .then()
                .body("limits[0].amount", equalTo(6))
                .body("further.subjects", contains("Công dân Việt Nam"));
    }

    @Test
    void a_release_that_nobody_waits_for_answers_at_once_and_another_process_ends_it_where_its_own_is_gone() {
        String code = "8.660012";
        String id = submitted(lists(code, "Thủ tục công bố nền", 3), "2026-12-01");
        posting(APPROVER)
                .header("If-Match", etag(id))
                .header("Prefer", "respond-async")
                .body(RELEASE)
                .post(PATH + "/" + id + "/actions")
                .then()
                .statusCode(202)
                .body("proposal.state", equalTo("RELEASING"))
                .body("finishedAt", nullValue());
        done(id);
        on(code, "2026-12-01", 3);

        String left = submitted(lists(code, "Thủ tục công bố nền", 4), "2027-01-01");
        Sql.update(
                source,
                "update import_run set state = 'RELEASING', finished_at = null, seen_at = timestamptz '2025-01-01',"
                        + " standing = ? where id = ?",
                "{\"submitted\":{\"by\":{\"subject\":\"a\"},\"at\":\"2026-11-24T01:00:00Z\",\"reason\":\"x\"},"
                        + "\"decided\":{\"by\":{\"subject\":\"b\"},\"at\":\"2026-11-24T02:00:00Z\"},"
                        + "\"effectiveFrom\":\"2027-01-01\"}",
                id(left));
        done(left);
        on(code, "2027-01-01", 4);
    }

    @Test
    void a_release_in_the_background_whose_procedure_changed_since_waits_for_another_decision() {
        String code = "8.660013";
        Importing.released(lists(code, "Thủ tục đổi giữa chừng", 3), "2026-12-01");
        String id = submitted(lists(code, "Thủ tục đổi giữa chừng", 4), "2027-02-01");
        publishNext(code, content("Thủ tục đổi giữa chừng bằng tay", 5), "2027-01-10");
        Sql.update(
                source,
                "update import_run set state = 'RELEASING', finished_at = null, seen_at = timestamptz '2025-01-01',"
                        + " standing = replace(standing, '\"effectiveFrom\":null', '\"effectiveFrom\":\"2027-02-01\"') where id = ?",
                id(id));
        await().atMost(Duration.ofSeconds(60))
                .until(() -> as(EDITOR).get(PATH + "/" + id).path("finishedAt") != null);
        as(APPROVER)
                .get(PATH + "/" + id)
                .then()
                .body("proposal.state", equalTo("SUBMITTED"))
                .body("proposal.obstacles.reason", contains("CHANGED"))
                .body("proposal.decided", nullValue());
        on(code, "2027-06-01", 5);
    }

    @Test
    void a_decision_names_the_revision_it_has_seen_and_its_key_gives_the_first_answer_again() {
        String id = submitted(lists("8.660014", "Thủ tục theo phiên bản", 3), "2026-12-01");
        String path = PATH + "/" + id + "/actions";
        posting(APPROVER).body(RELEASE).post(path).then().statusCode(428);
        posting(APPROVER)
                .header("If-Match", "\"1\"")
                .body(RELEASE)
                .post(path)
                .then()
                .statusCode(412)
                .body("current.actorName", equalTo("Cán bộ catalog-editor"));
        String key = UUID.randomUUID().toString();
        String etag = etag(id);
        for (int i = 0; i < 2; i++) {
            as(APPROVER)
                    .header("Idempotency-Key", key)
                    .contentType("application/json")
                    .header("If-Match", etag)
                    .body(RELEASE)
                    .post(path)
                    .then()
                    .statusCode(200)
                    .body("proposal.state", equalTo("RELEASED"));
        }
    }

    @Test
    void imports_are_listed_by_what_stands_and_only_editors_and_approvers_decide_them() {
        String id = submitted(lists("8.660015", "Thủ tục chờ công bố", 3), "2026-12-01");
        as(APPROVER)
                .queryParam("state", "SUBMITTED")
                .queryParam("limit", 100)
                .get(PATH)
                .then()
                .statusCode(200)
                .body("items.id", hasItem(id))
                .body("items.proposal.state", everyItem(equalTo("SUBMITTED")));
        as(EDITOR).queryParam("state", "LOST").get(PATH).then().statusCode(400);
        String path = PATH + "/" + id + "/actions";
        posting(TestTokens.officer("director", UNIT))
                .header("If-Match", etag(id))
                .body(RELEASE)
                .post(path)
                .then()
                .statusCode(403);
        given().contentType("application/json").body(RELEASE).post(path).then().statusCode(401);
        posting(APPROVER)
                .header("If-Match", "\"1\"")
                .body(RELEASE)
                .post(PATH + "/" + UUID.randomUUID() + "/actions")
                .then()
                .statusCode(404)
                .body("type", equalTo("/problems/import-not-found"));
        String dry = posting(EDITOR)
                .contentType("application/zip")
                .body(lists("8.660016", "Thủ tục thử", 3))
                .post(PATH + "?dryRun=true")
                .path("proposal");
        assertThat(dry).isNull();
    }

    private void done(String id) {
        await().atMost(Duration.ofSeconds(60))
                .until(() ->
                        as(EDITOR).get(PATH + "/" + id).path("proposal.state").equals("RELEASED"));
        as(EDITOR).get(PATH + "/" + id).then().body("phase", equalTo("DONE")).body("finishedAt", not(nullValue()));
    }

    private static void event(String key) {
        TestEvents.await(
                "catalog.procedures", Duration.ofSeconds(60), each -> each.key().equals(key));
    }

    private static void on(String code, String day, int days) {
        given().queryParam("on", day)
                .get(PROCEDURES + code)
                .then()
                .statusCode(200)
                .body("limits[0].amount", equalTo(days));
    }

    private static UUID id(String text) {
        return UUID.fromString(text);
    }

    private static byte[] lists(String code, String name, int days) {
        return OneProcedure.zip(code, name, days);
    }
}
