package vn.motcua.notification.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static vn.motcua.notification.delivery.ChannelKind.SMS;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import vn.motcua.notification.delivery.FeedbackWishes;
import vn.motcua.notification.delivery.Flow;
import vn.motcua.notification.message.FeedbackFact;
import vn.motcua.notification.message.FeedbackMessages;
import vn.motcua.platform.sql.Sql;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Short messages over real SMPP lines to jsmpp's server, with the real tables behind them. */
@QuarkusTest
class SmsWayServiceTest extends TwoProviders {

    @Inject
    FeedbackMessages feedback;

    @Inject
    FeedbackWishes wishes;

    @Test
    void a_short_message_reaches_the_phone_and_its_receipt_the_ledger() throws Exception {
        UUID message = flow.message(
                "Hồ sơ H52.712.00-261123-0001 đã có kết quả. Cách nhận xem tại: https://example.vn/x/0123456789ab",
                "result-ready",
                PHONE);

        flow.send();

        assertThat(flow.states(message)).containsExactly("SMS HANDED_OVER");
        assertThat(first.text())
                .isEqualTo(
                        "Ho so H52.712.00-261123-0001 da co ket qua. Cach nhan xem tai: https://example.vn/x/0123456789ab");
        assertThat(first.taken.get(0).pdu().getDestAddress()).isEqualTo("84912345678");
        assertThat(first.taken.get(0).pdu().getSourceAddr()).isEqualTo("MOTCUA");
        first.receipt(first.taken.get(0), "DELIVRD", true);
        assertThat(flow.states(message)).containsExactly("SMS DELIVERED");
        assertThat(second.taken).isEmpty();
    }

    @Test
    void whoever_gave_a_feedback_is_told_on_the_phone_they_left_and_its_receipt_reaches_the_ledger() throws Exception {
        Flow told = new Flow(source, clock, receipts -> List.of(new SmsWay(lines(receipts), 0)), Map.of(), wishes);
        providers.forEach(SmppProvider::keepBound);
        await().atMost(SOON).until(() -> providers.stream().allMatch(SmppProvider::ready));
        UUID message = feedback.told(told, clock, SMS, "+84 912 345 679", FeedbackFact.ANSWERED);

        told.send();
        told.send();

        assertThat(first.taken.get(0).pdu().getDestAddress()).isEqualTo("84912345679");
        assertThat(first.text()).isEqualTo(Gsm7.plain(feedback.shortText(message)));
        assertThat(told.states(message)).containsExactly("SMS HANDED_OVER");
        first.receipt(first.taken.get(first.taken.size() - 1), "DELIVRD", true);
        assertThat(told.states(message)).containsExactly("SMS DELIVERED");
        assertThat(number("select segments from sms_month where unit = '" + Flow.UNIT + "'"))
                .isEqualTo(first.taken.size());
    }

    @Test
    void a_message_without_words_rings_nobody_and_goes_by_letter() {
        UUID message = flow.message(" ", "result-ready", PHONE);
        flow.send();
        assertThat(flow.states(message)).containsExactly("SMS SUPPRESSED", "EMAIL HANDED_OVER");
        assertThat(flow.reasons(message)).contains("no-short-text");
        assertThat(first.taken).isEmpty();
    }

    @Test
    void a_long_message_goes_in_segments_of_one_reference_and_arrives_when_all_have() throws Exception {
        String text = "Hồ sơ 0001 cần bổ sung. ".repeat(10) + "Xem tại: https://example.vn/x/0123456789ab";
        UUID message = flow.message(text, "supplement", PHONE);

        flow.send();

        assertThat(first.taken).hasSize(2);
        assertThat(first.text()).isEqualTo(Gsm7.plain(text));
        assertThat(first.taken).allMatch(segment -> segment.pdu().isUdhi());
        assertThat(first.taken.get(0).pdu().getShortMessage()[3])
                .isEqualTo(first.taken.get(1).pdu().getShortMessage()[3]);
        first.receipt(first.taken.get(1), "DELIVRD", false);
        assertThat(flow.states(message)).containsExactly("SMS HANDED_OVER");
        first.receipt(first.taken.get(0), "DELIVRD", false);
        assertThat(flow.states(message)).containsExactly("SMS DELIVERED");
        assertThat(number("select segments from sms_month")).isEqualTo(2);
    }

