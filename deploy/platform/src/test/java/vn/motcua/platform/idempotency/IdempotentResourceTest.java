package vn.motcua.platform.idempotency;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;
import vn.motcua.devstack.StackResource;
import vn.motcua.devstack.TestTokens;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
class IdempotentResourceTest {
    private static final String UNIT = "14-03712-20250701";
    private final String idempotencyKey = UUID.randomUUID().toString();
    private final String key = UUID.randomUUID().toString().substring(0, 5);

    @Test
    void a_repeat_gets_the_first_answer_and_does_nothing_twice() {
        Response first = make("a");
        assertThat(first.statusCode()).isEqualTo(201);
        Response second = make("a");
        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(second.asString()).isEqualTo(first.asString());
        assertThat(second.header("ETag")).isEqualTo("\"2\"");
        assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
    }

    @Test
    void a_repeat_is_answered_before_its_stale_precondition_is_looked_at() {
        officer()
                .header("If-Match", "\"1\"")
                .body(body("a"))
                .post("/api/sample/things")
                .then()
                .statusCode(201);
        officer()
                .header("If-Match", "\"0\"")
                .body(body("a"))
                .post("/api/sample/things")
                .then()
                .statusCode(201);
    }

    @Test
    void the_same_key_with_another_body_is_refused() {
        make("a");
        make("b").then().statusCode(422).body("type", equalTo("/problems/idempotency-key-reused"));
    }

    @Test
    void the_key_of_one_caller_says_nothing_about_another() {
        make("a");
        given().auth()
                .oauth2(TestTokens.builder()
                        .subject("somebody-else")
                        .roles("reception")
                        .units(UNIT)
                        .token())
                .header("Idempotency-Key", idempotencyKey)
                .contentType("application/json")
                .body(body("a"))
                .post("/api/sample/things")
                .then()
                .body("n", equalTo(2));
    }

    @Test
    void a_refusal_changes_nothing_and_is_not_kept() {
        make("refuse")
                .then()
                .statusCode(409)
                .body("title", equalTo("Không nhận"))
                .body("allowed[0]", equalTo("A"));
        make("a").then().statusCode(201).body("n", equalTo(1));
    }

    @Test
    void sixteen_at_once_with_one_key_do_it_once() {
        List<String> answers = IntStream.range(0, 16)
                .parallel()
                .mapToObj(i -> make("a").asString())
                .toList();
        assertThat(answers).containsOnly("{\"n\":1}");
    }

    @Test
    void a_missing_or_short_key_is_refused() {
        given().auth()
                .oauth2(TestTokens.officer("reception", UNIT))
                .contentType("application/json")
                .body(body("a"))
                .post("/api/sample/things")
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/idempotency-key-missing"));
    }

    @Test
    void bad_bodies_are_told_where_and_why() {
        for (String bad : List.of(
                "{",
                "[]",
                "\"x\"",
                "{\"key\":[]}",
                "{\"key\":\"a\",\"stranger\":1}",
                "{\"key\":\"\\u0000\"}",
                "{\"key\":\"\\ud800\"}",
                "{\"key\":\"\\ude00\\ud83d\"}",
                "{\"key\":\"a\"}}",
                "{\"key\":\"a\"} x",
                "{\"key\":7}",
                "{\"key\":true}")) {
            officer()
                    .body(bad)
                    .post("/api/sample/things")
                    .then()
                    .statusCode(400)
                    .contentType("application/problem+json")
                    .body("type", equalTo("/problems/malformed-body"));
        }
        officer()
                .body("{\"key\":\"a\",\"stranger\":1}")
                .post("/api/sample/things")
                .then()
                .body("violations[0].pointer", equalTo("/stranger"));
        for (String good :
                List.of("{\"key\":\"\\\\u00\",\"value\":\"c\"} ", "{\"key\":\"\\ud83d\\ude00\",\"value\":\"c\"}")) {
            officer()
                    .header("Idempotency-Key", UUID.randomUUID())
                    .body(good)
                    .post("/api/sample/things")
                    .then()
                    .statusCode(201);
        }
        officer()
                .body("{\"key\":\"toolong\"}")
                .post("/api/sample/things")
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/validation"))
                .body("violations[0].pointer", equalTo("/key"));
        officer()
                .contentType("text/plain")
                .body("x")
                .post("/api/sample/things")
                .then()
                .statusCode(415);
    }

