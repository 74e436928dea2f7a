package vn.motcua.notification.feedback;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.motcua.notification.delivery.ChannelKind.EMAIL;
import static vn.motcua.notification.delivery.ChannelKind.SMS;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.devstack.MovableClock;
import vn.motcua.notification.delivery.Answer;
import vn.motcua.notification.delivery.FakeWay;
import vn.motcua.notification.delivery.FeedbackWishes;
import vn.motcua.notification.delivery.Flow;
import vn.motcua.notification.message.FeedbackMessages;
import vn.motcua.notification.support.Service;
import vn.motcua.platform.sql.Sql;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What leaves the house for whoever gave a feedback, and what does not. */
@QuarkusTest
class ToldPersonServiceTest {

    @Inject
    AgroalDataSource source;

    @Inject
    FeedbackWishes wishes;

    @Inject
    Feedbacks feedbacks;

    @Inject
    PersonsWish wish;

    @Inject
    ContactLoad load;

    @Inject
    FeedbackMessages messages;

    @Inject
    MeterRegistry meters;

    private final MovableClock clock = new MovableClock();
    private final FakeWay sms = new FakeWay(SMS);
    private final FakeWay email = new FakeWay(EMAIL);

    @BeforeEach
    void begin() {
        Service.ready();
        Flow.forget(source);
        clock.setLegal("2026-11-23T10:00");
    }

    private Flow flow() {
        return new Flow(source, clock, receipts -> List.of(sms, email), Map.of(), wishes);
    }

    private static String phone() {
        return "09" + String.format("%08d", Math.abs(UUID.randomUUID().hashCode()) % 100_000_000);
    }

    private static String sent(String by, String contact) {
        return Hotline.sent(",\"contact\":\"" + contact + "\",\"toldBy\":\"" + by + "\"");
    }

    private String id(String code) {
        return Sql.query(source, "select id from feedback where code = ?", row -> row.getString(1), code)
                .get(0);
    }

    private List<String> told(String id) {
        return Sql.query(
                source,
                "select template from message where feedback_id = ? order by sequence",
                row -> row.getString(1),
                UUID.fromString(id));
    }

    /** As the service would, with ways that are set up. */
    private UUID tell(Flow flow, String id, String act) {
        Feedback of = feedbacks.find(UUID.fromString(id)).orElseThrow();
        Sql.update(source, "delete from message where feedback_id = ?", of.id());
        TellPerson tell = new TellPerson(wish, load, messages.by(flow.outside, flow.open, clock), meters, 100);
        QuarkusTransaction.requiringNew().run(() -> tell.tell(of, act, clock.instant()));
        QuarkusTransaction.requiringNew().run(() -> tell.tell(of, act, clock.instant()));
        List<UUID> found = Sql.query(
                source, "select id from message where feedback_id = ?", row -> row.getObject(1, UUID.class), of.id());
        assertThat(found).hasSizeLessThanOrEqualTo(1);
        return found.isEmpty() ? null : found.get(0);
    }

    private Map<String, String> said(UUID message) {
        return Sql.query(
                        source,
                        "select short, link, body_vi, title_vi from message where id = ?",
                        row -> Map.of(
                                "short", String.valueOf(row.getString(1)),
                                "link", String.valueOf(row.getString(2)),
                                "body", row.getString(3),
                                "title", row.getString(4)),
                        message)
                .get(0);
    }

    @Test
    void every_fact_from_the_receipt_to_the_answer_is_told_once_and_what_officers_do_among_themselves_is_not() {
        String id = id(sent("SMS", phone()));
        Hotline.assigned(id);
        Hotline.SPECIALIST.does(id, "ASK", "\"question\":\"Ngày nào?\"");
        Hotline.RECEPTION.does(id, "REPLY", "\"text\":\"Hôm qua\"");
        Hotline.SPECIALIST.does(id, "PROPOSE", "\"answer\":\"Đã trả\"");
        Hotline.DIRECTOR.does(id, "APPROVE", "");
        Hotline.DIRECTOR.does(id, "WITHHOLD", "\"reasonCode\":\"ONLY_PERSONAL\",\"note\":\"Riêng\"");

        assertThat(told(id)).containsExactly("feedback-received", "feedback-asked", "feedback-answered");
    }

