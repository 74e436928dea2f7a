package vn.motcua.intake.register;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.intake.Desk.HOA;
import static vn.motcua.intake.Desk.MUONG_SAI;
import static vn.motcua.intake.Desk.action;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.devstack.MovableClock;
import vn.motcua.devstack.TestTokens;
import vn.motcua.intake.Desk;
import vn.motcua.intake.catalogue.SampleCatalogue;
import vn.motcua.paper.proof.Archivable;
import vn.motcua.paper.proof.PrintedPage;
import vn.motcua.platform.sql.Sql;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Form 07 as page, PDF and CSV. */
@QuarkusTest
class RegisterBookResourceTest {
    private static final String BOOK = "/api/intake/registers/" + MUONG_SAI;
    private static final Path SEEN = Path.of("target/forms");

    @Inject
    MovableClock clock;

    @Inject
    SampleCatalogue catalogue;

    @Inject
    AgroalDataSource source;

    @Inject
    ExportPlaces places;

    @Inject
    Vertx vertx;

    @BeforeEach
    void loaded() {
        catalogue.loaded();
    }

    @AfterEach
    void reset() {
        clock.reset();
    }

    @Test
    void a_stretch_of_days_prints_across_a_page_with_every_column_of_form_07() throws Exception {
        clock.setLegal("2026-06-01T09:00");
        String id = Desk.receivedCopy();
        String code = Desk.dossier(HOA, id).getString("code");
        clock.setLegal("2026-06-02T09:00");
        Desk.receivedCopy();
        Response page = Desk.get(HOA, BOOK + "/book?from=2026-06-01&to=2026-06-01");
        page.then().statusCode(200).contentType("text/html").header("Cache-Control", "no-store, private");
        assertThat(page.asString())
                .contains("Sổ theo dõi hồ sơ", "Từ ngày 01/06/2026 đến ngày 01/06/2026", code, "Quàng Thị Vui")
                .contains("09:00 01/06/2026", "trực tiếp", "Tổng số: 1 hồ sơ", "Ký nhận", "landscape");
        byte[] pdf =
                Desk.get(HOA, BOOK + "/book.pdf?from=2026-06-01&to=2026-06-02").asByteArray();
        Files.createDirectories(SEEN);
        Files.write(SEEN.resolve("07.pdf"), pdf);
        assertThat(Archivable.faults(pdf)).isEmpty();
        assertThat(PrintedPage.text(pdf).replaceAll("\\s+", " ")).contains("SỔ THEO DÕI HỒ SƠ", "Tổng số: 2 hồ sơ");
    }

    @Test
    void an_empty_stretch_says_so_and_a_stretch_that_ends_before_it_begins_is_refused() {
        assertThat(Desk.get(HOA, BOOK + "/book?from=1999-01-01&to=1999-01-02").asString())
                .contains("Không có hồ sơ nào");
        Desk.get(HOA, BOOK + "/book?from=1999-01-02&to=1999-01-01").then().statusCode(400);
        Desk.get(HOA, BOOK + "/book?from=today&to=1999-01-01").then().statusCode(400);
        Desk.get(HOA, BOOK + "/book?from=1999-01-01").then().statusCode(400);
        Desk.get(HOA, "/api/intake/registers/here/book?from=1999-01-01&to=1999-01-02")
                .then()
                .statusCode(400);
    }

    @Test
    void a_register_is_for_the_officers_of_its_unit() {
        String days = "?from=2026-06-01&to=2026-06-02";
        for (String path : List.of("/book", "/book.pdf")) {
            Desk.get(TestTokens.officer("reception", Desk.QUYNH_NHAI), BOOK + path + days)
                    .then()
                    .statusCode(403);
            Desk.get(TestTokens.officer("specialist", MUONG_SAI, "office"), BOOK + path + days)
                    .then()
                    .statusCode(403);
            Desk.get(TestTokens.citizen("vui"), BOOK + path + days).then().statusCode(403);
            given().get(BOOK + path + days).then().statusCode(401);
        }
        export(TestTokens.officer("reception", Desk.QUYNH_NHAI), Map.of("purpose", "REPORTING"))
                .then()
                .statusCode(403);
        export(TestTokens.officer("cashier", MUONG_SAI), Map.of("purpose", "REPORTING"))
                .then()
                .statusCode(403);
        export(HOA, Map.of()).then().statusCode(400);
        export(HOA, Map.of("purpose", "CURIOSITY")).then().statusCode(400);
    }

