package vn.motcua.notification.delivery;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jboss.logging.Logger;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Sends one delivery: looks whether it may go, asks for the address, writes that it leaves, sends, writes what came of it. What is
 * remote happens between the transactions; whoever dies there leaves SENDING behind, which {@link Overdue} makes UNKNOWN.
 */
@ApplicationScoped
class HandOver {
    private static final Logger LOG = Logger.getLogger(HandOver.class);
    private static final Duration[] SHARES = {Duration.ofSeconds(1), Duration.ofSeconds(10), Duration.ofMinutes(1)};

    /** The one message that no act sends, but time. */
    private static final String REMINDER = "collect-reminder";

    private final Deliveries deliveries;
    private final Segments segments;
    private final Receipts receipts;
    private final OpenWays open;
    private final Addressees addressees;
    private final Outside outside;
    private final Clock clock;
    private final MeterRegistry meters;

    @Inject
    HandOver(
            Deliveries deliveries,
            Segments segments,
            Receipts receipts,
            OpenWays open,
            Addressees addressees,
            Outside outside,
            Clock clock,
            MeterRegistry meters) {
        this.deliveries = deliveries;
        this.segments = segments;
        this.receipts = receipts;
        this.open = open;
        this.addressees = addressees;
        this.outside = outside;
        this.clock = clock;
        this.meters = meters;
    }

    void handOver(Claimed claimed) {
        Instant now = clock.instant();
        if (!now.isBefore(claimed.expiresAt())) {
            settle(claimed, Turn.TOO_LATE, "expired");
            return;
        }
        if (!outside.has(claimed.channel())) {
            settle(claimed, Turn.NOT_TO_BE_SENT, "not-set-up");
            return;
        }
        boolean whole = claimed.partsDone() == 0;
        Instant allowed = whole && claimed.channel().rings() ? outside.quiet().after(now) : now;
        if (allowed.isAfter(now)) {
            deliveries.postpone(claimed, allowed.plusSeconds(random(300)), 0, null, "quiet-hours");
            return;
        }
        String unwanted = open.unwanted(claimed, claimed.channel());
        if (unwanted != null) {
            settle(claimed, Turn.NOT_TO_BE_SENT, unwanted);
            return;
        }
        Address to;
        try {
            to = addressees.of(claimed);
        } catch (Contacts.Unavailable notNow) {
            deliveries.postpone(claimed, next(claimed, null), 1, null, "no-contact-now");
            return;
        }
        if (to.serves(claimed.channel())) {
            send(claimed, to);
        } else {
            settle(claimed, Turn.NOT_TO_BE_SENT, "no-address");
        }
    }

    private void send(Claimed claimed, Address to) {
        AtomicBoolean begun = new AtomicBoolean();
        Answer answer;
        try {
            answer = outside.way(claimed.channel()).send(claimed.parcel(to), (provider, ref, parts) -> {
                boolean mine = deliveries.begin(claimed, provider, ref, parts);
                begun.compareAndSet(false, mine);
                return mine;
            });
        } catch (RuntimeException broken) {
            LOG.errorf(
                    "a delivery by %s broke: %s",
                    claimed.channel(), broken.getClass().getName());
            answer = begun.get() ? Answer.lost("broken", List.of()) : Answer.later("broken", List.of(), null);
        }
        if (begun.get()) {
            record(claimed, to, answer);
        } else if (answer.kind() == Answer.Kind.REFUSED) {
            settle(claimed, Turn.NOT_TO_BE_SENT, answer.reason());
        } else if (open.impatient(claimed, to)) {
            settle(claimed, Turn.PATIENCE_OVER, "patience-over");
        } else {
            deliveries.postpone(claimed, next(claimed, answer.after()), 1, clock.instant(), answer.reason());
        }
    }

