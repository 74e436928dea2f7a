package vn.motcua.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static vn.motcua.notification.delivery.ChannelKind.EMAIL;
import static vn.motcua.notification.delivery.ChannelKind.SMS;
import static vn.motcua.notification.delivery.ChannelKind.WEBHOOK;

import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.Arc;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.devstack.MovableClock;
import vn.motcua.notification.NotificationConfig;
import vn.motcua.notification.support.Service;
import vn.motcua.platform.sql.Sql;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

/** Sending on the real tables with ways that answer as they are told. */
@QuarkusTest
class SenderServiceTest {
    private static final List<List<ChannelKind>> PHONE = List.of(List.of(SMS, EMAIL));

    @Inject
    AgroalDataSource source;

    @Inject
    NotificationConfig config;

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
    void a_message_goes_by_its_first_way_and_arrives_with_its_receipt() {
        UUID message = flow.message(PHONE);

        flow.send();
        assertThat(flow.states(message)).containsExactly("SMS HANDED_OVER");
        flow.receipts.take("first", reference(message), null, true);

        assertThat(flow.states(message)).containsExactly("SMS DELIVERED");
        assertThat(sms.sent).containsExactly(message);
        assertThat(email.sent).isEmpty();
    }

    @Test
    void a_process_that_dies_between_hand_over_and_record_leaves_one_message_and_no_double() {
        sms.then(new FakeWay.Killed());
        UUID message = flow.message(PHONE);
        assertThatThrownBy(flow::send).isInstanceOf(FakeWay.Killed.class);

        Flow other = new Flow(source, clock, receipts -> List.of(sms, email));
        other.send();
        assertThat(other.states(message)).as("the lease runs").containsExactly("SMS SENDING");
        clock.advance(Flow.LEASE.plusSeconds(1));
        other.send();
        assertThat(other.states(message)).containsExactly("SMS UNKNOWN");
        clock.advance(Flow.WINDOW.minusSeconds(1));
        other.send();
        assertThat(other.states(message)).containsExactly("SMS UNKNOWN");
        clock.advance(Duration.ofSeconds(2));
        other.send();

        assertThat(other.states(message)).containsExactly("SMS GIVEN_UP", "EMAIL HANDED_OVER");
        assertThat(sms.sent).containsExactly(message);
        assertThat(email.sent).containsExactly(message);
    }

    @Test
    void what_can_be_tried_again_is_until_it_is_of_no_use_and_what_cannot_is_not() {
        Answer later = Answer.later("busy", List.of(), null);
        sms.then(later, later, later);
        UUID message = flow.message(PHONE);
        for (int i = 0; i < 3; i++) {
            flow.send();
            assertThat(flow.states(message)).containsExactly("SMS WAITING");
            clock.advance(Duration.ofMinutes(19));
        }
        flow.send();
        assertThat(flow.states(message)).containsExactly("SMS HANDED_OVER");

        sms.then(Answer.refused("status-b", List.of()));
        UUID never = flow.message(PHONE);
        flow.send();
        flow.send();
        assertThat(flow.states(never)).containsExactly("SMS FAILED", "EMAIL HANDED_OVER");
    }

    @Test
    void a_message_that_could_not_go_for_two_days_expires() {
        flow.intakeDown = true;
        UUID message = flow.message(PHONE);
        for (int hours = 0; hours < 50; hours++) {
            flow.send();
            clock.advance(Duration.ofHours(1));
        }
        assertThat(flow.states(message)).containsExactly("SMS EXPIRED");
        assertThat(sms.sent).isEmpty();
    }

    @Test
    void two_replicas_at_once_send_each_message_once() {
        Flow other = new Flow(source, clock, receipts -> List.of(sms, email));
        List<UUID> messages = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            messages.add(flow.message(PHONE));
        }
        CompletableFuture.allOf(CompletableFuture.runAsync(flow::send), CompletableFuture.runAsync(other::send))
                .join();

