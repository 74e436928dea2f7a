package vn.motcua.catalog.search;

import vn.motcua.catalog.search.Narrowing.Facet;
import vn.motcua.catalog.search.SearchResult.Count;
import vn.motcua.catalog.search.SearchResult.Facets;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Counts by facet, added up from the few combinations of values that procedures have: one pass of the database over all hits. */
final class FacetCounts {
    /** From {@code hit}, in the columns of an item: the number of the combination and how many have it. */
    static final String SELECT = "select null, facets, null, null, null, null::date, null, count(*)::integer, 'COUNT'"
            + " from hit group by facets";

    private final Map<Facet, Narrowing> narrowed;
    private final Map<Facet, Map<String, Integer>> counts = new EnumMap<>(Facet.class);
    private int all;
    private int total;

    FacetCounts(SearchTerms terms) {
        narrowed = Narrowing.of(terms);
    }

    void add(Map<Facet, Set<String>> values, int procedures) {
        Facet missed = null;
        int misses = 0;
        for (Map.Entry<Facet, Narrowing> each : narrowed.entrySet()) {
            if (!values.get(each.getKey()).contains(each.getValue().value().toString())) {
                missed = each.getKey();
                misses++;
            }
        }
        all += procedures;
        total += misses == 0 ? procedures : 0;
        if (misses < 2) {
            for (Facet facet : missed == null ? Facet.values() : new Facet[] {missed}) {
                for (String value : values.get(facet)) {
                    counts.computeIfAbsent(facet, f -> new HashMap<>()).merge(value, procedures, Integer::sum);
                }
            }
        }
    }

    /** How many fit the words, narrowed or not. */
    int all() {
        return all;
    }

    int total() {
        return total;
    }

    Facets facets() {
        return new Facets(of(Facet.FIELD), of(Facet.LEVEL), of(Facet.ONLINE), of(Facet.TOPIC));
    }

    private List<Count> of(Facet facet) {
        return counts.getOrDefault(facet, Map.of()).entrySet().stream()
                .sorted((a, b) -> b.getValue().equals(a.getValue())
                        ? a.getKey().compareTo(b.getKey())
                        : b.getValue() - a.getValue())
                .map(each -> new Count(each.getKey(), each.getValue()))
                .toList();
    }
}
