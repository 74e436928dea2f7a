package vn.motcua.catalog.search;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.motcua.catalog.procedure.Name;
import vn.motcua.catalog.search.ProcedureSummary.Mark;
import vn.motcua.catalog.search.SearchResult.Facets;
import vn.motcua.catalog.spelling.Vietnamese;
import vn.motcua.platform.paging.Cursor;
import vn.motcua.platform.paging.Page;
import vn.motcua.platform.problem.ProblemException;
import vn.motcua.platform.problem.Problems;
import vn.motcua.platform.sql.Sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds procedures by words with diacritics or without, by code, field, life event, subject and what people call them.
 * Best fits first where words are asked for: the code, the words as one phrase, the words of the name, then all others;
 * where nothing fits so, what is nearly spelt so, with the words that were meant. Without words by name, in Vietnamese
 * order. At most three queries.
 */
@ApplicationScoped
public class ProcedureSearch {
    private static final String STRICT = "s";
    private static final String NEAR = "n";
    private static final int MOST_WORDS_READ = 20_000;
    private static final Duration WORDS_FRESH = Duration.ofMinutes(1);

    @Inject
    AgroalDataSource source;

    @Inject
    SearchIndex index;

    @Inject
    Clock clock;

    private volatile Known known;

    private record Known(Map<String, Integer> words, Instant readAt) {}

    /**
     * One page.
     *
     * @param after cursor of the page before; null for the first
     * @throws ProblemException {@code invalid-cursor} for a cursor of another list
     */
    public SearchResult find(SearchTerms terms, String after, int limit) {
        if (terms.text() == null) {
            return byName(terms, after, limit);
        }
        Wish wish = Wish.of(terms.text(), index.lists().silent());
        String[] key = Cursor.decode(after, 3);
        if (wish.words().isEmpty()) {
            return SearchResult.EMPTY;
        }
        if (key == null || !key[2].equals(NEAR)) {
            SearchResult strict = new Fitting(terms, wish, wish.strict(""), STRICT).page(source, key, limit);
            if (key != null || strict.total() > 0 || narrowed(strict)) {
                return strict;
            }
        }
        return near(terms, wish, key, limit);
    }

    private static boolean narrowed(SearchResult page) {
        Facets facets = page.facets();
        return !(facets.fields().isEmpty()
                && facets.levels().isEmpty()
                && facets.online().isEmpty());
    }

    private SearchResult near(SearchTerms terms, Wish typed, String[] key, int limit) {
        Map<String, Integer> known = known();
        Wish wish = typed.parted(known.keySet()).mended(known);
        String loose = wish.loose();
        if (loose == null) {
            return SearchResult.EMPTY;
        }
        SearchResult page = new Fitting(terms, wish, loose, NEAR).page(source, key, limit);
        String meant = page.items().isEmpty()
                ? ""
                : wish.corrected(page.items().get(0).name().vi());
        boolean asTyped = meant.isEmpty() || Vietnamese.key(meant).equals(typed.key());
        return new SearchResult(page.items(), page.next(), page.total(), asTyped ? null : meant, page.facets());
    }

    /** A word more or less for a minute does no harm to those who type it wrong. */
    private Map<String, Integer> known() {
        Known present = known;
        Instant now = clock.instant();
        if (present == null || Duration.between(present.readAt(), now).abs().compareTo(WORDS_FRESH) > 0) {
            Map<String, Integer> words = new HashMap<>();
            Sql.query(
                    source,
                    "select word, uses from search_word limit ?",
                    row -> words.put(row.getString(1), row.getInt(2)),
                    MOST_WORDS_READ);
            present = new Known(words, now);
            known = present;
        }
        return present.words();
    }

    private SearchResult byName(SearchTerms terms, String after, int limit) {
        String[] key = Cursor.decode(after, 2);
        if (key != null && !key[1].matches("[0-9A-Z.]{1,30}")) {
            throw new ProblemException(Problems.INVALID_CURSOR);
        }
        List<Object> args = new ArrayList<>();
        StringBuilder sql = new StringBuilder("select code, version, name, field, department, effective_from, online,"
                + " null::integer from procedure_search s where ");
        Narrowing.days(terms, sql, args);
        Narrowing.of(terms).forEach((facet, narrowing) -> narrowing.add(sql, args));
        if (key != null) {
            sql.append(" and (name collate \"vi-x-icu\", code) > (?, ?)");
            args.addAll(List.of(key[0], key[1]));
        }
        sql.append(" order by name collate \"vi-x-icu\", code limit ?");
        args.add(limit + 1);
        List<ProcedureSummary> rows = Sql.query(source, sql.toString(), row -> summary(row, null), args.toArray());
        Page<ProcedureSummary> page =
                Page.of(rows, limit, last -> Cursor.encode(last.name().vi(), last.code()));
        SearchResult counted = new Fitting(terms, null, null, STRICT).page(source, null, 0);
        return new SearchResult(page.items(), page.next(), counted.total(), null, counted.facets());
    }

    /** Reads code, version, name, field, department, first day, online level, score; marks what was meant. */
    static ProcedureSummary summary(ResultSet row, Wish wish) throws SQLException {
        String name = row.getString(3);
        return new ProcedureSummary(
                row.getString(1),
                row.getInt(2),
                new Name(name, null),
                row.getString(4),
                row.getString(5),
                row.getObject(6, LocalDate.class),
                OnlineLevel.valueOf(row.getString(7)),
                wish == null ? List.of() : marks(name, wish),
                row.getObject(8, Integer.class));
    }

    /** Words that stand side by side share a mark. */
    private static List<Mark> marks(String name, Wish wish) {
        List<Mark> marks = new ArrayList<>();
        int last = -1;
        for (Vietnamese.Word word : Vietnamese.words(name)) {
            if (!wish.means(word.key())) {
                last = -1;
            } else if (last >= 0
                    && name.substring(marks.get(last).end(), word.start()).equals(" ")) {
                marks.set(last, new Mark(marks.get(last).start(), word.end()));
            } else {
                marks.add(new Mark(word.start(), word.end()));
                last = marks.size() - 1;
            }
        }
        return marks;
    }

    static Integer score(String text) {
        if (!text.matches("\\d{1,5}")) {
            throw new ProblemException(Problems.INVALID_CURSOR);
        }
        return Integer.valueOf(text);
    }
}