    @Test
    void what_is_forwarded_handed_over_or_closed_is_told_as_that() {
        String forwarded = id(sent("EMAIL", "vui1@example.vn"));
        Hotline.RECEPTION.does(
                forwarded, "FORWARD", "\"how\":\"FORWARDED\",\"body\":\"Sở Xây dựng\",\"note\":\"Đúng thẩm quyền\"");
        String complaint = id(sent("EMAIL", "vui2@example.vn"));
        Hotline.RECEPTION.does(complaint, "HAND_OVER", "\"kind\":\"COMPLAINT\",\"receiver\":\"Ban Tiếp công dân\"");
        String closed = id(sent("EMAIL", "vui3@example.vn"));
        Hotline.RECEPTION.does(closed, "REJECT", "\"reasonCode\":\"NO_MATTER\",\"note\":\"Không có nội dung\"");

        assertThat(told(forwarded)).containsExactly("feedback-received", "feedback-forwarded");
        assertThat(told(complaint)).containsExactly("feedback-received", "feedback-handed-over");
        assertThat(told(closed)).containsExactly("feedback-received", "feedback-closed");
    }

    @Test
    void an_anonymous_feedback_and_one_whose_person_looks_it_up_send_nothing() {
        String anonymous = id(Hotline.sent(""));
        String alone = id(sent("PAGE", phone()));
        Hotline.answered(anonymous);
        Hotline.answered(alone);

        assertThat(told(anonymous)).isEmpty();
        assertThat(told(alone)).isEmpty();
        assertThat(tell(flow(), alone, "APPROVE")).isNull();
    }

    @Test
    void a_short_message_holds_the_code_the_time_and_an_opaque_link_and_nothing_that_was_said() {
        String contact = phone();
        String code = sent("SMS", contact);
        String id = id(code);
        Hotline.answered(id);
        Flow flow = flow();

        UUID message = tell(flow, id, "APPROVE");
        flow.send();

        String text = said(message).get("short");
        assertThat(text)
                .startsWith("TTPVHCC xã Mường Sại: Góp ý " + code + " đã được trả lời lúc ")
                .contains("/x/")
                .doesNotContain("25/11/2026", "Hẹn ba lần", contact, "Quàng", "{");
        assertThat(said(message).get("link")).doesNotContain(code).matches(".*/x/[0-9a-z]{12}");
        assertThat(said(message).get("body")).doesNotContain("Hồ sơ đã trả", "Hẹn ba lần", contact);
        assertThat(sms.sent).containsExactly(message);
        assertThat(email.sent).isEmpty();
        assertThat(flow.states(message)).containsExactly("SMS HANDED_OVER");
        assertThat(Sql.query(
                        source,
                        "select count(*) from delivery d join feedback f on f.id = d.feedback_id where d.message_id = ?"
                                + " and d.dossier_id is null and d.unit = f.unit",
                        row -> row.getInt(1),
                        message))
                .containsExactly(1);
        assertThat(Sql.query(source, "select segments from sms_month", row -> row.getInt(1)))
                .as("the unit's ledger has it")
                .containsExactly(1);
    }

