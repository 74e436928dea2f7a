package vn.motcua.notification.feedback;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static vn.motcua.notification.feedback.Hotline.AUDITOR;
import static vn.motcua.notification.feedback.Hotline.DIRECTOR;
import static vn.motcua.notification.feedback.Hotline.PATH;
import static vn.motcua.notification.feedback.Hotline.RECEPTION;
import static vn.motcua.notification.feedback.Hotline.SECOND_RECEPTION;
import static vn.motcua.notification.feedback.Hotline.SPECIALIST;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.notification.support.Service;
import vn.motcua.notification.support.Story;
import vn.motcua.platform.sql.Sql;

import java.util.UUID;

@QuarkusTest
class HotlineResourceTest {
    private static final String SCREENED = "\"category\":\"LATENESS\",\"aboutCounter\":false,\"concerned\":[]";
    private static final String CLEAN = "\"text\":\"Hồ sơ trả chậm\",\"answer\":\"Đã trả hồ sơ và xin lỗi\"";

    @Inject
    AgroalDataSource source;

    @BeforeEach
    void names() {
        Service.ready();
    }

    private String id(String code) {
        return Sql.query(source, "select id from feedback where code = ?", row -> row.getString(1), code)
                .get(0);
    }

    private String fresh() {
        return id(Hotline.sent(""));
    }

    @Test
    void a_feedback_goes_from_the_form_to_the_public_list_by_five_officers_acts_and_the_person_reads_each() {
        String code = Hotline.sent(",\"contact\":\"0987 654 321\"");
        String id = id(code);
        Hotline.assigned(id);
        SPECIALIST.does(id, "ASK", "\"question\":\"Ông/Bà nộp hồ sơ ngày nào?\"");
        assertThat(given().get("/gop-y/" + code).asString())
                .contains("Ông/Bà nộp hồ sơ ngày nào?", "Chờ Ông/Bà bổ sung", "Cà Văn Bình");
        given().redirects()
                .follow(false)
                .header("X-Forwarded-For", Hotline.address())
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParam("text", "Ngày 3 tháng 11")
                .post("/gop-y/" + code + "/tra-loi")
                .then()
                .statusCode(303);
        SPECIALIST.does(id, "PROPOSE", "\"answer\":\"Hồ sơ đã trả, xin lỗi Ông/Bà\"");
        assertThat(given().get("/gop-y/" + code).asString()).doesNotContain("Hồ sơ đã trả, xin lỗi");
        DIRECTOR.does(id, "APPROVE", "");
        assertThat(given().get("/gop-y/" + code).asString()).contains("Hồ sơ đã trả, xin lỗi Ông/Bà", "Rất hài lòng");
        SPECIALIST.does(id, "REDACT", CLEAN);
        RECEPTION.does(id, "PUBLISH", "");

        JsonPath seen = AUDITOR.sees(id);
        assertThat(seen.getList("acts.action"))
                .containsExactly(
                        "RECEIVE", "SCREEN", "ASSIGN", "ASK", "REPLY", "PROPOSE", "APPROVE", "REDACT", "PUBLISH");
        assertThat(seen.getBoolean("intact")).isTrue();
        assertThat(seen.getList("allowedActions")).isEmpty();
        String list = given().queryParam("don-vi", Story.MUONG_SAI)
                .get("/gop-y/da-tra-loi")
                .asString();
        assertThat(list).contains("Hồ sơ trả chậm", "Đã trả hồ sơ và xin lỗi", "Thời gian trả lời trung vị");
        assertThat(list).doesNotContain("0987", code, "Cà Văn Bình");
    }

    @Test
    void whoever_worked_on_the_dossier_is_not_given_the_feedback_and_does_not_judge_it() {
        Story story = new Story()
                .with(s -> s.putObject("actor")
                        .put("role", "reception")
                        .put("name", "Lò  Thị HOA")
                        .put("title", "x"))
                .received();
        Service.awaitTemplates(story.id, "received");
        String id = id(Hotline.sent(",\"dossier\":\"" + story.code + "\""));

        SECOND_RECEPTION
                .act(id, "SCREEN", SCREENED)
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/feedback-concerns-officer"))
                .body("why", equalTo("HANDLED_DOSSIER"));
        RECEPTION.does(id, "SCREEN", SCREENED);
        SECOND_RECEPTION.known();
        DIRECTOR.act(id, "ASSIGN", "\"assignee\":\"" + SECOND_RECEPTION.subject + "\"")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/assignee-concerned"))
                .body("why", equalTo("HANDLED_DOSSIER"));
        assertThat(DIRECTOR.call()
                        .queryParam("feedback", id)
                        .get(PATH + "/officers")
                        .jsonPath()
                        .getString("find { it.subject == '" + SECOND_RECEPTION.subject + "' }.concerned"))
                .isEqualTo("HANDLED_DOSSIER");
    }