    @Test
    void strangers_are_kept_out_in_their_language() {
        given().header("Accept-Language", "en")
                .contentType("application/json")
                .body(body("a"))
                .post("/api/sample/things")
                .then()
                .statusCode(401)
                .body("title", equalTo("Please log in"));
        for (String odd : List.of("Bearer ..", "Bearer x", "Bearer", "Basic YWRtaW46YWRtaW4=")) {
            given().header("Authorization", odd)
                    .get("/api/sample/open")
                    .then()
                    .statusCode(401)
                    .header("WWW-Authenticate", equalTo("Bearer"));
        }
        given().auth()
                .oauth2("rubbish")
                .get("/api/sample/me")
                .then()
                .statusCode(401)
                .contentType("application/problem+json");
        given().auth()
                .oauth2(TestTokens.citizen("someone"))
                .get("/api/sample/me")
                .then()
                .statusCode(403)
                .body("title", equalTo("Không có quyền thực hiện việc này"));
        given().auth()
                .oauth2(TestTokens.officer("reception", UNIT))
                .get("/api/sample/forgotten")
                .then()
                .statusCode(403);
        given().get("/api/sample/absent").then().statusCode(404).body("type", equalTo("/problems/not-found"));
        given().delete("/api/sample/me").then().statusCode(405);
    }

    @Test
    void a_query_that_is_no_number_is_a_bad_request() {
        given().get("/api/sample/open?limit=abc").then().statusCode(400).contentType("application/problem+json");
        given().get("/api/sample/open?limit=7").then().statusCode(200);
    }

    @Test
    void times_are_texts_and_of_this_world() {
        for (String odd : List.of(
                "7",
                "1e30",
                "\"\"",
                "\"2026-11-24\"",
                "\"+1000000000-12-31T23:59:59.999999999Z\"",
                "\"9999-12-31T00:00:00Z\"")) {
            given().contentType("application/json")
                    .body("{\"at\":" + odd + "}")
                    .put("/api/sample/open")
                    .then()
                    .statusCode(400)
                    .body("violations[0].pointer", equalTo("/at"));
        }
        given().contentType("application/json")
                .body("{\"at\":\"2026-11-24T10:00:00+07:00\"}")
                .put("/api/sample/open")
                .then()
                .statusCode(200)
                .body("at", equalTo("2026-11-24T03:00:00Z"));
    }

    @Test
    void nul_in_an_address_is_refused() {
        for (String address : List.of("/api/sample/me?q=a%00", "/api/sample/%00")) {
            given().urlEncodingEnabled(false)
                    .get(address)
                    .then()
                    .statusCode(400)
                    .contentType("application/problem+json");
        }
        given().header("X-Forwarded-Proto", ";;")
                .get("/api/sample/open?limit=1")
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
    }

