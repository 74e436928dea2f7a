package vn.motcua.processing.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static vn.motcua.processing.draft.Offered.RECEPTION;
import static vn.motcua.processing.draft.Offered.SPECIALIST;
import static vn.motcua.processing.draft.Offered.WORDS;

import com.fasterxml.jackson.databind.JsonNode;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.devstack.MovableClock;
import vn.motcua.platform.clock.LegalTime;
import vn.motcua.platform.sql.Sql;
import vn.motcua.processing.Sample;

import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Silence counts only where the person was told and could speak. */
@QuarkusTest
class DraftTimeResourceTest {
    private static final String CONFIRM = "{\"action\":\"CONFIRM_DRAFT\",\"draft\":\"%s\",\"how\":\"PHONE\"}";
    private static final String OBJECT =
            "{\"action\":\"OBJECT_DRAFT\",\"draft\":\"%s\",\"how\":\"COUNTER\",\"fault\":\"NAME_WRONG\",\"text\":\"Tên đệm là Thị\"}";
    private static final String ASK =
            "{\"action\":\"ASK_SUPPLEMENT\",\"fence\":%d,\"reasonCode\":\"PAPERS_INCOMPLETE\","
                    + "\"items\":[{\"component\":\"1.001193-01\",\"reasonCode\":\"PAPER_MISSING\"}]}";

    /** Under which lock one relay at a time sends. */
    private static final long RELAY = 0x6d6f74637561L;

    @Inject
    AgroalDataSource source;

    @Inject
    MovableClock clock;

    @BeforeEach
    void monday() {
        Sample.catalogue();
        clock.setLegal("2026-11-23T15:30");
    }

    @AfterEach
    void clock() {
        clock.reset();
    }

    @Test
    void while_a_withdrawal_is_asked_the_time_stands_still_and_afterwards_the_person_has_what_was_left() {
        Offered one = Offered.made();
        one.sample.stage("WITHDRAWAL_REQUESTED", "ASK_WITHDRAWAL");
        one.sample.awaitAct("FROZEN");
        refused(one.atTheDesk(RECEPTION, CONFIRM), "case-frozen", "OFFERED");
        clock.setLegal("2026-11-25T16:00");
        await().pollDelay(Duration.ofMillis(1500)).until(() -> true);
        assertThat(one.state()).isEqualTo("OFFERED");
        assertThat(one.page("vi").asString())
                .contains("Thời hạn trả lời đang tạm dừng")
                .doesNotContain("15:30 25/11/2026", "được coi là đã được Ông/Bà đồng ý", "<form method=\"post\"");
        one.sample.stage("IN_PROCESS", "CANCEL");
        one.sample.awaitAct("THAWED");
        JsonNode redated = one.sample.awaitAct("DRAFT_REDATED").data();
        assertThat(redated.at("/payload/until").asText()).isEqualTo("2026-11-27T09:00:00Z");
        assertThat(redated.at("/actor/role").asText()).isEqualTo("dossier");
        // two days of the clock were left, which is more than the seven and a half hours of the office
        Instant until = Instant.parse(one.newest().get("until").asText());
        assertThat(until).isEqualTo("2026-11-27T09:00:00Z");
        assertThat(one.sample.read(SPECIALIST).at("/draft/until").asText()).isEqualTo(until.toString());
        assertThat(one.page("vi").asString()).contains(LegalTime.onPaper(until));
        clock.setLegal("2026-11-27T16:00");
        await().pollDelay(Duration.ofMillis(1500)).until(() -> true);
        assertThat(one.state()).isEqualTo("OFFERED");
        clock.setLegal("2026-11-27T16:01");
        assertThat(one.sample
                        .awaitAct("DRAFT_CONFIRMED")
                        .data()
                        .at("/actor/role")
                        .asText())
                .isEqualTo("clock");
    }

    @Test
    void while_the_dossier_has_not_answered_an_act_the_person_may_still_object_and_the_case_goes_on_after_it() {
        Offered one = Offered.made();
        one.sample
                .act(SPECIALIST, ASK.formatted(one.fence))
                .then()
                .statusCode(200)
                .body("state", equalTo("PAUSED"));
        UUID asked = one.sample.awaitAct("ASK_SUPPLEMENT").id();
        refused(one.offer(), "case-pending", "OFFERED");
        one.sample.get(RECEPTION).then().body("allowedActions", equalTo(List.of("CONFIRM_DRAFT", "OBJECT_DRAFT")));
        one.atTheDesk(RECEPTION, OBJECT).then().statusCode(200).body("draft.state", equalTo("OBJECTED"));
        assertThat(one.sample.awaitAct("DRAFT_OBJECTED").data().at("/state").asText())
                .isEqualTo("PAUSED");
        one.sample.refused(asked, "ASK_SUPPLEMENT", "TOO_LATE");
        one.sample.awaitSeen(SPECIALIST, seen -> seen.get("state").asText().equals("CLAIMED"));
        assertThat(one.state()).isEqualTo("OBJECTED");
    }