    @Test
    void whom_the_feedback_names_is_not_given_it_and_sees_no_contact() {
        String id = id(Hotline.sent(",\"contact\":\"vui@example.org\""));
        RECEPTION.does(
                id,
                "SCREEN",
                "\"category\":\"CONDUCT\",\"aboutCounter\":false,\"concerned\":[{\"name\":\"cà văn bình\"},{\"name\":\"Lò Thị Hoa\"}]");
        SPECIALIST.known();

        DIRECTOR.act(id, "ASSIGN", "\"assignee\":\"" + SPECIALIST.subject + "\"")
                .then()
                .statusCode(409)
                .body("why", equalTo("NAMED"));
        assertThat(SECOND_RECEPTION.sees(id).getString("contact")).isNull();
        assertThat(SECOND_RECEPTION.sees(id).getString("concernsYou")).isEqualTo("NAMED");
        assertThat(RECEPTION.sees(id).getString("contact")).isEqualTo("vui@example.org");
    }

    @Test
    void who_receives_at_the_counter_leaves_a_feedback_about_it_to_others() {
        String id = fresh();
        DIRECTOR.does(id, "SCREEN", "\"category\":\"CONDUCT\",\"aboutCounter\":true,\"concerned\":[]");
        RECEPTION.known();
        SPECIALIST.known();

        DIRECTOR.act(id, "ASSIGN", "\"assignee\":\"" + RECEPTION.subject + "\"")
                .then()
                .statusCode(409)
                .body("why", equalTo("AT_COUNTER"));
        DIRECTOR.does(id, "ASSIGN", "\"assignee\":\"" + SPECIALIST.subject + "\"");
    }

    @Test
    void a_complaint_of_conduct_without_a_place_is_screened_or_rejected_by_nobody_of_reception() {
        String id = conduct("");
        RECEPTION
                .act(id, "SCREEN", "\"category\":\"OTHER\",\"aboutCounter\":false,\"concerned\":[]")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/feedback-concerns-officer"))
                .body("why", equalTo("AT_COUNTER"));
        RECEPTION
                .act(id, "REJECT", "\"reasonCode\":\"UNREADABLE\",\"note\":\"x\"")
                .then()
                .statusCode(409);
        assertThat(RECEPTION.sees(id).getList("allowedActions")).containsExactly("HAND_OVER");
        assertThat(RECEPTION.sees(id).getString("contact")).isNull();
        assertThat(RECEPTION.sees(id).getBoolean("aboutCounter")).isTrue();

        DIRECTOR.does(id, "SCREEN", "\"category\":\"CONDUCT\",\"aboutCounter\":false,\"concerned\":[]");
        assertThat(RECEPTION.sees(id).getString("concernsYou")).isNull();
        RECEPTION.known();
        DIRECTOR.does(id, "ASSIGN", "\"assignee\":\"" + RECEPTION.subject + "\"");
    }

    @Test
    void what_concerns_the_only_director_too_is_still_forwarded() {
        Story story = new Story()
                .with(s -> s.putObject("actor")
                        .put("role", "director")
                        .put("name", DIRECTOR.name)
                        .put("title", "x"))
                .received();
        Service.awaitTemplates(story.id, "received");
        String id = conduct(",\"dossier\":\"" + story.code + "\"");
        assertThat(DIRECTOR.sees(id).getString("concernsYou")).isEqualTo("HANDLED_DOSSIER");
        assertThat(DIRECTOR.sees(id).getList("allowedActions")).containsExactlyInAnyOrder("FORWARD", "HAND_OVER");
        DIRECTOR.does(
                id, "FORWARD", "\"how\":\"FORWARDED\",\"body\":\"UBND tỉnh\",\"note\":\"Liên quan đến giám đốc\"");
        assertThat(RECEPTION.sees(id).getString("contact")).isNull();
    }

    private String conduct(String more) {
        String code = given().contentType("application/json")
                .header("X-Forwarded-For", Hotline.address())
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(
                        "{\"category\":\"CONDUCT\",\"text\":\"Nói năng gay gắt\",\"contact\":\"vui@example.org\",\"unit\":\""
                                + Story.MUONG_SAI + "\"" + more + "}")
                .post("/api/notification/feedback")
                .jsonPath()
                .getString("code");
        return id(code);
    }

