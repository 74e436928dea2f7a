package vn.motcua.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.notification.delivery.ChannelKind.EMAIL;
import static vn.motcua.notification.delivery.ChannelKind.SMS;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.devstack.MovableClock;
import vn.motcua.notification.person.ContactSeal;
import vn.motcua.notification.support.Service;
import vn.motcua.platform.sql.Sql;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** Which message a receipt belongs to, on the real tables, with ways that answer as they are told. */
@QuarkusTest
class ReceiptsServiceTest {
    private static final List<List<ChannelKind>> PHONE = List.of(List.of(SMS, EMAIL));

    @Inject
    AgroalDataSource source;

    @Inject
    ForgetReceipts forgetReceipts;

    @Inject
    ForgetTokens forgetTokens;

    @Inject
    ContactSeal seal;

    private final MovableClock clock = new MovableClock();
    private final FakeWay sms = new FakeWay(SMS);
    private final FakeWay email = new FakeWay(EMAIL);
    private Flow flow;

    @BeforeEach
    void begin() {
        Service.ready();
        Flow.forget(source);
        clock.setLegal("2026-11-23T10:00");
        flow = new Flow(source, clock, receipts -> List.of(sms, email));
    }

    @Test
    void a_failed_receipt_takes_the_next_way_once_though_it_is_told_twice() {
        UUID message = flow.message(PHONE);
        flow.send();

        flow.receipts.take("first", reference(message), null, false);
        flow.receipts.take("first", reference(message), null, false);
        flow.receipts.take("first", reference(message), null, true);
        flow.send();

        assertThat(flow.states(message)).containsExactly("SMS FAILED", "EMAIL HANDED_OVER");
        assertThat(email.sent).containsExactly(message);
    }

    @Test
    void a_receipt_that_is_faster_than_the_answer_is_not_lost() {
        UUID message = flow.message(PHONE);
        String delivery = Sql.query(
                        source, "select id::text from delivery where message_id = ?", row -> row.getString(1), message)
                .get(0);
        flow.receipts.take("first", "ref-" + delivery, 7, true);

        flow.send();

        assertThat(flow.states(message)).containsExactly("SMS DELIVERED");
        assertThat(count("select count(*) from sms_receipt")).isZero();
    }

    private UUID asked(String token) {
        UUID message = flow.message("Moi danh gia: https://example.vn/danh-gia/{token}", "returned", PHONE);
        Sql.update(
                source,
                "update message set letter = short, token = ? where id = ?",
                token == null ? null : seal.seal(token),
                message);
        return message;
    }

    private boolean forgotten(UUID message) {
        forgetTokens.forget(clock.instant(), 100);
        return Sql.query(source, "select token is null from message where id = ?", row -> row.getBoolean(1), message)
                .get(0);
    }

    @Test
    void the_token_of_a_question_is_said_by_each_way_and_forgotten_when_none_is_left_to_say_it() {
        String said = "Moi danh gia: https://example.vn/danh-gia/0123456789AB";
        sms.then(Answer.later("busy", List.of(), null), Answer.lost("line-broke", List.of()));
        UUID message = asked("0123456789AB");
        assertThat(forgotten(message)).as("waits").isFalse();
        flow.send();
        assertThat(flow.states(message)).containsExactly("SMS WAITING");
        assertThat(forgotten(message)).as("tried again").isFalse();
        clock.advance(Duration.ofMinutes(5));
        flow.send();
        assertThat(flow.states(message)).containsExactly("SMS UNKNOWN");
        assertThat(forgotten(message)).as("in doubt").isFalse();
        clock.advance(Flow.WINDOW.plusMinutes(1));
        flow.send();
        assertThat(flow.states(message)).containsExactly("SMS GIVEN_UP", "EMAIL HANDED_OVER");
        assertThat(sms.said).containsExactly(said);
        assertThat(email.said).containsExactly(said);
        assertThat(forgotten(message)).as("may come back").isFalse();
        clock.advance(Duration.ofHours(48));
        assertThat(forgotten(message)).as("too late to be said").isTrue();
    }

    @Test
    void a_token_is_forgotten_with_the_receipt_and_a_text_whose_token_is_gone_leads_to_the_door() {
        UUID arrived = asked("0123456789AB");
        flow.send();
        assertThat(forgotten(arrived)).isFalse();
        flow.receipts.take("first", reference(arrived), null, true);
        assertThat(forgotten(arrived)).isTrue();

        asked(null);
        UUID otherKey = asked(null);
        Sql.update(source, "update message set token = ? where id = ?", new byte[40], otherKey);
        flow.send();
        assertThat(sms.said.subList(1, 3)).containsOnly("Moi danh gia: https://example.vn/danh-gia/");
    }

