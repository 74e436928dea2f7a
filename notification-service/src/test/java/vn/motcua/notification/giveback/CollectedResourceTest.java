package vn.motcua.notification.giveback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static vn.motcua.notification.giveback.Returns.*;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.notification.dossier.Action;
import vn.motcua.notification.dossier.Stage;
import vn.motcua.notification.support.Service;
import vn.motcua.notification.support.Story;
import vn.motcua.platform.sql.Sql;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

@QuarkusTest
class CollectedResourceTest {
    private static final String BY_HER_SON =
            """
            {"action":"HAND_OVER","collector":"AUTHORISED","how":"IDENTITY",
             "person":{"name":"Lò Văn Tủa","relation":"CHILD","proxy":"FAMILY"},
             "signature":{"signed":"ON_PAD","strokes":[[10,20,30,40,55,60],[100,100]]}}""";

    @Inject
    AgroalDataSource source;

    @BeforeEach
    void names() {
        Service.ready();
    }

    private static Story ready() {
        Story story = new Story().decided(UUID.randomUUID());
        awaitState(story.id, "ANNOUNCED", false);
        return story;
    }

    private static String slip(UUID dossier) {
        return Service.reception()
                .get(PATH + "/" + dossier + "/collection/page")
                .asString();
    }

    @Test
    void who_collected_and_the_signature_stand_on_the_slip_and_nowhere_else() {
        Story story = ready();
        act(Service.reception(), story.id, etag(story.id), BY_HER_SON)
                .then()
                .statusCode(200)
                .body("kept.slip", equalTo(true))
                .body("kept.signed", equalTo("ON_PAD"));

        assertThat(slip(story.id))
                .contains("Phiếu trả kết quả", story.code, "Lò Văn Tủa", "Con", "Người thân, không phải chứng thực")
                .contains("<path d=\"M10 20L30 40L55 60M100 100l1 0\"", "Cán bộ reception")
                .doesNotContain("<script", "null", "{t.");
        assertThat(slip(story.id)).isEqualTo(slip(story.id));
        offer(story.id, 1);
        assertThat(told(story.id).toString()).doesNotContain("Tủa", "CHILD", "strokes");
        assertThat(Service.reception().get(PATH + "/" + story.id).asString()).doesNotContain("Tủa");
        List<String> stored = Sql.query(
                source,
                "select person::text || strokes::text || page::text from collection where dossier_id = ?",
                row -> row.getString(1),
                story.id);
        String plain = java.util.HexFormat.of().formatHex("Tủa".getBytes(StandardCharsets.UTF_8));
        assertThat(stored).hasSize(1).noneMatch(row -> row.contains(plain));
    }

    @Test
    void every_look_at_the_slip_is_noted_and_another_unit_has_none() {
        Story story = ready();
        act(Service.reception(), story.id, etag(story.id), BY_HER_SON).then().statusCode(200);
        slip(story.id);

        Service.as("auditor", Story.MUONG_SAI)
                .queryParam("limit", 1)
                .get("/api/notification/address-readings")
                .then()
                .statusCode(200)
                .body("items[0].what", equalTo("COLLECTION"))
                .body("items[0].dossierId", equalTo(story.id.toString()));
        Service.as("reception", Story.QUYNH_NHAI)
                .get(PATH + "/" + story.id + "/collection/page")
                .then()
                .statusCode(404);
        Service.as("specialist", Story.MUONG_SAI)
                .get(PATH + "/" + story.id + "/collection/page")
                .then()
                .statusCode(403);
    }

    @Test
    void what_the_dossier_refused_was_not_collected() {
        Story story = ready();
        act(Service.reception(), story.id, etag(story.id), BY_HER_SON).then().statusCode(200);
        story.answer(offer(story.id, 1), false, "FEES_SETTLED");
        awaitState(story.id, "ANNOUNCED", false);

        assertThat(one(story.id).getBoolean("kept.slip")).isFalse();
        Service.reception()
                .get(PATH + "/" + story.id + "/collection/page")
                .then()
                .statusCode(404);
        act(Service.reception(), story.id, etag(story.id), TO_OWNER).then().statusCode(200);
        assertThat(slip(story.id)).contains("Chủ hồ sơ").doesNotContain("Tủa");
    }