    @Test
    void nobody_unknown_is_given_a_feedback() {
        String id = fresh();
        RECEPTION.does(id, "SCREEN", SCREENED);
        DIRECTOR.act(id, "ASSIGN", "\"assignee\":\"nobody\"")
                .then()
                .statusCode(400)
                .body("violations[0].pointer", equalTo("/assignee"));
    }

    @Test
    void who_wrote_the_answer_or_the_text_does_not_let_it_go() {
        String id = fresh();
        RECEPTION.does(id, "SCREEN", SCREENED);
        DIRECTOR.known();
        DIRECTOR.does(id, "ASSIGN", "\"assignee\":\"" + DIRECTOR.subject + "\"");
        DIRECTOR.does(id, "PROPOSE", "\"answer\":\"Đã xử lý\"");
        DIRECTOR.act(id, "APPROVE", "")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/another-officer-needed"));
        assertThat(DIRECTOR.sees(id).getList("allowedActions")).containsExactly("ATTACH", "SEND_BACK");
        new Hotline("director", "Lường Thị Thu").does(id, "APPROVE", "");
        RECEPTION.does(id, "REDACT", CLEAN);
        RECEPTION
                .act(id, "PUBLISH", "")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/another-officer-needed"));
        SECOND_RECEPTION.does(id, "RETURN_REDACTION", "\"note\":\"Chưa rõ\"");
        RECEPTION.does(id, "REDACT", CLEAN);
        SECOND_RECEPTION.does(id, "PUBLISH", "");
    }

    @Test
    void personal_data_does_not_come_into_the_public_list() {
        String id = id(Hotline.sent(",\"contact\":\"zalo-cua-vui\""));
        Hotline.answered(id);
        Response refused = RECEPTION.act(
                id, "REDACT", "\"text\":\"Gọi 098.765.4321 hoặc Zalo-cua-Vui\",\"answer\":\"CCCD 014190001234\"");
        refused.then().statusCode(409).body("type", equalTo("/problems/personal-data-found"));
        assertThat(refused.jsonPath().getList("found.kind"))
                .containsExactlyInAnyOrder("PHONE", "CONTACT", "CITIZEN_NUMBER");
        assertThat(refused.asString()).doesNotContain("4321", "vui@", "0141");
        assertThat(RECEPTION.sees(id).getString("line.state")).isEqualTo("ANSWERED");
    }

    @Test
    void what_should_not_have_been_published_is_taken_down_at_once() {
        String id = fresh();
        Hotline.answered(id);
        String mark = id.replaceAll("[0-9-]", "x");
        RECEPTION.does(id, "REDACT", "\"text\":\"Chuyện riêng " + mark + "\",\"answer\":\"Đã trả lời\"");
        SPECIALIST.does(id, "PUBLISH", "");
        DIRECTOR.does(id, "TAKE_DOWN", "\"note\":\"Còn nhận ra người gửi\"");
        assertThat(given().queryParam("don-vi", Story.MUONG_SAI)
                        .get("/gop-y/da-tra-loi")
                        .asString())
                .doesNotContain(mark);
        DIRECTOR.does(id, "WITHHOLD", "\"reasonCode\":\"ONLY_PERSONAL\",\"note\":\"Chỉ liên quan đến cá nhân\"");
        assertThat(DIRECTOR.sees(id).getString("line.dueAt")).isNull();
    }

    @Test
    void the_table_the_revision_and_the_part_decide_who_acts() {
        String id = fresh();
        RECEPTION
                .act(id, "APPROVE", "")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/feedback-act-not-allowed"))
                .body("state", equalTo("RECEIVED"))
                .body("allowed", hasItem("SCREEN"));
        RECEPTION
                .act(id, "SCREEN", SCREENED, "\"9\"")
                .then()
                .statusCode(412)
                .body("current.action", equalTo("RECEIVE"));
        RECEPTION.does(id, "SCREEN", SCREENED);
        RECEPTION.act(id, "ASSIGN", "\"assignee\":\"x\"").then().statusCode(403);
        SPECIALIST.act(id, "ASSIGN", "\"assignee\":\"x\"").then().statusCode(404);
        AUDITOR.act(id, "FORWARD", "\"how\":\"GUIDED\",\"body\":\"x\",\"note\":\"x\"")
                .then()
                .statusCode(403);
        Service.as("director", Story.QUYNH_NHAI)
                .get(PATH + "/feedback/" + id)
                .then()
                .statusCode(404);
        RECEPTION
                .call()
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body("{\"action\":\"FORWARD\",\"how\":\"GUIDED\",\"body\":\"x\",\"note\":\"x\"}")
                .post(PATH + "/feedback/" + id + "/actions")
                .then()
                .statusCode(428);
    }
}