    @Test
    void who_was_never_told_has_not_been_silent_and_has_the_whole_day_once_they_could_be_told() throws Exception {
        Offered one = Offered.claimed();
        one.compose(WORDS).then().statusCode(200);
        try (Connection held = source.getConnection()) {
            held.setAutoCommit(false); // as if the broker were away: nothing leaves the outbox
            Sql.query(held, "select pg_advisory_xact_lock(?)", row -> 1, RELAY);
            one.offer().then().statusCode(200);
            clock.setLegal("2026-11-25T15:31");
            await().until(() -> untold(one));
            assertThat(one.state()).isEqualTo("OFFERED");
            held.rollback();
        }
        one.sample.awaitAct("DRAFT_OFFERED");
        clock.setLegal("2026-11-25T15:45");
        one.sample.awaitSeen(
                SPECIALIST, seen -> seen.at("/draft/until").asText().equals("2026-11-26T08:45:00Z"));
        assertThat(one.page("vi").asString()).contains("15:45 26/11/2026");
        assertThat(untold(one)).isFalse();
        clock.setLegal("2026-11-26T15:46");
        assertThat(one.sample
                        .awaitAct("DRAFT_CONFIRMED")
                        .data()
                        .at("/actor/role")
                        .asText())
                .isEqualTo("clock");
    }

    /** The broker is back one minute before the time ends: that minute is not the day the person has. */
    @Test
    void who_could_be_told_only_in_the_last_minute_has_the_whole_day_from_then_on() throws Exception {
        Offered one = Offered.claimed();
        one.compose(WORDS).then().statusCode(200);
        try (Connection held = source.getConnection()) {
            held.setAutoCommit(false);
            Sql.query(held, "select pg_advisory_xact_lock(?)", row -> 1, RELAY);
            one.offer().then().statusCode(200).body("draft.until", equalTo("2026-11-25T08:30:00Z"));
            clock.setLegal("2026-11-25T15:29");
            await().until(() -> untold(one));
            held.rollback();
        }
        one.sample.awaitAct("DRAFT_OFFERED");
        clock.setLegal("2026-11-25T15:31");
        one.sample.awaitSeen(
                SPECIALIST, seen -> seen.at("/draft/until").asText().equals("2026-11-26T08:31:00Z"));
        JsonNode redated = one.sample.awaitAct("DRAFT_REDATED").data();
        assertThat(redated.at("/payload/until").asText()).isEqualTo("2026-11-26T08:31:00Z");
        assertThat(redated.at("/actor/role").asText()).isEqualTo("clock");
        assertThat(one.state()).isEqualTo("OFFERED");
        assertThat(one.sample.acts()).doesNotContain("DRAFT_CONFIRMED");
    }

    @Test
    void while_a_draft_waits_for_the_person_the_case_is_handed_to_another_department_but_to_no_other_unit() {
        Offered one = Offered.made();
        String to = "{\"action\":\"HAND_ON\",\"fence\":%d%s,\"toDepartment\":\"economy\"}";
        refused(
                one.sample.act(SPECIALIST, to.formatted(one.fence, ",\"toUnit\":\"" + Sample.OTHER_UNIT + "\"")),
                "draft-stays",
                "OFFERED");
        one.sample
                .act(SPECIALIST, to.formatted(one.fence, ""))
                .then()
                .statusCode(200)
                .body("state", equalTo("OPEN"));
    }

    private boolean untold(Offered one) {
        return Sql.query(
                        source,
                        "select untold from draft_offer where case_id = ?",
                        row -> row.getBoolean(1),
                        UUID.fromString(one.sample.id()))
                .get(0);
    }

    private static void refused(Response answer, String problem, String state) {
        answer.then()
                .statusCode(409)
                .body("type", equalTo("/problems/" + problem))
                .body("draftState", equalTo(state));
    }
}