        assertThat(sms.sent).containsExactlyInAnyOrderElementsOf(messages);
    }

    @Test
    void who_claims_an_abandoned_row_wins_and_the_older_claim_begins_nothing() {
        UUID message = flow.message(PHONE);
        Deliveries deliveries = flow.deliveries;
        Claimed older = claimed(deliveries, message);
        assertThat(deliveries.claim(SMS, 50)).as("leased").noneMatch(each -> each.message()
                .equals(message));
        clock.advance(Flow.LEASE.plusSeconds(1));
        Claimed newer = claimed(deliveries, message);

        assertThat(deliveries.begin(older, "first", 1, 1)).isFalse();
        assertThat(deliveries.begin(newer, "first", 1, 1)).isTrue();
    }

    private static Claimed claimed(Deliveries deliveries, UUID message) {
        return deliveries.claim(SMS, 50).stream()
                .filter(each -> each.message().equals(message))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void what_the_receiver_recognises_is_repeated_after_a_kill_and_after_a_lost_answer() {
        FakeWay app = new FakeWay(WEBHOOK, true).then(new FakeWay.Killed(), Answer.lost("no-answer", List.of()));
        Flow withApp = new Flow(source, clock, receipts -> List.of(app));
        UUID message = withApp.message(List.of(List.of(WEBHOOK)));
        assertThatThrownBy(withApp::send).isInstanceOf(FakeWay.Killed.class);
        clock.advance(Flow.LEASE.plusSeconds(1));
        withApp.send();
        clock.advance(Duration.ofMinutes(1));
        withApp.send();

        assertThat(withApp.states(message)).containsExactly("WEBHOOK HANDED_OVER");
        assertThat(new HashSet<>(app.sent)).isEqualTo(Set.of(message));
        assertThat(app.sent).hasSize(3);
    }

    @Test
    void the_threads_of_a_replica_send_what_is_due_and_end_with_it() throws InterruptedException {
        List<UUID> messages = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            messages.add(flow.message(PHONE));
        }
        Sender sender = flow.sender(config);
        sender.start(null);
        await().atMost(Service.SOON).until(() -> sms.sent.size() == messages.size());
        messages.add(flow.message(PHONE));
        await().atMost(Service.SOON).until(() -> sms.sent.size() == messages.size());
        sender.stop(null);

        assertThat(sms.sent).containsExactlyInAnyOrderElementsOf(messages);
        assertThat(flow.meters.get("motcua.deliveries.oldest.seconds").gauge().value())
                .isZero();
    }

    @Test
    void a_way_that_answers_slowly_holds_up_no_other() throws InterruptedException {
        CountDownLatch answered = new CountDownLatch(1);
        Way slow = new Slow(answered);
        Flow both = new Flow(source, clock, receipts -> List.of(slow, email));
        for (int i = 0; i < 2 * config.sending().threads(); i++) {
            both.message(List.of(List.of(WEBHOOK)));
        }
        Sender sender = both.sender(config);
        sender.start(null);
        try {
            await().atMost(Service.SOON)
                    .until(() -> count("select count(*) from delivery where state = 'SENDING'")
                            == config.sending().threads());
            UUID letter = both.message(List.of(List.of(EMAIL)));
            await().atMost(Service.SOON).until(() -> email.sent.contains(letter));
        } finally {
            answered.countDown();
            sender.stop(null);
        }
    }

    /** Begins and answers when it is let. */
    private record Slow(CountDownLatch answered) implements Way {
        @Override
        public ChannelKind kind() {
            return WEBHOOK;
        }

        @Override
        public boolean configured() {
            return true;
        }

        @Override
        public Answer send(Parcel parcel, Begin begin) {
            begin.begin("slow", null, null);
            try {
                answered.await();
            } catch (InterruptedException ending) {
                Thread.currentThread().interrupt();
            }
            return Answer.taken(List.of());
        }
    }

    @Test
    void at_the_end_the_sender_stops_before_the_lines_of_the_ways_are_closed() {
        List<String> stopping = Arc.container().beanManager().resolveObserverMethods(new ShutdownEvent()).stream()
                .map(each -> each.getBeanClass().getSimpleName())
                .toList();
        assertThat(stopping).containsSubsequence("Sender", "SmsWay");
    }

    @Test
    void without_a_way_there_is_no_thread() throws InterruptedException {
        Flow none = new Flow(source, clock, receipts -> List.of());
        Sender sender = none.sender(config);
        sender.start(null);
        sender.stop(null);

        assertThat(none.meters.getMeters()).isEmpty();
    }

    @Test
    void the_figures_say_how_fast_it_was_handed_over() {
        flow.message(PHONE);
        clock.advance(Duration.ofSeconds(4));
        flow.send();

        assertThat(flow.meters
                        .get("motcua.hand.over")
                        .tag("channel", "SMS")
                        .timer()
                        .totalTime(java.util.concurrent.TimeUnit.SECONDS))
                .isEqualTo(4);
        assertThat(flow.meters
                        .get("motcua.deliveries")
                        .tag("outcome", "TAKEN")
                        .counter()
                        .count())
                .isEqualTo(1);
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

    @Test
    void a_reminder_of_what_was_announced_days_ago_is_no_slow_message() {
        flow.message("Ho so 0001", "collect-reminder", PHONE);
        flow.send();
        assertThat(sms.sent).hasSize(1);
        assertThat(flow.meters.find("motcua.act.to.hand.over").timer()).isNull();
        assertThat(flow.meters.get("motcua.hand.over").timer().count()).isEqualTo(1);
    }
}