    @Test
    void a_message_with_diacritics_that_cost_nothing_keeps_them() {
        UUID message = flow.message("Hồ sơ 0001 đã có kết quả", "result-ready", PHONE);
        flow.send();
        assertThat(flow.states(message)).containsExactly("SMS HANDED_OVER");
        assertThat(first.taken.get(0).pdu().getDataCoding()).isEqualTo((byte) 8);
        assertThat(first.text()).isEqualTo("Hồ sơ 0001 đã có kết quả");
    }

    @Test
    void a_throttled_provider_is_left_alone_and_the_second_takes_the_message_once() {
        first.then(Smsc.Mood.THROTTLE);
        UUID one = flow.message(PHONE);
        UUID two = flow.message(PHONE);

        flow.send();

        assertThat(flow.states(one)).containsExactly("SMS HANDED_OVER");
        assertThat(flow.states(two)).containsExactly("SMS HANDED_OVER");
        assertThat(first.taken).isEmpty();
        assertThat(second.taken).hasSize(2);
    }

    @Test
    void what_both_providers_throttle_is_tried_later() {
        first.then(Smsc.Mood.THROTTLE);
        second.then(Smsc.Mood.THROTTLE);
        UUID message = flow.message(PHONE);
        flow.send();
        assertThat(flow.states(message)).containsExactly("SMS WAITING");

        await().atMost(SOON).until(() -> providers.stream().allMatch(SmppProvider::ready));
        clock.advance(Duration.ofMinutes(1));
        flow.send();
        assertThat(flow.states(message)).containsExactly("SMS HANDED_OVER");
        assertThat(first.taken.size() + second.taken.size()).isEqualTo(1);
    }

    @Test
    void the_rest_of_a_message_of_which_a_part_was_taken_waits_for_the_same_provider() {
        first.then(Smsc.Mood.TAKE, Smsc.Mood.THROTTLE);
        UUID message = flow.message("a".repeat(200), "supplement", PHONE);
        flow.send();
        assertThat(flow.states(message)).containsExactly("SMS WAITING");

        await().atMost(SOON).until(() -> providers.get(0).ready());
        clock.advance(Duration.ofMinutes(1));
        flow.send();

        assertThat(flow.states(message)).containsExactly("SMS HANDED_OVER");
        assertThat(first.text()).isEqualTo("a".repeat(200));
        assertThat(first.taken)
                .extracting(Smsc.Taken::ref)
                .containsOnly(first.taken.get(0).ref());
        assertThat(second.taken).isEmpty();
    }

    @Test
    void a_message_half_sent_is_finished_at_night_and_without_money() {
        flow = new Flow(
                source,
                clock,
                receipts -> List.of(new SmsWay(List.of(providers.get(0)), 0), email),
                Map.of(Flow.UNIT, 300L));
        first.then(Smsc.Mood.TAKE, Smsc.Mood.THROTTLE);
        clock.setLegal("2026-11-23T20:59:50");
        UUID half = flow.message("a".repeat(200), "supplement", PHONE);
        flow.send();
        assertThat(flow.states(half)).containsExactly("SMS WAITING");

        await().atMost(SOON).until(() -> providers.get(0).ready());
        clock.setLegal("2026-11-23T21:01");
        flow.send();
        assertThat(flow.states(half)).containsExactly("SMS HANDED_OVER");
        assertThat(first.text()).isEqualTo("a".repeat(200));

        UUID next = flow.message(PHONE);
        clock.setLegal("2026-11-24T08:00");
        flow.send();
        assertThat(flow.states(next)).containsExactly("SMS SUPPRESSED", "EMAIL HANDED_OVER");
    }

    @Test
    void a_number_that_no_provider_takes_is_told_by_letter() {
        first.then(Smsc.Mood.REFUSE);
        UUID message = flow.message(PHONE);
        flow.send();
        assertThat(flow.states(message)).containsExactly("SMS FAILED", "EMAIL HANDED_OVER");
        assertThat(flow.reasons(message)).contains("status-b");
        assertThat(second.taken).isEmpty();
    }

    @Test
    void what_the_first_provider_does_not_want_goes_by_the_second() {
        first.then(Smsc.Mood.NOT_YOU);
        UUID message = flow.message(PHONE);
        flow.send();
        assertThat(flow.states(message)).containsExactly("SMS HANDED_OVER");
        assertThat(first.taken).isEmpty();
        assertThat(second.taken).hasSize(1);
    }

    @Test
    void what_no_provider_wants_is_told_by_letter() {
        first.then(Smsc.Mood.NOT_YOU);
        second.then(Smsc.Mood.NOT_YOU);
        UUID message = flow.message(PHONE);
        flow.send();
        assertThat(flow.states(message)).containsExactly("SMS FAILED", "EMAIL HANDED_OVER");
        assertThat(flow.reasons(message)).contains("status-a");
    }

