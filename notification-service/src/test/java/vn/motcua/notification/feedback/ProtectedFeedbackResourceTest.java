package vn.motcua.notification.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static vn.motcua.notification.feedback.Hotline.DIRECTOR;
import static vn.motcua.notification.feedback.Hotline.PATH;
import static vn.motcua.notification.feedback.Hotline.RECEPTION;
import static vn.motcua.notification.feedback.Hotline.SECOND_RECEPTION;
import static vn.motcua.notification.feedback.Hotline.SPECIALIST;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.notification.support.Service;
import vn.motcua.notification.support.Story;
import vn.motcua.platform.sql.Sql;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Who complains of an officer is kept from that officer until somebody else has read the complaint. */
@QuarkusTest
class ProtectedFeedbackResourceTest {
    private static final String SCREENED = "\"category\":\"LATENESS\",\"aboutCounter\":false,\"concerned\":[]";

    @Inject
    AgroalDataSource source;

    @Inject
    TakeLetter letters;

    @BeforeEach
    void names() {
        Service.ready();
    }

    @Test
    void
            a_letter_which_nobody_has_classified_is_screened_or_rejected_by_nobody_of_reception_and_shows_them_no_sender() {
        String id = letter();
        RECEPTION
                .act(id, "SCREEN", SCREENED)
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/feedback-concerns-officer"))
                .body("why", equalTo("DIRECTOR_SCREENS"));
        RECEPTION
                .act(id, "REJECT", "\"reasonCode\":\"UNREADABLE\",\"note\":\"x\"")
                .then()
                .statusCode(409);
        JsonPath seen = RECEPTION.sees(id);
        assertThat(seen.getString("contact")).isNull();
        assertThat(seen.getBoolean("directorScreens")).isTrue();
        assertThat(seen.getString("concernsYou")).isEqualTo("DIRECTOR_SCREENS");
        assertThat(DIRECTOR.sees(id).getString("contact")).isEqualTo("vui@example.org");
        assertThat(DIRECTOR.sees(id).getBoolean("directorScreens")).isTrue();

        DIRECTOR.does(id, "SCREEN", SCREENED);
        assertThat(RECEPTION.sees(id).getString("concernsYou")).isNull();
        assertThat(RECEPTION.sees(id).getString("contact")).isEqualTo("vui@example.org");
        RECEPTION.known();
        DIRECTOR.does(id, "ASSIGN", "\"assignee\":\"" + RECEPTION.subject + "\"");
    }

    private String letter() {
        TakeLetter.Written written = new TakeLetter.Written(
                Story.MUONG_SAI,
                "vui@example.org",
                "Gửi",
                "Cán bộ ở quầy nói năng gay gắt",
                List.of(),
                Instant.MAX,
                true);
        UUID id = QuarkusTransaction.requiringNew()
                .call(() -> letters.take(written).orElseThrow());
        Sql.update(source, "delete from contact_load where what = 'MAILED'");
        return id.toString();
    }

    @Test
    void whom_a_call_concerns_corrects_its_text_and_takes_over_neither_the_contact_nor_the_category() {
        String id = call("CONDUCT", ",\"contact\":\"0912000111\",\"toldBy\":\"SMS\"");
        assertThat(RECEPTION.sees(id).getString("concernsYou")).isEqualTo("AT_COUNTER");
        for (String taken : List.of(
                "\"category\":\"OTHER\",\"text\":\"Chậm\"",
                "\"category\":\"CONDUCT\",\"text\":\"Chậm\",\"toldBy\":\"PAGE\"",
                "\"category\":\"CONDUCT\",\"text\":\"Chậm\",\"contact\":\"0912000222\"",
                "\"category\":\"CONDUCT\",\"text\":\"Chậm\",\"contact\":\"dung@example.org\",\"toldBy\":\"EMAIL\"")) {
            RECEPTION
                    .act(id, "AMEND", taken)
                    .then()
                    .statusCode(409)
                    .body("type", equalTo("/problems/feedback-concerns-officer"))
                    .body("why", equalTo("AT_COUNTER"));
        }
        assertThat(DIRECTOR.sees(id).getString("contact")).isEqualTo("0912000111");
        assertThat(DIRECTOR.sees(id).getString("text")).isEqualTo("Nói năng gay gắt");

        RECEPTION.does(id, "AMEND", "\"category\":\"CONDUCT\",\"text\":\"Nói năng gay gắt, bắt chờ\"");
        assertThat(RECEPTION.sees(id).getString("text")).isEqualTo("Nói năng gay gắt, bắt chờ");
        assertThat(RECEPTION.sees(id).getString("acts[1].second")).isNull();
    }

