package vn.motcua.notification.mailbox;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import org.jboss.logging.Logger;
import vn.motcua.notification.NotificationConfig;
import vn.motcua.platform.timer.Round;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Looks into the mailboxes that are set up, one replica at a time. One that does not answer is tried again at the next round: its letters
 * wait in it; after a quarter of an hour it raises an alarm, once.
 */
@ApplicationScoped
class MailboxRound implements Round {
    static final Duration PATIENCE = Duration.ofMinutes(15);

    private static final Logger LOG = Logger.getLogger(MailboxRound.class);
    private static final Duration AT_ONCE = Duration.ofSeconds(1);
    private static final Duration NONE = Duration.ofDays(1);

    private final List<Mailbox> boxes;
    private final Duration every;
    private final ReadMailbox read;
    private final SeenLetters seen;
    private final Clock clock;
    private final MeterRegistry meters;

    @Inject
    MailboxRound(NotificationConfig config, ReadMailbox read, SeenLetters seen, Clock clock, MeterRegistry meters) {
        this(
                config.mailboxes().orElse(List.of()).stream()
                        .map(each -> Mailbox.of(each, config.demo()))
                        .toList(),
                config.mailboxEvery(),
                read,
                seen,
                clock,
                meters);
    }

    MailboxRound(
            List<Mailbox> boxes,
            Duration every,
            ReadMailbox read,
            SeenLetters seen,
            Clock clock,
            MeterRegistry meters) {
        this.boxes = boxes;
        this.every = every;
        this.read = read;
        this.seen = seen;
        this.clock = clock;
        this.meters = meters;
    }

    /** Made at the start, so that a wrong setting stops it. */
    void start(@Observes StartupEvent event) {
        boxes.forEach(box -> meters.gauge(
                "motcua.mailbox.failing.seconds",
                List.of(Tag.of("unit", box.unit())),
                this,
                all -> all.failing(box.key())));
    }

    @Override
    public String task() {
        return "mailboxes";
    }

    @Override
    public boolean remote() {
        return true;
    }

    @Override
    public Duration round() {
        boolean more = false;
        for (Mailbox box : boxes) {
            more |= look(box);
        }
        return boxes.isEmpty() ? NONE : more ? AT_ONCE : every;
    }

    /** One that fails holds up no other. */
    private boolean look(Mailbox box) {
        try {
            return read.look(box);
        } catch (MessagingException | RuntimeException down) {
            boolean alarm = QuarkusTransaction.requiringNew().call(() -> seen.failed(box, clock.instant(), PATIENCE));
            if (alarm) {
                LOG.warnf(
                        "the mailbox of %s has not answered for %d minutes: %s",
                        box.unit(), PATIENCE.toMinutes(), down.getClass().getName());
                meters.counter("motcua.mailbox.alarms", "unit", box.unit()).increment();
            }
            return false;
        }
    }

    private double failing(String box) {
        Instant since = QuarkusTransaction.requiringNew().call(() -> seen.failingSince(box));
        return since == null
                ? 0
                : Math.max(0, Duration.between(since, clock.instant()).toSeconds());
    }
}
