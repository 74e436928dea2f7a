package vn.motcua.intake.register;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.intake.Desk.HOA;
import static vn.motcua.intake.Desk.MUONG_SAI;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.devstack.TestTokens;
import vn.motcua.intake.Desk;
import vn.motcua.intake.catalogue.SampleCatalogue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The register by the officer who holds the case, as cases tell it. */
@QuarkusTest
class HolderResourceTest {
    private static final String DIRECTOR = TestTokens.officer("director", MUONG_SAI);
    private static final Duration LONG = Duration.ofSeconds(20);

    @Inject
    SampleCatalogue catalogue;

    @BeforeEach
    void loaded() {
        catalogue.loaded();
    }

    @Test
    void what_an_officer_holds_is_found_by_them_until_they_let_go() {
        String tu = "tu-" + UUID.randomUUID();
        String id = inProcess();
        assertThat(held(DIRECTOR, "nobody", "")).contains(id);
        Desk.claimed(id, tu);
        Awaitility.await().atMost(LONG).until(() -> held(DIRECTOR, tu, "").equals(List.of(id)));
        assertThat(held(DIRECTOR, "nobody", "")).doesNotContain(id);
        assertThat(held(HOA, tu, "&stage=IN_PROCESS&department=office")).containsExactly(id);
        assertThat(held(HOA, tu, "&department=economy")).isEmpty();
        assertThat(held(TestTokens.officer("director", Desk.QUYNH_NHAI), tu, ""))
                .isEmpty();
        assertThat(held(TestTokens.officer("specialist", MUONG_SAI, "office"), tu, ""))
                .containsExactly(id);
        assertThat(held(TestTokens.officer("specialist", MUONG_SAI, "economy"), tu, ""))
                .isEmpty();
        Desk.released(id);
        Awaitility.await().atMost(LONG).until(() -> held(DIRECTOR, tu, "").isEmpty());
        assertThat(held(DIRECTOR, "nobody", "")).contains(id);
    }

    @Test
    void what_waits_for_the_person_or_is_decided_is_held_by_no_one_and_waits_for_no_one() {
        String tu = "tu-" + UUID.randomUUID();
        String id = inProcess();
        Desk.claimed(id, tu);
        Awaitility.await().atMost(LONG).until(() -> held(DIRECTOR, tu, "").equals(List.of(id)));
        assertThat(held(DIRECTOR, tu, "&dueBefore=2199-01-01T00:00:00Z")).containsExactly(id);
        Desk.answer(Desk.decided(id));
        assertThat(held(DIRECTOR, tu, "")).isEmpty();
        assertThat(held(DIRECTOR, "nobody", "")).doesNotContain(id);
    }

    @Test
    void a_search_for_a_person_keeps_to_the_holder_and_an_odd_holder_is_refused() {
        String tail = UUID.randomUUID().toString().substring(0, 8);
        String tu = "tu-" + tail;
        String id = Desk.open(
                        HOA, Desk.opening(Desk.COPY, "COUNTER", Map.of("owner", Map.of("name", "Lường Thị " + tail))))
                .getString("id");
        Desk.presentAll(id);
        Desk.done(HOA, id, Desk.action("RECEIVE"));
        Desk.claimed(id, tu);
        Awaitility.await().atMost(LONG).until(() -> held(DIRECTOR, tu, "").equals(List.of(id)));
        for (Map.Entry<String, List<String>> each :
                Map.of(tu, List.of(id), "nobody", List.<String>of()).entrySet()) {
            assertThat(given().auth()
                            .oauth2(DIRECTOR)
                            .contentType("application/json")
                            .body(Map.of("name", tail, "filters", Map.of("holder", each.getKey())))
                            .post("/api/intake/dossiers/search")
                            .then()
                            .statusCode(200)
                            .extract()
                            .jsonPath()
                            .getList("items.id", String.class))
                    .isEqualTo(each.getValue());
        }
        for (String odd : List.of("a b", "'", "-", "x".repeat(101))) {
            given().auth()
                    .oauth2(DIRECTOR)
                    .queryParam("holder", odd)
                    .get("/api/intake/dossiers")
                    .then()
                    .statusCode(400);
        }
    }

    /** Received and handed on at once. */
    private static String inProcess() {
        String id = Desk.receivedCopy();
        Desk.until(id, view -> "IN_PROCESS".equals(view.getString("stage")));
        Desk.fromCase(id, "OPENED", "{}");
        Desk.until(id, view -> "office".equals(view.getString("department")));
        Desk.released(id);
        Awaitility.await().atMost(LONG).until(() -> held(DIRECTOR, "nobody", "").contains(id));
        return id;
    }

    /** All pages: one may be short, or empty, and still have a next one (ADR 18). */
    private static List<String> held(String token, String holder, String more) {
        List<String> found = new ArrayList<>();
        String after = "";
        while (after != null) {
            JsonPath page = Desk.get(token, "/api/intake/dossiers?limit=100&holder=" + holder + more + after)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            found.addAll(page.getList("items.id", String.class));
            String next = page.getString("next");
            after = next == null ? null : "&after=" + next;
        }
        return found;
    }
}
