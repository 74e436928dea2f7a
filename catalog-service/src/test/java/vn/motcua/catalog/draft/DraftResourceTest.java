package vn.motcua.catalog.draft;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static vn.motcua.catalog.draft.Editing.APPROVER;
import static vn.motcua.catalog.draft.Editing.DRAFTS;
import static vn.motcua.catalog.draft.Editing.EDITOR;
import static vn.motcua.catalog.draft.Editing.UNIT;
import static vn.motcua.catalog.draft.Editing.WHY;
import static vn.motcua.catalog.draft.Editing.act;
import static vn.motcua.catalog.draft.Editing.as;
import static vn.motcua.catalog.draft.Editing.begin;
import static vn.motcua.catalog.draft.Editing.content;
import static vn.motcua.catalog.draft.Editing.etag;
import static vn.motcua.catalog.draft.Editing.posting;
import static vn.motcua.catalog.draft.Editing.write;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.catalog.imports.Importing;
import vn.motcua.catalog.imports.OneProcedure;
import vn.motcua.devstack.MovableClock;
import vn.motcua.devstack.TestEvents;
import vn.motcua.devstack.TestTokens;
import vn.motcua.platform.sql.Sql;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

@QuarkusTest
class DraftResourceTest {
    private static final String PROCEDURES = "/api/catalog/procedures";

    @Inject
    MovableClock clock;

    @Inject
    AgroalDataSource source;

    @BeforeEach
    void tuesday() {
        clock.setLegal("2026-11-24T09:00");
    }

    @AfterEach
    void clock() {
        clock.reset();
    }

    @Test
    void two_people_publish_a_new_procedure_on_a_day_and_all_of_it_is_in_the_history() {
        String code = "8.200001";
        String id = begin(code, "Thủ tục hai người", 3)
                .then()
                .statusCode(201)
                .body("state", equalTo("DRAFT"))
                .body("basedOn", nullValue())
                .body("content.components[0].id", equalTo(code + "-01"))
                .body("author.name", equalTo("Cán bộ catalog-editor"))
                .body("author.title", equalTo("Công chức catalog-editor"))
                .body("allowedActions", containsInAnyOrder("EDIT", "SUBMIT", "DISCARD"))
                .extract()
                .path("id");
        write(id, content("Thủ tục hai người", 5), "2026-12-10").statusCode(200);
        act(EDITOR, id, Map.of("action", "SUBMIT", "reason", "Theo quyết định mới"))
                .statusCode(200)
                .body("state", equalTo("SUBMITTED"))
                .body("allowedActions", empty());
        act(APPROVER, id, Map.of("action", "APPROVE", "reason", "đúng quy định"))
                .statusCode(200)
                .body("state", equalTo("APPROVED"))
                .body("approvedBy.name", equalTo("Cán bộ approver"))
                .body("allowedActions", containsInAnyOrder("PUBLISH", "SEND_BACK"));
        given().get(PROCEDURES + "/" + code + "/versions").then().statusCode(404);
        act(APPROVER, id, Map.of("action", "PUBLISH", "effectiveFrom", "2026-12-15"))
                .statusCode(200)
                .body("state", equalTo("PUBLISHED"))
                .body("publishedVersion", equalTo(1))
                .body("effectiveFrom", equalTo("2026-12-15"))
                .body("allowedActions", empty());
        given().queryParam("on", "2026-12-14")
                .get(PROCEDURES + "/" + code)
                .then()
                .statusCode(404);
        given().queryParam("on", "2026-12-15")
                .get(PROCEDURES + "/" + code)
                .then()
                .statusCode(200)
                .body("state", equalTo("PUBLISHED_FOR_LATER"))
                .body("limits[0].amount", equalTo(5))
                .body("announcement.number", equalTo("1234/QĐ-UBND"));
        as(EDITOR)
                .get(PROCEDURES + "/" + code + "/history")
                .then()
                .statusCode(200)
                .body("items.act", contains("DRAFTED", "EDITED", "SUBMITTED", "APPROVED", "PUBLISHED"))
                .body("items.reason", contains(WHY, WHY, "Theo quyết định mới", "đúng quy định", WHY))
                .body("items[3].byName", equalTo("Cán bộ approver"))
                .body("items[4].version", equalTo(1))
                .body("items[4].details.effectiveFrom", equalTo("2026-12-15"));
        TestEvents.Received event = TestEvents.await(
                "catalog.procedures", Duration.ofSeconds(60), each -> each.key().equals(code + "@1"));
        assertThat(event.data().at("/announcement/date").asText()).isEqualTo("2026-11-02");
        assertThat(event.body()).doesNotContain("Cán bộ");
    }

