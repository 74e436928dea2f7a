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
import vn.motcua.notification.support.Service;
import vn.motcua.notification.support.Story;

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
    void every_example_is_taken_and_only_new_and_sent_back_are_told_once() {
        UUID dossier = UUID.randomUUID();
        List<Contracts.Example> examples = Contracts.examples("case.progressed");
        for (Contracts.Example example : examples) {
            ObjectNode data = example.data().deepCopy();
            data.put("dossierId", dossier.toString())
                    .put("unit", Story.MUONG_SAI)
                    .put("department", "culture-society")
                    .put("fieldOfALaterVersion", true);
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
    void people_and_reception_have_no_notices() {
        given().get(PATH).then().statusCode(401);
        Service.reception().get(PATH).then().statusCode(403);
    }
}
