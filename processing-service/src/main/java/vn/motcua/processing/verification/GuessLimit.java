package vn.motcua.processing.verification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Slows, then locks, an address that guesses codes. A code that is not genuine is a guess; a signature cannot be guessed, but whoever
 * tries costs us the checking. Kept in memory only and forgotten after an hour of peace: addresses are never stored.
 */
@ApplicationScoped
class GuessLimit {
    private static final Duration PEACE = Duration.ofHours(1);
    private static final Duration SLOW = Duration.ofSeconds(10);
    private static final Duration LOCK = Duration.ofMinutes(15);
    private static final int SLOW_TRIES = 5;
    private static final int ADDRESSES_MAX = 10_000;
    private static final int NETWORK_GROUPS = 4;

    private final int free;
    private final Clock clock;
    private final Map<String, Guesses> known = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Guesses> eldest) {
            return size() > ADDRESSES_MAX;
        }
    };

    /** @param next when the next try may begin */
    private record Guesses(int wrong, Instant last, Instant next) {}

    @Inject
    GuessLimit(VerificationConfig config, Clock clock) {
        this(config.freeGuesses(), clock);
    }

    GuessLimit(int free, Clock clock) {
        this.free = free;
        this.clock = clock;
    }

    /** How long the address has to wait; zero where the try may go on. */
    synchronized Duration wait(String address) {
        Guesses before = known.get(network(address));
        Instant now = clock.instant();
        return before == null || !before.next().isAfter(now) ? Duration.ZERO : Duration.between(now, before.next());
    }

    /** The try was a guess. */
    synchronized void wrong(String address) {
        Instant now = clock.instant();
        Guesses before = known.get(network(address));
        boolean peace = before == null || before.last().plus(PEACE).isBefore(now);
        int wrong = peace ? 1 : before.wrong() + 1;
        Duration pause = wrong < free ? Duration.ZERO : wrong < free + SLOW_TRIES ? SLOW : LOCK;
        known.put(network(address), new Guesses(wrong, now, now.plus(pause)));
    }

    /** Of IPv6 the first four groups, of which everybody has a whole network. */
    private static String network(String address) {
        if (address == null || address.indexOf(':') < 0) {
            return String.valueOf(address);
        }
        String[] groups = address.split(":", -1);
        return String.join(":", Arrays.copyOf(groups, Math.min(NETWORK_GROUPS, groups.length)));
    }
}
