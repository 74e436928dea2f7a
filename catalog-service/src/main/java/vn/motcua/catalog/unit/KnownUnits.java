package vn.motcua.catalog.unit;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.motcua.platform.sql.Sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/**
 * All units in memory, with their names in time and who became what, but without office hours and agency codes: some 13,000,
 * which nothing but the first load writes.
 */
@ApplicationScoped
class KnownUnits {
    @Inject
    AgroalDataSource source;

    private volatile Map<String, Unit> known;

    /** Rows of three tables, as they come; texts that come again are kept once. */
    private static final class Reading {
        private final Map<String, String> texts = new HashMap<>();
        private final Map<String, List<UnitName>> names = new HashMap<>();
        private final Map<String, List<Successor>> successors = new HashMap<>();
        private final Map<String, List<Predecessor>> predecessors = new HashMap<>();

        private String text(ResultSet row, int column) throws SQLException {
            String text = row.getString(column);
            return text == null ? null : texts.computeIfAbsent(text, each -> each);
        }

        private boolean name(ResultSet row) throws SQLException {
            UnitName name = new UnitName(
                    text(row, 2),
                    UnitKind.valueOf(row.getString(3)),
                    text(row, 4),
                    text(row, 5),
                    row.getObject(6, LocalDate.class),
                    row.getObject(7, LocalDate.class),
                    text(row, 8));
            return list(names, text(row, 1)).add(name);
        }

        private boolean merger(ResultSet row) throws SQLException {
            String from = text(row, 1);
            String into = text(row, 2);
            Part part = Part.valueOf(row.getString(6));
            if (from != null) {
                list(successors, from).add(new Successor(into, part));
            }
            return list(predecessors, into).add(new Predecessor(from, text(row, 3), text(row, 4), text(row, 5), part));
        }

        private Unit unit(ResultSet row) throws SQLException {
            String id = text(row, 1);
            return new Unit(
                    id,
                    text(row, 2),
                    text(row, 3),
                    row.getObject(4, LocalDate.class),
                    row.getObject(5, LocalDate.class),
                    List.copyOf(names.getOrDefault(id, List.of())),
                    List.copyOf(successors.getOrDefault(id, List.of())),
                    List.copyOf(predecessors.getOrDefault(id, List.of())),
                    List.of(),
                    List.of(),
                    row.getBoolean(6));
        }

        private static <T> List<T> list(Map<String, List<T>> lists, String key) {
            return lists.computeIfAbsent(key, each -> new ArrayList<>(1));
        }
    }

    /** The units of these ids with all that they went into or came from, in the order of their ids. */
    List<Unit> withRelated(Collection<String> ids) {
        Map<String, Unit> all = all();
        TreeSet<String> asked = new TreeSet<>();
        for (String id : ids) {
            Unit unit = all.get(id);
            if (unit != null) {
                asked.add(id);
                unit.successors().forEach(each -> asked.add(each.id()));
                unit.predecessors().stream()
                        .map(Predecessor::id)
                        .filter(Objects::nonNull)
                        .forEach(asked::add);
            }
        }
        return asked.stream().map(all::get).toList();
    }

    private Map<String, Unit> all() {
        Map<String, Unit> present = known;
        if (present == null) {
            present = read();
            known = present.isEmpty() ? null : present;
        }
        return present;
    }

    private Map<String, Unit> read() {
        Reading reading = new Reading();
        Sql.query(
                source,
                "select unit_id, name, kind, province_name, parent_name, valid_from, valid_to, legal_basis from unit_name"
                        + " order by unit_id, seq",
                reading::name);
        Sql.query(
                source,
                "select from_unit, to_unit, from_name, from_parent, from_province, part from unit_merger order by id",
                reading::merger);
        Map<String, Unit> all = new HashMap<>();
        Sql.query(
                source,
                "select id, code, province_code, valid_from, valid_to, receives from unit",
                row -> all.put(row.getString(1), reading.unit(row)));
        return all;
    }
}