    @Test
    void a_receipt_that_belongs_to_no_message_is_forgotten_after_three_days() {
        flow.receipts.take("first", "old", null, true);
        clock.advance(Duration.ofHours(1));
        flow.receipts.take("first", "young", null, true);
        clock.advance(Duration.ofHours(71).plusMinutes(30));

        assertThat(forgetReceipts.forget(clock.instant(), 100)).isOne();
        assertThat(Sql.query(source, "select reference from sms_receipt", row -> row.getString(1)))
                .containsExactly("young");
        assertThat(forgetReceipts.round()).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void an_unknown_hand_over_finds_its_receipt_by_reference_and_stands_in_the_ledger() {
        sms.then(Answer.lost("no-answer", List.of()));
        UUID message = flow.message(PHONE);
        flow.send();
        assertThat(flow.states(message)).containsExactly("SMS UNKNOWN");

        flow.receipts.take("first", "provider-id-1", 7, true);
        clock.advance(Flow.WINDOW.plusSeconds(1));
        flow.send();

        assertThat(flow.states(message)).containsExactly("SMS DELIVERED");
        assertThat(email.sent).isEmpty();
        assertThat(count("select count(*) from sms_part where reference = 'provider-id-1' and receipt = 'DELIVERED'"))
                .isEqualTo(1);
    }

    @Test
    void a_segment_without_an_answer_finds_its_receipt_where_another_segment_of_the_message_has_failed() {
        sms.of(2).then(Answer.lost("no-answer", List.of(new Answer.Part(1, "answered"))));
        UUID message = flow.message(PHONE);
        flow.receipts.take("first", "answered", 7, false);
        flow.receipts.take("first", "unanswered", 7, true);

        flow.send();

        assertThat(flow.states(message)).containsExactly("SMS FAILED", "EMAIL HANDED_OVER");
        assertThat(Sql.query(
                        source,
                        "select number || ' ' || reference || ' ' || receipt from sms_part order by number",
                        row -> row.getString(1)))
                .containsExactly("1 answered FAILED", "2 unanswered DELIVERED");
        assertThat(count("select count(*) from sms_receipt")).isZero();
    }

    @Test
    void a_receipt_that_could_mean_two_unknown_messages_means_none() {
        sms.then(Answer.lost("no-answer", List.of()), Answer.lost("no-answer", List.of()));
        UUID one = flow.message(PHONE);
        UUID two = flow.message(PHONE);
        flow.send();

        flow.receipts.take("first", "provider-id-2", 7, true);

        assertThat(flow.states(one)).containsExactly("SMS UNKNOWN");
        assertThat(flow.states(two)).containsExactly("SMS UNKNOWN");
        clock.advance(Flow.WINDOW.plusSeconds(1));
        flow.send();
        assertThat(flow.states(one)).as("past the window").containsExactly("SMS GIVEN_UP", "EMAIL HANDED_OVER");
        assertThat(flow.states(two)).as("past the window").containsExactly("SMS GIVEN_UP", "EMAIL HANDED_OVER");
        assertThat(count("select count(*) from sms_part")).isZero();
    }

    @Test
    void a_receipt_that_could_mean_a_message_which_is_of_no_use_by_now_is_not_taken_for_another() {
        sms.then(Answer.lost("no-answer", List.of()));
        UUID former = flow.message(PHONE);
        flow.send();
        clock.advance(Flow.WINDOW.plusSeconds(1));
        flow.send();
        clock.advance(Duration.ofHours(46).plusMinutes(30));
        sms.then(Answer.lost("no-answer", List.of()));
        UUID later = flow.message(PHONE);
        flow.send();
        assertThat(flow.states(later)).containsExactly("SMS UNKNOWN");

        flow.receipts.take("first", "provider-id-5", 7, true);
        clock.advance(Flow.WINDOW.plusSeconds(1));
        flow.send();

        assertThat(flow.states(former)).containsExactly("SMS GIVEN_UP", "EMAIL HANDED_OVER");
        assertThat(flow.states(later)).containsExactly("SMS GIVEN_UP", "EMAIL HANDED_OVER");
    }

    @Test
    void an_answer_that_is_lost_after_an_unclear_receipt_came_learns_nothing_from_it() {
        sms.then(Answer.lost("no-answer", List.of()));
        UUID one = flow.message(PHONE);
        flow.send();
        flow.receipts.take("second", "provider-id-6", 7, true);
        Sql.update(source, "update sms_receipt set provider = 'first'");
        sms.then(Answer.lost("no-answer", List.of()));
        UUID two = flow.message(PHONE);
        flow.send();

        assertThat(flow.states(one)).containsExactly("SMS UNKNOWN");
        assertThat(flow.states(two)).containsExactly("SMS UNKNOWN");
    }

    @Test
    void a_receipt_after_the_next_way_was_taken_is_written_and_undoes_nothing() {
        sms.then(Answer.lost("no-answer", List.of()));
        UUID message = flow.message(PHONE);
        flow.send();
        clock.advance(Flow.WINDOW.plusSeconds(1));
        flow.send();

        flow.receipts.take("first", "provider-id-3", 7, true);

        assertThat(flow.states(message)).containsExactly("SMS DELIVERED", "EMAIL HANDED_OVER");
    }

    @Test
    void a_receipt_long_after_it_was_given_up_means_another_message_with_the_same_reference() {
        sms.then(Answer.lost("no-answer", List.of()));
        UUID message = flow.message(PHONE);
        flow.send();
        clock.advance(Flow.WINDOW.plusSeconds(1));
        flow.send();
        clock.advance(Duration.ofHours(49));

        flow.receipts.take("first", "provider-id-4", 7, true);

        assertThat(flow.states(message)).containsExactly("SMS GIVEN_UP", "EMAIL HANDED_OVER");
    }

    private String reference(UUID message) {
        return Sql.query(
                        source,
                        "select p.reference from sms_part p join delivery d on d.id = p.delivery_id where d.message_id = ?",
                        row -> row.getString(1),
                        message)
                .get(0);
    }

    private long count(String sql) {
        return Sql.query(source, sql, row -> row.getLong(1)).get(0);
    }
}
