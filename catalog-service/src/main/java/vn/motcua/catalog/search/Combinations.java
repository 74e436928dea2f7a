package vn.motcua.catalog.search;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.motcua.catalog.search.Narrowing.Facet;
import vn.motcua.platform.sql.Sql;

import java.sql.Array;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The combinations of values that procedures can be narrowed by, by number. There are few, and none is ever changed. */
@ApplicationScoped
class Combinations {
    private static final int MOST_READ = 20_000;

    @Inject
    AgroalDataSource source;

    private volatile Known known = new Known(Map.of(), List.of());

    /** @param fields in Vietnamese order */
    private record Known(Map<Integer, Map<Facet, Set<String>>> values, List<String> fields) {}

    /** @param number that a row has */
    Map<Facet, Set<String>> of(int number) {
        Map<Facet, Set<String>> found = known.values().get(number);
        if (found == null) {
            read();
            found = known.values().get(number);
        }
        if (found == null) {
            throw new IllegalStateException("a row is counted under " + number + ", which search_facets lacks");
        }
        return found;
    }

    /** The fields of the combinations met so far, in Vietnamese order. */
    List<String> fields() {
        return known.fields();
    }

    private void read() {
        Map<Integer, Map<Facet, Set<String>>> all = new HashMap<>();
        Set<String> fields = new LinkedHashSet<>();
        Sql.query(
                source,
                "select id, field, levels, online, topics from search_facets order by field collate \"vi-x-icu\", id limit "
                        + MOST_READ,
                row -> {
                    fields.add(row.getString(2));
                    return all.put(
                            row.getInt(1),
                            Map.of(
                                    Facet.FIELD, Set.of(row.getString(2)),
                                    Facet.LEVEL, texts(row.getArray(3)),
                                    Facet.ONLINE, Set.of(row.getString(4)),
                                    Facet.TOPIC, texts(row.getArray(5))));
                });
        known = new Known(all, List.copyOf(fields));
    }

    private static Set<String> texts(Array array) throws SQLException {
        return Set.copyOf(Arrays.asList((String[]) array.getArray()));
    }
}
