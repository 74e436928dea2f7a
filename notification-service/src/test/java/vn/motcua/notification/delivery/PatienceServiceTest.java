package vn.motcua.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.notification.delivery.ChannelKind.EMAIL;
import static vn.motcua.notification.delivery.ChannelKind.SMS;
import static vn.motcua.notification.delivery.ChannelKind.WEBHOOK;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.devstack.MovableClock;
import vn.motcua.notification.support.Service;
import vn.motcua.platform.sql.Sql;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;

/** A way that is down keeps a message only for as long as its patience, where another way would reach the person. */
@QuarkusTest
class PatienceServiceTest {
    private static final List<List<ChannelKind>> PHONE = List.of(List.of(WEBHOOK, SMS, EMAIL));

    @Inject
    AgroalDataSource source;

    private final MovableClock clock = new MovableClock();
    private final Down app = new Down(WEBHOOK, true);
    private final Down sms = new Down(SMS, false);
    private final FakeWay email = new FakeWay(EMAIL);
    private Flow flow;

    /** A way that nobody answers at; begins before it learns that, or learns it first. */
    private record Down(ChannelKind kind, boolean begins) implements Way {
        @Override
        public boolean configured() {
            return true;
        }

        @Override
        public boolean repeatable() {
            return kind == WEBHOOK;
        }

        @Override
        public Answer send(Parcel parcel, Begin begin) {
            if (begins && !begin.begin("first", kind == SMS ? 7 : null, kind == SMS ? 1 : null)) {
                return Answer.later("taken-by-another", List.of(), null);
            }
            return Answer.later("unreachable", List.of(), null);
        }
    }

    @BeforeEach
    void begin() {
        Service.ready();
        Flow.forget(source);
        clock.setLegal("2026-11-23T10:00");
        flow = new Flow(source, clock, receipts -> List.of(app, sms, email));
    }

    private void tryFor(Flow sending, Duration time) {
        for (Duration gone = Duration.ZERO; gone.compareTo(time) < 0; gone = gone.plusMinutes(5)) {
            sending.send();
            clock.advance(Duration.ofMinutes(5));
        }
    }

    @Test
    void a_message_leaves_each_way_that_is_down_after_an_hour_and_arrives_by_the_last() {
        UUID message = flow.message(PHONE);

        tryFor(flow, Flow.PATIENCE);
        assertThat(flow.states(message)).containsExactly("WEBHOOK WAITING");
        flow.send();
        assertThat(flow.states(message)).containsExactly("WEBHOOK GIVEN_UP", "SMS WAITING");
        tryFor(flow, Flow.PATIENCE.plusMinutes(10));

        assertThat(flow.states(message)).containsExactly("WEBHOOK GIVEN_UP", "SMS GIVEN_UP", "EMAIL HANDED_OVER");
        assertThat(flow.reasons(message)).containsExactly("patience-over", "patience-over", "");
        assertThat(email.sent).containsExactly(message);
    }

    @Test
    void the_last_way_is_tried_for_as_long_as_the_message_is_of_use() {
        UUID message = flow.message(List.of(List.of(SMS)));
        tryFor(flow, Duration.ofHours(47));
        assertThat(flow.states(message)).containsExactly("SMS WAITING");
        tryFor(flow, Duration.ofHours(2));
        assertThat(flow.states(message)).containsExactly("SMS EXPIRED");
    }

    @Test
    void a_way_behind_that_would_not_reach_the_person_does_not_end_the_patience() {
        flow.address = new Address("0912345678", null);
        UUID withoutAddress = flow.message(List.of(List.of(SMS, EMAIL)));
        tryFor(flow, Duration.ofHours(3));
        assertThat(flow.states(withoutAddress)).containsExactly("SMS WAITING");

        flow.address = new Address("0912345678", "vui@example.vn");
        UUID optedOut = flow.message(List.of(List.of(SMS, EMAIL)));
        new OptOuts(source, clock).set(flow.dossier(optedOut), EnumSet.of(EMAIL));
        tryFor(flow, Duration.ofHours(3));
        assertThat(flow.states(optedOut)).containsExactly("SMS WAITING");
    }

    @Test
    void the_night_does_not_use_up_the_patience() {
        clock.setLegal("2026-11-23T20:30");
        UUID message = flow.message(List.of(List.of(SMS, EMAIL)));
        flow.send();
        clock.setLegal("2026-11-24T07:10");
        flow.send();
        assertThat(flow.states(message)).containsExactly("SMS WAITING");
        clock.setLegal("2026-11-24T07:31");
        flow.send();
        assertThat(flow.states(message)).containsExactly("SMS GIVEN_UP", "EMAIL HANDED_OVER");
    }

    @Test
    void intake_that_does_not_answer_is_not_the_fault_of_a_way() {
        flow.intakeDown = true;
        UUID message = flow.message(List.of(List.of(SMS, EMAIL)));
        tryFor(flow, Duration.ofHours(3));
        flow.intakeDown = false;
        tryFor(flow, Duration.ofMinutes(40));
        assertThat(flow.states(message)).containsExactly("SMS WAITING");
    }

    @Test
    void what_was_never_taken_is_not_in_doubt_when_a_receipt_with_its_reference_comes() {
        Flow begun = new Flow(source, clock, receipts -> List.of(new Down(SMS, true), email));
        UUID message = begun.message(List.of(List.of(SMS, EMAIL)));
        tryFor(begun, Flow.PATIENCE.plusMinutes(10));
        assertThat(begun.states(message)).containsExactly("SMS GIVEN_UP", "EMAIL HANDED_OVER");

        begun.receipts.take("first", "of-another-message", 7, true);

        assertThat(begun.states(message)).containsExactly("SMS GIVEN_UP", "EMAIL HANDED_OVER");
    }

    @Test
    void a_way_taken_out_of_the_configuration_gives_its_messages_to_the_next() {
        UUID message = flow.message(List.of(List.of(SMS, EMAIL)));
        Flow without = new Flow(source, clock, receipts -> List.of(email));

        without.send();

        assertThat(without.states(message)).containsExactly("SMS SUPPRESSED", "EMAIL HANDED_OVER");
        assertThat(without.reasons(message)).contains("not-set-up");
        assertThat(Sql.query(
                        source,
                        "select count(*) from delivery where message_id = ? and state = 'WAITING'",
                        row -> row.getLong(1),
                        message))
                .containsExactly(0L);
    }
}
