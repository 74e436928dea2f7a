package vn.motcua.notification.sms;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.jboss.logging.Logger;
import vn.motcua.notification.NotificationConfig;
import vn.motcua.notification.delivery.Answer;
import vn.motcua.notification.delivery.ChannelKind;
import vn.motcua.notification.delivery.Parcel;
import vn.motcua.notification.delivery.Receipts;
import vn.motcua.notification.delivery.Way;
import vn.motcua.platform.timer.Background;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Short messages by the first provider that is ready. Where it takes nothing of a message the second gets it, unless nobody would take it;
 * where it took a part the rest waits for it; where its answer was lost nobody gets it. What one does not want and another cannot be
 * asked about yet is tried later.
 */
@ApplicationScoped
class SmsWay implements Way {
    private static final Logger LOG = Logger.getLogger(SmsWay.class);
    private static final int REFERENCES = 0x10000;
    private static final long KEEP_MS = 500;

    private final List<SmppProvider> providers;
    private final int extra;
    private final List<ScheduledExecutorService> keepers = new ArrayList<>();

    @Inject
    SmsWay(NotificationConfig config, Receipts receipts) {
        this(
                Stream.of(config.sms().first(), config.sms().second())
                        .flatMap(Optional::stream)
                        .map(each -> new SmppProvider(each, receipts))
                        .toList(),
                config.sms().diacriticsSegments());
    }

    SmsWay(List<SmppProvider> providers, int extra) {
        this.providers = providers;
        this.extra = extra;
    }

    /** Each has a keeper of its own: one that does not answer holds up no other's return. */
    void start(@Observes StartupEvent event) {
        for (SmppProvider provider : providers) {
            ScheduledExecutorService keeper = Background.thread("smpp-keeper-" + provider.name());
            keeper.scheduleWithFixedDelay(() -> keep(provider), 0, KEEP_MS, TimeUnit.MILLISECONDS);
            keepers.add(keeper);
        }
    }

    /** Whatever breaks, the next look comes. */
    private static void keep(SmppProvider provider) {
        try {
            provider.keepBound();
        } catch (RuntimeException broken) {
            LOG.warnf(
                    "the line to %s broke: %s",
                    provider.name(), broken.getClass().getName());
        }
    }

    void stop(@Observes ShutdownEvent event) {
        keepers.forEach(ScheduledExecutorService::shutdown);
        providers.forEach(SmppProvider::close);
    }

    @Override
    public ChannelKind kind() {
        return ChannelKind.SMS;
    }

    @Override
    public boolean configured() {
        return !providers.isEmpty();
    }

    @Override
    public Answer send(Parcel parcel, Begin begin) {
        if (parcel.shortText() == null || parcel.shortText().isBlank()) {
            return Answer.refused("no-short-text", List.of());
        }
        Segments segments = Segments.cheapest(parcel.shortText(), extra);
        if (segments.count() > Segments.MOST) {
            return Answer.refused("too-long", List.of());
        }
        int ref = parcel.ref() == null ? ThreadLocalRandom.current().nextInt(REFERENCES) : parcel.ref();
        Answer no = null;
        boolean notNow = false;
        for (SmppProvider provider : providers) {
            boolean itsOwn = parcel.partsDone() == 0 || provider.name().equals(parcel.provider());
            if (!itsOwn || !provider.ready()) {
                notNow |= itsOwn;
                continue;
            }
            if (!begin.begin(provider.name(), ref, segments.count())) {
                return Answer.later("taken-by-another", List.of(), null);
            }
            Tried tried = rest(provider, parcel, segments, ref);
            boolean nothingTaken = tried.answer.parts().isEmpty() && parcel.partsDone() == 0;
            if (!nothingTaken || !tried.another) {
                return tried.answer;
            }
            no = tried.answer;
            notNow |= no.kind() == Answer.Kind.LATER;
        }
        return no != null && !notNow
                ? no
                : Answer.later(no == null ? "not-bound" : no.reason(), List.of(), Submission.PAUSE);
    }

    /** @param another whether another provider may take what this one has taken nothing of */
    private record Tried(Answer answer, boolean another) {}

    /** The segments that were not taken yet, in order, to the end or to the first that is not taken. */
    private static Tried rest(SmppProvider provider, Parcel parcel, Segments segments, int ref) {
        List<Answer.Part> taken = new ArrayList<>();
        for (int i = parcel.partsDone(); i < segments.count(); i++) {
            Submission answer = provider.submit(parcel.to().phone(), segments, i, ref);
            switch (answer.outcome()) {
                case TAKEN -> taken.add(new Answer.Part(i + 1, answer.reference()));
                case BUSY -> {
                    return new Tried(Answer.later(answer.reason(), taken, Submission.PAUSE), true);
                }
                case NOT_HERE -> {
                    return new Tried(Answer.refused(answer.reason(), taken), true);
                }
                case REFUSED -> {
                    return new Tried(Answer.refused(answer.reason(), taken), false);
                }
                default -> {
                    return new Tried(Answer.lost(answer.reason(), taken), false);
                }
            }
        }
        return new Tried(Answer.taken(taken), false);
    }
}
