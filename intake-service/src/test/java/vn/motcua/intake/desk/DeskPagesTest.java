package vn.motcua.intake.desk;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.motcua.devstack.MovableClock;

import java.time.Duration;
import java.time.Instant;

@QuarkusTest
class DeskPagesTest {
    @Inject
    MovableClock clock;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/desk/",
                "/desk/index.html",
                "/desk/counter",
                "/desk/counter/new/2.000815",
                "/desk/history/8f14e45f-ceea-467f-a9c6-f0d1b2a3c4d5"
            })
    void every_room_opens_with_the_one_page_and_its_policy(String path) {
        String policy = given().when()
                .get(path)
                .then()
                .statusCode(200)
                .contentType("text/html")
                .header("Cache-Control", "no-cache")
                .header("X-Content-Type-Options", "nosniff")
                .body(containsString("/desk/assets/"))
                .extract()
                .header("Content-Security-Policy");
        assertThat(policy)
                .contains("default-src 'none'", "script-src 'self'", "style-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
    }

    @Test
    void a_file_named_by_its_hash_is_kept_for_ever_and_a_missing_one_is_not() {
        given().when()
                .get("/desk/assets/test-1.js")
                .then()
                .statusCode(200)
                .header("Cache-Control", "public, max-age=31536000, immutable");
        assertThat(given().when()
                        .get("/desk/assets/gone-0.js")
                        .then()
                        .statusCode(404)
                        .extract()
                        .header("Cache-Control"))
                .isNotEqualTo("public, max-age=31536000, immutable");
    }

    @Test
    void the_bare_path_leads_to_the_app() {
        given().redirects()
                .follow(false)
                .when()
                .get("/desk")
                .then()
                .statusCode(302)
                .header("Location", "/desk/");
    }

    @Test
    void nothing_is_written_to_a_room() {
        int status = given().body("x").when().post("/desk/counter").statusCode();
        assertThat(status).isBetween(400, 499);
    }

    @Test
    void every_answer_of_the_api_tells_the_legal_time_of_the_service() {
        Instant noon = Instant.parse("2026-11-24T05:00:00Z");
        clock.set(noon);
        try {
            String told = given().when().get("/api/intake/dossiers").header("Legal-Time");
            assertThat(Duration.between(noon, Instant.parse(told))).isLessThan(Duration.ofMinutes(1));
        } finally {
            clock.reset();
        }
    }
}
