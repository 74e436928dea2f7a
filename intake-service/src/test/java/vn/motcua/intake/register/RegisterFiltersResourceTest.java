package vn.motcua.intake.register;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.intake.Desk.HOA;
import static vn.motcua.intake.Desk.action;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.devstack.MovableClock;
import vn.motcua.devstack.TestTokens;
import vn.motcua.intake.Desk;
import vn.motcua.intake.catalogue.SampleCatalogue;
import vn.motcua.platform.sql.Sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The register by each of its filters, alone and together. */
@QuarkusTest
class RegisterFiltersResourceTest {
    private static final String LIST = "/api/intake/dossiers";

    @Inject
    MovableClock clock;

    @Inject
    SampleCatalogue catalogue;

    @Inject
    AgroalDataSource source;

    @BeforeEach
    void loaded() {
        catalogue.loaded();
    }

    @AfterEach
    void reset() {
        clock.reset();
    }

    @Test
    void lines_are_found_by_the_days_of_receipt_in_the_order_of_receipt() {
        clock.setLegal("2026-03-10T09:00");
        String first = Desk.receivedCopy();
        clock.setLegal("2026-03-11T09:00");
        String second = Desk.receivedCopy();
        clock.setLegal("2026-03-12T00:00");
        Desk.receivedCopy();
        assertThat(ids("?receivedFrom=2026-03-10&receivedTo=2026-03-11")).containsExactly(second, first);
        assertThat(ids("?receivedFrom=2026-03-10&receivedTo=2026-03-11&channel=POST"))
                .isEmpty();
        assertThat(ids("?receivedFrom=2026-03-11&receivedTo=2026-03-11&procedure=" + Desk.COPY))
                .containsExactly(second);
        assertThat(ids("?receivedFrom=2026-03-10&receivedTo=2026-03-11&stage=IN_PROCESS"))
                .contains(second, first);
    }

    @Test
    void a_procedure_is_named_by_code_or_by_words_with_or_without_diacritics() {
        clock.setLegal("2026-04-01T09:00");
        String copy = Desk.receivedCopy();
        String day = "&receivedFrom=2026-04-01&receivedTo=2026-04-01";
        assertThat(ids("?procedure=2.000815" + day)).containsExactly(copy);
        assertThat(ids("?procedure=chung thuc ban sao" + day)).containsExactly(copy);
        assertThat(ids("?procedure=1.001193" + day)).isEmpty();
        assertThat(ids("?procedure=nobody named one so")).isEmpty();
    }

    @Test
    void a_draft_is_seen_by_its_opener_alone_whatever_is_asked() {
        String id = Desk.open(HOA, Desk.BUSINESS, "COUNTER").getString("id");
        String colleague = TestTokens.officer("reception", Desk.MUONG_SAI);
        assertThat(ids(HOA, "?procedure=" + Desk.BUSINESS)).contains(id);
        assertThat(ids(colleague, "?procedure=" + Desk.BUSINESS)).doesNotContain(id);
    }

    @Test
    void the_end_of_a_code_finds_it_with_or_without_zeros() {
        clock.setLegal("2026-05-05T09:00");
        String id = Desk.receivedCopy();
        String code = Desk.dossier(HOA, id).getString("code");
        String number = code.substring(code.lastIndexOf('-') + 1);
        assertThat(ids("?code=" + number)).contains(id);
        assertThat(ids("?code=" + Integer.parseInt(number))).contains(id);
        assertThat(ids("?code=260505-" + number)).containsExactly(id);
        assertThat(ids("?code=" + code.substring(4).toLowerCase())).containsExactly(id);
        assertThat(ids("?code=260506-" + number)).isEmpty();
        assertThat(ids("?code=%25")).isEmpty();
    }

    @Test
    void a_former_unit_stands_for_its_equivalent() {
        clock.setLegal("2026-07-07T09:00");
        String id = Desk.open(HOA, Desk.opening(Desk.COPY, "COUNTER", Map.of("competentUnit", Desk.QUYNH_NHAI)))
                .getString("id");
        Desk.presentAll(id);
        Desk.done(HOA, id, action("RECEIVE"));
        String day = "&receivedFrom=2026-07-07&receivedTo=2026-07-07";
        assertThat(ids("?unit=14-03709-00000000" + day)).containsExactly(id);
        assertThat(ids("?unit=xa muong sai" + day)).containsExactly(id);
        assertThat(ids("?involving=Quỳnh Nhai" + day)).containsExactly(id);
        assertThat(ids("?involving=14-03709-00000000" + day)).containsExactly(id);
        assertThat(ids("?involving=14-03664-20250701" + day)).isEmpty();
        String competent = TestTokens.officer("director", Desk.QUYNH_NHAI);
        assertThat(ids(competent, "?involving=" + Desk.MUONG_SAI + day)).containsExactly(id);
        assertThat(ids(competent, "?unit=" + Desk.MUONG_SAI + day)).isEmpty();
    }

