package vn.motcua.notification.feedback;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.nullValue;
import static vn.motcua.notification.feedback.Hotline.AUDITOR;
import static vn.motcua.notification.feedback.Hotline.DIRECTOR;
import static vn.motcua.notification.feedback.Hotline.PATH;
import static vn.motcua.notification.feedback.Hotline.RECEPTION;
import static vn.motcua.notification.feedback.Hotline.SPECIALIST;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.devstack.TestEvents;
import vn.motcua.notification.contract.Contracts;
import vn.motcua.notification.support.Service;
import vn.motcua.notification.support.Story;
import vn.motcua.platform.clock.LegalTime;
import vn.motcua.platform.sql.Sql;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** What is kept of a feedback, and who learns what of it. */
@QuarkusTest
class KeptFeedbackResourceTest {
    private static final String SCREENED = "\"category\":\"LATENESS\",\"aboutCounter\":false,\"concerned\":[]";

    @Inject
    AgroalDataSource source;

    @Inject
    SealFormerFeedback former;

    @Inject
    Ratings ratings;

    @Inject
    Clock clock;

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
    void what_was_said_lies_sealed_and_the_figures_learn_states_only() {
        String code = Hotline.sent(",\"contact\":\"vui@example.org\"");
        String id = id(code);
        Hotline.answered(id);
        byte[] sealed = Sql.query(source, "select sealed from feedback where code = ?", row -> row.getBytes(1), code)
                .get(0);
        assertThat(new String(sealed, StandardCharsets.UTF_8)).doesNotContain("0987654321");
        List<String> words = Sql.query(
                source,
                "select encode(sealed, 'escape') from feedback_act where feedback_id = ?::uuid and sealed is not null",
                row -> row.getString(1),
                id);
        assertThat(words).isNotEmpty().noneMatch(each -> each.contains("25/11"));
        TestEvents.Received last = TestEvents.await(
                FeedbackChanged.TOPIC, r -> r.key().equals(id) && r.body().contains("\"ANSWERED\""));
        assertThat(Contracts.violations(FeedbackChanged.TOPIC, last.data())).isEmpty();
        assertThat(last.data().get("sequence").asInt()).isEqualTo(5);
        assertThat(last.body()).doesNotContain("Bình", "25/11", code, "vui@");
    }

    @Test
    void a_changed_act_is_seen_in_its_chain() {
        String id = fresh();
        RECEPTION.does(id, "SCREEN", SCREENED);
        assertThat(RECEPTION.sees(id).getBoolean("intact")).isTrue();
        Sql.update(source, "alter table feedback_act disable trigger feedback_act_is_final");
        Sql.update(
                source, "update feedback_act set actor_name = 'Ai đó' where feedback_id = ?::uuid and number = 2", id);
        Sql.update(source, "alter table feedback_act enable trigger feedback_act_is_final");
        assertThat(RECEPTION.sees(id).getBoolean("intact")).isFalse();
    }

    @Test
    void lists_notices_figures_and_readings_tell_their_own_and_nothing_of_people() {
        String id = id(Hotline.sent(",\"contact\":\"vui@example.org\""));
        Hotline.assigned(id);
        assertThat(SPECIALIST
                        .call()
                        .queryParam("limit", 100)
                        .get(PATH + "/feedback")
                        .jsonPath()
                        .getList("items.feedbackId"))
                .contains(id);
        String others = RECEPTION
                .call()
                .queryParam("limit", 100)
                .get(PATH + "/feedback")
                .asString();
        assertThat(others).contains(id).doesNotContain("vui@", "0987654321");
        new Hotline("specialist", "Người khác")
                .call()
                .get(PATH + "/feedback")
                .then()
                .statusCode(200)
                .body("items", empty());
        assertThat(SPECIALIST
                        .call()
                        .get(PATH + "/notices")
                        .jsonPath()
                        .getList("items.findAll { it.feedbackId == '" + id + "' }.kind"))
                .containsExactly("ASSIGNED");
        DIRECTOR.call()
                .queryParam("unit", Story.MUONG_SAI)
                .get(PATH + "/figures")
                .then()
                .statusCode(200)
                .body("states.ASSIGNED", org.hamcrest.Matchers.greaterThan(0));
        RECEPTION
                .call()
                .queryParam("unit", Story.MUONG_SAI)
                .get(PATH + "/figures")
                .then()
                .statusCode(403);
        DIRECTOR.call()
                .queryParam("unit", Story.QUYNH_NHAI)
                .get(PATH + "/figures")
                .then()
                .statusCode(403);
        assertThat(AUDITOR.call()
                        .queryParam("limit", 100)
                        .get(PATH + "/readings")
                        .jsonPath()
                        .getList("items.about"))
                .contains(id);
        RECEPTION.sees(id);
        RECEPTION.call().get(PATH + "/readings").then().statusCode(403);
    }

    @Test
    void a_rating_is_given_once_after_the_answer_and_no_officer_reads_it() {
        String code = Hotline.sent("");
        String id = id(code);
        rate(code, "5", 409);
        Hotline.answered(id);
        rate(code, "6", 400);
        rate(code, "4", 303);
        rate(code, "1", 409);
        assertThat(Sql.query(source, "select rating from feedback where code = ?", row -> row.getInt(1), code))
                .containsExactly(4);
        assertThat(DIRECTOR.call().get(PATH + "/feedback/" + id).asString()).doesNotContain("RATE", "rating");
        assertThat(DIRECTOR.sees(id).getBoolean("intact")).isTrue();
        DIRECTOR.call()
                .queryParam("unit", Story.MUONG_SAI)
                .get(PATH + "/figures")
                .then()
                .body("medianDays", org.hamcrest.Matchers.notNullValue());
        given().get("/api/notification/feedback/" + code).then().body("dueAt", org.hamcrest.Matchers.notNullValue());
        given().get("/api/notification/feedback/" + Hotline.sent("")).then().body("answeredAt", nullValue());
    }

