package vn.motcua.processing.draft;

import static io.restassured.RestAssured.given;
import static vn.motcua.processing.Sample.BIRTH;
import static vn.motcua.processing.Sample.as;
import static vn.motcua.processing.Sample.json;
import static vn.motcua.processing.Sample.token;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.response.Response;
import org.eclipse.microprofile.config.ConfigProvider;
import vn.motcua.platform.identity.SubjectToken;
import vn.motcua.processing.Sample;

import java.time.Duration;
import java.util.UUID;

/** A birth registered online, whose draft lies before the person. */
final class Offered {
    static final String SPECIALIST = token("specialist");
    static final String APPROVER = token("approver");
    static final String RECEPTION = token("reception");
    static final String WORDS =
            "{\"title\":\"Giấy khai sinh\",\"body\":\"Họ và tên: Lò Thị Ban Mai\\nNgày sinh: 01/11/2026\"}";

    final Sample sample;
    long fence;

    private Offered(Sample sample) {
        this.sample = sample;
    }

    /** An online case, claimed and examined; nothing is composed yet. */
    static Offered claimed() {
        Sample sample = Sample.of(BIRTH).by("ONLINE", "COUNTER");
        sample.transfer();
        sample.awaitAct("OPENED");
        Offered offered = new Offered(sample);
        offered.fence = sample.claim(SPECIALIST);
        sample.examine(SPECIALIST, offered.fence).then().statusCode(200);
        return offered;
    }

    /** The same with a draft offered, of which the person could be told. */
    static Offered made() {
        Offered offered = claimed();
        offered.compose(WORDS).then().statusCode(200);
        offered.offer().then().statusCode(200);
        offered.sample.awaitAct("DRAFT_OFFERED");
        return offered;
    }

    Response compose(String words) {
        return as(SPECIALIST)
                .contentType("application/json")
                .header("If-Match", sample.get(SPECIALIST).header("ETag"))
                .queryParam("fence", fence)
                .body(words)
                .put("/api/processing/cases/" + sample.id() + "/result/words");
    }

    Response offer() {
        return sample.act(
                SPECIALIST, "{\"action\":\"OFFER_DRAFT\",\"fence\":%d,\"resultId\":\"%s\"}".formatted(fence, result()));
    }

    Response propose(String kind, String ground) {
        return sample.act(
                SPECIALIST,
                "{\"action\":\"PROPOSE\",\"fence\":%d,\"decisionKind\":\"%s\",\"groundCode\":%s,\"resultId\":\"%s\"}"
                        .formatted(fence, kind, ground == null ? "null" : '"' + ground + '"', result()));
    }

    String result() {
        return sample.read(SPECIALIST).get("draftResult").asText();
    }

    String state() {
        return sample.read(SPECIALIST).at("/draft/state").asText();
    }

    /** The newest offer, as officers see it. */
    JsonNode newest() {
        return json(as(SPECIALIST).get("/api/processing/cases/" + sample.id() + "/drafts"))
                .get("items")
                .get(0);
    }

    /** The desk writes down what the person said. */
    Response atTheDesk(String token, String body) {
        return sample.act(token, body.formatted(newest().get("id").asText()));
    }

    /** The tracking cookie of this dossier. */
    String cookie() {
        return cookie(sample.dossier);
    }

    static String cookie(UUID dossier) {
        String key = ConfigProvider.getConfig().getValue("test.tracking.private-key", String.class);
        return SubjectToken.sign(
                dossier.toString(), Duration.ofMinutes(15), SubjectToken.privateKey(SubjectToken.secret(key, true)));
    }

    Response page(String lang) {
        return given().cookie(SubjectToken.COOKIE, cookie()).get("/xac-minh/ban-nhap?lang=" + lang);
    }
}
