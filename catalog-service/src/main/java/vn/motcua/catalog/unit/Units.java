package vn.motcua.catalog.unit;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.motcua.platform.json.EventJson;
import vn.motcua.platform.sql.Sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Units in force and former ones, with their names in time and who became what. */
@ApplicationScoped
public class Units {
    /** A unit as one JSON document: one query, whatever hangs on it. */
    private static final String DOCUMENT =
            """
            select json_build_object('id', u.id, 'code', u.code, 'provinceCode', u.province_code,
              'validFrom', u.valid_from, 'validTo', u.valid_to, 'receives', u.receives,
              'names', (select json_agg(json_build_object('name', n.name, 'kind', n.kind, 'provinceName', n.province_name,
                  'parentName', n.parent_name, 'validFrom', n.valid_from, 'validTo', n.valid_to,
                  'legalBasis', n.legal_basis) order by n.seq) from unit_name n where n.unit_id = u.id),
              'successors', (select coalesce(json_agg(json_build_object('id', m.to_unit, 'part', m.part) order by m.id), '[]')
                  from unit_merger m where m.from_unit = u.id),
              'predecessors', (select coalesce(json_agg(json_build_object('id', m.from_unit, 'name', m.from_name,
                  'parentName', m.from_parent, 'provinceName', m.from_province, 'part', m.part) order by m.id), '[]')
                  from unit_merger m where m.to_unit = u.id),
              'agencyCodes', (select coalesce(json_agg(json_build_object('code', a.code, 'validFrom', a.valid_from,
                  'validTo', a.valid_to, 'invented', a.invented) order by a.valid_from), '[]')
                  from agency_code a where a.unit_id = u.id),
              'hours', case when u.receives then (select coalesce(json_agg(json_build_object(
                  'from', to_char(h.opens, 'HH24:MI'), 'to', to_char(h.closes, 'HH24:MI')) order by h.opens), '[]')
                  from office_hours h where h.unit_id is not distinct from
                    (select o.unit_id from office_hours o where o.unit_id = u.id limit 1)) else '[]'::json end)
            from unit u
            """;

    @Inject
    AgroalDataSource source;

    /** The unit of this id, in force or former. */
    public Optional<Unit> find(String id) {
        return documents(DOCUMENT + "where u.id = ?", id).stream().findFirst();
    }

    /** The units a former one went into; empty for a unit in force. */
    public List<Unit> successorsOf(Unit unit) {
        return unit.successors().isEmpty()
                ? List.of()
                : all(unit.successors().stream().map(Successor::id).toList());
    }

    /** All units of these ids, in the order of their ids. */
    List<Unit> all(Collection<String> ids) {
        return documents(DOCUMENT + "where u.id = any(?) order by u.id", (Object) ids.toArray(String[]::new));
    }

    private List<Unit> documents(String sql, Object... args) {
        return Sql.query(source, sql, row -> EventJson.read(EventJson.tree(row.getString(1)), Unit.class), args);
    }

    /** Inserts all at once, in the caller's transaction; hours of their own are the caller's to add. */
    public void insert(List<Unit> units) {
        Sql.on(source, connection -> {
            batch(connection, "insert into unit values (?,?,?,?,?,?)", units, Stream::of, (row, u) -> {
                row.setString(1, u.id());
                row.setString(2, u.code());
                row.setString(3, u.provinceCode());
                row.setObject(4, u.validFrom());
                row.setObject(5, u.validTo());
                row.setBoolean(6, u.receives());
            });
            names(connection, units);
            mergers(connection, units);
            agencyCodes(connection, units);
            return units.size();
        });
    }

    private record Named(String unit, int seq, UnitName name) {}

    private static void names(Connection connection, List<Unit> units) throws SQLException {
        Function<Unit, Stream<Named>> named =
                unit -> Stream.iterate(0, i -> i < unit.names().size(), i -> i + 1)
                        .map(i -> new Named(unit.id(), i + 1, unit.names().get(i)));
        batch(connection, "insert into unit_name values (?,?,?,?,?,?,?,?,?)", units, named, (row, n) -> {
            row.setString(1, n.unit());
            row.setInt(2, n.seq());
            row.setString(3, n.name().name());
            row.setString(4, n.name().kind().name());
            row.setString(5, n.name().provinceName());
            row.setString(6, n.name().parentName());
            row.setObject(7, n.name().validFrom());
            row.setObject(8, n.name().validTo());
            row.setString(9, n.name().legalBasis());
        });
    }

    private record Formed(String unit, Predecessor from) {}

    private static void mergers(Connection connection, List<Unit> units) throws SQLException {
        String sql = "insert into unit_merger (from_unit, to_unit, from_name, from_parent, from_province, part)"
                + " values (?,?,?,?,?,?)";
        Function<Unit, Stream<Formed>> formed =
                unit -> unit.predecessors().stream().map(from -> new Formed(unit.id(), from));
        batch(connection, sql, units, formed, (row, m) -> {
            row.setString(1, m.from().id());
            row.setString(2, m.unit());
            row.setString(3, m.from().name());
            row.setString(4, m.from().parentName());
            row.setString(5, m.from().provinceName());
            row.setString(6, m.from().part().name());
        });
    }

    private record Coded(String unit, AgencyCode code) {}

    private static void agencyCodes(Connection connection, List<Unit> units) throws SQLException {
        Function<Unit, Stream<Coded>> coded =
                unit -> unit.agencyCodes().stream().map(code -> new Coded(unit.id(), code));
        batch(connection, "insert into agency_code values (?,?,?,?,?)", units, coded, (row, c) -> {
            row.setString(1, c.code().code());
            row.setString(2, c.unit());
            row.setObject(3, c.code().validFrom());
            row.setObject(4, c.code().validTo());
            row.setBoolean(5, c.code().invented());
        });
    }

    /** Office hours of one unit, or with null of every unit without hours of its own. */
    public void open(String unitId, List<Hours> hours) {
        for (Hours each : hours) {
            Sql.update(
                    source,
                    "insert into office_hours (unit_id, opens, closes) values (?,?,?)",
                    unitId,
                    each.from(),
                    each.to());
        }
    }

    private interface Binder<T> {
        void bind(PreparedStatement row, T value) throws SQLException;
    }

    private static <T> void batch(
            Connection connection, String sql, List<Unit> units, Function<Unit, Stream<T>> rows, Binder<T> binder)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            for (Unit unit : units) {
                for (T value : rows.apply(unit).toList()) {
                    binder.bind(insert, value);
                    insert.addBatch();
                }
            }
            insert.executeBatch();
        }
    }
}
