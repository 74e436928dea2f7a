package vn.motcua.notification.notice;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.devstack.TestEvents;
import vn.motcua.devstack.TestTokens;
import vn.motcua.notification.contract.Contracts;
import vn.motcua.notification.dossier.Action;
import vn.motcua.notification.dossier.Stage;
import vn.motcua.notification.support.Service;
import vn.motcua.notification.support.Story;
import vn.motcua.notification.support.TrackingCookie;
import vn.motcua.platform.identity.SubjectToken;

import java.util.List;
import java.util.UUID;

@QuarkusTest
class CaseProgressedConsumerTest {
    private static final String PATH = "/api/notification/notices";

    @BeforeEach
    void names() {
        Service.ready();
    }

    private static JsonPath notices(String unit, String department) {
        return given().auth()
                .oauth2(TestTokens.officer("specialist", unit, department))
                .queryParam("limit", 100)
                .get(PATH)
                .jsonPath();
    }

    @Test
    void every_example_is_taken_and_what_officers_wait_for_is_told_once() {
        Story story = new Story().received();
        for (int i = 0; i < 3; i++) {
            story.tell(Action.PAY, Stage.RECEIVED);
        }
        UUID dossier = story.id;
        List<Contracts.Example> examples = Contracts.examples("case.progressed");
        for (Contracts.Example example : examples) {
            ObjectNode data = example.data().deepCopy();
            data.put("dossierId", dossier.toString())
                    .put("unit", Story.MUONG_SAI)
                    .put("department", "culture-society")
                    .put("basedOnSequence", 3)
                    .put("fieldOfALaterVersion", true)
                    .remove("handlingUnit");
            UUID event = UUID.randomUUID();
            for (int i = 0; i < 2; i++) {
                TestEvents.publish(
                        "case.progressed",
                        dossier.toString(),
                        example.headers().get("ce_type").asText(),
                        event,
                        data.toString());
            }
        }
        long expected = examples.stream()
                .filter(e ->
                        NoticeKind.of(e.data().get("act").asText(), e.data().get("payload")) != null)
                .count();
        assertThat(expected).isPositive();

        assertThat(examples.stream()
                        .map(e -> NoticeKind.of(
                                e.data().get("act").asText(), e.data().get("payload"))))
                .contains(NoticeKind.OPINION_SILENT, NoticeKind.DRAFT_CONFIRMED, NoticeKind.DRAFT_OBJECTED);

        await().atMost(Service.SOON)
                .until(() -> notices(Story.MUONG_SAI, "culture-society")
                                .getList("items.findAll { it.dossierId == '" + dossier + "' }")
                                .size()
                        == expected);
        assertThat(notices(Story.MUONG_SAI, "office").getList("items.dossierId"))
                .doesNotContain(dossier.toString());
        assertThat(notices(Story.QUYNH_NHAI, "culture-society").getList("items.dossierId"))
                .doesNotContain(dossier.toString());
    }

    @Test
    void a_silent_opinion_is_told_to_the_department_that_asked_and_to_no_other_level() {
        UUID dossier = UUID.randomUUID();
        for (String level : List.of("HEAD", "OFFICER")) {
            ObjectNode data = example("escalated-opinion-silent", dossier);
            ((ObjectNode) data.get("payload")).put("level", level);
            publish(dossier, data);
        }
        await().atMost(Service.SOON).until(() -> kinds(dossier, "culture-society"), List.of("OPINION_SILENT")::equals);
        assertThat(kinds(dossier, "office")).isEmpty();
    }

