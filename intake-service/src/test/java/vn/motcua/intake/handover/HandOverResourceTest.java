package vn.motcua.intake.handover;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.devstack.MovableClock;
import vn.motcua.devstack.TestTokens;
import vn.motcua.intake.Desk;
import vn.motcua.intake.catalogue.SampleCatalogue;
import vn.motcua.paper.proof.Archivable;
import vn.motcua.platform.sql.Sql;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** What the postman brings: counted and signed by both, then a dossier of each item. */
@QuarkusTest
class HandOverResourceTest {
    private static final String RECORDS = "/api/intake/hand-over-records";
    private static final String FORM = "1.001193-07";
    private static final String BIRTH_PAPER = "1.001193-04";

    @Inject
    MovableClock clock;

    @Inject
    SampleCatalogue catalogue;

    @Inject
    AgroalDataSource database;

    @BeforeEach
    void loaded() {
        catalogue.loaded();
        clock.setLegal("2026-11-23T10:00");
    }

    @AfterEach
    void reset() {
        clock.reset();
    }

    @Test
    void a_record_is_counted_and_signed_by_both_and_gets_the_next_number_of_its_year() {
        JsonPath first = closed(record(item(BIRTH_PAPER, 1)));
        assertThat(first.getString("number")).matches("\\d{2,}/BBGN-TTPVHCC");
        assertThat(first.getString("state")).isEqualTo("CLOSED");
        assertThat(first.getString("signed")).isEqualTo("ON_PAPER");
        assertThat(first.getString("officerName")).isEqualTo("Lò Thị Hoa");
        JsonPath second = closed(record(item(BIRTH_PAPER, 1)));
        assertThat(running(second)).isEqualTo(running(first) + 1);
        clock.setLegal("2027-01-04T10:00");
        assertThat(closed(record("2027-01-04T09:00:00+07:00", item(BIRTH_PAPER, 1)))
                        .getString("number"))
                .isEqualTo("01/BBGN-TTPVHCC");
    }

    @Test
    void a_dossier_of_an_item_carries_the_sender_its_papers_as_found_and_the_time_of_the_record() {
        Map<String, Object> item = item(BIRTH_PAPER, 0);
        JsonPath record = closed(record(item));
        JsonPath dossier = dossier(record, 1, Map.of("returnMode", "POST", "language", "vi"))
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        String id = dossier.getString("id");
        assertThat(dossier.getString("channel")).isEqualTo("POST");
        assertThat(dossier.getString("people.owner.name")).isEqualTo("Quàng Thị Vui");
        assertThat(dossier.getString("people.owner.address")).isEqualTo("Bản Nong, xã Mường Sại");
        assertThat(dossier.getString("pin")).isNotBlank();
        assertThat(dossier.getString("papers.find { it.component == '%s' }.state".formatted(FORM)))
                .isEqualTo("PRESENTED");
        assertThat(dossier.getBoolean("papers.find { it.component == '%s' }.held".formatted(FORM)))
                .isTrue();
        assertThat(dossier.getString("papers.find { it.component == '%s' }.state".formatted(BIRTH_PAPER)))
                .isEqualTo("MISSING");
        assertThat(dossier.getString("clock.handOverAt")).isEqualTo("2026-11-23T02:00:00Z");
        assertThat(dossier.getBoolean("originalsHeld")).isTrue();
        assertThat(dossier.getString("stage")).isEqualTo("SUBMITTED");
        Desk.act(Desk.HOA, id, Map.of("action", "SUBMIT", "handOverAt", "2026-11-23T01:00:00Z"))
                .then()
                .statusCode(409);
        Desk.done(
                Desk.HOA,
                id,
                Map.of(
                        "action",
                        "ASK_SUPPLEMENT",
                        "reasonCode",
                        "PAPERS_INCOMPLETE",
                        "reason",
                        "Thiếu giấy chứng sinh",
                        "items",
                        List.of(Map.of("component", BIRTH_PAPER, "reasonCode", "PAPER_MISSING"))));
        Desk.get(Desk.HOA, "/api/intake/dossiers/" + id + "/history")
                .then()
                .body(containsString(record.getString("number")));
    }

