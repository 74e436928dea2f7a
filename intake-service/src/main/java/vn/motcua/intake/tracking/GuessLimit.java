package vn.motcua.intake.tracking;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.motcua.intake.IntakeConfig;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Slows, then locks, an address that guesses: codes follow each other, so that one PIN could be tried on all of them without any
 * dossier seeing more than one wrong try. Kept in memory only and forgotten after an hour of peace: addresses are never stored. A
 * family, or a commune's whole desk, shares an address, so many wrong tries are free.
 */
@ApplicationScoped
class GuessLimit {
    private static final Duration PEACE = Duration.ofHours(1);
    private static final Duration SLOW = Duration.ofSeconds(10);
    private static final Duration LOCK = Duration.ofMinutes(15);
    private static final int SLOW_TRIES = 5;
    private static final int ADDRESSES_MAX = 10_000;

    private final int free;
    private final Clock clock;
    private final Map<String, Guesses> known = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Guesses> eldest) {
            return size() > ADDRESSES_MAX;
        }
    };

    /** @param next when the next try may begin; null for at once */
    private record Guesses(int wrong, Instant last, Instant next) {}

    @Inject
    GuessLimit(IntakeConfig config, Clock clock) {
        this(config.tracking().freeGuesses(), clock);
    }

    GuessLimit(int free, Clock clock) {
        this.free = free;
        this.clock = clock;
    }

    /**
     * A try begins; it counts as wrong until {@link #right} says otherwise, so that many at once are not more of them.
     *
     * @return how long the address has to wait, null where the try may go on
     */
    synchronized Duration begin(String address) {
        Instant now = clock.instant();
        Guesses before = known.get(network(address));
        if (before == null || before.last().plus(PEACE).isBefore(now)) {
            before = new Guesses(0, now, null);
        }
        if (before.next() != null && before.next().isAfter(now)) {
            return Duration.between(now, before.next());
        }
        int wrong = before.wrong() + 1;
        Duration wait = waitAfter(wrong);
        known.put(network(address), new Guesses(wrong, now, wait.isZero() ? null : now.plus(wait)));
        return null;
    }

    /** The try was no guess. What was wrong before stays counted: one known PIN must not buy further guesses. */
    synchronized void right(String address) {
        known.computeIfPresent(
                network(address),
                (key, each) -> each.wrong() <= 1 ? null : new Guesses(each.wrong() - 1, each.last(), null));
    }

    Duration waitAfter(int wrong) {
        return wrong < free ? Duration.ZERO : wrong < free + SLOW_TRIES ? SLOW : LOCK;
    }

    /** Of IPv6 the first four groups, of which everybody has a whole network. */
    private static String network(String address) {
        if (address == null || address.indexOf(':') < 0) {
            return String.valueOf(address);
        }
        String[] groups = address.split(":", -1);
        return String.join(":", java.util.Arrays.copyOf(groups, Math.min(4, groups.length)));
    }
}