    @Test
    void a_draft_and_what_became_of_it_are_told_to_the_person_at_once_and_in_order() {
        Story story = new Story().received();
        story.tell(Action.TRANSFER, Stage.IN_PROCESS);
        String[] acts = {
            "draft-offered", "draft-objected", "draft-offered", "draft-redated", "draft-confirmed-by-silence"
        };
        for (int i = 0; i < acts.length; i++) {
            ObjectNode data = example(acts[i], story.id);
            data.put("basedOnSequence", 2).put("effectiveAt", "2026-11-2" + (4 + i) + "T02:40:00Z");
            publish(story.id, data);
        }
        Service.awaitTemplates(
                story.id,
                "received",
                "transferred",
                "draft-offered",
                "draft-objected",
                "draft-offered",
                "draft-redated",
                "draft-tacit");
        String body = Service.reception()
                .queryParam("dossier", story.id)
                .get("/api/notification/messages")
                .jsonPath()
                .getString("items.find { it.template == 'draft-offered' }.body");
        assertThat(body)
                .contains("chậm nhất 09:40 26/11/2026")
                .contains("Mã hồ sơ: " + story.code, "Thời điểm tiếp nhận: ", "Hẹn trả kết quả: ")
                .doesNotContain("{", "null");
        String inbox = given().cookie(SubjectToken.COOKIE, TrackingCookie.of(story.id))
                .get("/hop-thu")
                .asString();
        assertThat(inbox.split("/xac-minh/ban-nhap", -1))
                .as("each of the two offers and the new time lead to the draft, nothing else does")
                .hasSize(4);
    }

    @Test
    void a_draft_of_a_dossier_not_told_of_yet_waits_for_it() {
        Story story = new Story();
        publish(story.id, example("draft-offered", story.id).put("basedOnSequence", 1));
        publish(story.id, example("draft-confirmed-at-the-desk", story.id).put("basedOnSequence", 1));
        story.received();
        Service.awaitTemplates(story.id, "received", "draft-offered", "draft-confirmed");
    }

    private static ObjectNode example(String name, UUID dossier) {
        ObjectNode data = Contracts.example("case.progressed", name).data().deepCopy();
        return data.put("dossierId", dossier.toString())
                .put("unit", Story.MUONG_SAI)
                .put("department", "culture-society");
    }

    private static void publish(UUID dossier, ObjectNode data) {
        TestEvents.publish(
                "case.progressed",
                dossier.toString(),
                "vn.motcua.case.progressed.v1",
                UUID.randomUUID(),
                data.toString());
    }

    private static List<String> kinds(UUID dossier, String department) {
        return notices(Story.MUONG_SAI, department).getList("items.findAll { it.dossierId == '" + dossier + "' }.kind");
    }

    @Test
    void what_is_raised_of_a_case_in_another_unit_is_told_to_its_officers_there() {
        UUID dossier = UUID.randomUUID();
        ObjectNode data = example("escalated", dossier);
        data.put("handlingUnit", Story.QUYNH_NHAI).put("department", "culture-society");
        ((ObjectNode) data.get("payload")).put("kind", "OVERDUE").put("level", "OFFICER");
        publish(dossier, data);
        await().atMost(Service.SOON).until(() -> notices(Story.QUYNH_NHAI, "culture-society")
                .getList("items.dossierId")
                .contains(dossier.toString()));
        assertThat(kinds(dossier, "culture-society")).isEmpty();
    }

    @Test
    void a_case_handed_on_to_another_unit_is_a_new_one_there_and_told_once() {
        UUID dossier = UUID.randomUUID();
        ObjectNode data = Contracts.example("case.progressed", "handed-on-other-unit")
                .data()
                .deepCopy();
        data.put("dossierId", dossier.toString()).put("unit", Story.MUONG_SAI).put("handlingUnit", Story.QUYNH_NHAI);
        String department = data.get("department").asText();
        UUID event = UUID.randomUUID();
        for (int i = 0; i < 2; i++) {
            TestEvents.publish(
                    "case.progressed", dossier.toString(), "vn.motcua.case.progressed.v1", event, data.toString());
        }
        publish(dossier, example("handed-back", dossier).put("department", "office"));
        await().atMost(Service.SOON).until(() -> kinds(dossier, "office"), List.of("NEW")::equals);
        assertThat(notices(Story.QUYNH_NHAI, department)
                        .getList("items.findAll { it.dossierId == '" + dossier + "' }.kind"))
                .containsExactly("NEW");
        assertThat(kinds(dossier, department)).isEmpty();
    }

    @Test
    void people_and_reception_have_no_notices() {
        given().get(PATH).then().statusCode(401);
        Service.reception().get(PATH).then().statusCode(403);
    }
}
