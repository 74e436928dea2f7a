package vn.motcua.processing.officer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static vn.motcua.processing.Sample.BIRTH;
import static vn.motcua.processing.Sample.OTHER_UNIT;
import static vn.motcua.processing.Sample.UNIT;
import static vn.motcua.processing.Sample.as;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.devstack.MovableClock;
import vn.motcua.devstack.TestTokens;
import vn.motcua.processing.Sample;

import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

@QuarkusTest
class DepartmentOfficersResourceTest {
    @Inject
    MovableClock clock;

    private final String unit = "14-" + ThreadLocalRandom.current().nextInt(10_000, 99_999) + "-20250701";
    private final String director = TestTokens.officer("director", unit);

    @BeforeEach
    void monday() {
        Sample.catalogue();
        clock.setLegal("2026-11-23T15:30");
    }

    @AfterEach
    void clock() {
        clock.reset();
    }

    @Test
    void whoever_claimed_a_case_in_the_department_can_be_given_another() {
        String hoa = "hoa-" + unit;
        Sample first = opened();
        Sample second = opened();
        first.claim(officer(hoa, "Lò Thị Hoa", "office"));
        clock.setLegal("2026-11-23T15:50");
        second.claim(officer("vui-" + unit, "Quàng Văn Vui", "office"));
        list(director, "office")
                .then()
                .statusCode(200)
                .body("items.name", equalTo(List.of("Quàng Văn Vui", "Lò Thị Hoa")))
                .body("items.openCases", equalTo(List.of(1, 1)))
                .body("items[1].subject", equalTo(hoa))
                .body("items[1].title", equalTo("Công chức"))
                .body("items[1].lastSeen", equalTo("2026-11-23T08:30:00Z"))
                .body("next", equalTo(null));

        second.act(
                        director,
                        "{\"action\":\"REASSIGN\",\"assignee\":\"%s\",\"assigneeName\":\"Lò Thị Hoa\"}".formatted(hoa))
                .then()
                .statusCode(200)
                .body("holder.name", equalTo("Lò Thị Hoa"));
        list(director, "office").then().body("items.openCases", equalTo(List.of(0, 2)));
        assertThat(second.read(officer(hoa, "Lò Thị Hoa", "office"))
                        .at("/holder/mine")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void the_pages_follow_one_another_by_who_was_seen_last() {
        for (int i = 0; i < 3; i++) {
            clock.setLegal("2026-11-23T15:3" + i);
            opened().claim(officer(i + unit, "Cán bộ " + i, "office"));
        }
        Response page = as(director).queryParam("limit", 2).get(path(unit, "office"));
        page.then().statusCode(200).body("items.name", equalTo(List.of("Cán bộ 2", "Cán bộ 1")));
        as(director)
                .queryParam("limit", 2)
                .queryParam("after", page.jsonPath().getString("next"))
                .get(path(unit, "office"))
                .then()
                .statusCode(200)
                .body("items.name", equalTo(List.of("Cán bộ 0")))
                .body("next", equalTo(null));
    }

    @Test
    void a_lease_that_has_run_out_counts_no_more_and_a_later_claim_is_seen() {
        Sample sample = opened();
        String hoa = officer("hoa-" + unit, "Lò Thị Hoa", "office");
        sample.claim(hoa);
        clock.setLegal("2026-11-24T08:30");
        list(director, "office").then().body("items.openCases", equalTo(List.of(0)));
        opened().claim(officer("hoa-" + unit, "Lò Thị Hoa Mai", "office"));
        list(director, "office")
                .then()
                .body("items.name", equalTo(List.of("Lò Thị Hoa Mai")))
                .body("items.lastSeen", equalTo(List.of("2026-11-24T01:30:00Z")))
                .body("items.openCases", equalTo(List.of(1)));
    }

    @Test
    void who_was_seen_elsewhere_since_has_moved_there() {
        opened().claim(officer("hoa-" + unit, "Lò Thị Hoa", "office"));
        Sample handedOn = opened();
        handedOn.act(director, "{\"action\":\"HAND_ON\",\"toDepartment\":\"economy\"}")
                .then()
                .statusCode(200);
        clock.setLegal("2026-11-23T15:45");
        handedOn.claim(officer("hoa-" + unit, "Lò Thị Hoa", "economy"));
        list(director, "office").then().body("items.size()", equalTo(0));
        list(director, "economy").then().body("items.name", equalTo(List.of("Lò Thị Hoa")));
    }

    @Test
    void a_director_of_the_unit_and_a_specialist_of_the_department_read_them() {
        for (String role : List.of("approver", "reception", "cashier", "auditor", "catalog-editor")) {
            list(TestTokens.officer(role, unit), "office").then().statusCode(403);
        }
        list(TestTokens.officer("specialist", unit), "office").then().statusCode(200);
        list(TestTokens.officer("specialist", unit, "economy"), "office")
                .then()
                .statusCode(403)
                .body("type", equalTo("/problems/not-your-queue"));
        list(TestTokens.citizen("someone"), "office").then().statusCode(403);
        list(TestTokens.service(), "office").then().statusCode(403);
        io.restassured.RestAssured.given().get(path(unit, "office")).then().statusCode(401);
        list(TestTokens.officer("director", OTHER_UNIT), "office")
                .then()
                .statusCode(403)
                .body("type", equalTo("/problems/not-your-queue"));
        as(TestTokens.officer("director", UNIT))
                .get(path(UNIT, "nowhere"))
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(0));
        as(director)
                .get(path(unit, "office") + "?after=bad")
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/invalid-cursor"));
    }

    private Response list(String token, String department) {
        return as(token).get(path(unit, department));
    }

    private static String path(String unit, String department) {
        return "/api/processing/departments/" + unit + "/" + department + "/officers";
    }

    private Sample opened() {
        Sample sample = Sample.of(BIRTH, unit);
        sample.transfer();
        sample.awaitAct("OPENED");
        return sample;
    }

    private String officer(String subject, String name, String department) {
        return TestTokens.builder()
                .subject(subject)
                .roles("specialist")
                .units(unit)
                .department(department)
                .name(name)
                .title("Công chức")
                .token();
    }
}