    @Test
    void ratings_come_into_the_figures_by_groups_of_five_and_leave_them_together() {
        String unit = "14-%05d-20250701".formatted(ThreadLocalRandom.current().nextInt(40_000, 99_999));
        int[] stars = {5, 4, 3, 2, 1};
        for (int i = 0; i < stars.length; i++) {
            assertThat(figures(unit).getString("ratings")).as("after " + i).isNull();
            assertThat(figures(unit).getString("meanRating")).isNull();
            rated(unit, stars[i]);
        }
        assertThat(figures(unit).getInt("ratings")).isEqualTo(5);
        assertThat(figures(unit).getFloat("meanRating")).isEqualTo(3.0f);
        rated(unit, 1);
        assertThat(figures(unit).getInt("ratings")).isEqualTo(5);
        assertThat(figures(unit).getFloat("meanRating")).isEqualTo(3.0f);

        Instant now = clock.instant();
        assertThat(ratings.of(unit, now.atZone(LegalTime.ZONE).plusMonths(12).toInstant())
                        .count())
                .isEqualTo(5);
        assertThat(ratings.of(unit, now.atZone(LegalTime.ZONE).plusMonths(13).toInstant()))
                .isEqualTo(new Ratings.Figure(null, null));
    }

    @Test
    void the_figures_of_a_unit_are_those_of_its_categories_together() {
        String unit = "14-%05d-20250701".formatted(ThreadLocalRandom.current().nextInt(40_000, 99_999));
        assertThat(figures(unit).getInt("answered")).isZero();
        assertThat(figures(unit).getList("categories")).isEmpty();
        keep(unit, "FEES", null, null);
        keep(unit, "FEES", 4, true);
        keep(unit, "LATENESS", 6, false);
        keep(unit, "LATENESS", 8, true);

        JsonPath seen = figures(unit);
        assertThat(seen.getInt("answered")).isEqualTo(3);
        assertThat(seen.getInt("answeredInTime")).isEqualTo(2);
        assertThat(seen.getDouble("medianDays")).isEqualTo(6);
        assertThat(seen.getList("categories.category")).containsExactly("FEES", "LATENESS");
        assertThat(seen.getList("categories.open")).containsExactly(1, 0);
        assertThat(seen.getList("categories.overdue")).containsExactly(1, 0);
        assertThat(seen.getList("categories.answered")).containsExactly(1, 2);
        assertThat(seen.getList("categories.medianDays")).containsExactly(4f, 7f);
    }

    /** One that is open and over its limit, or answered in so many days. */
    private void keep(String unit, String category, Integer days, Boolean inTime) {
        Instant now = clock.instant();
        Sql.update(
                source,
                "update feedback set unit = ?, category = ?, state = ?, due_at = ?, answered_at = ?, answer_days = ?, answered_in_time = ?"
                        + " where code = ?",
                unit,
                category,
                days == null ? "RECEIVED" : "WITHHELD",
                days == null ? now.minusSeconds(60) : null,
                days == null ? null : now.minusSeconds(60),
                days,
                inTime,
                Hotline.sent(""));
    }

    /** Somebody rates the answer to a feedback about a unit of its own. */
    private void rated(String unit, int stars) {
        String code = Hotline.sent("");
        Hotline.answered(id(code));
        Sql.update(source, "update feedback set unit = ? where code = ?", unit, code);
        rate(code, Integer.toString(stars), 303);
    }

    private static JsonPath figures(String unit) {
        return Service.as("director", unit)
                .queryParam("unit", unit)
                .get(PATH + "/figures")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static void rate(String code, String stars, int status) {
        given().redirects()
                .follow(false)
                .header("X-Forwarded-For", Hotline.address())
                .contentType("application/x-www-form-urlencoded")
                .formParam("stars", stars)
                .post("/gop-y/" + code + "/danh-gia")
                .then()
                .statusCode(status);
    }

    @Test
    void a_feedback_from_before_is_sealed_numbered_and_begins_its_history() {
        UUID id = UUID.randomUUID();
        String code = AcknowledgementCode.next();
        Sql.update(
                source,
                "insert into feedback (id, code, category, channel, text, unit, state, sequence, received_at)"
                        + " values (?, ?, 'FEES', 'PAGE', 'Gọi 0987654321', ?, 'RECEIVED', 1, ?)",
                id,
                code,
                Story.MUONG_SAI,
                Instant.parse("2026-11-20T02:00:00Z"));
        QuarkusTransaction.requiringNew().run(() -> former.round());

        assertThat(Sql.query(source, "select text is null from feedback where id = ?", row -> row.getBoolean(1), id))
                .containsExactly(true);
        assertThat(RECEPTION.sees(id.toString()).getString("text")).isEqualTo("Gọi 0987654321");
        assertThat(RECEPTION.sees(id.toString()).getString("line.number")).endsWith("/2026");
        assertThat(RECEPTION.sees(id.toString()).getBoolean("intact")).isTrue();
        assertThat(RECEPTION.sees(id.toString()).getString("resolveDue")).isEqualTo("2026-12-14T10:00:00Z");
        RECEPTION.does(id.toString(), "SCREEN", SCREENED);
    }
}