    @Test
    void an_answer_that_was_lost_is_unknown_and_a_killed_sender_sends_nothing_twice() {
        String id = id(sent("SMS", phone()));
        String other = id(sent("SMS", phone()));
        Flow flow = flow();
        UUID lost = tell(flow, id, "RECEIVE");
        sms.then(Answer.lost("no-answer", List.of()), new FakeWay.Killed());
        flow.send();
        UUID killed = tell(flow, other, "RECEIVE");
        try {
            flow.send();
        } catch (FakeWay.Killed asMeant) {
            // the provider has it, nobody wrote so
        }
        clock.advance(Flow.LEASE.plusSeconds(1));
        flow().send();

        assertThat(flow.states(lost)).containsExactly("SMS UNKNOWN");
        assertThat(flow.states(killed)).containsExactly("SMS UNKNOWN");
        clock.advance(Flow.WINDOW.plusMinutes(1));
        flow().send();
        assertThat(flow.states(killed)).as("no other way was asked for").containsExactly("SMS GIVEN_UP");
        assertThat(sms.sent).containsExactly(lost, killed);
    }

    @Test
    void at_night_it_waits_and_without_money_it_does_not_go() {
        clock.setLegal("2026-11-23T22:30");
        String id = id(sent("SMS", phone()));
        Flow poor = new Flow(source, clock, receipts -> List.of(sms, email), Map.of(Flow.UNIT, 0L), wishes);
        UUID message = tell(poor, id, "RECEIVE");
        poor.send();
        assertThat(poor.states(message)).containsExactly("SMS WAITING");
        clock.setLegal("2026-11-24T07:10");
        poor.send();
        assertThat(poor.states(message)).containsExactly("SMS SUPPRESSED");
        assertThat(poor.reasons(message)).containsExactly("budget");
    }

    @Test
    void the_link_leads_to_the_page_of_the_code_and_who_has_it_may_say_that_nothing_shall_ring() {
        String code = sent("SMS", phone());
        String id = id(code);
        Flow flow = flow();
        UUID message = tell(flow, id, "RECEIVE");
        String path = said(message).get("link").replaceAll("^.*/x/", "/x/");

        Response opened = given().redirects().follow(false).get(path + "?lang=vi");
        assertThat(opened.statusCode()).isEqualTo(303);
        assertThat(opened.header("Location")).endsWith("/gop-y/" + code + "?lang=vi");
        String choice = given().get(path + "/nhan-tin?lang=vi").asString();
        assertThat(choice)
                .contains("Nhận tin về góp ý", code, "value=\"SMS\" checked")
                .doesNotContain("value=\"EMAIL\"", "null", "hồ sơ này");

        given().contentType("application/x-www-form-urlencoded")
                .post(path + "/nhan-tin?lang=vi")
                .then()
                .statusCode(200);
        flow.send();
        assertThat(flow.states(message)).containsExactly("SMS SUPPRESSED");
        assertThat(flow.reasons(message)).containsExactly("opted-out");
        given().contentType("application/x-www-form-urlencoded")
                .formParam("nhan", "EMAIL")
                .post(path + "/nhan-tin?lang=vi");
        assertThat(wishes.of(UUID.fromString(id)).orElseThrow().by())
                .as("a way the contact does not serve")
                .isNull();
        given().contentType("application/x-www-form-urlencoded")
                .formParam("nhan", "SMS")
                .post(path + "/nhan-tin?lang=vi");
        assertThat(wishes.of(UUID.fromString(id)).orElseThrow().by()).isEqualTo(SMS);
    }

    @Test
    void a_contact_that_is_gone_is_written_to_no_more() {
        String id = id(sent("EMAIL", "vui4@example.vn"));
        Flow flow = flow();
        UUID message = tell(flow, id, "RECEIVE");
        Sql.update(source, "update feedback set contact = null where id = ?", UUID.fromString(id));
        flow.send();
        assertThat(flow.states(message)).containsExactly("EMAIL SUPPRESSED");
        assertThat(flow.reasons(message)).containsExactly("no-address");
        assertThat(email.sent).isEmpty();
    }

