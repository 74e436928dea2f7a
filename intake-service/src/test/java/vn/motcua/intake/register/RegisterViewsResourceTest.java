package vn.motcua.intake.register;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import vn.motcua.devstack.TestTokens;
import vn.motcua.intake.Desk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Views of the register that officers keep. */
@QuarkusTest
class RegisterViewsResourceTest {
    private static final String VIEWS = "/api/intake/register-views";

    @Test
    void a_view_keeps_its_filters_and_is_its_owners_until_it_is_shared_with_the_unit() {
        String mine = officer();
        String colleague = officer();
        JsonPath made = keep(mine, view("Chậm tuần này", false))
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        assertThat(made.getString("filters.procedure")).isEqualTo("chứng thực");
        assertThat(made.getString("filters.receivedFrom")).isEqualTo("2026-11-01");
        assertThat(made.getString("standing")).isEqualTo("OVERDUE");
        assertThat(made.getBoolean("mine")).isTrue();
        assertThat(names(colleague)).doesNotContain("Chậm tuần này");
        String id = made.getString("id");
        change(mine, id, made.getString("etag"), view("Chậm tuần này, chung", true))
                .then()
                .statusCode(200)
                .body("etag", equalTo("\"2\""));
        assertThat(names(colleague)).contains("Chậm tuần này, chung");
        JsonPath seen = Desk.get(colleague, VIEWS + "?limit=100").jsonPath();
        assertThat(seen.<Boolean>getList("items.findAll { it.id == '" + id + "' }.mine"))
                .containsExactly(false);
        assertThat(names(TestTokens.officer("reception", Desk.QUYNH_NHAI))).doesNotContain("Chậm tuần này, chung");
    }

    @Test
    void only_its_owner_changes_or_deletes_a_view_and_only_as_it_was_seen() {
        String mine = officer();
        JsonPath made = keep(mine, view("Của tôi", true))
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        String id = made.getString("id");
        change(officer(), id, "\"1\"", view("Của người khác", true)).then().statusCode(404);
        change(mine, id, "\"7\"", view("Cũ", true)).then().statusCode(412);
        change(mine, id, null, view("Không rõ", true)).then().statusCode(428);
        given().auth().oauth2(mine).delete(VIEWS + "/" + id).then().statusCode(428);
        given().auth()
                .oauth2(mine)
                .header("If-Match", "\"1\"")
                .delete(VIEWS + "/" + id)
                .then()
                .statusCode(204);
        assertThat(names(mine)).doesNotContain("Của tôi");
    }

    @Test
    void what_no_view_may_hold_is_refused() {
        String mine = officer();
        Map<String, Object> foreign = new HashMap<>(view("x", false));
        foreign.put("unit", Desk.QUYNH_NHAI);
        keep(mine, foreign).then().statusCode(400);
        Map<String, Object> moving = new HashMap<>(view("x", false));
        moving.put("filters", Map.of("dueBefore", "2026-11-24T10:00:00Z"));
        keep(mine, moving).then().statusCode(400);
        Map<String, Object> personal = new HashMap<>(view("x", false));
        personal.put("filters", Map.of("name", "Quàng Thị Vui"));
        keep(mine, personal).then().statusCode(400);
        keep(mine, view("   ", false)).then().statusCode(400);
        keep(TestTokens.citizen("vui"), view("x", false)).then().statusCode(403);
        given().get(VIEWS).then().statusCode(401);
    }

    @Test
    void views_are_listed_by_name_page_by_page_and_are_not_without_end() {
        String mine = officer();
        List<String> made = new ArrayList<>();
        for (int i = 10; i < 10 + RegisterViews.MOST; i++) {
            made.add(mine.hashCode() + " " + i);
            keep(mine, view(mine.hashCode() + " " + i, false)).then().statusCode(201);
        }
        keep(mine, view("một cái nữa", false)).then().statusCode(409);
        List<String> listed = new ArrayList<>();
        String after = "";
        do {
            JsonPath page = Desk.get(mine, VIEWS + "?limit=7&after=" + after).jsonPath();
            listed.addAll(page.getList("items.name"));
            after = page.getString("next");
        } while (after != null);
        assertThat(listed.stream().filter(made::contains)).containsExactlyElementsOf(made);
    }

    private static String officer() {
        return TestTokens.builder()
                .subject("officer-" + UUID.randomUUID())
                .roles("reception")
                .units(Desk.MUONG_SAI)
                .name("Lò Thị Hoa")
                .token();
    }

    private static Map<String, Object> view(String name, boolean shared) {
        return Map.of(
                "name",
                name,
                "unit",
                Desk.MUONG_SAI,
                "filters",
                Map.of("procedure", "chứng thực", "receivedFrom", "2026-11-01"),
                "standing",
                "OVERDUE",
                "shared",
                shared);
    }

    private static Response keep(String token, Map<String, Object> view) {
        return Desk.post(token, VIEWS, null, view);
    }

    private static Response change(String token, String id, String ifMatch, Map<String, Object> view) {
        var request =
                given().auth().oauth2(token).contentType("application/json").body(view);
        return (ifMatch == null ? request : request.header("If-Match", ifMatch)).put(VIEWS + "/" + id);
    }

    private static List<String> names(String token) {
        return Desk.get(token, VIEWS + "?limit=100").jsonPath().getList("items.name");
    }
}