    @Test
    void opened_it_is_filed_so_that_the_whole_unit_sees_it_and_no_clock_gives_it_up() {
        clock.setLegal("2026-11-23T16:30");
        JsonPath record = closed(record("2026-11-20T16:00:00+07:00", item(BIRTH_PAPER, 1)));
        String id = dossier(record, 1, Map.of("returnMode", "COUNTER", "language", "vi"))
                .then()
                .statusCode(201)
                .body("stage", equalTo("SUBMITTED"))
                .body("sequence", equalTo(1))
                .extract()
                .path("id");
        JsonPath seen = Desk.dossier(TestTokens.officer("reception", Desk.MUONG_SAI), id);
        assertThat(seen.getString("stage")).isEqualTo("SUBMITTED");
        assertThat(seen.getList("allowedActions", String.class)).contains("ASK_SUPPLEMENT");
        assertThat(seen.getString("clock.acknowledgeBy"))
                .as("one working day from the record, not from the opening (Friday 20 November)")
                .isLessThan("2026-11-23T16:00:00Z");
    }

    @Test
    void a_dossier_is_opened_under_the_version_that_was_in_force_when_the_record_was_signed() {
        JsonPath record = closed(record(item(BIRTH_PAPER, 1)));
        int version = Desk.open(Desk.HOA, Desk.BIRTH, "COUNTER").getInt("procedureVersion");
        clock.setLegal("2027-01-05T10:00");
        Sql.update(
                database,
                "update procedure_version set effective_to = '2026-12-31' where code = ? and effective_to is null",
                Desk.BIRTH);
        try {
            dossier(record, 1, Map.of("returnMode", "COUNTER", "language", "vi"))
                    .then()
                    .statusCode(201)
                    .body("procedureVersion", equalTo(version));
        } finally {
            Sql.update(
                    database,
                    "update procedure_version set effective_to = null where code = ? and effective_to = '2026-12-31'",
                    Desk.BIRTH);
        }
    }

    @Test
    void an_original_beside_the_list_lies_with_the_dossier_and_is_owed() {
        Map<String, Object> item = new HashMap<>(item(null, 1));
        item.put(
                "documents",
                List.of(
                        document(FORM, "ORIGINAL", 1, 1, false),
                        Map.of("name", "Sổ đất", "as", "ORIGINAL", "listed", 1, "found", 1),
                        Map.of("name", "Thư của người gửi", "as", "COPY", "listed", 1, "found", 1)));
        JsonPath dossier = dossier(closed(record(item)), 1, Map.of("returnMode", "POST", "language", "vi"))
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        assertThat(dossier.getList("sentAlong.name", String.class)).containsExactly("Sổ đất", "Thư của người gửi");
        assertThat(dossier.getList("sentAlong.held", Boolean.class)).containsExactly(true, false);
        assertThat(dossier.getBoolean("papers.find { it.component == '%s' }.held".formatted(FORM)))
                .isFalse();
        assertThat(dossier.getBoolean("originalsHeld")).isTrue();
        Desk.presentAll(dossier.getString("id"));
        JsonPath after = Desk.dossier(Desk.HOA, dossier.getString("id"));
        assertThat(after.getBoolean("originalsHeld")).isTrue();
        assertThat(after.getList("sentAlong")).hasSize(2);
        String raw = Sql.query(
                        database,
                        "select encode(sent_along, 'escape') from dossier where id = ?",
                        row -> row.getString(1),
                        UUID.fromString(dossier.getString("id")))
                .get(0);
        assertThat(raw).doesNotContain("along-1", "ORIGINAL");
    }

