package vn.motcua.catalog.unit;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.motcua.catalog.spelling.Vietnamese;
import vn.motcua.platform.sql.Sql;

import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

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
     * @param areas keys of districts and provinces, without their kind
     */
    record Called(String unit, String exact, String key, String kind, List<String> areas) {}

    private record Named(String unit, String name, List<String> areas) {}

    /** Fills the names of units that were loaded. @return the number of names */
    public int complete() {
        List<Named> all =
                Sql.query(source, ALL, row -> new Named(row.getString(1), row.getString(2), texts(row.getArray(3))));
        Map<List<String>, Called> called = new LinkedHashMap<>();
        for (Named each : all) {
            Called one = called(each);
            called.putIfAbsent(List.of(one.unit(), one.exact(), one.kind()), one);
        }
        insert(called.values());
        Sql.update(source, "insert into unit_name_key select distinct key from unit_called");
        return called.size();
    }

    private static Called called(Named each) {
        String name = bare(each.name());
        String front = each.name().toLowerCase(Locale.ROOT);
        UnitKind kind = Arrays.stream(UnitKind.values())
                .filter(one -> front.startsWith(one.label() + " "))
                .findFirst()
                .orElse(null);
        List<String> areas = each.areas().stream()
                .map(area -> Vietnamese.key(bare(area)))
                .distinct()
                .toList();
        return new Called(
                each.unit(),
                Vietnamese.exact(name),
                Vietnamese.key(name),
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
                    insert.setString(3, each.key());
                    insert.setString(4, each.kind());
                    insert.setArray(
                            5, connection.createArrayOf("text", each.areas().toArray()));
                    insert.addBatch();
                }
                return insert.executeBatch();
            }
        });
    }

    /** All that are called so, or have one of these codes. */
    List<Called> called(Collection<String> keys, Collection<String> codes) {
        return read(
                "select unit_id, exact, key, kind, areas from unit_called where key = any(?) union all"
                        + " select id, code, code, '', '{}' from unit where code = any(?) limit " + MOST_FOUND,
                keys,
                codes);
    }

    /** What is spelt nearly so: letters in common, by trigrams. */
    List<Called> near(Collection<String> keys) {
        return read(
                "with k as (select distinct n.key from unnest(?) asked(key) cross join lateral (select key from"
                        + " unit_name_key u where u.key % asked.key order by similarity(u.key, asked.key) desc limit 12) n)"
                        + " select unit_id, exact, key, kind, areas from unit_called join k using (key) limit "
                        + MOST_FOUND,
                keys,
                null);
    }

    private List<Called> read(String sql, Collection<String> first, Collection<String> second) {
        return Sql.on(source, connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setArray(1, connection.createArrayOf("text", first.toArray()));
                if (second != null) {
                    statement.setArray(2, connection.createArrayOf("text", second.toArray()));
                }
                List<Called> found = new ArrayList<>();
                try (ResultSet row = statement.executeQuery()) {
                    while (row.next()) {
                        found.add(read(row));
                    }
                }
                return found;
            }
        });
    }

    private static Called read(ResultSet row) throws SQLException {
        return new Called(
                row.getString(1), row.getString(2), row.getString(3), row.getString(4), texts(row.getArray(5)));
    }

    private static List<String> texts(Array array) throws SQLException {
        return Arrays.asList((String[]) array.getArray());
    }
}