    @Test
    void whom_a_call_concerns_confirms_it_and_never_drops_it_and_the_director_can() {
        String id = call("CONDUCT", "");
        assertThat(RECEPTION.sees(id).getList("allowedActions")).containsExactly("AMEND", "CONFIRM");
        RECEPTION
                .act(id, "DROP", "")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/feedback-concerns-officer"))
                .body("why", equalTo("AT_COUNTER"));
        assertThat(DIRECTOR.sees(id).getString("line.state")).isEqualTo("NOTED");
        DIRECTOR.does(id, "DROP", "");
        assertThat(DIRECTOR.sees(id).getString("line.state")).isEqualTo("DROPPED");

        RECEPTION.does(call("CONDUCT", ",\"place\":\"COUNTER\""), "CONFIRM", "\"how\":\"READ_BACK\"");
        RECEPTION.does(call("LATENESS", ""), "DROP", "");
    }

    @Test
    void what_is_amended_beside_the_text_stands_in_the_history_and_never_the_contact_itself() {
        String id = call("LATENESS", ",\"contact\":\"0912000111\",\"toldBy\":\"SMS\"");
        RECEPTION.does(
                id,
                "AMEND",
                "\"category\":\"CONDUCT\",\"text\":\"Gay gắt\",\"contact\":\"0912000222\",\"toldBy\":\"SMS\"");
        JsonPath seen = DIRECTOR.sees(id);
        assertThat(seen.getString("contact")).isEqualTo("0912000222");
        assertThat(seen.getString("acts[1].text")).isEqualTo("Nói năng gay gắt");
        assertThat(seen.getString("acts[1].second"))
                .isEqualTo("Loại phản ánh: Giải quyết chậm → Thái độ phục vụ; đã đổi nơi liên hệ");
        assertThat(seen.getString("acts")).doesNotContain("0912000");
    }

    private static String call(String category, String more) {
        return RECEPTION
                .call()
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body("{\"channel\":\"CALL\",\"category\":\"" + category
                        + "\",\"text\":\"Nói năng gay gắt\",\"unit\":\"" + Story.MUONG_SAI + "\"" + more + "}")
                .post(PATH + "/entries")
                .then()
                .statusCode(201)
                .extract()
                .path("feedbackId");
    }

    @Test
    void whom_it_concerns_says_nothing_in_the_name_of_the_person_who_was_asked() {
        String code = Hotline.sent("");
        String id = id(code);
        RECEPTION.does(
                id,
                "SCREEN",
                "\"category\":\"LATENESS\",\"aboutCounter\":false,\"concerned\":[{\"name\":\"Lò Thị Hoa\"}]");
        SPECIALIST.known();
        DIRECTOR.does(id, "ASSIGN", "\"assignee\":\"" + SPECIALIST.subject + "\"");
        SPECIALIST.does(id, "ASK", "\"question\":\"Ai đã hẹn?\"");

        SECOND_RECEPTION
                .act(id, "REPLY", "\"text\":\"Tôi rút phản ánh\"")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/feedback-concerns-officer"))
                .body("why", equalTo("NAMED"));
        assertThat(SECOND_RECEPTION.sees(id).getList("allowedActions")).isEmpty();
        RECEPTION.does(id, "REPLY", "\"text\":\"Chị Hoa\"");
    }

    @Test
    void a_complaint_found_out_while_the_person_is_asked_leaves_and_nothing_stands_still_any_more() {
        String code = Hotline.sent("");
        String id = id(code);
        Hotline.assigned(id);
        SPECIALIST.does(id, "ASK", "\"question\":\"Việc gì?\"");
        assertThat(DIRECTOR.sees(id).getBoolean("line.paused")).isTrue();

        DIRECTOR.does(id, "HAND_OVER", "\"kind\":\"DENUNCIATION\",\"receiver\":\"Ban Tiếp công dân xã\"");
        JsonPath seen = DIRECTOR.sees(id);
        assertThat(seen.getString("line.state")).isEqualTo("HANDED_OVER");
        assertThat(seen.getBoolean("line.paused")).isFalse();
        assertThat(seen.getString("handOver.number")).endsWith("/BBBG-TTPVHCC");
    }

    private String id(String code) {
        return Sql.query(source, "select id::text from feedback where code = ?", row -> row.getString(1), code)
                .get(0);
    }
}
