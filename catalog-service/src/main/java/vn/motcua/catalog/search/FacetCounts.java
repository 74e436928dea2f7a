package vn.motcua.catalog.search;

import vn.motcua.catalog.search.Narrowing.Facet;
import vn.motcua.catalog.search.SearchResult.Count;
import vn.motcua.catalog.search.SearchResult.Facets;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Counts by facet, added up from the few combinations of values that procedures have: one pass of the database over all hits. */
final class FacetCounts {
    /** From {@code hit}, in the columns of an item. */
    static final String SELECT =
            "select field, count(*)::integer, array_to_string(levels, '|'), array_to_string(topics, '|'),"
                    + " null, null::date, online, null::integer, 'COUNT' from hit group by field, levels, online, topics";

    private final SearchTerms terms;
    private final Map<Facet, Map<String, Integer>> counts = new HashMap<>();
    private int total;

    FacetCounts(SearchTerms terms) {
        this.terms = terms;
    }

    /** @return true, so that a reader of rows can answer with it */
    boolean add(ResultSet row) throws SQLException {
        Map<Facet, Set<String>> values = Map.of(
                Facet.FIELD, Set.of(row.getString(1)),
                Facet.LEVEL, split(row.getString(3)),
                Facet.TOPIC, split(row.getString(4)),
                Facet.ONLINE, Set.of(row.getString(7)));
        int procedures = row.getInt(2);
        List<Facet> missed = new ArrayList<>();
        Narrowing.of(terms).forEach((facet, narrowing) -> {
            if (!values.get(facet).contains(narrowing.value().toString())) {
                missed.add(facet);
            }
        });
        total += missed.isEmpty() ? procedures : 0;
        values.forEach((facet, all) -> {
            if (missed.isEmpty() || missed.equals(List.of(facet))) {
                all.forEach(value ->
                        counts.computeIfAbsent(facet, f -> new HashMap<>()).merge(value, procedures, Integer::sum));
            }
        });
        return true;
    }

    private static Set<String> split(String joined) {
        return joined.isEmpty() ? Set.of() : new HashSet<>(Arrays.asList(joined.split("\\|")));
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