    @Test
    void an_export_is_csv_that_excel_reads_with_its_number_of_lines_told_beforehand() {
        clock.setLegal("2026-06-03T09:00");
        String tail = UUID.randomUUID().toString().substring(0, 8);
        Map<String, Object> owner = Map.of(
                "name", "=cmd|' /C calc'!A0 " + tail, "address", "Bản Bon, xã Mường Sại", "phone", "+84987654321");
        String id = Desk.open(HOA, Desk.opening(Desk.COPY, "COUNTER", Map.of("owner", owner)))
                .getString("id");
        Desk.presentAll(id);
        Desk.done(HOA, id, action("RECEIVE"));
        Map<String, Object> filters = Map.of("receivedFrom", "2026-06-03", "receivedTo", "2026-06-03");
        Response answer = export(HOA, Map.of("purpose", "REPORTING", "filters", filters));
        answer.then().statusCode(200).contentType("text/csv").header("Total-Lines", "1");
        byte[] bytes = answer.asByteArray();
        assertThat(bytes).startsWith(0xEF, 0xBB, 0xBF);
        String[] lines = new String(bytes, StandardCharsets.UTF_8).substring(1).split("\r\n");
        assertThat(lines).hasSize(2);
        assertThat(lines[0]).startsWith("STT,Mã hồ sơ,Mã thủ tục").endsWith("Phương thức nhận kết quả,Ký nhận");
        assertThat(lines[1])
                .startsWith("1,H52.")
                .contains("'=cmd|' /C calc'!A0 " + tail, "\"Bản Bon, xã Mường Sại\"", "0987654321", "09:00 03/06/2026");
        Response masked =
                export(TestTokens.officer("auditor", MUONG_SAI), Map.of("purpose", "INSPECTION", "filters", filters));
        assertThat(masked.asString()).doesNotContain(tail, "0987654321", "Bản Bon");
    }

    @Test
    void an_export_keeps_to_its_filters_and_is_noted_with_its_purpose() {
        clock.setLegal("2026-06-04T09:00");
        Desk.receivedCopy();
        Map<String, Object> none = Map.of("receivedFrom", "2026-06-04", "receivedTo", "2026-06-04", "channel", "POST");
        assertThat(export(HOA, Map.of("purpose", "ARCHIVING", "filters", none)).header("Total-Lines"))
                .isEqualTo("0");
        Map<String, Object> one =
                Map.of("receivedFrom", "2026-06-04", "receivedTo", "2026-06-04", "procedure", "chứng thực bản sao");
        assertThat(export(HOA, Map.of("purpose", "ARCHIVING", "filters", one)).header("Total-Lines"))
                .isEqualTo("1");
        assertThat(Sql.query(
                        source,
                        "select purpose || ' ' || lines from person_reading where what = 'EXPORT' and subject = 'hoa'"
                                + " order by id desc limit 2",
                        row -> row.getString(1)))
                .containsExactly("ARCHIVING 1", "ARCHIVING 0");
    }

    @Test
    void thousands_of_lines_are_exported_one_after_the_other_and_are_too_many_for_a_page() throws Exception {
        String unit = "14-99322-20250701";
        Desk.publishUnit(unit);
        manyLines(unit);
        String there = TestTokens.officer("reception", unit);
        String path = "/api/intake/registers/" + unit + "/export";
        for (int i = 0; i < 3; i++) {
            Response begun = given().auth()
                    .oauth2(there)
                    .contentType("application/json")
                    .body(Map.of("purpose", "REPORTING"))
                    .post(path);
            begun.then().statusCode(200).header("Total-Lines", "20000");
            assertThat(begun.asString().split("\r\n")).hasSize(20_001);
        }
        Desk.get(there, "/api/intake/registers/" + unit + "/book?from=2026-01-01&to=2026-01-02")
                .then()
                .statusCode(409);
    }