    @Test
    void of_a_paper_part_of_which_lacks_what_came_is_owed_and_the_rest_is_still_to_be_brought() {
        Map<String, Object> item = new HashMap<>(item(null, 1));
        item.put(
                "documents",
                List.of(
                        document(FORM, "ORIGINAL", 1, 1, false),
                        Map.of(
                                "component",
                                BIRTH_PAPER,
                                "as",
                                "ORIGINAL",
                                "listed",
                                3,
                                "found",
                                1,
                                "note",
                                "chỉ có một bản")));
        JsonPath dossier = dossier(closed(record(item)), 1, Map.of("returnMode", "POST", "language", "vi"))
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        Map<String, Object> paper = dossier.getMap("papers.find { it.component == '%s' }".formatted(BIRTH_PAPER));
        assertThat(paper)
                .containsEntry("state", "MISSING")
                .containsEntry("open", true)
                .containsEntry("quantity", 1)
                .containsEntry("held", true)
                .containsEntry("reason", "chỉ có một bản");
        assertThat(dossier.getBoolean("originalsHeld")).isTrue();
    }

    @Test
    void copies_beside_an_original_are_not_counted_as_originals() {
        Map<String, Object> item = new HashMap<>(item(null, 1));
        item.put(
                "documents",
                List.of(
                        document(FORM, "ORIGINAL", 1, 1, false),
                        document(BIRTH_PAPER, "COPY", 3, 3, null),
                        document(BIRTH_PAPER, "ORIGINAL", 1, 1, null)));
        JsonPath dossier = dossier(closed(record(item)), 1, Map.of("returnMode", "POST", "language", "vi"))
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        Map<String, Object> paper = dossier.getMap("papers.find { it.component == '%s' }".formatted(BIRTH_PAPER));
        assertThat(paper)
                .containsEntry("state", "PRESENTED")
                .containsEntry("presentedAs", "ORIGINAL")
                .containsEntry("quantity", 1);
        assertThat(dossier.getList("sentAlong.pieces", Integer.class)).containsExactly(3);
        assertThat(dossier.getList("sentAlong.held", Boolean.class)).containsExactly(false);
    }

    @Test
    void an_item_has_one_dossier_unless_it_was_given_up() {
        JsonPath record = closed(record(item(BIRTH_PAPER, 1)));
        Map<String, Object> said = Map.of("returnMode", "COUNTER", "language", "vi");
        String key = UUID.randomUUID().toString();
        String path = RECORDS + "/" + record.getString("id") + "/items/1/dossier";
        String id = Desk.post(Desk.HOA, path, null, said, key)
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getString("id");
        Desk.post(Desk.HOA, path, null, said, key).then().statusCode(201).body("id", equalTo(id));
        dossier(record, 1, said)
                .then()
                .statusCode(409)
                .body("type", endsWith("item-has-dossier"))
                .body("dossierId", equalTo(id));
        dossier(record, 2, said).then().statusCode(404);
        assertThat(waiting(record)).isZero();
        UUID own = UUID.fromString(record.getString("id"));
        assertThatThrownBy(() ->
                        Sql.update(database, "update hand_over_item set dossier_id = null where record_id = ?", own))
                .hasMessageContaining("keeps its dossier");
        Desk.done(Desk.HOA, id, Desk.action("ABANDON"));
        assertThat(waiting(record)).isEqualTo(1);
        dossier(record, 1, said).then().statusCode(201);
    }

    @Test
    void a_sender_who_is_not_the_owner_submits_for_them() {
        JsonPath record = closed(record(item(BIRTH_PAPER, 1)));
        JsonPath dossier = dossier(
                        record,
                        1,
                        Map.of(
                                "returnMode",
                                "COUNTER",
                                "language",
                                "vi",
                                "owner",
                                Map.of("name", "Lò Văn Tươi"),
                                "competentUnit",
                                Desk.QUYNH_NHAI))
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        assertThat(dossier.getString("people.owner.name")).isEqualTo("Lò Văn Tươi");
        assertThat(dossier.getString("people.submitter.name")).isEqualTo("Quàng Thị Vui");
        assertThat(dossier.getString("competentUnit")).isEqualTo(Desk.QUYNH_NHAI);
    }

