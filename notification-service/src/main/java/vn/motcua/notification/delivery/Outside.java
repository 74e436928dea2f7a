package vn.motcua.notification.delivery;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.motcua.notification.NotificationConfig;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The ways that are set up, and how long things may take on them. */
@ApplicationScoped
public class Outside {
    private final Map<ChannelKind, Way> ways = new EnumMap<>(ChannelKind.class);
    private final Duration expiry;
    private final Duration window;
    private final Duration lease;
    private final QuietHours quiet;

    @Inject
    Outside(@All List<Way> ways, NotificationConfig config) {
        this(
                ways,
                config.sending().expiry(),
                config.sending().receiptWindow(),
                config.sending().lease(),
                QuietHours.USUAL);
    }

    /**
     * @param expiry how long a message is of use
     * @param window how long an unknown hand-over waits for its receipt
     * @param lease how long a process may take for one sending
     */
    Outside(List<Way> ways, Duration expiry, Duration window, Duration lease, QuietHours quiet) {
        ways.stream().filter(Way::configured).forEach(way -> this.ways.put(way.kind(), way));
        this.expiry = expiry;
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