    /** 20,000 received dossiers of a unit. */
    private void manyLines(String unit) {
        String pattern = Desk.receivedCopy();
        Sql.update(
                source,
                """
                insert into dossier select (jsonb_populate_record(d, jsonb_build_object('id', gen_random_uuid(), 'reference',
                    upper(translate(substring(md5(random()::text) for 10), 'abcdef', 'ghjkmn')), 'code',
                    'H52.' || substring(? from 6 for 3) || '.00-260101-' || lpad(n::text, 6, '0'), 'receiving_unit', ?, 'competent_unit', ?, 'returning_unit', ?,
                    'received_at', timestamptz '2026-01-01 00:00Z' + n * interval '1 second'))).*
                from dossier d cross join generate_series(1, 20000) n where d.id = ?
                """,
                unit,
                unit,
                unit,
                unit,
                UUID.fromString(pattern));
    }

    @Test
    void while_as_many_exports_run_as_may_another_is_refused_and_nothing_is_noted_of_it() throws Exception {
        String unit = "14-99323-20250701";
        Desk.publishUnit(unit);
        String there = TestTokens.officer("reception", unit);
        List<ExportPlaces.Place> taken = new ArrayList<>();
        for (int i = 0; i < ExportPlaces.AT_ONCE; i++) {
            taken.add(places.take(() -> {}));
        }
        try {
            exportOf(unit, there).then().statusCode(429);
            assertThat(noted(unit)).isZero();
        } finally {
            taken.forEach(ExportPlaces.Place::close);
        }
        exportOf(unit, there).then().statusCode(200).header("Total-Lines", "0");
        assertThat(noted(unit)).isEqualTo(1);
    }

    private static Response exportOf(String unit, String token) {
        return given().auth()
                .oauth2(token)
                .contentType("application/json")
                .body(Map.of("purpose", "REPORTING"))
                .post("/api/intake/registers/" + unit + "/export");
    }

    private int noted(String unit) {
        return Sql.query(
                        source,
                        "select count(*) from person_reading where what = 'EXPORT' and unit = ?",
                        row -> row.getInt(1),
                        unit)
                .get(0);
    }

    @Test
    void who_reads_slowly_holds_a_place_until_they_go_or_their_time_is_over() throws Exception {
        String unit = "14-99324-20250701";
        Desk.publishUnit(unit);
        manyLines(unit);
        String there = TestTokens.officer("reception", unit);
        List<Socket> gone = slowReaders(unit, there);
        for (Socket socket : gone) {
            socket.close();
        }
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(() -> exportOf(unit, there).statusCode() == 200);

        QuarkusMock.installMockForType(new ExportPlaces(vertx, Duration.ofSeconds(4)), ExportPlaces.class);
        List<Socket> staying = slowReaders(unit, there);
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(() -> exportOf(unit, there).statusCode() == 200);
        for (Socket socket : staying) {
            socket.close();
        }
    }

    /** As many as there are places. */
    private static List<Socket> slowReaders(String unit, String token) throws IOException {
        List<Socket> slow = new ArrayList<>();
        for (int i = 0; i < ExportPlaces.AT_ONCE; i++) {
            slow.add(reader(unit, token));
        }
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(() -> exportOf(unit, token).statusCode() == 429);
        return slow;
    }

    /** Asks for an export and reads nothing of it. */
    private static Socket reader(String unit, String token) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(4096);
        socket.connect(new InetSocketAddress("localhost", RestAssured.port));
        String body = "{\"purpose\":\"REPORTING\"}";
        String head = "POST /api/intake/registers/" + unit
                + "/export HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: "
                + body.length()
                + "\r\nAuthorization: Bearer " + token + "\r\n\r\n" + body;
        socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static Response export(String token, Map<String, Object> body) {
        return given().auth()
                .oauth2(token)
                .contentType("application/json")
                .body(body)
                .post(BOOK + "/export");
    }
}