    @Test
    void nothing_is_begun_or_written_without_a_reason_and_a_new_one_stands_from_then_on() {
        String code = "8.200030";
        for (Map<String, Object> body : List.of(
                Map.<String, Object>of("code", code, "content", content("Thủ tục có lý do", 3)),
                Map.<String, Object>of("code", code, "content", content("Thủ tục có lý do", 3), "reason", " "))) {
            posting(EDITOR)
                    .body(body)
                    .post(DRAFTS)
                    .then()
                    .statusCode(400)
                    .body("violations[0].pointer", equalTo("/reason"));
        }
        String id = begin(code, "Thủ tục có lý do", 3)
                .then()
                .statusCode(201)
                .body("reason", equalTo(WHY))
                .extract()
                .path("id");
        put(id, Map.of("content", content("Thủ tục có lý do", 4), "reason", "x".repeat(2_001)))
                .statusCode(400)
                .body("violations[0].pointer", equalTo("/reason"));
        put(id, Map.of("content", content("Thủ tục có lý do", 4))).statusCode(200);
        put(id, Map.of("content", content("Thủ tục có lý do", 5), "reason", " Sở góp ý "))
                .statusCode(200)
                .body("reason", equalTo("Sở góp ý"));
        put(id, Map.of("content", content("Thủ tục có lý do", 6), "reason", ""))
                .statusCode(200)
                .body("reason", equalTo("Sở góp ý"));
        as(EDITOR)
                .get(PROCEDURES + "/" + code + "/history")
                .then()
                .body("items.act", contains("DRAFTED", "EDITED", "EDITED", "EDITED"))
                .body("items.reason", contains(WHY, WHY, "Sở góp ý", "Sở góp ý"));
    }

    @Test
    void a_draft_of_the_time_before_asks_for_its_reason_when_it_is_written_on() {
        String id = begin("8.200031", "Thủ tục dự thảo cũ", 3).path("id");
        Sql.update(source, "update draft set reason = null where id = ?", UUID.fromString(id));
        put(id, Map.of("content", content("Thủ tục dự thảo cũ", 4)))
                .statusCode(400)
                .body("violations[0].pointer", equalTo("/reason"));
        put(id, Map.of("content", content("Thủ tục dự thảo cũ", 4), "reason", "Bổ sung"))
                .statusCode(200)
                .body("reason", equalTo("Bổ sung"));
    }

    @Test
    void a_draft_begins_from_the_newest_version_and_tells_what_it_changes() {
        String code = "8.200002";
        Editing.publish(code, "Thủ tục gốc có dấu", 3, "2026-12-01");
        Response begun =
                posting(EDITOR).body(Map.of("code", code, "reason", WHY)).post(DRAFTS);
        begun.then().statusCode(201).body("basedOn", equalTo(1)).body("content.limits[0].amount", equalTo(3));
        String id = begun.path("id");
        assertThat(begun.header("Location")).endsWith("/api/catalog/drafts/" + id);
        as(EDITOR).get(DRAFTS + "/" + id + "/changes").then().statusCode(200).body("changes", empty());
        Map<String, Object> content = content("Thủ tục gốc có dấu", 2);
        content.put("components", List.of(Editing.paper("Tờ khai"), Editing.paper("Bản sao căn cước")));
        write(id, content, "2027-01-04").statusCode(200);
        as(APPROVER)
                .get(DRAFTS + "/" + id + "/changes")
                .then()
                .body("from", equalTo(1))
                .body("changes.field", containsInAnyOrder("limits.amount", "components"))
                .body("changes.find { it.field == 'limits.amount' }.before", equalTo("3"))
                .body("changes.find { it.field == 'limits.amount' }.after", equalTo("2"))
                .body("changes.find { it.field == 'components' }.item", equalTo("Bản sao căn cước"));
    }