    @Test
    void a_procedure_that_takes_no_post_is_refused_with_the_reason() {
        Map<String, Object> copy = new HashMap<>(item(null, 1));
        copy.put("procedureCode", Desk.COPY);
        Desk.post(Desk.HOA, RECORDS, null, record(copy))
                .then()
                .statusCode(409)
                .body("type", endsWith("post-not-offered"))
                .body("detail", containsString(Desk.COPY))
                .body("violations.pointer", hasItem("/items/0/procedureCode"));
        copy.put("procedureCode", "9.999999");
        Desk.post(Desk.HOA, RECORDS, null, record(copy)).then().statusCode(400);
    }

    @Test
    void the_hand_over_lies_in_the_past_and_not_before_the_last_working_day() {
        for (String wrong : List.of("2026-11-23T10:01:00+07:00", "2026-11-19T16:00:00+07:00")) {
            Desk.post(Desk.HOA, RECORDS, null, record(wrong, item(BIRTH_PAPER, 1)))
                    .then()
                    .statusCode(400)
                    .body("violations.pointer", hasItem("/handedOverAt"));
        }
        String id = opened(record("2026-11-20T16:00:00+07:00", item(BIRTH_PAPER, 1)))
                .getString("id");
        clock.setLegal("2026-11-25T10:00");
        Map<String, Object> other = record("2026-11-20T15:00:00+07:00", item(BIRTH_PAPER, 1));
        put(id, "\"1\"", other).then().statusCode(400).body("violations.pointer", hasItem("/handedOverAt"));
        put(id, "\"1\"", record("2026-11-20T16:00:00+07:00", item(BIRTH_PAPER, 1)))
                .then()
                .statusCode(200);
    }

    @Test
    void a_record_begun_in_time_is_signed_days_later_at_the_time_both_signed_on_its_day() {
        String id = opened(record("2026-11-23T09:00:00+07:00", item(BIRTH_PAPER, 1)))
                .getString("id");
        clock.setLegal("2026-11-25T10:00");
        for (String wrong : List.of(
                "2026-11-25T10:01:00+07:00",
                "2026-11-24T00:00:00+07:00",
                "2026-11-22T23:59:59+07:00",
                "-1000000000-01-01T00:00:00Z")) {
            closeAt(id, wrong).then().statusCode(400).body("violations.pointer", hasItem("/handedOverAt"));
        }
        JsonPath closed = closeAt(id, "2026-11-23T10:40:00+07:00")
                .then()
                .statusCode(200)
                .body("handedOverAt", equalTo("2026-11-23T03:40:00Z"))
                .extract()
                .jsonPath();
        assertThat(Desk.get(Desk.HOA, closed.getString("page")).asString())
                .contains("10:40 23/11/2026", "cấp số trên hệ thống lúc 10:00 25/11/2026");
    }

    private static Response closeAt(String id, String at) {
        return act(id, Map.of("action", "CLOSE", "counted", 1, "signed", "ON_PAPER", "handedOverAt", at));
    }

    @Test
    void a_signed_record_is_not_changed_thrown_away_or_signed_again_it_takes_a_note() {
        JsonPath record = closed(record(item(BIRTH_PAPER, 1)));
        String id = record.getString("id");
        put(id, "\"2\"", record(item(BIRTH_PAPER, 1)))
                .then()
                .statusCode(409)
                .body("type", endsWith("hand-over-closed"));
        given().auth()
                .oauth2(Desk.HOA)
                .header("If-Match", "\"2\"")
                .delete(RECORDS + "/" + id)
                .then()
                .statusCode(409);
        close(id, 1).then().statusCode(409);
        act(id, Map.of("action", "NOTE", "text", "Số phiếu gửi đúng là RR123456785VN"))
                .then()
                .statusCode(200)
                .body("notes.text", hasItem("Số phiếu gửi đúng là RR123456785VN"))
                .body("notes[0].byName", equalTo("Lò Thị Hoa"));
        UUID key = UUID.fromString(id);
        assertThatThrownBy(
                        () -> Sql.update(database, "update hand_over_record set postman_name = 'x' where id = ?", key))
                .hasMessageContaining("never changes");
        assertThatThrownBy(() -> Sql.update(database, "delete from hand_over_item where record_id = ?", key))
                .hasMessageContaining("never changes");
        assertThatThrownBy(() -> Sql.update(database, "delete from hand_over_note where record_id = ?", key))
                .hasMessageContaining("never changes");
    }

