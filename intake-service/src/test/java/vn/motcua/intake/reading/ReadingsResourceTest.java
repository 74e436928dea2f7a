package vn.motcua.intake.reading;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
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

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Who read a person's data is on record, and only that. */
@QuarkusTest
class ReadingsResourceTest {
    private static final String AUDITOR = TestTokens.officer("auditor", Desk.MUONG_SAI);

    @Inject
    MovableClock clock;

    @Inject
    SampleCatalogue catalogue;

    @Inject
    AgroalDataSource source;

    @Inject
    ReadingSweep sweep;

    @BeforeEach
    void loaded() {
        catalogue.loaded();
    }

    @AfterEach
    void reset() {
        clock.reset();
    }

    @Test
    void a_dossier_that_is_opened_is_noted_with_officer_role_unit_and_the_purpose_of_the_duty() {
        String id = Desk.receivedCopy();
        String leader = TestTokens.builder()
                .subject("thanh")
                .roles("approver")
                .units(Desk.MUONG_SAI)
                .name("Quàng Văn Thành")
                .title("Phó Chủ tịch")
                .token();
        Desk.dossier(leader, id);
        JsonPath noted = of(id);
        assertThat(noted.getString("items[0].what")).isEqualTo("DOSSIER");
        assertThat(noted.getString("items[0].subject")).isEqualTo("thanh");
        assertThat(noted.getString("items[0].name")).isEqualTo("Quàng Văn Thành");
        assertThat(noted.getString("items[0].role")).isEqualTo("approver");
        assertThat(noted.getString("items[0].unit")).isEqualTo(Desk.MUONG_SAI);
        assertThat(noted.getString("items[0].purpose")).isEqualTo("DECISION");
        assertThat(noted.prettify()).doesNotContain("Vui", "014199001123");
    }

    @Test
    void a_screen_that_keeps_itself_up_to_date_is_one_reading_and_a_look_later_another() {
        clock.setLegal("2026-11-20T09:00");
        String id = Desk.receivedCopy();
        String who = TestTokens.builder()
                .subject("reader-" + UUID.randomUUID())
                .roles("director")
                .units(Desk.MUONG_SAI)
                .token();
        Desk.dossier(who, id);
        Desk.dossier(who, id);
        assertThat(byDirector(id)).isEqualTo(1);
        clock.setLegal("2026-11-20T09:11");
        Desk.dossier(who, id);
        assertThat(byDirector(id)).isEqualTo(2);
    }

    private int byDirector(String id) {
        return (int) of(id).getList("items.role", String.class).stream()
                .filter("director"::equals)
                .count();
    }

    @Test
    void each_dossier_that_a_search_for_a_person_found_is_noted_and_forms_are_too() {
        String tail = UUID.randomUUID().toString().substring(0, 8);
        String id = Desk.open(
                        Desk.HOA,
                        Desk.opening(Desk.COPY, "COUNTER", Map.of("owner", Map.of("name", "Lường Thị " + tail))))
                .getString("id");
        Desk.presentAll(id);
        Desk.done(Desk.HOA, id, Desk.action("RECEIVE"));
        given().auth()
                .oauth2(TestTokens.officer("cashier", Desk.MUONG_SAI))
                .contentType("application/json")
                .body(Map.of("name", tail))
                .post("/api/intake/dossiers/search")
                .then()
                .statusCode(200);
        assertThat(of(id).getString("items[0].what")).isEqualTo("SEARCH");
        assertThat(of(id).getString("items[0].purpose")).isEqualTo("PAYMENT");
        String href = Desk.get(Desk.HOA, "/api/intake/dossiers/" + id + "/forms")
                .jsonPath()
                .getString("items[0].href");
        Desk.get(TestTokens.officer("approver", Desk.MUONG_SAI), href).then().statusCode(200);
        assertThat(of(id).getString("items[0].what")).isEqualTo("FORM");
    }

    @Test
    void what_was_refused_and_what_people_read_of_their_own_is_no_reading() {
        String mine = TestTokens.citizen("person-" + UUID.randomUUID());
        String id = Desk.open(mine, Desk.BIRTH, "ONLINE").getString("id");
        Desk.dossier(mine, id);
        Desk.get(TestTokens.officer("reception", Desk.QUYNH_NHAI), "/api/intake/dossiers/" + id)
                .then()
                .statusCode(404);
        assertThat(of(id).getList("items")).isEmpty();
    }

