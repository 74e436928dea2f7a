package vn.motcua.catalog.search;

import vn.motcua.catalog.search.Narrowing.Facet;
import vn.motcua.catalog.search.SearchResult.Count;
import vn.motcua.catalog.search.SearchResult.Facets;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** Counts by facet, added up from the few combinations of values that procedures have. */
final class FacetCounts {
    private final Map<Facet, String> narrowed;
    private final Combinations combinations;
    /** By number of a combination. */
    private int[] procedures = new int[256];

    private Combined[] combined = new Combined[256];

    /** @param missed of the narrowings that the values do not fit the last, null where they fit all */
    private record Combined(Map<Facet, Set<String>> values, Facet missed, int misses) {
        static Combined of(Map<Facet, Set<String>> values, Map<Facet, String> narrowed) {
            Facet missed = null;
            int misses = 0;
            for (Map.Entry<Facet, String> each : narrowed.entrySet()) {
                if (!values.get(each.getKey()).contains(each.getValue())) {
                    missed = each.getKey();
                    misses++;
                }
            }
            return new Combined(values, missed, misses);
        }
    }

    FacetCounts(SearchTerms terms, Combinations combinations) {
        this.narrowed = Narrowing.of(terms);
        this.combinations = combinations;
    }

    /** Counts one procedure by the number of its combination. @return whether it fits what the search is narrowed by */
    boolean add(int number) {
        if (number >= procedures.length) {
            procedures = Arrays.copyOf(procedures, 2 * number);
            combined = Arrays.copyOf(combined, 2 * number);
        }
        if (procedures[number]++ == 0) {
            combined[number] = Combined.of(combinations.of(number), narrowed);
        }
        return combined[number].misses() == 0;
    }

    /** How many fit the words, narrowed or not. */
    int all() {
        return Arrays.stream(procedures).sum();
    }

    int total() {
        return fitting().map(number -> procedures[number]).sum();
    }

    /** Numbers of the combinations met that fit what the search is narrowed by. */
    IntStream fitting() {
        return IntStream.range(0, procedures.length)
                .filter(number -> procedures[number] > 0 && combined[number].misses() == 0);
    }

    /** Each with the counts that the other narrowings leave. */
    Facets facets() {
        Map<Facet, Map<String, Integer>> counts = new EnumMap<>(Facet.class);
        for (Facet facet : Facet.values()) {
            counts.put(facet, new HashMap<>());
        }
        for (int number = 0; number < procedures.length; number++) {
            if (procedures[number] > 0 && combined[number].misses() < 2) {
                count(combined[number], procedures[number], counts);
            }
        }
        return new Facets(
                of(counts, Facet.FIELD), of(counts, Facet.LEVEL), of(counts, Facet.ONLINE), of(counts, Facet.TOPIC));
    }

    private static void count(Combined combined, int procedures, Map<Facet, Map<String, Integer>> counts) {
        for (Map.Entry<Facet, Map<String, Integer>> facet : counts.entrySet()) {
            if (combined.missed() == null || combined.missed() == facet.getKey()) {
                for (String value : combined.values().get(facet.getKey())) {
                    facet.getValue().merge(value, procedures, Integer::sum);
                }
            }
        }
    }

    private static List<Count> of(Map<Facet, Map<String, Integer>> counts, Facet facet) {
        return counts.get(facet).entrySet().stream()
                .sorted((a, b) -> b.getValue().equals(a.getValue())
                        ? a.getKey().compareTo(b.getKey())
                        : b.getValue() - a.getValue())
                .map(each -> new Count(each.getKey(), each.getValue()))
                .toList();
    }
}