    @Test
    void the_next_version_ends_the_one_before_and_both_events_tell_it() {
        String code = "8.200003";
        Editing.publish(code, "Thủ tục nối tiếp", 3, "2026-12-01");
        Editing.publishNext(code, "Thủ tục nối tiếp", 2, "2027-01-04");
        given().queryParam("on", "2027-01-03")
                .get(PROCEDURES + "/" + code)
                .then()
                .body("version", equalTo(1))
                .body("effectiveTo", equalTo("2027-01-03"))
                .body("limits[0].amount", equalTo(3));
        given().queryParam("on", "2027-01-04")
                .get(PROCEDURES + "/" + code)
                .then()
                .body("version", equalTo(2));
        TestEvents.await(
                "catalog.procedures",
                Duration.ofSeconds(60),
                each -> each.key().equals(code + "@1")
                        && each.data().path("effectiveTo").asText().equals("2027-01-03"));
    }

    @Test
    void nobody_but_those_who_work_on_the_catalogue_sees_a_draft() {
        String code = "8.200004";
        String id = begin(code, "Thủ tục bí mật chưa công bố", 3).path("id");
        given().get(DRAFTS).then().statusCode(401);
        given().get(DRAFTS + "/" + id).then().statusCode(401);
        for (String token : List.of(TestTokens.officer("reception", UNIT), TestTokens.citizen("somebody"))) {
            as(token).get(DRAFTS + "/" + id).then().statusCode(403);
            as(token).get(DRAFTS + "/" + id + "/checks").then().statusCode(403);
            as(token).get(DRAFTS + "/" + id + "/changes").then().statusCode(403);
        }
        given().queryParam("q", "bí mật chưa công bố").get(PROCEDURES).then().body("items.code", not(hasItem(code)));
        given().get("/thu-tuc/" + code).then().statusCode(404);
        given().get(PROCEDURES + "/" + code).then().statusCode(404);
        assertThat(given().get("/api/catalog/open-data/procedures.csv").asString())
                .doesNotContain(code);
    }

    @Test
    void who_wrote_any_of_it_neither_approves_nor_publishes_even_with_both_roles() {
        String both = TestTokens.builder()
                .subject("both-roles")
                .roles("catalog-editor", "approver")
                .units(UNIT)
                .token();
        String id = begin("8.200005", "Thủ tục một mình", 3).path("id");
        as(both).contentType("application/json")
                .header("If-Match", etag(id))
                .body(Map.of(
                        "content",
                        content("Thủ tục một mình", 4),
                        "effectiveFrom",
                        "2026-12-10",
                        "announcement",
                        Map.of("number", "1/QĐ", "date", "2026-11-02")))
                .put(DRAFTS + "/" + id)
                .then()
                .statusCode(200);
        act(EDITOR, id, Map.of("action", "SUBMIT")).statusCode(200);
        act(both, id, Map.of("action", "APPROVE"))
                .statusCode(409)
                .body("type", equalTo("/problems/second-person-needed"))
                .body("allowed", contains("SEND_BACK"));
        as(both).get(DRAFTS + "/" + id).then().body("allowedActions", contains("SEND_BACK"));
        act(APPROVER, id, Map.of("action", "APPROVE")).statusCode(200);
        act(both, id, Map.of("action", "PUBLISH")).statusCode(409);
    }