    private void record(Claimed claimed, Address to, Answer answer) {
        String provider = QuarkusTransaction.requiringNew().call(() -> written(claimed, to, answer));
        meters.counter(
                        "motcua.deliveries",
                        "channel",
                        claimed.channel().name(),
                        "provider",
                        String.valueOf(provider),
                        "outcome",
                        answer.kind().name())
                .increment();
        if (answer.kind() == Answer.Kind.TAKEN) {
            measure(claimed, provider);
        }
    }

    /** In one transaction: the segments that were taken, the state, and receipts that were faster than the answer. */
    private String written(Claimed claimed, Address to, Answer answer) {
        if (!answer.parts().isEmpty()) {
            String provider = deliveries.provider(claimed.id());
            answer.parts().forEach(part -> segments.lock(provider, part.reference()));
        }
        Delivery delivery = deliveries.locked(claimed.id());
        answer.parts().forEach(part -> segments.add(delivery, part.number(), part.reference()));
        boolean again = answer.kind() == Answer.Kind.LOST
                && outside.way(claimed.channel()).repeatable();
        Turn turn = again ? Turn.TRY_LATER : answer.turn();
        Instant due =
                switch (turn) {
                    case TRY_LATER -> next(claimed, answer.after());
                    case ANSWER_LOST -> clock.instant().plus(outside.window());
                    default -> null;
                };
        Delivery now = deliveries.move(delivery, turn, due, answer.reason());
        if (now.state() == DeliveryState.WAITING && open.impatient(claimed, to)) {
            now = deliveries.move(now, Turn.PATIENCE_OVER, null, "patience-over");
        }
        if (!answer.parts().isEmpty()) {
            segments.takeKept(now.id());
            now = receipts.conclude(now);
        }
        if (turn == Turn.ANSWER_LOST) {
            // also where another segment has failed by now: what this one costs stands in the ledger all the same
            now = receipts.byReference(now);
        }
        return now.provider();
    }

    private void settle(Claimed claimed, Turn turn, String reason) {
        boolean settled = QuarkusTransaction.requiringNew().call(() -> {
            Optional<Delivery> mine = deliveries.lockedWaiting(claimed);
            mine.ifPresent(delivery -> deliveries.move(delivery, turn, null, reason));
            return mine.isPresent();
        });
        if (settled) {
            meters.counter(
                            "motcua.deliveries",
                            "channel",
                            claimed.channel().name(),
                            "provider",
                            "none",
                            "outcome",
                            reason)
                    .increment();
        }
    }

    private Instant next(Claimed claimed, Duration atLeast) {
        Duration wait = Backoff.after(
                claimed.attempts() + 1, ThreadLocalRandom.current().nextDouble());
        Instant now = clock.instant();
        Instant due = now.plus(wait);
        Instant patienceOver = open.patienceOver(claimed);
        if (patienceOver.isAfter(now) && patienceOver.isBefore(due)) {
            due = patienceOver;
        }
        if (atLeast != null && due.isBefore(now.plus(atLeast))) {
            due = now.plus(atLeast);
        }
        return due.isAfter(claimed.expiresAt()) ? claimed.expiresAt() : due;
    }

    /** From when it may have gone, and from the act it tells of, to the hand-over; what a reminder tells of is days old. */
    private void measure(Claimed claimed, String provider) {
        Instant now = clock.instant();
        Instant allowed = claimed.channel().rings() ? outside.quiet().after(claimed.openedAt()) : claimed.openedAt();
        time("motcua.hand.over", claimed, provider, Duration.between(allowed, now));
        if (!REMINDER.equals(claimed.template())) {
            time("motcua.act.to.hand.over", claimed, provider, Duration.between(claimed.effectiveAt(), now));
        }
    }

    private void time(String name, Claimed claimed, String provider, Duration took) {
        Timer.builder(name)
                .tag("channel", claimed.channel().name())
                .tag("provider", String.valueOf(provider))
                .serviceLevelObjectives(SHARES)
                .register(meters)
                .record(took.isNegative() ? Duration.ZERO : took);
    }

    private static long random(int seconds) {
        return ThreadLocalRandom.current().nextInt(seconds);
    }
}
