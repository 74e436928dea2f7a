package vn.motcua.processing.casework;

import static vn.motcua.processing.Sample.BIRTH;
import static vn.motcua.processing.Sample.OTHER_UNIT;
import static vn.motcua.processing.Sample.as;
import static vn.motcua.processing.Sample.json;
import static vn.motcua.processing.Sample.token;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import vn.motcua.processing.Sample;
import vn.motcua.processing.Watched;

import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** Cases that lie in another unit, as both sides meet them. */
final class Stays {
    private Stays() {}

    /** A case of the usual unit that was handed to the economy department of another one. */
    static Sample given() {
        String office = token("specialist");
        Sample sample = Sample.opened(BIRTH);
        handOn(sample, office, sample.claim(office), OTHER_UNIT, "economy")
                .then()
                .statusCode(200);
        return sample;
    }

    static Response handOn(Sample sample, String token, long fence, String unit, String department) {
        return sample.act(
                token,
                "{\"action\":\"HAND_ON\",\"fence\":%d,\"toUnit\":\"%s\",\"toDepartment\":\"%s\"}"
                        .formatted(fence, unit, department));
    }

    static ValidatableResponse bulkRelease(String token, Sample sample) {
        String etag = sample.get(token).header("ETag").replace("\"", "\\\"");
        return as(token)
                .contentType("application/json")
                .header("Idempotency-Key", UUID.randomUUID())
                .body("{\"action\":\"RELEASE\",\"items\":[{\"id\":\"%s\",\"ifMatch\":\"%s\"}]}"
                        .formatted(sample.id(), etag))
                .post("/api/processing/cases/bulk")
                .then()
                .statusCode(207);
    }

    static String note(long fence) {
        return "{\"action\":\"EXAMINE\",\"fence\":%d,\"findings\":[],\"note\":\"Đã đối chiếu sổ gốc\"}"
                .formatted(fence);
    }

    static String askPayment(long fence) {
        return "{\"action\":\"ASK_PAYMENT\",\"fence\":%d,\"amountVnd\":1000,\"reasonCode\":\"FEE\"}".formatted(fence);
    }

    static String opinion(long fence, String department) {
        return "{\"action\":\"ASK_OPINION\",\"fence\":%d,\"toDepartment\":\"%s\",\"question\":\"Đề nghị cho ý kiến\",\"amount\":1,\"limit\":\"WORKING_DAY\"}"
                .formatted(fence, department);
    }

    static ValidatableResponse queue(String token, String unit, String department) {
        return as(token)
                .get("/api/processing/departments/" + department + "/cases?limit=100&unit=" + unit)
                .then()
                .statusCode(200);
    }

    static JsonNode stay(String token, String unit, String side, Sample sample) {
        return lines(token, unit, side).stream()
                .filter(each -> each.get("caseId").asText().equals(sample.id()))
                .findFirst()
                .orElseThrow();
    }

    static List<String> ids(String token, String unit, String side) {
        return lines(token, unit, side).stream()
                .map(each -> each.get("caseId").asText())
                .toList();
    }

    static List<JsonNode> lines(String token, String unit, String side) {
        JsonNode items = json(as(token).get("/api/processing/hand-overs?limit=100&unit=" + unit + "&side=" + side))
                .get("items");
        return StreamSupport.stream(items.spliterator(), false).toList();
    }

    static List<String> raised(String token, String unit, Sample sample) {
        return Watched.raised(token, unit, sample).stream()
                .map(each -> each.get("kind").asText() + " " + each.get("level").asText() + " "
                        + each.get("department").asText())
                .toList();
    }
}