    @Test
    void what_the_table_does_not_allow_is_refused_with_what_it_does() {
        String id = begin("8.200006", "Thủ tục sai bước", 3).path("id");
        act(APPROVER, id, Map.of("action", "APPROVE"))
                .statusCode(409)
                .body("type", equalTo("/problems/action-not-allowed"))
                .body("allowed", empty());
        act(APPROVER, id, Map.of("action", "PUBLISH")).statusCode(409);
        act(EDITOR, id, Map.of("action", "DISCARD")).statusCode(400).body("violations[0].pointer", equalTo("/reason"));
        act(EDITOR, id, Map.of("action", "DISCARD", "reason", "Không còn cần"))
                .statusCode(200)
                .body("state", equalTo("DISCARDED"));
        write(id, content("Thủ tục sai bước", 3), "2026-12-10").statusCode(409);
        begin("8.200006", "Thủ tục sai bước", 3).then().statusCode(201);
    }

    @Test
    void an_approver_sends_back_with_a_reason_and_the_editor_mends_and_submits_again() {
        String id = begin("8.200007", "Thủ tục trả lại", 3).path("id");
        write(id, content("Thủ tục trả lại", 3), "2026-12-10").statusCode(200);
        act(EDITOR, id, Map.of("action", "SUBMIT")).statusCode(200);
        act(APPROVER, id, Map.of("action", "SEND_BACK"))
                .statusCode(400)
                .body("violations[0].pointer", equalTo("/reason"));
        act(APPROVER, id, Map.of("action", "SEND_BACK", "reason", "Thiếu bản sao"))
                .statusCode(200)
                .body("state", equalTo("SENT_BACK"))
                .body("sentBackReason", equalTo("Thiếu bản sao"));
        write(id, content("Thủ tục trả lại", 4), "2026-12-10")
                .statusCode(200)
                .body("sentBackReason", equalTo("Thiếu bản sao"));
        act(EDITOR, id, Map.of("action", "SUBMIT")).statusCode(200);
        act(APPROVER, id, Map.of("action", "APPROVE")).statusCode(200).body("sentBackReason", nullValue());
        act(APPROVER, id, Map.of("action", "SEND_BACK", "reason", "Đổi ngày"))
                .statusCode(200)
                .body("approvedBy", nullValue());
    }

    @Test
    void errors_of_the_checks_keep_it_from_being_submitted() {
        String id = begin("8.200008", "Thu tuc viet khong dau", 3).path("id");
        Map<String, Object> poor = content("Thu tuc viet khong dau", 3);
        poor.put("limits", List.of());
        poor.put("components", List.of());
        write(id, poor, "2026-12-10").statusCode(200);
        as(EDITOR)
                .get(DRAFTS + "/" + id + "/checks")
                .then()
                .statusCode(200)
                .body("errors", equalTo(3))
                .body("findings.code", contains("NAME_WITHOUT_DIACRITICS", "NO_LIMIT", "NO_PAPERS"))
                .body("findings[1].pointer", equalTo("/content/limits"))
                .body("findings[1].severity", equalTo("ERROR"))
                .body("findings[1].messageKey", equalTo("check.NO_LIMIT"))
                .body("findings[1].message", equalTo("There is no time limit."));
        act(EDITOR, id, Map.of("action", "SUBMIT"))
                .statusCode(422)
                .body("type", equalTo("/problems/checks-failed"))
                .body("violations", hasSize(3))
                .body("violations[0].pointer", equalTo("/content/name/vi"));
        as(EDITOR).get(DRAFTS + "/" + id).then().body("state", equalTo("DRAFT"));
    }