    @Test
    void an_open_record_is_written_anew_or_thrown_away_and_opens_no_dossier() {
        JsonPath record = opened(record(item(BIRTH_PAPER, 1)));
        String id = record.getString("id");
        dossier(record, 1, Map.of("returnMode", "COUNTER", "language", "vi"))
                .then()
                .statusCode(409)
                .body("type", endsWith("hand-over-open"));
        act(id, Map.of("action", "NOTE", "text", "x")).then().statusCode(409);
        Desk.get(Desk.HOA, RECORDS + "/" + id + "/page").then().statusCode(409);
        Map<String, Object> again = record(item(BIRTH_PAPER, 1), item(BIRTH_PAPER, 0));
        put(id, null, again).then().statusCode(428);
        put(id, "\"9\"", again).then().statusCode(412).body("current.by", equalTo("Lò Thị Hoa"));
        put(id, "\"1\"", again).then().statusCode(200).body("items.complete", equalTo(List.of(true, false)));
        close(id, 1).then().statusCode(409).body("type", endsWith("count-differs"));
        given().auth()
                .oauth2(Desk.HOA)
                .header("If-Match", "\"2\"")
                .delete(RECORDS + "/" + id)
                .then()
                .statusCode(204);
        Desk.get(Desk.HOA, RECORDS + "/" + id).then().statusCode(404);
    }

    @Test
    void a_slip_stands_in_one_record() {
        Map<String, Object> item = item(BIRTH_PAPER, 1);
        opened(record(item));
        Desk.post(Desk.HOA, RECORDS, null, record(item(BIRTH_PAPER, 1), item))
                .then()
                .statusCode(409)
                .body("type", endsWith("slip-recorded"))
                .body("violations.pointer", hasItem("/items/1/slip"));
        Map<String, Object> small = new HashMap<>(item);
        small.put("slip", item.get("slip").toString().toLowerCase(java.util.Locale.ROOT));
        Desk.post(Desk.HOA, RECORDS, null, record(small))
                .then()
                .statusCode(409)
                .body("type", endsWith("slip-recorded"));
        Map<String, Object> twice = item(BIRTH_PAPER, 1);
        Desk.post(Desk.HOA, RECORDS, null, record(twice, twice)).then().statusCode(409);
    }

    @Test
    void what_stands_on_a_slip_is_of_the_published_list_or_has_a_name() {
        Map<String, Object> item = new HashMap<>(item(BIRTH_PAPER, 1));
        item.put("documents", List.of(Map.of("component", "1.001193-99", "as", "COPY", "listed", 1, "found", 1)));
        Desk.post(Desk.HOA, RECORDS, null, record(item)).then().statusCode(400);
        item.put("documents", List.of(Map.of("as", "COPY", "listed", 1, "found", 1)));
        Desk.post(Desk.HOA, RECORDS, null, record(item)).then().statusCode(400);
        item.put("documents", List.of(Map.of("name", "Thư của người gửi", "as", "COPY", "listed", 1, "found", 1)));
        Desk.post(Desk.HOA, RECORDS, null, record(item)).then().statusCode(201);
    }

    @Test
    void printed_it_says_who_gave_what_to_whom_and_is_the_same_bytes_ever_after() throws Exception {
        JsonPath record = closed(record(item(BIRTH_PAPER, 0)));
        String page = Desk.get(Desk.HOA, record.getString("page"))
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(page)
                .contains("Biên bản giao nhận hồ sơ", record.getString("number"), "09:00 23/11/2026")
                .contains("Hà Văn Bưu", "BT-07", "Lò Thị Hoa", "Quàng Thị Vui, Bản Nong, xã Mường Sại")
                .contains("phiếu ghi 1, đếm được 0: THIẾU", "Thiếu giấy tờ");
        byte[] pdf = Desk.get(Desk.HOA, record.getString("pdf"))
                .then()
                .statusCode(200)
                .contentType("application/pdf")
                .extract()
                .asByteArray();
        assertThat(Archivable.faults(pdf)).isEmpty();
        java.nio.file.Files.createDirectories(java.nio.file.Path.of("target/forms"));
        java.nio.file.Files.write(java.nio.file.Path.of("target/forms/hand-over.pdf"), pdf);
        act(record.getString("id"), Map.of("action", "NOTE", "text", "Ghi chú sau khi ký"));
        assertThat(Desk.get(Desk.HOA, record.getString("pdf")).asByteArray()).isEqualTo(pdf);
        assertThat(Desk.get(Desk.HOA, record.getString("page")).asString()).isEqualTo(page);
        String kept = Sql.query(
                        database,
                        "select encode(page, 'escape') || encode(pdf, 'escape') from hand_over_print where record_id = ?",
                        row -> row.getString(1),
                        UUID.fromString(record.getString("id")))
                .get(0);
        assertThat(kept).doesNotContain("%PDF", "BT-07");
    }