    @Test
    void somebody_elses_number_is_acknowledged_to_a_few_times_a_day_and_no_more() {
        String contact = phone();
        String last = null;
        for (int i = 0; i <= TellPerson.UNASKED_A_DAY; i++) {
            last = id(sent("SMS", contact));
        }
        assertThat(told(last)).as("it is kept, and its page says so").isEmpty();
        Hotline.answered(last);
        assertThat(told(last)).as("what the house does is told").containsExactly("feedback-answered");
        assertThat(Sql.query(source, "select blind from contact_load", row -> row.getString(1)))
                .noneMatch(blind -> blind.contains(contact.substring(1)));
    }

    @Test
    void a_way_that_the_contact_does_not_serve_is_refused() {
        for (String more : new String[] {
            ",\"toldBy\":\"SMS\"",
            ",\"toldBy\":\"SMS\",\"contact\":\"vui@example.vn\"",
            ",\"toldBy\":\"SMS\",\"contact\":\"+1 202 555 0100\"",
            ",\"toldBy\":\"EMAIL\",\"contact\":\"0912345678\""
        }) {
            assertThat(Hotline.sent(more)).as(more).isNull();
        }
    }

    @Test
    void a_caller_is_told_by_the_way_that_was_read_back_once_they_confirmed_it() {
        Response entered = Hotline.RECEPTION
                .call()
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body("{\"channel\":\"CALL\",\"category\":\"LATENESS\",\"text\":\"Chậm\",\"unit\":\""
                        + vn.motcua.notification.support.Story.MUONG_SAI
                        + "\",\"contact\":\"0912000111\",\"toldBy\":\"SMS\"}")
                .post(Hotline.PATH + "/entries");
        String id = entered.jsonPath().getString("feedbackId");
        assertThat(entered.statusCode()).isEqualTo(201);
        assertThat(told(id)).as("nothing counts yet").isEmpty();
        assertThat(Hotline.RECEPTION.sees(id).getString("toldBy")).isEqualTo("SMS");
        Hotline.RECEPTION
                .act(id, "AMEND", "\"category\":\"LATENESS\",\"text\":\"Chậm\",\"contact\":\"091\",\"toldBy\":\"SMS\"")
                .then()
                .statusCode(400);
        Hotline.RECEPTION.does(
                id,
                "AMEND",
                "\"category\":\"LATENESS\",\"text\":\"Chậm\",\"contact\":\"0912000222\",\"toldBy\":\"SMS\"");
        assertThat(Hotline.RECEPTION.sees(id).getString("contact")).isEqualTo("0912000222");
        assertThat(Hotline.RECEPTION.sees(id).getString("acts")).doesNotContain("0912000111");
        Hotline.RECEPTION.does(id, "CONFIRM", "\"how\":\"READ_BACK\"");

        assertThat(told(id)).containsExactly("feedback-received");
    }

    @Test
    void a_message_is_of_a_dossier_or_of_a_feedback_and_the_database_says_so() {
        String id = id(sent("SMS", phone()));
        UUID message = tell(flow(), id, "RECEIVE");
        String of = " where feedback_id = '" + id + "'";
        for (String table : List.of("message", "delivery", "short_link")) {
            assertThat(Sql.query(source, "select count(*) from " + table + of, row -> row.getInt(1)))
                    .as(table)
                    .containsExactly(1);
            for (String broken : List.of("feedback_id = null", "dossier_id = feedback_id")) {
                assertThatThrownBy(() -> Sql.update(source, "update " + table + " set " + broken + of))
                        .as("%s set %s", table, broken)
                        .hasStackTraceContaining("\"" + table + "_of_one\"");
            }
        }
        assertThatThrownBy(() -> Sql.update(source, "update message set template = 'received' where id = ?", message))
                .hasStackTraceContaining("\"message_of_feedback_says\"");
        assertThatThrownBy(() -> Sql.update(source, "update feedback set told_by = 'POST' where id = ?::uuid", id))
                .hasStackTraceContaining("\"feedback_told_by_check\"");
    }
}
