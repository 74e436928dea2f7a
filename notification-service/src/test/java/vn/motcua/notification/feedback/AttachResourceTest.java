package vn.motcua.notification.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static vn.motcua.notification.feedback.Hotline.AUDITOR;
import static vn.motcua.notification.feedback.Hotline.DIRECTOR;
import static vn.motcua.notification.feedback.Hotline.PATH;
import static vn.motcua.notification.feedback.Hotline.RECEPTION;
import static vn.motcua.notification.feedback.Hotline.SECOND_RECEPTION;
import static vn.motcua.notification.feedback.Hotline.SPECIALIST;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.notification.support.Service;
import vn.motcua.notification.support.Story;
import vn.motcua.platform.sql.Sql;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;

/** A photo mailed by a person who called, or a paper given at the counter: officers put it with the feedback. */
@QuarkusTest
class AttachResourceTest {
    private static final byte[] PDF = "%PDF-1.7\nphoto of the counter\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] PNG =
            "\u0089PNG\r\n\u001a\nIHDRxxxxIDATxxxxIENDxxxx".getBytes(StandardCharsets.ISO_8859_1);

    @Inject
    AgroalDataSource source;

    @BeforeEach
    void names() {
        Service.ready();
    }

    private String fresh() {
        return Sql.query(source, "select id from feedback where code = ?", row -> row.getString(1), Hotline.sent(""))
                .get(0);
    }

    private static String call() {
        return RECEPTION
                .call()
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body("{\"channel\":\"CALL\",\"category\":\"FEES\",\"text\":\"Thu phí cao\",\"unit\":\""
                        + Story.MUONG_SAI + "\"}")
                .post(PATH + "/entries")
                .jsonPath()
                .getString("feedbackId");
    }

    @Test
    void what_a_caller_sends_afterwards_lies_sealed_with_the_call_is_named_in_its_history_and_read_as_it_came() {
        String id = call();
        RECEPTION.attach(id, "application/pdf", PDF).then().statusCode(200).body("state", equalTo("NOTED"));
        RECEPTION.does(id, "CONFIRM", "\"how\":\"READ_BACK\"");
        SECOND_RECEPTION.attach(id, "image/png", PNG).then().statusCode(200);

        var seen = AUDITOR.sees(id);
        assertThat(seen.getList("files.mediaType")).containsExactly("application/pdf", "image/png");
        assertThat(seen.getList("acts.findAll { it.action == 'ATTACH' }.second"))
                .containsExactly("1", "2");
        assertThat(seen.getList("acts.findAll { it.action == 'ATTACH' }.by"))
                .containsExactly(RECEPTION.name, SECOND_RECEPTION.name);
        assertThat(seen.getBoolean("intact")).isTrue();
        byte[] kept = AUDITOR.call()
                .get(PATH + "/feedback/" + id + "/files/" + seen.getString("files[0].id"))
                .then()
                .statusCode(200)
                .contentType("application/pdf")
                .extract()
                .asByteArray();
        assertThat(kept).isEqualTo(PDF);
        byte[] sealed = Sql.query(
                        source,
                        "select sealed from feedback_file where feedback_id = ?::uuid and position = 1",
                        row -> row.getBytes(1),
                        id)
                .get(0);
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("counter");
    }

    @Test
    void the_same_upload_sent_twice_is_one_file_and_another_under_its_key_is_refused() {
        String id = fresh();
        String etag = RECEPTION.call().get(PATH + "/feedback/" + id).header("ETag");
        String key = UUID.randomUUID().toString();
        for (int i = 0; i < 2; i++) {
            RECEPTION.attach(id, "application/pdf", PDF, etag, key).then().statusCode(200);
        }
        RECEPTION.attach(id, "image/png", PNG, etag, key).then().statusCode(422);
        assertThat(RECEPTION.sees(id).getList("files")).hasSize(1);
    }

    @Test
    void a_feedback_takes_three_files_and_no_fourth() {
        String id = fresh();
        for (int i = 0; i < 3; i++) {
            assertThat(RECEPTION.sees(id).getList("allowedActions")).contains("ATTACH");
            RECEPTION.attach(id, "image/png", PNG).then().statusCode(200);
        }
        assertThat(RECEPTION.sees(id).getList("allowedActions")).doesNotContain("ATTACH");
        RECEPTION
                .attach(id, "image/png", PNG)
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/feedback-files-full"));
    }

    @Test
    void content_decides_what_a_file_is_and_what_is_cut_short_empty_or_too_large_is_not_kept() {
        String id = fresh();
        byte[] large = Arrays.copyOf(PDF, FileKind.BYTES_MOST + 1);
        RECEPTION.attach(id, "application/pdf", large).then().statusCode(413);
        for (byte[] wrong : new byte[][] {
            "<script>".getBytes(StandardCharsets.US_ASCII), Arrays.copyOf(PDF, 12), Arrays.copyOf(PNG, 20), {}
        }) {
            RECEPTION.attach(id, "application/pdf", wrong).then().statusCode(415);
        }
        RECEPTION.attach(id, "text/html", PDF).then().statusCode(415);
        assertThat(RECEPTION.sees(id).getList("files")).isEmpty();
        assertThat(RECEPTION.sees(id).getInt("revision")).isEqualTo(1);
    }

    @Test
    void whom_it_concerns_who_may_not_take_it_and_who_has_seen_something_older_add_nothing() {
        String id = fresh();
        AUDITOR.attach(id, "image/png", PNG).then().statusCode(403);
        SPECIALIST.attach(id, "image/png", PNG).then().statusCode(404);
        new Hotline("director", "Lò Văn Xa", Story.QUYNH_NHAI)
                .attach(id, "image/png", PNG)
                .then()
                .statusCode(404);
        RECEPTION.attach(id, "image/png", PNG, null, "no-etag-" + id).then().statusCode(428);
        RECEPTION.attach(id, "image/png", PNG, "\"9\"", "stale-" + id).then().statusCode(412);
        RECEPTION.does(
                id,
                "SCREEN",
                "\"category\":\"CONDUCT\",\"aboutCounter\":false,\"concerned\":[{\"name\":\"Lò Thị Hoa\"}]");
        SECOND_RECEPTION.attach(id, "image/png", PNG).then().statusCode(409).body("why", equalTo("NAMED"));
        assertThat(SECOND_RECEPTION.sees(id).getList("allowedActions")).doesNotContain("ATTACH");
        SPECIALIST.known();
        DIRECTOR.does(id, "ASSIGN", "\"assignee\":\"" + SPECIALIST.subject + "\"");
        SPECIALIST.attach(id, "image/png", PNG).then().statusCode(200);
        SPECIALIST.does(id, "PROPOSE", "\"answer\":\"Đã xử lý\"");
        DIRECTOR.does(id, "APPROVE", "");
        Response late = SPECIALIST.attach(id, "image/png", PNG);
        late.then().statusCode(409).body("type", equalTo("/problems/feedback-act-not-allowed"));
    }
}