    @Test
    void a_first_day_that_cannot_be_is_refused_when_it_is_published() {
        String code = "8.200009";
        Editing.publish(code, "Thủ tục ngày công bố", 3, "2026-12-10");
        String id = posting(EDITOR)
                .body(Map.of("code", code, "reason", WHY))
                .post(DRAFTS)
                .path("id");
        write(id, content("Thủ tục ngày công bố", 4), "2026-12-20").statusCode(200);
        act(EDITOR, id, Map.of("action", "SUBMIT")).statusCode(200);
        act(APPROVER, id, Map.of("action", "APPROVE")).statusCode(200);
        for (String day : List.of("2026-12-10", "2026-12-09", "2026-11-23", "1999-01-01")) {
            act(APPROVER, id, Map.of("action", "PUBLISH", "effectiveFrom", day))
                    .statusCode(422)
                    .body("violations.pointer", hasItem("/effectiveFrom"));
        }
        act(APPROVER, id, Map.of("action", "PUBLISH", "effectiveFrom", "+99999-01-01"))
                .statusCode(400);
        act(APPROVER, id, Map.of("action", "PUBLISH")).statusCode(200);
    }

    @Test
    void a_draft_of_a_version_that_another_followed_must_be_compared_first() {
        String code = "8.200010";
        Editing.publish(code, "Thủ tục chen ngang", 3, "2026-12-01");
        String id = posting(EDITOR)
                .body(Map.of("code", code, "reason", WHY))
                .post(DRAFTS)
                .path("id");
        write(id, content("Thủ tục chen ngang", 4), "2027-02-01").statusCode(200);
        importNext(code, "Thủ tục chen ngang", "2027-01-01");
        act(EDITOR, id, Map.of("action", "SUBMIT"))
                .statusCode(422)
                .body("findings", contains("BASED_ON_OLDER_VERSION"));
        Map<String, Object> body = new HashMap<>();
        body.put("content", content("Thủ tục chen ngang", 4));
        body.put("effectiveFrom", "2027-02-01");
        body.put("announcement", Map.of("number", "1/QĐ", "date", "2026-11-02"));
        body.put("basedOn", 7);
        put(id, body).statusCode(400).body("violations[0].pointer", equalTo("/basedOn"));
        body.put("basedOn", 2);
        put(id, body).statusCode(200).body("basedOn", equalTo(2));
        act(EDITOR, id, Map.of("action", "SUBMIT")).statusCode(200);
    }

    @Test
    void two_drafts_of_one_code_and_a_new_one_of_a_published_code_are_refused() {
        Response first = begin("8.200011", "Thủ tục trùng mã", 3);
        begin("8.200011", "Thủ tục trùng mã", 3)
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/draft-exists"))
                .body("draft", equalTo(first.path("id")));
        begin("2.000815", "Thủ tục trùng mã", 3).then().statusCode(409).body("type", equalTo("/problems/code-taken"));
        posting(EDITOR)
                .body(Map.of("code", "8.999999", "reason", WHY))
                .post(DRAFTS)
                .then()
                .statusCode(404)
                .body("type", equalTo("/problems/procedure-not-found"));
        posting(EDITOR)
                .body(Map.of("code", "two words", "reason", WHY))
                .post(DRAFTS)
                .then()
                .statusCode(400)
                .body("violations[0].pointer", equalTo("/code"));
    }

    @Test
    void a_change_names_the_revision_it_has_seen() {
        String id = begin("8.200012", "Thủ tục phiên bản", 3).path("id");
        String stale = etag(id);
        write(id, content("Thủ tục phiên bản", 4), "2026-12-10").statusCode(200);
        Map<String, Object> body = Map.of("content", content("Thủ tục phiên bản", 5));
        as(EDITOR)
                .contentType("application/json")
                .body(body)
                .put(DRAFTS + "/" + id)
                .then()
                .statusCode(428);
        as(EDITOR)
                .contentType("application/json")
                .header("If-Match", stale)
                .body(body)
                .put(DRAFTS + "/" + id)
                .then()
                .statusCode(412)
                .body("current.action", equalTo("EDITED"))
                .body("current.actorName", equalTo("Cán bộ catalog-editor"));
        posting(EDITOR)
                .header("If-Match", stale)
                .body(Map.of("action", "SUBMIT"))
                .post(DRAFTS + "/" + id + "/actions")
                .then()
                .statusCode(412);
        as(EDITOR).get(DRAFTS + "/" + id).then().body("content.limits[0].amount", equalTo(4));
    }

