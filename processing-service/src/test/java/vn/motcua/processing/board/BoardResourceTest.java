package vn.motcua.processing.board;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static vn.motcua.processing.Sample.BIRTH;
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
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

@QuarkusTest
class BoardResourceTest {
    private static final String OFFICE = "departments.find { it.department == 'office' }.";
    private static final String ECONOMY = "departments.find { it.department == 'economy' }.";

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
    void the_board_shows_the_load_of_every_department_and_officer() {
        opened("2026-11-23T08:00:00Z").claim(officer("hoa"));
        clock.setLegal("2026-11-23T15:40");
        opened("2026-11-23T10:00:00Z").claim(officer("hoa"));
        opened("2026-12-20T10:00:00Z").claim(officer("vui"));
        opened("2026-11-23T10:00:00Z");
        Sample handed = opened("2026-12-20T10:00:00Z");
        handed.act(director, "{\"action\":\"HAND_ON\",\"toDepartment\":\"economy\"}")
                .then()
                .statusCode(200);
        as(officer("vui"))
                .contentType("application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(
                        "{\"unit\":\"%s\",\"department\":\"office\",\"begins\":\"2026-11-23T08:45:00Z\",\"ends\":\"2026-11-24T08:00:00Z\"}"
                                .formatted(unit))
                .post("/api/processing/absences")
                .then()
                .statusCode(201);
        board(director)
                .then()
                .statusCode(200)
                .body("unit", equalTo(unit))
                .body("departments.department.size()", equalTo(8))
                .body(OFFICE + "all.count", equalTo(4))
                .body(OFFICE + "unclaimed.count", equalTo(1))
                .body(OFFICE + "held.count", equalTo(3))
                .body(OFFICE + "late.count", equalTo(1))
                .body(OFFICE + "today.count", equalTo(2))
                .body(OFFICE + "oldest", equalTo("2026-11-23T08:30:00Z"))
                .body(ECONOMY + "all.count", equalTo(1))
                .body(ECONOMY + "late.count", equalTo(0))
                .body("departments.find { it.department == 'police' }.oldest", nullValue())
                .body("officers.name", equalTo(List.of("Cán bộ hoa", "Cán bộ vui")))
                .body("officers[0].held.count", equalTo(2))
                .body("officers[0].late.count", equalTo(1))
                .body("officers[0].today.count", equalTo(1))
                .body("officers[0].oldest", equalTo("2026-11-23T08:30:00Z"))
                .body("officers[0].limit", equalTo(10))
                .body("officers[0].absentUntil", nullValue());
        clock.setLegal("2026-11-23T15:46");
        board(director)
                .then()
                .body("officers[1].absentUntil", equalTo("2026-11-24T08:00:00Z"))
                .body(OFFICE + "held.count", org.hamcrest.Matchers.lessThanOrEqualTo(3));
    }

    @Test
    void the_board_is_the_directors_of_the_unit() {
        for (String role : List.of("reception", "specialist", "approver", "cashier", "auditor")) {
            board(TestTokens.officer(role, unit)).then().statusCode(403);
        }
        board(TestTokens.officer("director", "14-00001-20250701"))
                .then()
                .statusCode(403)
                .body("type", equalTo("/problems/not-your-queue"));
        as(director).get("/api/processing/board").then().statusCode(400);
    }

    private Response board(String token) {
        return as(token).queryParam("unit", unit).get("/api/processing/board");
    }

    private Sample opened(String due) {
        Sample sample = Sample.of(BIRTH, unit).due(due);
        sample.transfer();
        sample.awaitAct("OPENED");
        return sample;
    }

    private String officer(String name) {
        return TestTokens.builder()
                .subject(name + "-" + unit)
                .roles("specialist")
                .units(unit)
                .department("office")
                .name("Cán bộ " + name)
                .title("Công chức")
                .token();
    }
}
