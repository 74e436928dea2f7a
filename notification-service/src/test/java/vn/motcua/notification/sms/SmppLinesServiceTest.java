package vn.motcua.notification.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.quarkus.test.junit.QuarkusTest;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.session.connection.Connection;
import org.junit.jupiter.api.Test;

import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Lines to providers: how they break and return, and what comes back over them. */
@QuarkusTest
class SmppLinesServiceTest extends TwoProviders {
    @Test
    void a_receipt_is_read_by_its_parameters_whatever_its_text_says() throws Exception {
        UUID arrived = flow.message(PHONE);
        flow.send();
        UUID failed = flow.message(PHONE);
        flow.send();
        Smsc.Taken one = first.taken.get(0);
        Smsc.Taken two = first.taken.get(1);

        first.receipt(one, "done", List.of(id(one.id()), state(1)));
        assertThat(flow.states(arrived)).as("enroute").containsExactly("SMS HANDED_OVER");
        first.receipt(one, "", List.of(id(one.id()), state(2)));
        first.receipt(two, "id:of-another sub:001 dlvrd:001 stat:DELIVRD", List.of(unterminated(two.id()), state(5)));

        assertThat(flow.states(arrived)).containsExactly("SMS DELIVERED");
        assertThat(flow.states(failed)).contains("SMS FAILED");
    }

    @Test
    void a_receipt_that_names_no_message_is_counted_and_acknowledged() throws Exception {
        UUID message = flow.message(PHONE);
        flow.send();
        Smsc.Taken segment = first.taken.get(0);

        first.receipt(segment, "sub:001 dlvrd:001 stat:DELIVRD err:000", List.of());
        first.receipt(segment, "sub:001 dlvrd:001 stat:DELIVRD err:000", List.of(state(2)));
        first.receipt(segment, "nothing anybody could read", List.of(id(segment.id())));

        assertThat(flow.states(message)).containsExactly("SMS HANDED_OVER");
        assertThat(number("select count(*) from sms_receipt")).isZero();
        assertThat(flow.meters
                        .get("motcua.sms.receipts")
                        .tag("result", "UNREADABLE")
                        .counter()
                        .count())
                .isEqualTo(3);
    }

    private static OptionalParameter id(String id) {
        return new OptionalParameter.Receipted_message_id(id);
    }

    private static OptionalParameter unterminated(String id) {
        return new OptionalParameter.Receipted_message_id(id.getBytes(StandardCharsets.US_ASCII));
    }

    private static OptionalParameter state(int state) {
        return new OptionalParameter.Message_state((byte) state);
    }

    @Test
    void a_line_that_broke_is_bound_again_and_meanwhile_the_second_provider_sends() throws Exception {
        first.close();
        await().atMost(SOON).until(() -> !providers.get(0).ready());
        UUID meanwhile = flow.message(PHONE);
        flow.send();
        assertThat(second.taken).hasSize(1);
        assertThat(flow.states(meanwhile)).containsExactly("SMS HANDED_OVER");

        first.open();
        await().atMost(SOON).until(() -> {
            providers.forEach(SmppProvider::keepBound);
            return providers.get(0).ready();
        });
        flow.message(PHONE);
        flow.send();
        assertThat(first.taken).hasSize(1);
    }

    @Test
    void a_provider_that_answers_nothing_does_not_hold_up_the_return_of_the_other() throws Exception {
        try (ServerSocket silent = new ServerSocket(0)) {
            SmppProvider dead =
                    new SmppProvider(new Line("first", silent.getLocalPort(), Duration.ofMinutes(1)), flow.receipts);
            SmppProvider alive = new SmppProvider(new Line("second", second.port()), flow.receipts);
            SmsWay way = new SmsWay(List.of(dead, alive), 0);
            way.start(null);
            await().atMost(SOON).until(alive::ready);
            second.close();
            await().atMost(SOON).until(() -> !alive.ready());
            second.open();
            await().atMost(SOON).until(alive::ready);

            assertTimeoutPreemptively(Duration.ofSeconds(20), () -> way.stop(null));
            assertThat(alive.ready()).isFalse();
        }
    }

    @Test
    void a_provider_whose_line_stands_but_that_answers_no_segment_puts_few_messages_in_doubt() {
        first.then(Smsc.Mood.DROP_ANSWER, Smsc.Mood.DROP_ANSWER, Smsc.Mood.DROP_ANSWER);
        for (int i = 0; i < 3; i++) {
            flow.message(PHONE);
            flow.send();
        }
        assertThat(first.bound()).isEqualTo(1);

        UUID next = flow.message(PHONE);
        flow.send();

        assertThat(flow.states(next)).containsExactly("SMS HANDED_OVER");
        assertThat(first.taken).hasSize(3);
        assertThat(second.taken).hasSize(1);
        await().atMost(SOON).until(() -> providers.get(0).ready());
        flow.message(PHONE);
        flow.send();
        assertThat(first.taken).as("asked again after a pause").hasSize(4);
    }

    @Test
    void a_provider_nobody_takes_the_call_of_is_given_up_soon() throws Exception {
        List<Connection> waiting = new ArrayList<>();
        try (ServerSocket full = new ServerSocket(0, 1)) {
            Duration soon = Duration.ofMillis(200);
            assertThatThrownBy(() -> {
                        for (int i = 0; i < 10; i++) {
                            waiting.add(SmppProvider.connected("localhost", full.getLocalPort(), soon));
                        }
                    })
                    .isInstanceOf(SocketTimeoutException.class);
        } finally {
            for (Connection each : waiting) {
                each.close();
            }
        }
    }

    @Test
    void a_provider_that_was_never_bound_has_lost_nothing() {
        SmppProvider never = new SmppProvider(new Line("first", first.port()), flow.receipts);
        Submission answer = never.submit("0912345678", Segments.of("x", Segments.Encoding.GSM7), 0, 7);
        assertThat(answer.outcome()).isEqualTo(Submission.Outcome.BUSY);
    }
}
