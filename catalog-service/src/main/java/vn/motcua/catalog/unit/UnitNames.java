package vn.motcua.catalog.unit;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.motcua.catalog.spelling.Near;
import vn.motcua.catalog.spelling.Vietnamese;
import vn.motcua.platform.sql.Sql;

import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What units are or were called, as it is compared: spellings of the resolutions beside those of the statistical list. */
@ApplicationScoped
public class UnitNames {
    private static final Pattern KIND =
            Pattern.compile("^(xã|phường|thị trấn|đặc khu|huyện|quận|thị xã|thành phố|tỉnh) +(?=\\p{L}|\\d)");
    private static final String DISTRICT = "DISTRICT";
    private static final int MOST_FOUND = 600;

    /** Every name with its unit, and the districts and provinces of the unit, of its predecessors and its successors. */
    private static final String ALL =
            """
            with area as (
              select unit_id as id, province_name as name from unit_name union select unit_id, parent_name from unit_name
              union select m.to_unit, n.province_name from unit_merger m join unit_name n on n.unit_id = m.from_unit
              union select m.to_unit, n.parent_name from unit_merger m join unit_name n on n.unit_id = m.from_unit
              union select m.from_unit, n.province_name from unit_merger m join unit_name n on n.unit_id = m.to_unit
              union select to_unit, from_parent from unit_merger union select to_unit, from_province from unit_merger),
            areas as (select id, array_agg(distinct name) as names from area where name is not null group by id),
            called as (
              select unit_id as id, name from unit_name
              union select from_unit, from_name from unit_merger where from_unit is not null
              union select to_unit, split_part(from_name, ' (', 1) from unit_merger where from_unit is null)
            select c.id, c.name, coalesce(a.names, '{}') from called c left join areas a on a.id = c.id
            """;

    @Inject
    AgroalDataSource source;

    /**
     * A unit that is or was called so.
     *
     * @param kind of the name, {@code DISTRICT} for an island district
     * @param areas districts and provinces, without their kind
     */
    record Called(String unit, String exact, Spelt key, String kind, List<Spelt> areas) {}

    /**
     * All names in memory: some 25,000, which nothing but the first load writes.
     *
     * @param near every name once, by the number of its words
     */
    private record Known(
            Map<String, List<Called>> byKey,
            Map<String, List<Called>> byCode,
            Map<Integer, List<Spelt>> near,
            Map<String, List<Spelt>> joined) {}

    private volatile Known known;

    private record Named(String unit, String name, List<String> areas) {}

    /** Fills the names of units that were loaded. @return the number of names */
    public int complete() {
        List<Named> all =
                Sql.query(source, ALL, row -> new Named(row.getString(1), row.getString(2), texts(row.getArray(3))));
        Map<List<String>, Called> called = new LinkedHashMap<>();
        Map<String, Spelt> spelt = new HashMap<>();
        for (Named each : all) {
            Called one = called(each, key -> spelt.computeIfAbsent(key, Spelt::of));
            called.putIfAbsent(List.of(one.unit(), one.exact(), one.kind()), one);
        }
        insert(called.values());
        known = null;
        return called.size();
    }

    private static Called called(Named each, Function<String, Spelt> spelt) {
        String name = bare(each.name());
        String front = each.name().toLowerCase(Locale.ROOT);
        UnitKind kind = Arrays.stream(UnitKind.values())
                .filter(one -> front.startsWith(one.label() + " "))
                .findFirst()
                .orElse(null);
        List<Spelt> areas = each.areas().stream()
                .map(area -> Vietnamese.key(bare(area)))
                .distinct()
                .map(spelt)
                .toList();
        return new Called(
                each.unit(),
                Vietnamese.exact(name),
                spelt.apply(Vietnamese.key(name)),
                kind == null ? DISTRICT : kind.name(),
                areas);
    }

    /** A name without the word for its kind. */
    static String bare(String name) {
        return KIND.matcher(name.toLowerCase(Locale.ROOT)).replaceFirst("");
    }

    private void insert(Collection<Called> all) {
        Sql.on(source, connection -> {
            try (PreparedStatement insert = connection.prepareStatement("insert into unit_called values (?,?,?,?,?)")) {
                for (Called each : all) {
                    insert.setString(1, each.unit());
                    insert.setString(2, each.exact());
                    insert.setString(3, each.key().key());
                    insert.setString(4, each.kind());
                    insert.setArray(
                            5,
                            connection.createArrayOf(
                                    "text",
                                    each.areas().stream().map(Spelt::key).toArray()));
                    insert.addBatch();
                }
                return insert.executeBatch();
            }
        });
    }

    /** All that are called so, or have one of these codes. */
    List<Called> called(Collection<String> keys, Collection<String> codes) {
        Known all = known();
        return Stream.concat(
                        keys.stream().map(key -> all.byKey().getOrDefault(key, List.of())),
                        codes.stream().map(code -> all.byCode().getOrDefault(code, List.of())))
                .flatMap(List::stream)
                .limit(MOST_FOUND)
                .toList();
    }

    /** What may be meant where a name has slips, the nearest first. */
    List<Called> near(Collection<Spelt> typed, int dearest) {
        Known all = known();
        Map<String, Integer> prices = new HashMap<>();
        for (Spelt each : typed) {
            Stream.concat(
                            all.near().getOrDefault(each.words().length, List.of()).stream(),
                            all.joined().getOrDefault(each.joined(), List.of()).stream())
                    .forEach(name -> {
                        int price = each.price(name, dearest);
                        if (price != Near.FAR) {
                            prices.merge(name.key(), price, Math::min);
                        }
                    });
        }
        return prices.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .flatMap(each -> all.byKey().get(each.getKey()).stream())
                .limit(MOST_FOUND)
                .toList();
    }

    private Known known() {
        Known present = known;
        if (present == null) {
            present = read();
            known = present.byKey().isEmpty() ? null : present;
        }
        return present;
    }

    private Known read() {
        Map<String, Spelt> spelt = new HashMap<>();
        Map<String, List<Called>> byKey = Sql.query(
                        source,
                        "select unit_id, exact, key, kind, areas from unit_called order by key, unit_id, exact, kind",
                        row -> new Called(
                                row.getString(1),
                                row.getString(2),
                                spelt.computeIfAbsent(row.getString(3), Spelt::of),
                                row.getString(4).intern(),
                                texts(row.getArray(5)).stream()
                                        .map(area -> spelt.computeIfAbsent(area, Spelt::of))
                                        .toList()))
                .stream()
                .collect(Collectors.groupingBy(each -> each.key().key()));
        Map<String, List<Called>> byCode = Sql.query(
                        source,
                        "select id, code from unit order by id",
                        row -> new Called(
                                row.getString(1),
                                row.getString(2),
                                spelt.computeIfAbsent(row.getString(2), Spelt::of),
                                "",
                                List.of()))
                .stream()
                .collect(Collectors.groupingBy(Called::exact));
        List<Spelt> names = byKey.keySet().stream().map(spelt::get).toList();
        return new Known(
                byKey,
                byCode,
                names.stream().collect(Collectors.groupingBy(name -> name.words().length)),
                names.stream().collect(Collectors.groupingBy(Spelt::joined)));
    }

    private static List<String> texts(Array array) throws SQLException {
        return Arrays.asList((String[]) array.getArray());
    }
}