    @Test
    void senders_are_sealed_masked_for_those_without_the_duty_and_every_look_is_noted() {
        JsonPath record = closed(record(item(BIRTH_PAPER, 1), item(BIRTH_PAPER, 1)));
        String id = record.getString("id");
        act(id, Map.of("action", "NOTE", "text", "Bà Vui gọi lại"));
        String subject = "auditor-" + UUID.randomUUID();
        String auditor = TestTokens.builder()
                .subject(subject)
                .roles("auditor")
                .units(Desk.MUONG_SAI)
                .token();
        JsonPath seen = Desk.get(auditor, RECORDS + "/" + id)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(seen.getString("items[0].sender.name")).isEqualTo("Quàng T. V.");
        assertThat(seen.getString("items[0].sender.address")).isEqualTo("…");
        assertThat(seen.getString("items[0].documents[1].note")).isEqualTo("…");
        assertThat(seen.getString("notes[0].text")).isEqualTo("…");
        Desk.get(auditor, "/api/intake/readings?limit=1&subject=" + subject)
                .then()
                .body("items[0].what", equalTo("HAND_OVER_RECORD"))
                .body("items[0].role", equalTo("auditor"))
                .body("items[0].lines", equalTo(2));
        Desk.get(Desk.HOA, record.getString("page")).then().statusCode(200);
        clock.setLegal("2026-11-23T10:05");
        act(id, Map.of("action", "NOTE", "text", "Ghi chú thứ hai"))
                .then()
                .body("notes[0].text", equalTo("Ghi chú thứ hai"));
        List<Integer> lines = Sql.query(
                database,
                "select lines from person_reading where what = 'HAND_OVER_RECORD' order by id desc limit 4",
                row -> row.getInt(1));
        assertThat(lines)
                .as("the note, the look before it, the page, the auditor")
                .containsOnly(2);
        String raw = Sql.query(
                        database,
                        "select encode(sender, 'escape') || encode(documents, 'escape') from hand_over_item where record_id = ?",
                        row -> row.getString(1),
                        UUID.fromString(id))
                .get(0);
        assertThat(new String(raw.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                .doesNotContain("Bản Nong", "Vui", BIRTH_PAPER);
        Desk.get(Desk.HOA, RECORDS).then().body(org.hamcrest.Matchers.not(containsString("Quàng Thị Vui")));
    }

    @Test
    void a_record_is_its_units_and_only_reception_writes_it() {
        JsonPath record = opened(record(item(BIRTH_PAPER, 1)));
        String id = record.getString("id");
        String other = TestTokens.officer("reception", Desk.QUYNH_NHAI);
        Desk.get(other, RECORDS + "/" + id).then().statusCode(404);
        Desk.post(
                        other,
                        RECORDS + "/" + id + "/actions",
                        "\"1\"",
                        Map.of("action", "CLOSE", "counted", 1, "signed", "ON_PAPER"))
                .then()
                .statusCode(404);
        Desk.post(other, RECORDS, null, record(item(BIRTH_PAPER, 1))).then().statusCode(403);
        Desk.post(TestTokens.officer("director", Desk.MUONG_SAI), RECORDS, null, record(item(BIRTH_PAPER, 1)))
                .then()
                .statusCode(403);
        Desk.get(Desk.MAI, RECORDS).then().statusCode(403);
        given().get(RECORDS).then().statusCode(401);
    }

    @Test
    void records_are_listed_page_by_page_newest_first() {
        List<String> made = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            made.add(
                    0,
                    opened(record("2026-11-23T09:0%d:30+07:00".formatted(i), item(BIRTH_PAPER, 1)))
                            .getString("id"));
        }
        List<String> listed = new ArrayList<>();
        String after = "";
        do {
            JsonPath page = Desk.get(Desk.HOA, RECORDS + "?limit=2&after=" + after)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            listed.addAll(page.getList("items.id"));
            after = page.getString("next");
        } while (after != null);
        assertThat(listed.stream().filter(made::contains)).containsExactlyElementsOf(made);
        assertThat(listed).doesNotHaveDuplicates();
        Desk.get(Desk.HOA, RECORDS + "?after=bm90aGluZw").then().statusCode(400);
    }

    private static Map<String, Object> item(String component, int found) {
        List<Map<String, Object>> documents = new ArrayList<>();
        documents.add(Map.of("component", FORM, "as", "ORIGINAL", "listed", 1, "found", 1));
        if (component != null) {
            documents.add(Map.of(
                    "component", component, "as", "ORIGINAL", "listed", 1, "found", found, "note", "xem kỹ phong bì"));
        }
        return Map.of(
                "slip",
                "RR%09dVN".formatted(ThreadLocalRandom.current().nextInt(1_000_000_000)),
                "sender",
                Map.of("name", "Quàng Thị Vui", "address", "Bản Nong, xã Mường Sại", "phone", "0912345645"),
                "procedureCode",
                Desk.BIRTH,
                "documents",
                documents);
    }

    @SafeVarargs
    private static Map<String, Object> record(Map<String, Object>... items) {
        return record("2026-11-23T09:00:00+07:00", items);
    }

    @SafeVarargs
    private static Map<String, Object> record(String at, Map<String, Object>... items) {
        return Map.of(
                "unit",
                Desk.MUONG_SAI,
                "handedOverAt",
                at,
                "postman",
                Map.of("name", "Hà Văn Bưu", "number", "BT-07"),
                "items",
                List.of(items));
    }

    private static JsonPath opened(Map<String, Object> record) {
        return Desk.post(Desk.HOA, RECORDS, null, record)
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    private static JsonPath closed(Map<String, Object> record) {
        JsonPath opened = opened(record);
        return close(opened.getString("id"), opened.getList("items").size())
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static Response close(String id, int counted) {
        return act(id, Map.of("action", "CLOSE", "counted", counted, "signed", "ON_PAPER"));
    }

    private static Response act(String id, Map<String, Object> body) {
        String etag = Desk.get(Desk.HOA, RECORDS + "/" + id).header("ETag");
        return Desk.post(Desk.HOA, RECORDS + "/" + id + "/actions", etag, body);
    }

    private static Response put(String id, String ifMatch, Map<String, Object> record) {
        var request =
                given().auth().oauth2(Desk.HOA).contentType("application/json").body(record);
        return (ifMatch == null ? request : request.header("If-Match", ifMatch)).put(RECORDS + "/" + id);
    }

    private static Response dossier(JsonPath record, int item, Map<String, Object> said) {
        return Desk.post(Desk.HOA, RECORDS + "/" + record.getString("id") + "/items/" + item + "/dossier", null, said);
    }

    private static Map<String, Object> document(String component, String as, int listed, int found, Boolean held) {
        Map<String, Object> document =
                new HashMap<>(Map.of("component", component, "as", as, "listed", listed, "found", found));
        document.put("held", held);
        return document;
    }

    private static int waiting(JsonPath record) {
        return Desk.get(Desk.HOA, RECORDS + "?limit=100")
                .jsonPath()
                .getInt("items.find { it.id == '%s' }.waiting".formatted(record.getString("id")));
    }

    private static int running(JsonPath record) {
        return Integer.parseInt(record.getString("number").split("/")[0]);
    }
}
