package vn.motcua.catalog.search;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * The versions in force and to come as they were at one generation, and which word stands in which of them. Never changed:
 * a later generation is another shelf.
 *
 * @param since what had its last day before is left out
 * @param finds by word the places of the rows it stands in: twice the place, and one more where it stands in the name
 */
record Shelf(long generation, LocalDate since, Shelved[] rows, NavigableMap<String, int[]> finds) {

    /** @param changed rows of later generations, which take the place of those with the same code and version */
    static Shelf of(Shelf before, Collection<Shelved> changed, long generation, LocalDate since) {
        Map<String, Shelved> rows = new LinkedHashMap<>();
        if (before != null) {
            for (Shelved row : before.rows()) {
                rows.put(row.code() + "@" + row.version(), row);
            }
        }
        changed.forEach(row -> rows.put(row.code() + "@" + row.version(), row));
        rows.values().removeIf(row -> row.over(since));
        Shelved[] all = rows.values().toArray(Shelved[]::new);
        return new Shelf(generation, since, all, finds(all));
    }

    private static NavigableMap<String, int[]> finds(Shelved[] rows) {
        Map<String, Places> places = new HashMap<>();
        for (int i = 0; i < rows.length; i++) {
            for (String word : rows[i].nameWords()) {
                places.computeIfAbsent(word, each -> new Places()).add(2 * i + 1);
            }
            for (String word : rows[i].otherWords()) {
                places.computeIfAbsent(word, each -> new Places()).add(2 * i);
            }
        }
        NavigableMap<String, int[]> finds = new TreeMap<>();
        places.forEach((word, each) -> finds.put(word, each.all()));
        return finds;
    }

    private static final class Places {
        private int[] all = new int[2];
        private int size;

        void add(int place) {
            all = size == all.length ? Arrays.copyOf(all, 2 * size) : all;
            all[size++] = place;
        }

        int[] all() {
            return Arrays.copyOf(all, size);
        }
    }

    /** Where a word stands, or with {@code begun} every word that begins so. */
    Collection<int[]> finds(String word, boolean begun) {
        if (begun) {
            return finds.subMap(word, word + Character.MAX_VALUE).values();
        }
        int[] places = finds.get(word);
        return places == null ? List.of() : List.of(places);
    }
}
