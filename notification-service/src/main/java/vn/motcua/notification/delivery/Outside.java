package vn.motcua.notification.delivery;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.motcua.notification.NotificationConfig;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The ways that are set up, and how long things may take on them. */
@ApplicationScoped
public class Outside {
    private final Map<ChannelKind, Way> ways = new EnumMap<>(ChannelKind.class);
    private final Duration expiry;
    private final Duration patience;
    private final Duration window;
    private final Duration lease;
    private final QuietHours quiet;

    @Inject
    Outside(@All List<Way> ways, NotificationConfig config) {
        this(
                ways,
                config.sending().expiry(),
                config.sending().patience(),
                config.sending().receiptWindow(),
                config.sending().lease(),
                QuietHours.USUAL);
    }

    /**
     * @param expiry how long a message is of use
     * @param patience how long a way is tried that has others behind it
     * @param window how long an unknown hand-over waits for its receipt
     * @param lease how long a process may take for one sending
     */
    Outside(List<Way> ways, Duration expiry, Duration patience, Duration window, Duration lease, QuietHours quiet) {
        ways.stream().filter(Way::configured).forEach(way -> this.ways.put(way.kind(), way));
        this.expiry = expiry;
        this.patience = patience;
        this.window = window;
        this.lease = lease;
        this.quiet = quiet;
    }

    /** Whether anything leaves the house at all. */
    public boolean any() {
        return !ways.isEmpty();
    }

    /** Whether a short text is needed: for a phone or an app. */
    public boolean saysItShort() {
        return has(ChannelKind.SMS) || has(ChannelKind.WEBHOOK);
    }

    boolean has(ChannelKind kind) {
        return ways.containsKey(kind);
    }

    Way way(ChannelKind kind) {
        return ways.get(kind);
    }

    Duration expiry() {
        return expiry;
    }

    /** When a way that has been tried in vain since then is given up, where another stands open. */
    Instant patienceOver(ChannelKind kind, Instant since) {
        return kind.rings() ? quiet.plus(since, patience) : since.plus(patience);
    }

    Duration window() {
        return window;
    }

    Duration lease() {
        return lease;
    }

    QuietHours quiet() {
        return quiet;
    }
}
