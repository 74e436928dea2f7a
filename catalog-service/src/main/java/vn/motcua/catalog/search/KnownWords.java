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

/** Every word that a search can find, in memory: a word more or less for a minute does no harm to those who type it wrong. */
@ApplicationScoped
class KnownWords {
    private static final int MOST_READ = 20_000;
    private static final Duration FRESH = Duration.ofMinutes(1);

    @Inject
    AgroalDataSource source;

    @Inject
    Clock clock;

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

    Known now() {
        Known present = known;
        Instant now = clock.instant();
        if (present == null || Duration.between(present.readAt(), now).abs().compareTo(FRESH) > 0) {
            Map<String, Integer> uses = new HashMap<>();
            Sql.query(
                    source,
                    "select word, uses from search_word order by uses desc, word limit ?",
                    row -> uses.put(row.getString(1), row.getInt(2)),
                    MOST_READ);
            present = Known.of(uses, now);
            known = present;
        }
        return present;
    }
}
