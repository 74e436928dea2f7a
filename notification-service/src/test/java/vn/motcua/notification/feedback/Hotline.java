package vn.motcua.notification.feedback;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import vn.motcua.devstack.TestTokens;
import vn.motcua.notification.support.Story;

import java.util.Random;
import java.util.UUID;

/** The hotline as tests call it: officers with names, one feedback and its acts. */
final class Hotline {
    static final String PATH = "/api/notification/hotline";
    static final Hotline RECEPTION = new Hotline("reception", "Quàng Thị Dung");
    static final Hotline SECOND_RECEPTION = new Hotline("reception", "Lò Thị Hoa");
    static final Hotline SPECIALIST = new Hotline("specialist", "Cà Văn Bình");
    static final Hotline DIRECTOR = new Hotline("director", "Quàng Văn Hùng");
    static final Hotline AUDITOR = new Hotline("auditor", "Tòng Văn Ơn");

    final String role;
    final String name;
    final String subject;
    final String unit;

    Hotline(String role, String name) {
        this(role, name, Story.MUONG_SAI);
    }

    Hotline(String role, String name, String unit) {
        this.role = role;
        this.unit = unit;
        this.name = name;
        subject = "hotline-" + role + "-" + name.hashCode();
    }

    RequestSpecification call() {
        String token = TestTokens.builder()
                .subject(subject)
                .roles(role)
                .units(unit)
                .name(name)
                .title("Công chức " + role)
                .token();
        return given().auth().oauth2(token).contentType(ContentType.JSON);
    }

    /** Known to directors from here on. */
    Hotline known() {
        call().get(PATH + "/notices").then().statusCode(200);
        return this;
    }

    /** An act on the newest revision, as the body without the action's name. */
    Response act(String id, String action, String fields) {
        String etag = DIRECTOR.call().get(PATH + "/feedback/" + id).header("ETag");
        return act(id, action, fields, etag);
    }

    Response act(String id, String action, String fields, String etag) {
        String body = "{\"action\":\"" + action + "\"" + (fields.isEmpty() ? "" : "," + fields) + "}";
        return call().header("Idempotency-Key", UUID.randomUUID().toString())
                .header("If-Match", etag)
                .body(body)
                .post(PATH + "/feedback/" + id + "/actions");
    }

    /** A file for the newest revision. */
    Response attach(String id, String type, byte[] bytes) {
        return attach(
                id,
                type,
                bytes,
                DIRECTOR.call().get(PATH + "/feedback/" + id).header("ETag"),
                UUID.randomUUID().toString());
    }

    Response attach(String id, String type, byte[] bytes, String etag, String key) {
        RequestSpecification call =
                call().contentType(type).header("Idempotency-Key", key).body(bytes);
        return (etag == null ? call : call.header("If-Match", etag)).post(PATH + "/feedback/" + id + "/files");
    }

    void does(String id, String action, String fields) {
        act(id, action, fields).then().statusCode(200);
    }

    JsonPath sees(String id) {
        return call().get(PATH + "/feedback/" + id).jsonPath();
    }

    /** A feedback that somebody sent; its code. */
    static String sent(String more) {
        return given().contentType(ContentType.JSON)
                .header("X-Forwarded-For", address())
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body("{\"category\":\"LATENESS\",\"text\":\"Hẹn ba lần chưa trả, gọi 0987654321\",\"unit\":\""
                        + Story.MUONG_SAI + "\"" + more + "}")
                .post("/api/notification/feedback")
                .jsonPath()
                .getString("code");
    }

    static String address() {
        Random random = new Random();
        return "10." + random.nextInt(256) + "." + random.nextInt(256) + "." + random.nextInt(256);
    }

    /** Screened without anybody concerned and given to the specialist. */
    static void assigned(String id) {
        RECEPTION.does(id, "SCREEN", "\"category\":\"LATENESS\",\"aboutCounter\":false,\"concerned\":[]");
        SPECIALIST.known();
        DIRECTOR.does(id, "ASSIGN", "\"assignee\":\"" + SPECIALIST.subject + "\"");
    }

    /** The same and answered. */
    static void answered(String id) {
        assigned(id);
        SPECIALIST.does(id, "PROPOSE", "\"answer\":\"Hồ sơ đã trả ngày 25/11/2026\"");
        DIRECTOR.does(id, "APPROVE", "");
    }
}
