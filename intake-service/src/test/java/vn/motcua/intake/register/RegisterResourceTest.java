package vn.motcua.intake.register;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static vn.motcua.intake.Desk.HOA;
import static vn.motcua.intake.Desk.action;

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

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

@QuarkusTest
class RegisterResourceTest {
    private static final String LIST = "/api/intake/dossiers";

    @Inject
    MovableClock clock;

    @Inject
    SampleCatalogue catalogue;

    @BeforeEach
    void loaded() {
        catalogue.loaded();
    }

    @AfterEach
    void reset() {
        clock.reset();
    }

    @Test
    void the_register_pages_by_key_newest_first_and_leaves_nothing_out() {
        List<String> opened = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            opened.add(0, Desk.receivedCopy());
        }
        String ids = String.join(",", opened);
        List<String> seen = new ArrayList<>();
        String after = "";
        do {
            JsonPath page = page(HOA, "?limit=2&ids=" + ids + "&after=" + after);
            seen.addAll(page.getList("items.id"));
            after = page.getString("next");
        } while (after != null);
        assertThat(seen).containsExactlyElementsOf(opened);
    }

    @Test
    void who_may_see_a_row_is_part_of_the_question() {
        String id = Desk.open(HOA, Desk.opening(Desk.COPY, "COUNTER", Map.of("competentUnit", Desk.QUYNH_NHAI)))
                .getString("id");
        String colleague = TestTokens.officer("reception", Desk.MUONG_SAI);
        String competent = TestTokens.officer("director", Desk.QUYNH_NHAI);
        String elsewhere = TestTokens.officer("reception", "75-25270-20250701");
        assertThat(ids(HOA, id)).containsExactly(id);
        assertThat(ids(colleague, id)).isEmpty();
        Desk.presentAll(id);
        Desk.done(HOA, id, action("RECEIVE"));
        assertThat(ids(colleague, id)).containsExactly(id);
        assertThat(ids(competent, id)).containsExactly(id);
        assertThat(ids(elsewhere, id)).isEmpty();
        assertThat(ids(TestTokens.citizen("vui"), id)).isEmpty();
        assertThat(ids(TestTokens.officer("specialist", Desk.QUYNH_NHAI, "office"), id))
                .isEmpty();
        assertThat(ids(TestTokens.service(), id)).containsExactly(id);
        assertThat(page(competent, "?unit=" + Desk.MUONG_SAI + "&ids=" + id).getList("items"))
                .isEmpty();
        Desk.get(TestTokens.service(), LIST).then().statusCode(400);
    }

    @Test
    void a_person_sees_their_own_online_dossiers() {
        String mine = TestTokens.citizen("person-" + UUID.randomUUID());
        String id = Desk.open(mine, Desk.BIRTH, "ONLINE").getString("id");
        assertThat(page(mine, "").getList("items.id")).containsExactly(id);
        assertThat(ids(HOA, id)).isEmpty();
        Desk.done(mine, id, action("SUBMIT"));
        assertThat(ids(HOA, id)).containsExactly(id);
    }

    @Test
    void rows_are_found_by_code_stage_and_what_is_running_out() {
        clock.setLegal("2026-11-19T09:00");
        String id = Desk.receivedCopy();
        String code = Desk.dossier(HOA, id).getString("code");
        JsonPath found = page(HOA, "?code=" + code.toLowerCase());
        assertThat(found.getList("items.id")).containsExactly(id);
        assertThat(found.getString("items[0].owner")).isEqualTo("Quàng Thị Vui");
        assertThat(found.getString("items[0].stageSince"))
                .isEqualTo(Desk.dossier(HOA, id).getString("stageSince"))
                .isEqualTo("2026-11-19T02:00:00Z");
        assertThat(page(HOA, "?stage=DECIDED&code=" + code).getList("items")).isEmpty();
        assertThat(page(HOA, "?dueBefore=2026-11-19T10:00:01Z&ids=" + id).getList("items.id"))
                .containsExactly(id);
        assertThat(page(HOA, "?dueBefore=2026-11-19T10:00:00Z&ids=" + id).getList("items"))
                .isEmpty();
        assertThat(page(TestTokens.officer("auditor", Desk.MUONG_SAI), "?code=" + code)
                        .getString("items[0].owner"))
                .isEqualTo("Quàng T. V.");
    }

    @Test
    void bad_terms_are_answered_with_their_places() {
        for (String bad :
                List.of("?limit=0", "?limit=101", "?stage=LOST", "?dueBefore=tomorrow", "?ids=1,2", "?after=%21")) {
            Desk.get(HOA, LIST + bad).then().statusCode(400);
        }
    }

    @Test
    void people_are_found_by_name_without_diacritics_by_number_and_by_phone() {
        String name = "Lường Văn Pánh " + UUID.randomUUID().toString().substring(0, 8);
        String number = "0141990" + (10_000 + (int) (Math.random() * 89_999));
        Map<String, Object> owner = Map.of(
                "name", name, "identifierKind", "CITIZEN_NUMBER", "identifier", number, "phone", "+84 987 654 321");
        String id = Desk.open(HOA, Desk.opening(Desk.COPY, "COUNTER", Map.of("owner", owner)))
                .getString("id");
        assertThat(search(Map.of("name", name.replace("Lường", "luong").replace("Pánh", "PANH"))))
                .containsExactly(id);
        assertThat(search(Map.of("identifier", number.substring(0, 3) + " " + number.substring(3))))
                .containsExactly(id);
        assertThat(search(Map.of("identifier", number, "phone", "0987654321"))).containsExactly(id);
        assertThat(search(Map.of("identifier", number, "phone", "0987654322"))).isEmpty();
        assertThat(search(Map.of("name", "100%"))).isEmpty();
        given().auth()
                .oauth2(HOA)
                .contentType("application/json")
                .body(Map.of())
                .post(LIST + "/search")
                .then()
                .statusCode(400);
        given().auth()
                .oauth2(TestTokens.citizen("vui"))
                .contentType("application/json")
                .body(Map.of("name", name))
                .post(LIST + "/search")
                .then()
                .statusCode(403);
    }

    @Test
    void a_name_is_found_by_whole_syllables_in_a_row_newest_first_and_page_by_page() {
        String tail = UUID.randomUUID().toString().substring(0, 8);
        List<String> opened = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            Map<String, Object> owner = Map.of("name", "Đèo Thị Hương " + tail);
            opened.add(
                    0,
                    Desk.open(HOA, Desk.opening(Desk.COPY, "COUNTER", Map.of("owner", owner)))
                            .getString("id"));
        }
        Desk.presentAll(opened.get(1));
        Desk.done(HOA, opened.get(1), Desk.action("RECEIVE"));
        assertThat(search(Map.of("name", tail))).containsExactlyElementsOf(opened);
        assertThat(search(Map.of("name", "huong, " + tail))).containsExactlyElementsOf(opened);
        assertThat(search(Map.of("name", "deo thi huong " + tail))).containsExactlyElementsOf(opened);
        assertThat(search(Map.of("name", "deo huong " + tail))).isEmpty();
        assertThat(search(Map.of("name", tail.substring(0, 5)))).isEmpty();
        assertThat(search(Map.of("name", "deo thi huong " + tail + " nguyen van an")))
                .isEmpty();
        assertThat(search(Map.of("name", "...,"))).isEmpty();
        List<String> paged = new ArrayList<>();
        String after = null;
        do {
            Map<String, Object> terms = new HashMap<>(Map.of("name", tail, "limit", 1));
            if (after != null) {
                terms.put("after", after);
            }
            JsonPath page = given().auth()
                    .oauth2(HOA)
                    .contentType("application/json")
                    .body(terms)
                    .post(LIST + "/search")
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            paged.addAll(page.getList("items.id"));
            after = page.getString("next");
        } while (after != null);
        assertThat(paged).containsExactlyElementsOf(opened);
    }

    @Test
    void a_corrected_name_is_found_and_the_old_one_no_more() {
        String tail = UUID.randomUUID().toString().substring(0, 8);
        Map<String, Object> owner = Map.of("name", "Cà Văn " + tail);
        Map<String, Object> submitter = Map.of("name", "Tòng Văn Nhất");
        JsonPath dossier =
                Desk.open(HOA, Desk.opening(Desk.COPY, "COUNTER", Map.of("owner", owner, "submitter", submitter)));
        String id = dossier.getString("id");
        Desk.done(
                HOA,
                id,
                Map.of("action", "CORRECT", "owner", Map.of("name", "Cà Thị " + tail), "reason", "Gõ nhầm chữ đệm"));
        assertThat(search(Map.of("name", "ca thi " + tail))).containsExactly(id);
        assertThat(search(Map.of("name", "ca van " + tail))).isEmpty();
        assertThat(search(Map.of("name", tail))).containsExactly(id);
        assertThat(search(Map.of("name", "tong van nhat"))).contains(id);
    }

    @Test
    void a_common_name_is_found_by_others_of_the_unit_only_once_it_is_no_draft() {
        String tail = UUID.randomUUID().toString().substring(0, 8);
        Map<String, Object> owner = Map.of("name", "Lò Văn " + tail);
        String id = Desk.open(HOA, Desk.opening(Desk.COPY, "COUNTER", Map.of("owner", owner)))
                .getString("id");
        String colleague = TestTokens.officer("reception", Desk.MUONG_SAI);
        assertThat(search(colleague, Map.of("name", tail))).isEmpty();
        assertThat(search(Map.of("name", tail))).containsExactly(id);
        Desk.presentAll(id);
        Desk.done(HOA, id, Desk.action("RECEIVE"));
        assertThat(search(colleague, Map.of("name", tail))).containsExactly(id);
        assertThat(search(TestTokens.officer("reception", Desk.QUYNH_NHAI), Map.of("name", tail)))
                .isEmpty();
    }

    @Test
    void the_date_is_explained_stretch_by_stretch() {
        clock.setLegal("2026-11-23T15:01");
        String id = Desk.receivedCopy();
        Desk.get(HOA, LIST + "/" + id + "/deadline")
                .then()
                .statusCode(200)
                .body("due", equalTo("2026-11-25T10:00:00Z"))
                .body("limit.unit", equalTo("SAME_DAY"))
                .body("stretches.note.findAll { it != null }", contains("Ngày Văn hóa Việt Nam"));
    }

    private static List<String> search(Map<String, Object> terms) {
        return search(HOA, terms);
    }

    private static List<String> search(String token, Map<String, Object> terms) {
        return given().auth()
                .oauth2(token)
                .contentType("application/json")
                .body(terms)
                .post(LIST + "/search")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.id");
    }

    private static List<String> ids(String token, String id) {
        return page(token, "?ids=" + id).getList("items.id");
    }

    private static JsonPath page(String token, String query) {
        return Desk.get(token, LIST + query).then().statusCode(200).extract().jsonPath();
    }
}