    @Test
    void what_has_ended_is_found_by_how_it_ended_and_what_the_department_has_by_its_name() {
        clock.setLegal("2026-09-09T09:00");
        String id = Desk.receivedCopy();
        Desk.fromCase(id, "OPENED", "{}");
        Desk.until(id, view -> "office".equals(view.getString("department")));
        String day = "?receivedFrom=2026-09-09&receivedTo=2026-09-09";
        assertThat(ids(day + "&department=office")).containsExactly(id);
        assertThat(ids(day + "&department=justice")).isEmpty();
        assertThat(ids("?department=office")).contains(id);
        assertThat(ids(day + "&punctuality=EARLY")).isEmpty();
        Desk.decided(id);
        Desk.until(id, view -> "DECIDED".equals(view.getString("stage")));
        String ended = Desk.dossier(HOA, id).getString("clock.punctuality");
        assertThat(ids(day + "&punctuality=" + ended)).containsExactly(id);
        String specialist = TestTokens.officer("specialist", Desk.MUONG_SAI, "office");
        assertThat(ids(specialist, day)).containsExactly(id);
        assertThat(ids(TestTokens.officer("specialist", Desk.MUONG_SAI, "justice"), day))
                .isEmpty();
    }

    @Test
    void a_name_goes_with_every_filter() {
        String tail = UUID.randomUUID().toString().substring(0, 8);
        String id = Desk.open(
                        HOA, Desk.opening(Desk.COPY, "COUNTER", Map.of("owner", Map.of("name", "Lù Thị " + tail))))
                .getString("id");
        assertThat(named(tail, Map.of("stage", "PREPARING"))).containsExactly(id);
        assertThat(named(tail, Map.of("procedure", Desk.COPY, "channel", "COUNTER")))
                .containsExactly(id);
        assertThat(named(tail, Map.of("channel", "ONLINE"))).isEmpty();
        assertThat(named(tail, Map.of("dueBefore", "2030-01-01T00:00:00Z"))).isEmpty();
    }

    @Test
    void a_rare_line_among_many_is_found_page_by_page_in_its_order() {
        String unit = "14-99321-20250701";
        Desk.publishUnit(unit);
        String there = TestTokens.officer("auditor", unit);
        String pattern = Desk.receivedCopy();
        copies(pattern, unit, 600, "COUNTER", 0);
        copies(pattern, unit, 1, "POST", 590);
        copies(pattern, unit, 1, "POST", 20);
        List<String> channels = new ArrayList<>();
        int pages = 0;
        String after = "";
        do {
            JsonPath page =
                    page(there, "?procedure=" + Desk.COPY + "&channel=POST&stage=SUBMITTED&limit=5&after=" + after);
            channels.addAll(page.getList("items.channel"));
            after = page.getString("next");
            pages++;
        } while (after != null);
        assertThat(channels).containsExactly("POST", "POST");
        assertThat(pages).isGreaterThan(2);
    }

    @Test
    void terms_that_no_register_can_hold_are_refused() {
        for (String bad : List.of(
                "?channel=PIGEON",
                "?receivedFrom=24/11/2026",
                "?receivedFrom=0001-01-01",
                "?receivedFrom=2026-02-02&receivedTo=2026-02-01",
                "?dueBefore=9999-12-31T00:00:00Z",
                "?punctuality=SOMETIMES",
                "?department=Office 1",
                "?unit=x",
                "?procedure=" + "x".repeat(201))) {
            Desk.get(HOA, LIST + bad).then().statusCode(400);
        }
    }

    /** Copies of a dossier that were filed there and not yet received, a second apart. */
    private void copies(String pattern, String unit, int count, String channel, int from) {
        Sql.update(
                source,
                """
                insert into dossier select (jsonb_populate_record(d, jsonb_build_object('id', gen_random_uuid(), 'reference',
                    upper(translate(substring(md5(random()::text) for 10), 'abcdef', 'ghjkmn')), 'code', null, 'received_at', null,
                    'due', null, 'original_due', null, 'receiving_unit', ?, 'competent_unit', ?, 'returning_unit', ?, 'channel', ?,
                    'stage', 'SUBMITTED', 'opened_at', timestamptz '2026-01-01 00:00Z' + (n + ?) * interval '1 second'))).*
                from dossier d cross join generate_series(1, ?) n where d.id = ?
                """,
                unit,
                unit,
                unit,
                channel,
                from,
                count,
                UUID.fromString(pattern));
    }

    private static List<String> named(String name, Map<String, Object> filters) {
        return given().auth()
                .oauth2(HOA)
                .contentType("application/json")
                .body(Map.of("name", name, "filters", filters))
                .post(LIST + "/search")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.id");
    }

    private static List<String> ids(String query) {
        return ids(HOA, query);
    }

    /** Of all pages: one may be short or empty and still have a next one, where other tests' dossiers lie before what fits. */
    private static List<String> ids(String token, String query) {
        List<String> ids = new ArrayList<>();
        String after = "";
        do {
            JsonPath page = page(token, query + after);
            ids.addAll(page.getList("items.id", String.class));
            after = page.getString("next") == null ? "" : "&after=" + page.getString("next");
        } while (!after.isEmpty());
        return ids;
    }

    private static JsonPath page(String token, String query) {
        return Desk.get(token, LIST + query).then().statusCode(200).extract().jsonPath();
    }
}
