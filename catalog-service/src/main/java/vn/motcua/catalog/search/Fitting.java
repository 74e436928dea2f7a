package vn.motcua.catalog.search;

import vn.motcua.platform.paging.Cursor;
import vn.motcua.platform.paging.Page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/**
 * The best fits of what is asked, and what they could be narrowed by: one pass over the places where the words stand.
 *
 * @param mode kept in the cursor
 */
record Fitting(SearchTerms terms, Wish wish, Wish.Asked asked, String mode) {
    /** What a word in the name is worth by the price of the alternative that stands for it, in thousandths. */
    private static final int[] PRICES = {1_000, 750, 500, 500, 250};
    /** Outside of the name all are worth little. */
    private static final int ELSEWHERE = 200;

    private static final int CODE = 8_000;
    private static final int PHRASE = 2_000;
    private static final int SAID_IN_PART = 1_500;
    private static final int ONE = 1_000;
    private static final Comparator<Fit> BEST = Comparator.comparingInt(Fit::score)
            .reversed()
            .thenComparing(fit -> fit.row().code());

    private record Fit(Shelved row, int score) {}

    /**
     * A page, and how many there are.
     *
     * @param all that fit the words, those left out by narrowing among them
     */
    record Fits(SearchResult page, int all) {
        static final Fits NONE = new Fits(SearchResult.EMPTY, 0);
    }

    /** By place of a row: how many of the words it has, and what those in its name are worth. */
    private record Finds(byte[] words, short[] worth) {}

    /** @param key of the last row of the page before; null for the first page */
    Fits page(Shelf shelf, Combinations combinations, String[] key, int limit) {
        int lastScore = key == null ? Integer.MAX_VALUE : ProcedureSearch.score(key[0]);
        Finds finds = finds(shelf);
        FacetCounts counts = new FacetCounts(terms, combinations);
        PriorityQueue<Fit> best = new PriorityQueue<>(limit + 2, BEST.reversed());
        Words words = Words.of(wish);
        for (int place = 0; place < shelf.rows().length; place++) {
            Shelved row = shelf.rows()[place];
            if (finds.words()[place] < asked.enough() || !row.inForce(terms.on()) || !counts.add(row.facets())) {
                continue;
            }
            int score = words.score(row) + inName(finds.worth()[place]);
            boolean after =
                    score < lastScore || score == lastScore && row.code().compareTo(key[1]) > 0;
            if (after && (best.size() <= limit || score >= best.peek().score())) {
                best.add(new Fit(row, score));
                if (best.size() > limit + 1) {
                    best.remove();
                }
            }
        }
        List<Fit> fits = new ArrayList<>(best);
        fits.sort(BEST);
        Page<ProcedureSummary> page = Page.of(
                fits.stream()
                        .map(fit -> ProcedureSearch.summary(fit.row(), wish, fit.score()))
                        .toList(),
                limit,
                last -> Cursor.encode(last.score().toString(), last.code(), mode));
        return new Fits(
                new SearchResult(page.items(), page.next(), counts.total(), null, counts.facets()), counts.all());
    }

    private Finds finds(Shelf shelf) {
        int all = shelf.rows().length;
        Finds finds = new Finds(new byte[all], new short[all]);
        byte[] found = new byte[all];
        byte[] named = new byte[all];
        byte number = 0;
        for (Map<String, Integer> alternatives : asked.words()) {
            number++;
            for (Map.Entry<String, Integer> each : alternatives.entrySet()) {
                for (int[] places : shelf.finds(each.getKey(), Wish.begun(each.getKey()))) {
                    note(places, number, PRICES[each.getValue()], finds, found, named);
                }
            }
        }
        return finds;
    }

    /** A word counts once in a row, by the cheapest of its alternatives, which comes first. */
    private static void note(int[] places, byte number, int worth, Finds finds, byte[] found, byte[] named) {
        for (int each : places) {
            int row = each >> 1;
            if (found[row] != number) {
                found[row] = number;
                finds.words()[row]++;
            }
            if ((each & 1) == 1 && named[row] != number) {
                named[row] = number;
                finds.worth()[row] += (short) (worth - ELSEWHERE);
            }
        }
    }

    /** As typed, all words in the name are worth one; else each has its worth. */
    private int inName(int worth) {
        int words = asked.words().size();
        if (!wish.alternatives().isEmpty()) {
            return worth + ELSEWHERE * words;
        }
        return worth == (PRICES[0] - ELSEWHERE) * words ? ONE : 0;
    }

    /**
     * What the words are worth together, in thousandths: the code 8; one phrase of the name 2, with its diacritics 1 more; what
     * people call it 2, or 1.5 in part; and up to 1 for short names.
     */
    private record Words(String key, String phrase, String exact, String said) {
        static Words of(Wish wish) {
            String key = wish.key();
            return new Words(key, " " + key + " ", " " + wish.exact() + " ", "| " + key + " |");
        }

        int score(Shelved row) {
            String code = row.code();
            boolean coded = code.regionMatches(true, 0, key, 0, key.length())
                    && (code.length() == key.length() || code.charAt(key.length()) == '.');
            return (coded ? CODE : 0)
                    + (row.telling().contains(phrase) ? PHRASE : 0)
                    + (row.exact().contains(exact) ? ONE : 0)
                    + (!row.phrases().contains(phrase) ? 0 : row.phrases().contains(said) ? PHRASE : SAID_IN_PART)
                    + Math.min(ONE, ONE * key.length() / row.telling().length());
        }
    }
}