    @Test
    void the_same_key_gives_the_first_answer_again() {
        String key = UUID.randomUUID().toString();
        Map<String, Object> body = Map.of("code", "8.200013", "content", content("Thủ tục lặp khóa", 3), "reason", WHY);
        Response first = keyed(key, body);
        Response again = keyed(key, body);
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.<String>path("id")).isEqualTo(first.path("id"));
        assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
        keyed(key, Map.of("code", "8.200014", "content", content("Thủ tục khác", 3), "reason", WHY))
                .then()
                .statusCode(422);
    }

    @Test
    void bad_bodies_change_nothing_and_say_where() {
        String id = begin("8.200015", "Thủ tục sai dữ liệu", 3).path("id");
        Map<String, Object> content = content("Thủ tục sai dữ liệu", 3);
        content.put("limits", List.of(Map.of("channel", "COUNTER", "amount", 3)));
        write(id, content, "2026-12-10")
                .statusCode(400)
                .body("violations[0].pointer", equalTo("/content/limits/0/unit"));
        content.put("unknown", 1);
        write(id, content, "2026-12-10").statusCode(400).body("type", equalTo("/problems/malformed-body"));
        write(id, content("x", 3), "0001-01-01").statusCode(400);
        as(EDITOR).get(DRAFTS + "/" + id).then().body("revision", equalTo(1));
        as(EDITOR).get(DRAFTS + "/" + UUID.randomUUID()).then().statusCode(404);
        as(EDITOR).get(DRAFTS + "/none").then().statusCode(404);
    }

    @Test
    void drafts_are_listed_by_page_the_newest_change_first() {
        for (int i = 0; i < 3; i++) {
            clock.setLegal("2026-11-24T09:0" + i);
            begin("8.20002" + i, "Thủ tục trong danh sách", 3).then().statusCode(201);
        }
        Response first =
                as(EDITOR).queryParam("limit", 2).queryParam("state", "DRAFT").get(DRAFTS);
        first.then()
                .statusCode(200)
                .body("allowedActions", contains("BEGIN"))
                .body("items", hasSize(2))
                .body("items[0].code", startsWith("8.2"));
        as(EDITOR)
                .queryParam("limit", 2)
                .queryParam("state", "DRAFT")
                .queryParam("after", first.<String>path("next"))
                .get(DRAFTS)
                .then()
                .statusCode(200)
                .body("items.id", not(hasItem(first.<String>path("items[0].id"))))
                .body("items.id", not(hasItem(first.<String>path("items[1].id"))));
        as(EDITOR)
                .queryParam("code", "8.200021")
                .get(DRAFTS)
                .then()
                .body("items", hasSize(1))
                .body("items[0].name", equalTo("Thủ tục trong danh sách"))
                .body("next", nullValue());
        as(EDITOR).queryParam("state", "LOST").get(DRAFTS).then().statusCode(400);
        as(EDITOR).queryParam("after", "zzz").get(DRAFTS).then().statusCode(400);
    }

    private static io.restassured.response.ValidatableResponse put(String id, Map<String, Object> body) {
        return as(EDITOR)
                .contentType("application/json")
                .header("If-Match", etag(id))
                .body(body)
                .put(DRAFTS + "/" + id)
                .then();
    }

    private static Response keyed(String key, Object body) {
        return as(EDITOR)
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body(body)
                .post(DRAFTS);
    }

    private static void importNext(String code, String name, String effectiveFrom) {
        Importing.released(OneProcedure.zip(code, name, 9), effectiveFrom)
                .then()
                .body("procedures[0].result", equalTo("CHANGED"));
    }
}
