package vn.motcua.notification.feedback;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.devstack.TestEvents;
import vn.motcua.notification.contract.Contracts;
import vn.motcua.notification.support.Service;
import vn.motcua.notification.support.Story;
import vn.motcua.platform.sql.Sql;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.UUID;

@QuarkusTest
class FeedbackResourceTest {
    private static final String PATH = "/api/notification/feedback";
    private static final String MARK = "Đợi ba ngày không ai trả lời";

    @Inject
    AgroalDataSource source;

    @BeforeEach
    void names() {
        Service.ready();
    }

    private static Response send(String body) {
        return given().contentType(ContentType.JSON)
                .header("X-Forwarded-For", address())
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(body)
                .post(PATH);
    }

    private static String address() {
        Random random = new Random();
        return "10." + random.nextInt(256) + "." + random.nextInt(256) + "." + random.nextInt(256);
    }

    private static String body(String text, String more) {
        return "{\"category\":\"LATENESS\",\"text\":\"" + text + "\",\"unit\":\"" + Story.MUONG_SAI + "\"" + more + "}";
    }

    @Test
    void anybody_says_how_it_was_and_asks_later_by_the_code() {
        Story story = new Story().received();
        Service.awaitTemplates(story.id, "received");
        Response sent =
                send(body(MARK, ",\"dossier\":\" " + story.code.toLowerCase() + " \",\"contact\":\"0987654321\""));

        assertThat(sent.statusCode()).isEqualTo(201);
        String code = sent.jsonPath().getString("code");
        assertThat(sent.header("Location")).endsWith(PATH + "/" + code);
        given().get(PATH + "/" + code)
                .then()
                .statusCode(200)
                .body("state", equalTo("RECEIVED"))
                .body("$", not(hasKey("text")))
                .body("$", not(hasKey("contact")));
        assertThat(Sql.query(
                        source,
                        "select dossier_id from feedback where code = ?",
                        row -> row.getObject(1, UUID.class),
                        code))
                .containsExactly(story.id);
    }

    @Test
    void the_figures_learn_neither_text_nor_person_nor_code() {
        String code =
                send(body(MARK, ",\"contact\":\"vui@example.org\"")).jsonPath().getString("code");
        UUID id = Sql.query(source, "select id from feedback where code = ?", row -> row.getObject(1, UUID.class), code)
                .get(0);

        TestEvents.Received event =
                TestEvents.await(FeedbackChanged.TOPIC, r -> r.key().equals(id.toString()));

        assertThat(Contracts.violations(FeedbackChanged.TOPIC, event.data())).isEmpty();
        assertThat(event.type()).isEqualTo(FeedbackChanged.TYPE);
        assertThat(event.data().get("anonymous").asBoolean()).isFalse();
        assertThat(event.body()).doesNotContain(code, MARK, "vui@example.org");
    }

    @Test
    void a_contact_is_sealed_read_one_by_one_and_no_officer_learns_the_code() {
        String code =
                send(body(MARK, ",\"contact\":\"vui@example.org\"")).jsonPath().getString("code");
        byte[] sealed = Sql.query(source, "select contact from feedback where code = ?", row -> row.getBytes(1), code)
                .get(0);
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("vui");

        String id = Sql.query(source, "select id from feedback where code = ?", row -> row.getString(1), code)
                .get(0);
        Response read = Hotline.DIRECTOR.call().get(Hotline.PATH + "/feedback/" + id);
        assertThat(read.jsonPath().getString("contact")).isEqualTo("vui@example.org");
        assertThat(read.jsonPath().getString("text")).isEqualTo(MARK);
        assertThat(read.asString()).doesNotContain(code);
        assertThat(Hotline.DIRECTOR
                        .call()
                        .queryParam("limit", 100)
                        .get(Hotline.PATH + "/feedback")
                        .asString())
                .doesNotContain(code, "vui@example.org");
        Service.as("director", Story.MUONG_SAI).get(PATH).then().statusCode(405);
    }

    @Test
    void a_repeat_with_the_same_key_is_the_same_feedback() {
        String key = UUID.randomUUID().toString();
        String first = null;
        for (int i = 0; i < 2; i++) {
            String code = given().contentType(ContentType.JSON)
                    .header("X-Forwarded-For", address())
                    .header("Idempotency-Key", key)
                    .body(body(MARK, ""))
                    .post(PATH)
                    .then()
                    .statusCode(201)
                    .extract()
                    .path("code");
            assertThat(first == null || first.equals(code)).isTrue();
            first = code;
        }
    }

    @Test
    void what_cannot_be_taken_is_refused_with_its_place() {
        send(body("", "")).then().statusCode(400).body("violations[0].pointer", equalTo("/text"));
        send(body("x".repeat(4001), "")).then().statusCode(400);
        send("{\"category\":\"LATENESS\",\"text\":\"a\",\"unit\":\"x\"}")
                .then()
                .statusCode(400)
                .body("violations[0].pointer", equalTo("/unit"));
        send("{\"category\":\"LATENESS\",\"text\":\"a\",\"unit\":\"14-03709-00000000\"}")
                .then()
                .statusCode(400)
                .body("violations[0].pointer", equalTo("/unit"));
        send("{\"category\":\"NONSENSE\",\"text\":\"a\",\"unit\":\"" + Story.MUONG_SAI + "\"}")
                .then()
                .statusCode(400);
        send(body("a", ",\"dossier\":\"" + "x".repeat(61) + "\"")).then().statusCode(400);
        send(body("a\\u0000b", "")).then().statusCode(400);
        send("null").then().statusCode(400);
        given().contentType(ContentType.JSON)
                .body(body("a", ""))
                .post(PATH)
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/idempotency-key-missing"));
    }

    @Test
    void an_unknown_code_is_not_found_whatever_it_is() {
        for (String code : List.of("ZZZZZZZZZZ", "x", "a%27b")) {
            given().urlEncodingEnabled(false)
                    .get(PATH + "/" + code)
                    .then()
                    .statusCode(404)
                    .body("type", equalTo("/problems/not-found"));
        }
    }

    @Test
    void one_address_cannot_flood_the_hotline() {
        String address = address();
        int taken = 0;
        Response last;
        do {
            last = given().contentType(ContentType.JSON)
                    .header("X-Forwarded-For", address)
                    .header("Idempotency-Key", UUID.randomUUID().toString())
                    .body(body(MARK, ""))
                    .post(PATH);
            taken++;
        } while (last.statusCode() == 201 && taken < 30);

        last.then().statusCode(429).body("type", equalTo("/problems/too-many-requests"));
        assertThat(last.header("Retry-After")).isNotBlank();
        assertThat(taken).isBetween(11, 21);
    }
}
