package vn.motcua.catalog.search;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.motcua.platform.sql.Sql;
import vn.motcua.platform.timer.Background;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What searches run over: in memory, some 1 kB a procedure, and never older than the last transaction that published or ended
 * anything, in whichever process: each search asks the database for its generation, and where there is a later one, for what
 * that changed. Only while a large import is read, longer than anybody waits, may a search be answered from what stood before.
 */
@ApplicationScoped
class Shelves {
    private static final String READ =
            """
            select g.n, s.code, s.version, s.effective_from, s.effective_to, s.name, s.field, s.department, s.online, s.name_exact,
              s.name_key, s.phrases, s.facets, s.name_words, s.other_words
            from search_generation g left join procedure_search s on""";
    private static final String OPEN = READ + " s.effective_to is null or s.effective_to >= ?";
    private static final String LATER = READ + " s.changed > ?";
    private static final Duration PATIENCE = Duration.ofMillis(200);

    @Inject
    AgroalDataSource source;

    private final ReentrantLock reading = new ReentrantLock();
    private final SharedWork work = new SharedWork(Background.thread("search-shelves"), PATIENCE);
    private volatile Shelf shelf;

    /** Generation of the database, with the rows that it changed. */
    private static final class Later {
        private final List<Shelved> rows = new ArrayList<>();
        private final Map<String, String> texts = new HashMap<>();
        private long generation;

        private boolean read(ResultSet row) throws SQLException {
            generation = row.getLong(1);
            return row.getString(2) != null && rows.add(row(row));
        }

        private Shelved row(ResultSet row) throws SQLException {
            return new Shelved(
                    row.getString(2),
                    row.getInt(3),
                    row.getObject(4, LocalDate.class),
                    row.getObject(5, LocalDate.class),
                    row.getString(6),
                    once(row.getString(7)),
                    once(row.getString(8)),
                    OnlineLevel.valueOf(row.getString(9)),
                    row.getString(10),
                    row.getString(11),
                    once(row.getString(12)),
                    row.getInt(13),
                    words(row.getArray(14)),
                    words(row.getArray(15)));
        }

        private String[] words(Array array) throws SQLException {
            String[] words = (String[]) array.getArray();
            for (int i = 0; i < words.length; i++) {
                words[i] = once(words[i]);
            }
            return words;
        }

        /** Few texts come again and again. */
        private String once(String text) {
            return text == null ? null : texts.computeIfAbsent(text, each -> each);
        }
    }

    /** @param on the day that is asked about */
    Shelf now(LocalDate on) {
        Shelf present = shelf;
        if (present == null || on.isBefore(present.since())) {
            return readAll(on);
        }
        long generation = Sql.query(source, "select n from search_generation", row -> row.getLong(1))
                .get(0);
        return generation == present.generation() ? present : readLater(generation, on);
    }

    private Shelf readAll(LocalDate on) {
        reading.lock();
        try {
            if (shelf == null || on.isBefore(shelf.since())) {
                Later all = new Later();
                Sql.query(source, OPEN, all::read, on);
                shelf = Shelf.of(null, all.rows, all.generation, on);
            }
            return shelf;
        } finally {
            reading.unlock();
        }
    }

    /**
     * A thread of its own reads, and those who ask wait for it, but not for long: while a large import is read, what stood before answers.
     * What has had its last day meanwhile is left out.
     */
    private Shelf readLater(long generation, LocalDate on) {
        work.until(() -> shelf.generation() >= generation, () -> read(on));
        return shelf;
    }

    private void read(LocalDate on) {
        reading.lock();
        try {
            Shelf before = shelf;
            Later later = new Later();
            Sql.query(source, LATER, later::read, before.generation());
            LocalDate since = on.isAfter(before.since()) ? on : before.since();
            shelf = Shelf.of(before, later.rows, later.generation, since);
        } finally {
            reading.unlock();
        }
    }
}
