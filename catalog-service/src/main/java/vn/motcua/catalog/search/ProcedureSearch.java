package vn.motcua.catalog.search;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.motcua.catalog.lists.EnglishNames;
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
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Finds procedures by words with diacritics or without, by code, field, life event, subject and what people call them.
 * Best fits first where words are asked for: the code, the words as one phrase, the words of the name, then all others;
 * where nothing fits so, what is nearly spelt so, with the words that were meant. Without words by name, in Vietnamese
 * order. The words are looked for in memory (see {@link Shelves}); at most three queries beside that.
 */
@ApplicationScoped
public class ProcedureSearch {
    private static final String STRICT = "s";
    private static final String NEAR = "n";
    private static final String LACKING = "l";

    private static final String BY_NAME =
            " select code, version, name, field, department, effective_from, online" + " from procedure_search where ";
    private static final String BEGUN = " and effective_from <= ?";
    private static final String NARROWED = " and facets = any(?)";
    private static final String AFTER = " and (name collate \"vi-x-icu\", code) > (?, ?)";
    private static final String FIRST = " order by name collate \"vi-x-icu\", code limit ?";
    private static final String RECEIVES = "select from unit where id = ? and receives and valid_from <= ?"
            + " and (valid_to is null or valid_to >= ?)";

    @Inject
    AgroalDataSource source;

    @Inject
    SearchIndex index;

    @Inject
    Shelves shelves;

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
        Shelf shelf = shelves.now(terms.on());
        if (terms.text() == null) {
            return byName(shelf, terms, after, limit);
        }
        Wish wish = Wish.of(terms.text(), index.lists().silent());
        String[] key = Cursor.decode(after, 3);
        if (wish.words().isEmpty() || !offered(terms)) {
            return SearchResult.EMPTY;
        }
        if (key == null || key[2].equals(STRICT)) {
            Fitting.Fits strict = new Fitting(terms, wish, wish.strict(), STRICT).page(shelf, combinations, key, limit);
            if (key != null || strict.all() > 0) {
                return strict.page();
            }
        }
        return near(shelf, terms, wish, key, limit);
    }

    /** All words or what is nearly spelt so; where nothing fits so, one of three may be lacking. */
    private SearchResult near(Shelf shelf, SearchTerms terms, Wish typed, String[] key, int limit) {
        KnownWords.Known known = knownWords.now();
        Wish wish = typed.parted(known.uses().keySet()).mended(known);
        String mode = key == null ? NEAR : key[2];
        Fitting.Fits fits = Fitting.Fits.NONE;
        if (mode.equals(NEAR)) {
            fits = fitting(shelf, terms, wish, wish.loose(false), NEAR, key, limit);
        }
        if (key == null && fits.all() == 0 || mode.equals(LACKING)) {
            fits = fitting(shelf, terms, wish, wish.loose(true), LACKING, key, limit);
        }
        SearchResult page = fits.page();
        String meant = page.items().isEmpty()
                ? ""
                : wish.corrected(page.items().get(0).name().vi());
        boolean asTyped = meant.isEmpty() || Vietnamese.key(meant).equals(typed.key());
        return new SearchResult(page.items(), page.next(), page.total(), asTyped ? null : meant, page.facets());
    }

    private Fitting.Fits fitting(
            Shelf shelf, SearchTerms terms, Wish wish, Wish.Asked asked, String mode, String[] key, int limit) {
        return asked == null
                ? Fitting.Fits.NONE
                : new Fitting(terms, wish, asked, mode).page(shelf, combinations, key, limit);
    }

    /** Every unit that receives offers what is in force. */
    private boolean offered(SearchTerms terms) {
        return terms.unit() == null
                || !Sql.query(source, RECEIVES, row -> true, terms.unit(), terms.on(), terms.on())
                        .isEmpty();
    }

    private FacetCounts counted(Shelf shelf, SearchTerms terms) {
        FacetCounts counts = new FacetCounts(terms, combinations);
        for (Shelved row : shelf.rows()) {
            if (row.inForce(terms.on())) {
                counts.add(row.facets());
            }
        }
        return counts;
    }

    /** Fields with a procedure in force on a legal day, in Vietnamese order. */
    public List<FieldCount> fields(LocalDate on) {
        SearchTerms all = new SearchTerms(null, null, null, null, null, null, on);
        Map<String, Integer> counts = counted(shelves.now(on), all).facets().fields().stream()
                .collect(Collectors.toMap(SearchResult.Count::value, SearchResult.Count::procedures));
        return combinations.fields().stream()
                .filter(counts::containsKey)
                .map(field -> new FieldCount(field, counts.get(field)))
                .toList();
    }

    private SearchResult byName(Shelf shelf, SearchTerms terms, String after, int limit) {
        String[] key = Cursor.decode(after, 2);
        if (key != null && !key[1].matches("[0-9A-Z.]{1,30}")) {
            throw new ProblemException(Problems.INVALID_CURSOR);
        }
        if (!offered(terms)) {
            return SearchResult.EMPTY;
        }
        FacetCounts counts = counted(shelf, terms);
        List<Object> args = new ArrayList<>();
        String open = byName("effective_to is null", terms, counts, key, limit, args);
        args.add(terms.on());
        String ended = byName("effective_to >= ?", terms, counts, key, limit, args);
        args.add(limit + 1);
        List<ProcedureSummary> rows = counts.total() == 0
                ? List.of()
                : Sql.query(
                        source,
                        "select * from ((" + open + ") union all (" + ended + ")) s" + FIRST,
                        ProcedureSearch::listed,
                        args.toArray());
        Page<ProcedureSummary> page =
                Page.of(rows, limit, last -> Cursor.encode(last.name().vi(), last.code()));
        return new SearchResult(page.items(), page.next(), counts.total(), null, counts.facets());
    }

    private static String byName(
            String days, SearchTerms terms, FacetCounts counts, String[] key, int limit, List<Object> args) {
        boolean narrowed = !Narrowing.of(terms).isEmpty();
        args.add(terms.on());
        if (narrowed) {
            args.add(counts.fitting().asLongStream().boxed().toArray(Long[]::new));
        }
        if (key != null) {
            args.addAll(List.of(key[0], key[1]));
        }
        args.add(limit + 1);
        return BY_NAME + days + BEGUN + (narrowed ? NARROWED : "") + (key == null ? "" : AFTER) + FIRST;
    }

    private static ProcedureSummary listed(ResultSet row) throws SQLException {
        return new ProcedureSummary(
                row.getString(1),
                row.getInt(2),
                new Name(row.getString(3), null),
                EnglishNames.shipped().ofProcedure(row.getString(1)),
                row.getString(4),
                row.getString(5),
                row.getObject(6, LocalDate.class),
                OnlineLevel.valueOf(row.getString(7)),
                List.of(),
                null);
    }

    static ProcedureSummary summary(Shelved row, Wish wish, int score) {
        return new ProcedureSummary(
                row.code(),
                row.version(),
                new Name(row.name(), null),
                EnglishNames.shipped().ofProcedure(row.code()),
                row.field(),
                row.department(),
                row.from(),
                row.online(),
                marks(row.name(), wish),
                score);
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
