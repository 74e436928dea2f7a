package vn.motcua.processing.result;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static vn.motcua.processing.Sample.BIRTH;
import static vn.motcua.processing.Sample.OTHER_UNIT;
import static vn.motcua.processing.Sample.UNIT;
import static vn.motcua.processing.Sample.as;
import static vn.motcua.processing.Sample.token;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.devstack.MovableClock;
import vn.motcua.devstack.TestTokens;
import vn.motcua.platform.identity.SubjectToken;
import vn.motcua.processing.Sample;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.UUID;

@QuarkusTest
class ResultResourceTest {
    @Inject
    MovableClock clock;

    @ConfigProperty(name = "test.tracking.private-key")
    String trackingKey;

    private final String specialist = token("specialist");
    private final String approver = token("approver");

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
    void a_result_comes_back_byte_by_byte_whatever_its_size() throws Exception {
        byte[] file = new byte[3 * 1024 * 1024 + 17];
        Arrays.fill(file, (byte) 7);
        System.arraycopy("%PDF-1.7".getBytes(StandardCharsets.US_ASCII), 0, file, 0, 8);
        String hash =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
        Sample sample = Sample.opened(BIRTH);
        long fence = sample.claim(specialist);
        String id = sample.upload(specialist, fence, file)
                .then()
                .statusCode(200)
                .body("sha256", equalTo(hash))
                .body("size", equalTo(file.length))
                .body("mediaType", equalTo("application/pdf"))
                .extract()
                .path("id");
        byte[] read = as(approver)
                .get("/api/processing/results/" + id)
                .then()
                .statusCode(200)
                .header("Content-Type", "application/pdf")
                .header("ETag", '"' + hash + '"')
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Disposition", containsString(id))
                .extract()
                .asByteArray();
        assertThat(Arrays.equals(read, file)).isTrue();
    }

    @Test
    void only_the_holder_uploads_and_only_with_the_number_of_the_claim() {
        Sample sample = Sample.opened(BIRTH);
        sample.upload(specialist, 1L, pdf()).then().statusCode(409).body("type", equalTo("/problems/result-not-now"));
        long fence = sample.claim(specialist);
        sample.upload(specialist, null, pdf()).then().statusCode(400).body("type", equalTo("/problems/fence-missing"));
        sample.upload(specialist, fence + 1, pdf())
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/fence-stale"));
        String second = TestTokens.builder()
                .subject("second")
                .roles("specialist")
                .units(UNIT)
                .department("office")
                .token();
        sample.upload(second, fence, pdf()).then().statusCode(409).body("type", equalTo("/problems/case-held"));
        as(specialist)
                .contentType("application/octet-stream")
                .body(pdf())
                .put("/api/processing/cases/" + sample.id() + "/result?fence=" + fence)
                .then()
                .statusCode(428);
        sample.upload(specialist, fence, pdf()).then().statusCode(200);
    }

    @Test
    void a_file_is_what_its_content_says_and_not_larger_than_agreed() throws Exception {
        Sample sample = Sample.opened(BIRTH);
        long fence = sample.claim(specialist);
        byte[] script = "<script>".getBytes(StandardCharsets.US_ASCII);
        sample.upload(specialist, fence, script).then().statusCode(415).body("type", equalTo("/problems/result-type"));
        sample.upload(specialist, fence, new byte[0]).then().statusCode(415);
        byte[] large = Arrays.copyOf(pdf(), 20 * 1024 * 1024 + 1);
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port
                                        + "/api/processing/cases/" + sample.id() + "/result?fence=" + fence))
                                .header("Authorization", "Bearer " + specialist)
                                .header("Content-Type", "application/octet-stream")
                                .header("If-Match", sample.get(specialist).header("ETag"))
                                .PUT(HttpRequest.BodyPublishers.ofByteArray(large))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("/problems/result-too-large");
    }

    @Test
    void officers_of_others_and_unknown_ids_are_refused() {
        Sample sample = Sample.opened(BIRTH);
        String id = sample.upload(specialist, sample.claim(specialist));
        for (String stranger : new String[] {
            TestTokens.officer("specialist", OTHER_UNIT), TestTokens.officer("specialist", UNIT, "economy")
        }) {
            as(stranger).get("/api/processing/results/" + id).then().statusCode(404);
        }
        as(TestTokens.officer("reception", UNIT))
                .get("/api/processing/results/" + id)
                .then()
                .statusCode(200);
        as(TestTokens.citizen("x")).get("/api/processing/results/" + id).then().statusCode(403);
        as(specialist)
                .get("/api/processing/results/" + UUID.randomUUID())
                .then()
                .statusCode(404);
        as(specialist).get("/api/processing/results/none").then().statusCode(404);
    }

    @Test
    void a_person_reads_the_result_by_the_tracking_cookie_once_decided_and_paid() {
        Sample sample = Sample.opened(BIRTH).feesOpen();
        sample.propose(specialist, sample.claim(specialist)).then().statusCode(200);
        String id = sample.read(approver).get("draftResult").asText();
        person(id, sample.dossier).then().statusCode(404);
        sample.act(approver, "{\"action\":\"DECIDE\"}").then().statusCode(200);
        sample.applied(sample.awaitAct("DECIDE").id(), "DECIDED", "DECIDE");
        sample.awaitSeen(approver, seen -> seen.get("pending").isNull());
        person(id, sample.dossier).then().statusCode(404);
        sample.paid().stage("DECIDED", "PAY");
        sample.awaitSeen(approver, seen -> seen.get("sequence").asLong() == 3);
        person(id, sample.dossier).then().statusCode(200).header("Content-Type", "application/pdf");
        person(id, UUID.randomUUID()).then().statusCode(404);
        given().get("/api/processing/results/" + id).then().statusCode(401);
        given().cookie(SubjectToken.COOKIE, "forged")
                .get("/api/processing/results/" + id)
                .then()
                .statusCode(401);
    }

    private io.restassured.response.Response person(String result, UUID dossier) {
        PrivateKey key = SubjectToken.privateKey(SubjectToken.secret(trackingKey, true));
        return given().cookie(SubjectToken.COOKIE, SubjectToken.sign(dossier.toString(), Duration.ofMinutes(15), key))
                .get("/api/processing/results/" + result);
    }

    private static byte[] pdf() {
        return "%PDF-1.7 x".getBytes(StandardCharsets.US_ASCII);
    }
}
