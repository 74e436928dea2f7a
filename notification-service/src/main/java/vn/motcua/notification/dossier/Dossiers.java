package vn.motcua.notification.dossier;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.motcua.platform.json.EventJson;
import vn.motcua.platform.sql.Sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** The dossiers this service knows. Its methods join the caller's transaction. */
@ApplicationScoped
public class Dossiers {
    private static final String COLUMNS = "id, reference, code, sequence, receiving_unit, competent_unit,"
            + " returning_unit, department, procedure_code, procedure_version, step, stage, fees_open, originals_held,"
            + " language, effective_at, received_by, handled_by, return_mode, held_originals,"
            + " received_at, due";

    private static final String OVERWRITE = Arrays.stream(COLUMNS.split(", "))
            .map(column -> column + " = excluded." + column)
            .collect(Collectors.joining(", "));

    /** As it is stored. */
    private record Kept(List<StageChanged.Held> held) {}

    @Inject
    AgroalDataSource source;

    /** The dossier, locked until the end of the transaction. */
    public Optional<KnownDossier> locked(UUID id) {
        return one("select " + COLUMNS + " from known_dossier where id = ? for update", id);
    }

    /** The dossier if an officer may see it. */
    public Optional<KnownDossier> seen(UUID id, Sight sight) {
        return one(
                "select " + COLUMNS + " from known_dossier d where id = ? and " + Sight.CONDITION,
                id,
                sight.wholeUnits(),
                sight.units(),
                sight.wholeUnits(),
                sight.department(),
                sight.department());
    }

    /** The dossier by its id. */
    public Optional<KnownDossier> find(UUID id) {
        return one("select " + COLUMNS + " from known_dossier where id = ?", id);
    }

    /** The id behind a tracking reference or a dossier code, as people write them. */
    public Optional<UUID> idOf(String referenceOrCode) {
        String wanted = referenceOrCode.strip().toUpperCase(Locale.ROOT);
        return Sql.query(
                        source,
                        "select id from known_dossier where reference = ? or code = ?",
                        row -> row.getObject(1, UUID.class),
                        wanted,
                        wanted)
                .stream()
                .findFirst();
    }

    /**
     * Takes over a published change; an older one leaves the projection as it is.
     *
     * @return the newest known state
     */
    public KnownDossier take(StageChanged change) {
        KnownDossier known = locked(change.dossierId()).orElse(null);
        KnownDossier now = KnownDossier.after(known, change);
        if (now != known) {
            write(now);
        }
        return now;
    }

    private void write(KnownDossier d) {
        Sql.update(
                source,
                "insert into known_dossier (" + COLUMNS + ") values (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)"
                        + " on conflict (id) do update set " + OVERWRITE,
                d.id(),
                d.reference(),
                d.code(),
                d.sequence(),
                d.receivingUnit(),
                d.competentUnit(),
                d.returningUnit(),
                d.department(),
                d.procedureCode(),
                d.procedureVersion(),
                d.step(),
                d.stage().name(),
                d.feesOpen(),
                d.originalsHeld(),
                d.language(),
                d.effectiveAt(),
                d.receivedBy(),
                d.handledBy(),
                d.returnMode() == null ? null : d.returnMode().name(),
                d.heldOriginals() == null ? null : EventJson.write(new Kept(d.heldOriginals())),
                d.receivedAt(),
                d.due());
    }

    private Optional<KnownDossier> one(String sql, Object... args) {
        List<KnownDossier> found = Sql.query(source, sql, Dossiers::read, args);
        return found.stream().findFirst();
    }

    private static KnownDossier read(ResultSet row) throws SQLException {
        return new KnownDossier(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getString(3),
                row.getLong(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                row.getString(9),
                row.getInt(10),
                row.getInt(11),
                Stage.valueOf(row.getString(12)),
                row.getBoolean(13),
                row.getBoolean(14),
                row.getString(15),
                instant(row, 16),
                row.getString(17),
                row.getString(18),
                row.getString(19) == null ? null : StageChanged.ReturnMode.valueOf(row.getString(19)),
                row.getString(20) == null
                        ? null
                        : EventJson.read(EventJson.tree(row.getString(20)), Kept.class)
                                .held(),
                instant(row, 21),
                instant(row, 22));
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