    @Test
    void an_officer_of_several_units_reads_in_the_unit_by_which_they_see_the_dossier() {
        String id = Desk.receivedCopy();
        Desk.dossier(officerOf(Desk.QUYNH_NHAI, Desk.MUONG_SAI), id);
        assertThat(of(id).getString("items[0].unit")).isEqualTo(Desk.MUONG_SAI);
        String elsewhere = Desk.open(
                        Desk.HOA, Desk.opening(Desk.RESIDENCE, "COUNTER", Map.of("competentUnit", Desk.QUYNH_NHAI)))
                .getString("id");
        Desk.presentAll(elsewhere);
        Desk.done(
                Desk.HOA,
                elsewhere,
                Map.of(
                        "action",
                        "ASK_SUPPLEMENT",
                        "reasonCode",
                        "PAPER_UNCLEAR",
                        "reason",
                        "Bản chụp mờ",
                        "items",
                        List.of(Map.of("component", "1.004222-01", "reasonCode", "PAPER_UNCLEAR"))));
        Desk.dossier(officerOf(Desk.MUONG_SAI, Desk.QUYNH_NHAI), elsewhere);
        JsonPath there = page(TestTokens.officer("auditor", Desk.QUYNH_NHAI), "?dossier=" + elsewhere);
        assertThat(there.getList("items.role"))
                .as("who decides reads in the competent unit")
                .containsExactly("director");
    }

    private static String officerOf(String... units) {
        return TestTokens.builder()
                .subject("several-" + UUID.randomUUID())
                .roles("director")
                .units(units)
                .token();
    }

    @Test
    void who_goes_on_with_a_draft_and_who_acts_without_having_looked_reads_too() {
        JsonPath draft = Desk.open(Desk.HOA, Desk.COPY, "COUNTER");
        String id = draft.getString("id");
        String lan = TestTokens.builder()
                .subject("lan-" + UUID.randomUUID())
                .roles("reception")
                .units(Desk.MUONG_SAI)
                .token();
        Desk.post(
                        lan,
                        "/api/intake/dossiers/continuations",
                        null,
                        Map.of("reference", draft.getString("reference"), "pin", draft.getString("pin")))
                .then()
                .statusCode(200);
        assertThat(of(id).getList("items.what")).containsExactly("DOSSIER");
        Desk.presentAll(id);
        String third = TestTokens.builder()
                .subject("third-" + UUID.randomUUID())
                .roles("reception")
                .units(Desk.MUONG_SAI)
                .token();
        Desk.done(Desk.HOA, id, Desk.action("RECEIVE"));
        String etag = Desk.get(Desk.HOA, "/api/intake/dossiers/" + id).header("ETag");
        int before = of(id).getList("items").size();
        Desk.post(
                        third,
                        "/api/intake/dossiers/" + id + "/actions",
                        etag,
                        Map.of("action", "ASK_WITHDRAWAL", "reason", "Người dân xin rút"))
                .then()
                .statusCode(200);
        assertThat(of(id).getList("items")).hasSize(before + 1);
        assertThat(of(id).getString("items[0].subject")).startsWith("third-");
    }

    @Test
    void readings_are_read_page_by_page_by_the_auditor_of_the_unit_alone() {
        String id = Desk.receivedCopy();
        for (String role : List.of("reception", "approver", "director")) {
            Desk.dossier(TestTokens.officer(role, Desk.MUONG_SAI), id);
        }
        List<Object> all = of(id).getList("items.id");
        List<Object> paged = new ArrayList<>();
        String after = "";
        do {
            JsonPath page = page(AUDITOR, "?dossier=" + id + "&limit=1&after=" + after);
            paged.addAll(page.getList("items.id"));
            after = page.getString("next");
        } while (after != null);
        assertThat(paged).hasSizeGreaterThanOrEqualTo(3).isEqualTo(all);
        assertThat(page(TestTokens.officer("auditor", Desk.QUYNH_NHAI), "?dossier=" + id)
                        .getList("items"))
                .isEmpty();
        assertThat(page(AUDITOR, "?subject=hoa&limit=5").getList("items.subject"))
                .containsOnly("hoa");
        Desk.get(Desk.HOA, "/api/intake/readings").then().statusCode(403);
        Desk.get(AUDITOR, "/api/intake/readings?after=x").then().statusCode(400);
        given().get("/api/intake/readings").then().statusCode(401);
    }

    @Test
    void a_reading_is_never_changed_and_goes_only_when_its_time_is_over() {
        String id = Desk.receivedCopy();
        assertThat(of(id).getList("items")).isNotEmpty();
        UUID dossier = UUID.fromString(id);
        assertThatThrownBy(() -> Sql.update(source, "delete from person_reading where dossier_id = ?", dossier))
                .hasMessageContaining("only added");
        assertThatThrownBy(
                        () -> Sql.update(source, "update person_reading set lines = 2 where dossier_id = ?", dossier))
                .hasMessageContaining("only added");
        QuarkusTransaction.requiringNew().run(() -> sweep.sweep(clock.instant()));
        assertThat(of(id).getList("items")).isNotEmpty();
        QuarkusTransaction.requiringNew().run(() -> sweep.sweep(clock.instant().plus(Duration.ofDays(800))));
        assertThat(of(id).getList("items")).isEmpty();
    }

    private static JsonPath of(String dossier) {
        return page(AUDITOR, "?limit=100&dossier=" + dossier);
    }

    private static JsonPath page(String token, String query) {
        return Desk.get(token, "/api/intake/readings" + query)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
