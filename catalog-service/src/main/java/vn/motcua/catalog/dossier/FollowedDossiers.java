package vn.motcua.catalog.dossier;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.motcua.platform.sql.Sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** Which dossiers are open under which version, as their events told. */
@ApplicationScoped
public class FollowedDossiers {
    @Inject
    AgroalDataSource source;

    /** An open dossier; who wants more asks intake for it. */
    record Open(UUID dossierId, int version) {}

    /** What somebody may see. @param department null: of every department of the unit */
    record Sight(String unit, String department) {}

    /** Takes over what is newer; an older sequence never rolls back. */
    void take(DossierStageChanged told) {
        Sql.update(
                source,
                "insert into followed_dossier (dossier_id, sequence, code, version, open, receiving_unit, competent_unit,"
                        + " returning_unit, department) values (?,?,?,?,?,?,?,?,?)"
                        + " on conflict (dossier_id) do update set sequence = excluded.sequence, code = excluded.code,"
                        + " version = excluded.version, open = excluded.open, receiving_unit = excluded.receiving_unit,"
                        + " competent_unit = excluded.competent_unit, returning_unit = excluded.returning_unit,"
                        + " department = excluded.department where followed_dossier.sequence < excluded.sequence",
                told.dossierId(),
                told.sequence(),
                told.procedureCode(),
                told.procedureVersion(),
                told.open(),
                told.receivingUnit(),
                told.competentUnit(),
                told.returningUnit(),
                told.department());
    }

    /** Open dossiers of all units by version; versions without any are not named. */
    public Map<Integer, Integer> open(String code) {
        return counted("select version, count(*) from followed_dossier where open and code = ? group by version", code);
    }

    /** Open dossiers that a sight holds, by version. */
    Map<Integer, Integer> open(String code, Sight sight) {
        List<Object> args = new ArrayList<>(List.of(code));
        String sql = "select version, count(*) from followed_dossier where open and code = ?" + seen(sight, args)
                + " group by version";
        return counted(sql, args.toArray());
    }

    /** By version and id, after a given one. */
    List<Open> page(String code, Sight sight, int version, UUID id, int limit) {
        List<Object> args = new ArrayList<>(List.of(code));
        String sql = "select dossier_id, version from followed_dossier where open and code = ?" + seen(sight, args)
                + " and (version, dossier_id) > (?, ?) order by version, dossier_id limit ?";
        args.addAll(List.of(version, id, limit));
        return Sql.query(source, sql, row -> new Open(row.getObject(1, UUID.class), row.getInt(2)), args.toArray());
    }

    private static String seen(Sight sight, List<Object> args) {
        if (sight.department() != null) {
            args.addAll(List.of(sight.unit(), sight.department()));
            return " and competent_unit = ? and department = ?";
        }
        args.addAll(List.of(sight.unit(), sight.unit(), sight.unit()));
        return " and (receiving_unit = ? or competent_unit = ? or returning_unit = ?)";
    }

    private Map<Integer, Integer> counted(String sql, Object... args) {
        Map<Integer, Integer> counts = new TreeMap<>();
        Sql.query(source, sql, row -> counts.put(row.getInt(1), row.getInt(2)), args);
        return counts;
    }
}
