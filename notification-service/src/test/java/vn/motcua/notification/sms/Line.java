package vn.motcua.notification.sms;

import vn.motcua.notification.NotificationConfig;

import java.time.Duration;
import java.util.Optional;

/** A provider on this machine that is given up on soon. */
record Line(String name, int port, Duration waits) implements NotificationConfig.Smpp {
    Line(String name, int port) {
        this(name, port, Duration.ofMillis(500));
    }

    @Override
    public String host() {
        return "localhost";
    }

    @Override
    public String systemId() {
        return "motcua";
    }

    @Override
    public String password() {
        return "secret";
    }

    @Override
    public Optional<String> systemType() {
        return Optional.empty();
    }

    @Override
    public String sender() {
        return "MOTCUA";
    }

    @Override
    public long segmentVnd() {
        return 300;
    }

    @Override
    public Optional<Duration> enquireLink() {
        return Optional.of(Duration.ofSeconds(2));
    }

    @Override
    public Optional<Duration> answer() {
        return Optional.of(waits);
    }
}