    @Test
    void nobody_collects_for_another_without_saying_by_what() {
        Story story = ready();
        for (String body : List.of(
                "{\"action\":\"HAND_OVER\",\"collector\":\"AUTHORISED\",\"how\":\"SLIP\"}",
                BY_HER_SON.replace("\"relation\":\"CHILD\",", ""),
                BY_HER_SON.replace("AUTHORISED", "OWNER"),
                BY_HER_SON.replace("Lò Văn Tủa", " "),
                BY_HER_SON.replace("[100,100]", "[100]"),
                BY_HER_SON.replace("100,100", "100,900"),
                BY_HER_SON.replace("ON_PAD", "ON_PAPER"),
                BY_HER_SON.replace("CHILD", "FRIEND"))) {
            act(Service.reception(), story.id, etag(story.id), body).then().statusCode(400);
        }
        awaitState(story.id, "ANNOUNCED", false);
    }

    @Test
    void the_originals_that_go_back_with_a_result_stand_on_the_slip_that_both_sign() {
        Story story = new Story()
                .with(s -> {
                    s.put("originalsHeld", true);
                    s.putArray("heldOriginals")
                            .addObject()
                            .put("component", "2.000815-01")
                            .put("pieces", 2);
                    s.withArray("heldOriginals")
                            .addObject()
                            .put("component", "along-3")
                            .put("pieces", 1);
                })
                .decided(UUID.randomUUID());
        awaitState(story.id, "ANNOUNCED", false);
        act(Service.reception(), story.id, etag(story.id), TO_OWNER).then().statusCode(200);

        assertThat(slip(story.id))
                .contains("Kết quả giải quyết hồ sơ", "Bản chính trả lại", " × 2; giấy tờ gửi kèm số 3 × 1");
        Story without = new Story().with(s -> s.put("originalsHeld", false)).decided(UUID.randomUUID());
        awaitState(without.id, "ANNOUNCED", false);
        act(Service.reception(), without.id, etag(without.id), TO_OWNER).then().statusCode(200);
        assertThat(slip(without.id)).doesNotContain("Bản chính trả lại");
    }

    @Test
    void a_result_issued_anew_after_it_was_handed_over_is_exchanged_once_with_a_slip_of_its_own() {
        Story story = ready();
        act(Service.reception(), story.id, etag(story.id), BY_HER_SON).then().statusCode(200);
        story.answer(offer(story.id, 1), true, null);
        awaitState(story.id, "HANDED_OVER", false);
        String paper = TO_OWNER.replace("HAND_OVER", "GIVE_PAPER");
        assertThat(one(story.id).getList("allowedActions")).isEmpty();
        act(Service.reception(), story.id, etag(story.id), paper)
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/paper-given"));

        reissued(story);
        assertThat(one(story.id).getList("allowedActions")).containsExactly("GIVE_PAPER");
        act(Service.reception(), story.id, etag(story.id), paper)
                .then()
                .statusCode(200)
                .body("state", equalTo("HANDED_OVER"))
                .body("pending", equalTo(false))
                .body("handedOver.collector", equalTo("OWNER"));
        assertThat(slip(story.id)).contains("được sửa đổi và cấp lại").doesNotContain("Tủa");
        await().atMost(Service.SOON).until(() -> told(story.id).size() == 4);
        assertThat(told(story.id).get(3).data().get("act").asText()).isEqualTo("PAPER_GIVEN");
        act(Service.reception(), story.id, etag(story.id), paper).then().statusCode(409);
    }

    /** The result is issued anew after the return, as processing tells it by the dossier. */
    static void reissued(Story story) {
        String renewed = UUID.randomUUID().toString();
        story.at(Instant.now().truncatedTo(ChronoUnit.MICROS))
                .with(s -> s.put("resultId", renewed))
                .tell(Action.REISSUE, Stage.RETURNED);
        await().atMost(Service.SOON).until(() -> renewed.equals(one(story.id).getString("resultId")));
    }
}
