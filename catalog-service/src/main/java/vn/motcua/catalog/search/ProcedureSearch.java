package vn.motcua.catalog.search;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.motcua.catalog.procedure.Name;
import vn.motcua.catalog.search.ProcedureSummary.Mark;
import vn.motcua.catalog.spelling.Vietnamese;
import vn.motcua.platform.paging.Cursor;
import vn.motcua.platform.paging.Page;
import vn.motcua.platform.problem.ProblemException;
import vn.motcua.platform.problem.Problems;
import vn.motcua.platform.sql.Sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds procedures by words with diacritics or without, by code, field, life event, subject and what people call them.
 * Best fits first where words are asked for: the code, the words as one phrase, the words of the name, then all others;
 * where nothing fits so, what is nearly spelt so, with the words that were meant. Without words by name, in Vietnamese
 * order. At most three queries beside what is kept in memory.
 */
@ApplicationScoped
public class ProcedureSearch {
    private static final String STRICT = "s";
    private static final String NEAR = "n";
    private static final String LACKING = "l";

    @Inject
    AgroalDataSource source;

    @Inject
    SearchIndex index;

    @Inject
    KnownWords knownWords;

    @Inject
    Combinations combinations;

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
        if (key == null || key[2].equals(STRICT)) {
            Fitting.Fits strict = fitting(terms, wish, wish.strict(""), STRICT, key, limit);
            if (key != null || strict.all() > 0) {
                return strict.page();
            }
        }
        return near(terms, wish, key, limit);
    }

    /** All words or what is nearly spelt so; where nothing fits so, one of three may be lacking. */
    private SearchResult near(SearchTerms terms, Wish typed, String[] key, int limit) {
        KnownWords.Known known = knownWords.now();
        Wish wish = typed.parted(known.uses().keySet()).mended(known);
        String mode = key == null ? NEAR : key[2];
        Fitting.Fits fits = Fitting.Fits.NONE;
        if (mode.equals(NEAR)) {
            fits = fitting(terms, wish, wish.loose(false), NEAR, key, limit);
        }
        if (key == null && fits.all() == 0 || mode.equals(LACKING)) {
            fits = fitting(terms, wish, wish.loose(true), LACKING, key, limit);
        }
        SearchResult page = fits.page();
        String meant = page.items().isEmpty()
                ? ""
                : wish.corrected(page.items().get(0).name().vi());
        boolean asTyped = meant.isEmpty() || Vietnamese.key(meant).equals(typed.key());
        return new SearchResult(page.items(), page.next(), page.total(), asTyped ? null : meant, page.facets());
    }

    private Fitting.Fits fitting(SearchTerms terms, Wish wish, String query, String mode, String[] key, int limit) {
        return query == null
                ? Fitting.Fits.NONE
                : new Fitting(terms, wish, query, mode).page(source, combinations, key, limit);
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
        SearchResult counted = new Fitting(terms, null, null, STRICT)
                .page(source, combinations, null, 0)
                .page();
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