    @Test
    void what_the_first_provider_does_not_want_waits_for_a_second_that_is_busy() {
        first.then(Smsc.Mood.NOT_YOU);
        second.then(Smsc.Mood.THROTTLE);
        UUID message = flow.message(PHONE);
        flow.send();
        assertThat(flow.states(message)).containsExactly("SMS WAITING");
    }

    @Test
    void an_answer_that_is_lost_leaves_one_message_which_its_receipt_finds_by_reference() throws Exception {
        first.then(Smsc.Mood.DROP_ANSWER);
        UUID message = flow.message(PHONE);
        flow.send();
        assertThat(flow.states(message)).containsExactly("SMS UNKNOWN");

        first.receipt(first.taken.get(0), "DELIVRD", true);
        first.receipt(first.taken.get(0), "DELIVRD", true);
        clock.advance(Flow.WINDOW.plusMinutes(1));
        flow.send();

        assertThat(flow.states(message)).containsExactly("SMS DELIVERED");
        assertThat(first.taken).hasSize(1);
        assertThat(second.taken).isEmpty();
        assertThat(email.sent).isEmpty();
    }

    @Test
    void a_message_that_failed_by_one_segment_is_billed_for_the_other_whose_answer_was_lost() throws Exception {
        first.then(Smsc.Mood.TAKE, Smsc.Mood.DROP_ANSWER);
        UUID message = flow.message("a".repeat(200), "supplement", PHONE);
        flow.send();
        assertThat(flow.states(message)).containsExactly("SMS UNKNOWN");

        first.receipt(first.taken.get(0), "UNDELIV", true);
        assertThat(flow.states(message)).contains("SMS FAILED");
        first.receipt(first.taken.get(1), "DELIVRD", true);

        assertThat(flow.states(message)).contains("SMS FAILED");
        assertThat(Sql.query(source, "select reference from sms_part order by number", row -> row.getString(1)))
                .containsExactly(first.taken.get(0).id(), first.taken.get(1).id());
        assertThat(number("select segments from sms_month")).isEqualTo(2);
        assertThat(number("select count(*) from sms_receipt")).isZero();
    }

    @Test
    void a_provider_that_dies_with_the_message_never_gets_it_again_and_the_letter_goes_after_the_window()
            throws Exception {
        first.then(Smsc.Mood.DIE);
        UUID message = flow.message(PHONE);
        flow.send();
        assertThat(flow.states(message)).containsExactly("SMS UNKNOWN");

        clock.advance(Flow.WINDOW.plusMinutes(1));
        flow.send();
        assertThat(flow.states(message)).containsExactly("SMS GIVEN_UP", "EMAIL HANDED_OVER");
        assertThat(first.taken.size() + second.taken.size()).isEqualTo(1);
    }

    @Test
    void the_ledger_equals_what_the_providers_took_and_the_receipts_they_gave() throws Exception {
        first.then(
                Smsc.Mood.TAKE,
                Smsc.Mood.THROTTLE,
                Smsc.Mood.TAKE,
                Smsc.Mood.DROP_ANSWER,
                Smsc.Mood.REFUSE,
                Smsc.Mood.TAKE);
        for (int i = 0; i < 12; i++) {
            flow.message(PHONE);
            flow.send();
        }
        List<Smsc.Taken> all = new ArrayList<>(first.taken);
        all.addAll(second.taken);
        int n = 0;
        for (Smsc smsc : List.of(first, second)) {
            for (Smsc.Taken segment : smsc.taken) {
                String state = n++ % 3 == 0 ? "UNDELIV" : "DELIVRD";
                smsc.receipt(segment, "ENROUTE", true);
                smsc.receipt(segment, state, true);
                smsc.receipt(segment, state, true);
            }
        }
        clock.advance(Flow.WINDOW.plusMinutes(1));
        flow.send();

        assertThat(Sql.query(source, "select reference from sms_part order by 1", row -> row.getString(1)))
                .containsExactlyInAnyOrderElementsOf(
                        all.stream().map(Smsc.Taken::id).toList());
        assertThat(number("select count(*) from sms_part where receipt is null"))
                .isZero();
        assertThat(number("select count(*) from sms_part where receipt = 'FAILED'"))
                .isEqualTo((all.size() + 2) / 3);
        assertThat(number("select segments from sms_month")).isEqualTo(all.size());
        assertThat(number("select count(*) from delivery where state = 'UNKNOWN'"))
                .isZero();
        assertThat(number("select count(*) from sms_receipt")).isZero();
    }
}
