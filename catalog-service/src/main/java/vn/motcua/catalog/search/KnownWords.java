package vn.motcua.catalog.search;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.motcua.catalog.spelling.Near;
import vn.motcua.platform.sql.Sql;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/** Every word that a search can find, in memory: a word more or less for a minute does no harm to those who type it wrong. */
@ApplicationScoped
class KnownWords {
    private static final int MOST_READ = 20_000;
    private static final Duration FRESH = Duration.ofMinutes(1);

    @Inject
    AgroalDataSource source;

    @Inject
    Clock clock;

    private final ReentrantLock reading = new ReentrantLock();
    private volatile Known known;

    /**
     * @param uses by word, in how many versions it stands
     * @param words the same, prepared for comparing
     */
    record Known(Map<String, Integer> uses, List<Near.Word> words, Instant readAt) {
        static Known of(Map<String, Integer> uses, Instant readAt) {
            return new Known(uses, uses.keySet().stream().map(Near.Word::of).toList(), readAt);
        }
    }

    /** One reads, the others go on with what was read before. */
    Known now() {
        Known present = known;
        if (present != null && (fresh(present) || !reading.tryLock())) {
            return present;
        }
        if (present == null) {
            reading.lock();
        }
        try {
            if (known == null || !fresh(known)) {
                known = read();
            }
            return known;
        } finally {
            reading.unlock();
        }
    }

    private boolean fresh(Known present) {
        return Duration.between(present.readAt(), clock.instant()).abs().compareTo(FRESH) <= 0;
    }

    private Known read() {
        Map<String, Integer> uses = new HashMap<>();
        Sql.query(
                source,
                "select word, uses from search_word order by uses desc, word limit ?",
                row -> uses.put(row.getString(1), row.getInt(2)),
                MOST_READ);
        return Known.of(uses, clock.instant());
    }
}