    @Test
    void what_is_no_address_is_refused_with_a_problem() {
        for (String address :
                List.of("/api/sample/%", "/api/sample/%zz", "/api/sample/open?limit=%4", "/api/sample/{x}", "/q/{x}")) {
            String answer = raw("GET " + address + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
            assertThat(answer)
                    .as(address)
                    .startsWith("HTTP/1.1 400")
                    .containsIgnoringCase("Content-Type: application/problem+json")
                    .containsIgnoringCase("Content-Language: vi")
                    .contains("/problems/bad-request")
                    .contains("Yêu cầu không hợp lệ");
        }
        assertThat(
                        raw(
                                "GET /% HTTP/1.1\r\nHost: x\r\nAccept-Language: de, en;q=0.5, *;q=0.1\r\nConnection: close\r\n\r\n"))
                .contains("The request is not valid");
        assertThat(raw("GET /% HTTP/1.1\r\nHost: x\r\nAccept-Language: ;;;\r\nConnection: close\r\n\r\n"))
                .contains("Yêu cầu không hợp lệ");
    }

    @Test
    void a_body_that_is_too_large_is_refused_with_a_problem_to_who_is_still_sending() {
        String answer = raw(
                "PUT /api/sample/open HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: application/json\r\n"
                        + "Content-Length: 40000000\r\n\r\n" + " ".repeat(40_000_000));
        assertThat(answer)
                .startsWith("HTTP/1.1 413")
                .contains("/problems/payload-too-large")
                .contains("Tệp hoặc nội dung quá lớn");
    }

    @Test
    void a_body_without_a_length_is_refused_when_it_has_become_too_large() {
        String answer = raw("PUT /api/sample/open HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                + "Transfer-Encoding: chunked\r\nConnection: close\r\n\r\n"
                + "100000\r\n".concat(" ".repeat(0x100000)).concat("\r\n").repeat(32)
                + "0\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 413").contains("/problems/payload-too-large");
    }

    @Test
    void a_form_that_cannot_be_read_is_a_malformed_body() {
        String file = "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n";
        String word = "--x\r\nContent-Disposition: form-data; name=\"word\"\r\n";
        for (String body : List.of(
                "",
                "--x",
                "--x\r\n",
                file + "\r\nhalf",
                "--x\r\nno header\r\n\r\n\r\n--x--\r\n",
                word + "Content-Type: text/plain; charset=none\r\n\r\na\r\n--x--\r\n")) {
            assertThat(form("multipart/form-data; boundary=x", body))
                    .as(body)
                    .startsWith("HTTP/1.1 400")
                    .contains("/problems/malformed-body");
        }
        assertThat(form("multipart/form-data; boundary=", "--x--")).contains("/problems/malformed-body");
        for (String body : List.of("word=%", "word=%zz")) {
            assertThat(form("application/x-www-form-urlencoded", body))
                    .as(body)
                    .startsWith("HTTP/1.1 400")
                    .contains("/problems/malformed-body");
        }
        assertThat(form("application/x-www-form-urlencoded", "word=" + "x".repeat(3_000_000)))
                .startsWith("HTTP/1.1 413")
                .contains("/problems/payload-too-large");
        assertThat(form("multipart/form-data; boundary=x", word + "\r\nread\r\n--x--\r\n"))
                .startsWith("HTTP/1.1 200")
                .contains("\"word\":\"read\"");
    }

    private static String form(String type, String body) {
        return raw("POST /api/sample/form HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: " + type
                + "\r\nContent-Length: " + body.length() + "\r\n\r\n" + body);
    }

    @Test
    void a_failure_nobody_foresaw_tells_nothing() {
        given().get("/api/sample/broken")
                .then()
                .statusCode(500)
                .contentType("application/problem+json")
                .body(not(containsString("secret")))
                .body(not(containsString("Exception")));
    }

    @Test
    void the_caller_is_who_the_token_says() {
        given().auth()
                .oauth2(TestTokens.builder()
                        .subject("s")
                        .roles("reception")
                        .units(UNIT, "14-03703-20250701")
                        .department("office")
                        .name("Lò Thị Hoa")
                        .title("Công chức một cửa")
                        .token())
                .get("/api/sample/me")
                .then()
                .statusCode(200)
                .body("name", equalTo("Lò Thị Hoa"))
                .body("title", equalTo("Công chức một cửa"))
                .body("department", equalTo("office"))
                .body("units", containsInAnyOrder(UNIT, "14-03703-20250701"));
    }

    private Response make(String value) {
        return officer().body(body(value)).post("/api/sample/things");
    }

    private String body(String value) {
        return "{\"key\":\"" + key + "\",\"value\":\"" + value + "\"}";
    }

    private RequestSpecification officer() {
        return given().auth()
                .oauth2(TestTokens.officer("reception", UNIT))
                .header("Idempotency-Key", idempotencyKey)
                .contentType("application/json");
    }

    /** As it stands, since a client would mend the address. */
    private static String raw(String request) {
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
