package vn.motcua.notification.catalogue;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.motcua.platform.inbox.HoldKey;
import vn.motcua.platform.json.EventJson;
import vn.motcua.platform.sql.Sql;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Names of procedures and units, copied from what catalog publishes. */
@ApplicationScoped
public class Catalogue {
    private static final int UNITS_SHOWN_MAX = 20;

    /** As it is stored. */
    private record Components(Map<String, String> names) {}

    @Inject
    AgroalDataSource source;

    /**
     * The names a message needs.
     *
     * @throws HoldKey while one of them has not arrived yet
     */
    public Names names(Set<String> units, String procedure, int version) {
        Map<String, String> procedureNames = Sql.query(
                        source,
                        "select name_vi, name_en from procedure_name where code = ? and version = ?",
                        row -> languages(row.getString(1), row.getString(2)),
                        procedure,
                        version)
                .stream()
                .findFirst()
                .orElseThrow(() -> new HoldKey("procedure " + procedure + "@" + version + " is not known yet"));
        Map<String, String> unitNames = unitNames(units);
        for (String unit : units) {
            if (!unitNames.containsKey(unit)) {
                throw new HoldKey("unit " + unit + " is not known yet");
            }
        }
        return new Names(unitNames, procedureNames);
    }

    /** The unit, if it is known and receives dossiers. */
    public Optional<Unit> receivingUnit(String id) {
        return units("select id, name, province from unit_name where id = ? and receives", id).stream()
                .findFirst();
    }

    /** A unit's name; its id where it is not known yet. */
    public String unitName(String id) {
        return Sql.query(source, "select name from unit_name where id = ?", row -> row.getString(1), id).stream()
                .findFirst()
                .orElse(id);
    }

    /** The names of those of these units that are known. */
    public Map<String, String> unitNames(Set<String> units) {
        Map<String, String> names = new HashMap<>();
        Sql.query(
                source,
                "select id, name from unit_name where id = any(?)",
                row -> names.put(row.getString(1), row.getString(2)),
                (Object) units.toArray(String[]::new));
        return names;
    }

    /** Units that receive dossiers by a part of their name, with or without diacritics; at most 20. */
    public List<Unit> receivingUnits(String part) {
        String pattern =
                PlainText.of(part).replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
        return units(
                "select id, name, province from unit_name where receives and search like ? order by search, id limit "
                        + UNITS_SHOWN_MAX,
                "%" + pattern + "%");
    }

    void take(ProcedurePublished procedure) {
        Sql.update(
                source,
                "insert into procedure_name (code, version, name_vi, name_en, components) values (?,?,?,?,?) on conflict"
                        + " (code, version) do update set name_vi = excluded.name_vi, name_en = excluded.name_en,"
                        + " components = excluded.components",
                procedure.code(),
                procedure.version(),
                procedure.name().vi(),
                procedure.name().en(),
                EventJson.write(new Components(names(procedure))));
    }

    private static Map<String, String> names(ProcedurePublished procedure) {
        Map<String, String> names = new LinkedHashMap<>();
        if (procedure.components() != null) {
            procedure.components().forEach(each -> names.put(each.id(), each.name()));
        }
        return names;
    }

    /**
     * The Vietnamese names of a procedure version's papers, by component; empty where that version is not known, or was taken over
     * before its papers were.
     */
    public Map<String, String> components(String procedure, int version) {
        return Sql.query(
                        source,
                        "select components from procedure_name where code = ? and version = ? and components is not null",
                        row -> EventJson.read(EventJson.tree(row.getString(1)), Components.class)
                                .names(),
                        procedure,
                        version)
                .stream()
                .findFirst()
                .orElse(Map.of());
    }

    void take(UnitPublished unit) {
        Sql.update(
                source,
                "insert into unit_name (id, name, province, receives, search) values (?,?,?,?,?) on conflict (id) do"
                        + " update set name = excluded.name, province = excluded.province,"
                        + " receives = excluded.receives, search = excluded.search",
                unit.id(),
                unit.name(),
                unit.provinceName(),
                unit.receives(),
                PlainText.of(unit.name()));
    }

    private List<Unit> units(String sql, Object... args) {
        return Sql.query(source, sql, row -> new Unit(row.getString(1), row.getString(2), row.getString(3)), args);
    }

    private static Map<String, String> languages(String vi, String en) {
        return en == null ? Map.of("vi", vi) : Map.of("vi", vi, "en", en);
    }
}
