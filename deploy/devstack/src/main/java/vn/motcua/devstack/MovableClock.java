package vn.motcua.devstack;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * The service's clock in tests. It runs with the system clock until it is set; a set clock stands still. Call
 * {@link #reset()} after each test that moved it.
 */
@Alternative
@Priority(1)
@Singleton
public class MovableClock extends Clock {

    private static final ZoneId LEGAL = ZoneId.of("Asia/Ho_Chi_Minh");

    private volatile Instant fixed;

    /** Stops the clock at this instant. */
    public void set(Instant instant) {
        fixed = instant;
    }

    /** Stops the clock at a legal time, e.g. {@code 2026-11-23T15:01} in Asia/Ho_Chi_Minh. */
    public void setLegal(String localDateTime) {
        fixed = LocalDateTime.parse(localDateTime).atZone(LEGAL).toInstant();
    }

    /** Moves the clock forward from what it shows now and stops it there. */
    public synchronized void advance(Duration by) {
        fixed = instant().plus(by);
    }

    /** Lets the clock run with the system clock again. */
    public void reset() {
        fixed = null;
    }

    @Override
    public Instant instant() {
        Instant at = fixed;
        return at == null ? Instant.now() : at;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        MovableClock source = this;
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return zone;
            }

            @Override
            public Clock withZone(ZoneId other) {
                return source.withZone(other);
            }

            @Override
            public Instant instant() {
                return source.instant();
            }
        };
    }
}
