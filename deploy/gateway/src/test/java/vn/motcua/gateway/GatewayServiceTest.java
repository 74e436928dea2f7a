package vn.motcua.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

@QuarkusTest
@QuarkusTestResource(TestBackends.class)
class GatewayServiceTest {

    @ParameterizedTest
    @CsvSource({
        "/, catalog",
        "/api/catalog/procedures?q=khai%20sinh, catalog",
        "/thu-tuc/2.000815, catalog",
        "/don-vi/14-03712-20250701, catalog",
        "/api/intake/dossiers, intake",
        "/desk/, intake",
        "/nop-ho-so, intake",
        "/ho-so, intake",
        "/thanh-toan, intake",
        "/auth/realms/mot-cua/protocol/openid-connect/certs, keycloak"
    })
    void each_path_reaches_its_service_unchanged(String path, String backend) {
        given().urlEncodingEnabled(false)
                .get(path)
                .then()
                .statusCode(200)
                .body("backend", equalTo(backend))
                .body("uri", equalTo(path));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/q/metrics",
                "/q/health",
                "/api/other",
                "/api",
                "/auth/admin/",
                "/auth/realms/master",
                "/deskx",
                "/index.html"
            })
    void nothing_else_is_open(String path) {
        given().get(path)
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/not-found"))
                .body("title", equalTo("Không tìm thấy"));
    }

    @Test
    void a_path_that_climbs_is_refused() throws IOException {
        assertThat(raw("GET /api/intake/../../q/metrics HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 400");
        given().urlEncodingEnabled(false)
                .get("/api/intake/%2e%2e/%2e%2e/q/metrics")
                .then()
                .statusCode(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/api/intake/%", "/api/intake/%zz", "/ho-so?ma=%4", "/api/intake/{id}", "/gateway/health/{x}"})
    void what_is_no_address_is_refused_with_a_problem(String address) throws IOException {
        String answer = raw("GET " + address + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
        assertThat(answer)
                .startsWith("HTTP/1.1 400")
                .contains("application/problem+json")
                .contains("/problems/bad-request")
                .contains("Yêu cầu không hợp lệ");
        assertThat(raw("GET " + address + " HTTP/1.1\r\nHost: x\r\nAccept-Language: en\r\nConnection: close\r\n\r\n"))
                .contains("The request is not valid");
    }

    @Test
    void a_body_that_is_too_large_is_refused_with_a_problem_to_who_is_still_sending() throws IOException {
        assertThat(raw("PUT /api/intake/dossiers/1/papers/1/content HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
                        + "Content-Length: 40000000\r\n\r\n" + " ".repeat(40_000_000)))
                .startsWith("HTTP/1.1 413")
                .contains("/problems/payload-too-large")
                .contains("Tệp hoặc nội dung quá lớn");
        assertThat(raw("POST /nop-ho-so/1/giay-to/1/tai-len HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
                        + "Accept: text/html\r\nContent-Length: 40000000\r\n\r\n" + " ".repeat(40_000_000)))
                .startsWith("HTTP/1.1 413")
                .contains("<html lang=\"vi\">")
                .contains("Vui lòng chọn tệp nhỏ hơn.");
    }

    @Test
    void a_service_that_is_down_gives_a_problem_in_the_callers_language() {
        given().get("/api/notification/messages")
                .then()
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", "5")
                .header("Content-Language", "vi")
                .body("title", equalTo("Dịch vụ tạm thời chưa sẵn sàng, vui lòng thử lại"))
                .body("instance", equalTo("/api/notification/messages"));
        given().header("Accept-Language", "en-GB, vi;q=0.5")
                .body("{}")
                .post("/api/notification/feedback")
                .then()
                .statusCode(503)
                .header("Content-Language", "en")
                .body("title", equalTo("The service is not available just now, please try again"))
                .body(not(containsString("Exception")));
    }

    @Test
    void a_person_with_a_browser_gets_a_page_instead() {
        given().accept("text/html,*/*")
                .get("/hop-thu")
                .then()
                .statusCode(503)
                .contentType("text/html")
                .body(containsString("<html lang=\"vi\">"));
    }

    @Test
    void a_service_that_is_silent_gives_a_timeout() {
        given().get("/api/processing/cases/1").then().statusCode(504).body("type", equalTo("/problems/timeout"));
    }

    @Test
    void strangers_cannot_forge_where_they_come_from() {
        given().header("X-Forwarded-For", "10.0.0.1")
                .header("X-Forwarded-Host", "evil.example")
                .header("X-Forwarded-Prefix", "/evil")
                .header("X-Real-IP", "10.0.0.1")
                .header("Forwarded", "for=10.0.0.1")
                .get("/api/intake/dossiers")
                .then()
                .body("headers.'x-forwarded-for'", equalTo("127.0.0.1"))
                .body("headers.'x-forwarded-host'", equalTo("localhost:" + RestAssured.port))
                .body("headers.'x-forwarded-port'", equalTo(Integer.toString(RestAssured.port)))
                .body("headers.'x-forwarded-proto'", equalTo("http"))
                .body("headers.host", equalTo("localhost:" + RestAssured.port))
                .body("headers.'x-forwarded-prefix'", nullValue())
                .body("headers.'x-real-ip'", nullValue())
                .body("headers.forwarded", nullValue());
    }

    @Test
    void headers_of_one_connection_stay_on_it() throws IOException {
        String answer = raw("GET /api/intake/x HTTP/1.1\r\nHost: localhost\r\nConnection: keep-alive, X-Mine\r\n"
                + "X-Mine: 1\r\nKeep-Alive: timeout=9\r\nX-Other: 2\r\n\r\n");
        assertThat(answer)
                .contains("\"x-other\":\"2\"")
                .doesNotContain("x-mine")
                .doesNotContain("timeout=9")
                .doesNotContain("of this connection");
    }

    @Test
    void a_trace_is_begun_and_a_given_one_is_kept() {
        given().get("/api/catalog/x")
                .then()
                .body("headers.traceparent", matchesPattern("00-[0-9a-f]{32}-[0-9a-f]{16}-00"));
        String given = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
        given().header("traceparent", given).get("/api/catalog/x").then().body("headers.traceparent", equalTo(given));
    }

    @Test
    void bodies_methods_statuses_and_headers_pass_both_ways() {
        given().body(new byte[5_000_000])
                .header("If-Match", "\"6\"")
                .put("/api/intake/dossiers/1/papers/2.000815-01/content?conflict")
                .then()
                .statusCode(409)
                .header("ETag", "\"7\"")
                .body("length", equalTo(5_000_000))
                .body("method", equalTo("PUT"))
                .body("headers.'if-match'", equalTo("\"6\""));
        given().post("/api/intake/dossiers").then().statusCode(200).body("length", equalTo(0));
        given().delete("/api/intake/dossiers").then().statusCode(200).body("method", equalTo("DELETE"));
    }

    @Test
    void a_long_answer_comes_as_it_is_written_and_no_faster_than_it_is_read() throws IOException {
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            socket.setReceiveBufferSize(64 * 1024);
            socket.getOutputStream()
                    .write("GET /api/intake/long HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            assertThat(socket.getInputStream().readNBytes(4_096)).hasSize(4_096);
            AtomicLong before = new AtomicLong(-1);
            long written = Awaitility.await()
                    .atMost(Duration.ofSeconds(20))
                    .pollInterval(Duration.ofMillis(500))
                    .until(
                            () -> Long.parseLong(
                                    given().get("/api/intake/long/written").asString()),
                            now -> before.getAndSet(now) == now);
            assertThat(written).isLessThan(64L * 1024 * 1024);
        }
    }

    @Test
    void its_own_health_is_open() {
        given().get("/gateway/health/ready").then().statusCode(200).body("status", equalTo("UP"));
    }

    private static String raw(String request) throws IOException {
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            socket.setSoTimeout(5000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            InputStream in = socket.getInputStream();
            StringBuilder answer = new StringBuilder();
            while (answer.indexOf("}}") < 0) {
                int c = in.read();
                if (c < 0) {
                    break;
                }
                answer.append((char) c);
            }
            return new String(answer.toString().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        }
    }
}
