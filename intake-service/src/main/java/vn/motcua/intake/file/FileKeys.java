package vn.motcua.intake.file;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import vn.motcua.platform.sql.Sql;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** One data key per dossier, kept wrapped beside it. */
@ApplicationScoped
class FileKeys {
    private final MasterKeys masters;
    private final AgroalDataSource source;
    private final Clock clock;

    FileKeys(MasterKeys masters, AgroalDataSource source, Clock clock) {
        this.masters = masters;
        this.source = source;
        this.clock = clock;
    }

    private record Wrapped(UUID dossierId, String keyId, byte[] key) {}

    /** The seal of a dossier, made with its first file. */
    Seal forWriting(UUID dossierId) {
        return forReading(dossierId).orElseGet(() -> {
            Sql.update(
                    source,
                    "insert into file_key (dossier_id, key_id, wrapped, made_at) values (?, ?, ?, ?)"
                            + " on conflict (dossier_id) do nothing",
                    dossierId,
                    masters.current(),
                    masters.wrap(dossierId, masters.newDataKey()),
                    clock.instant());
            return forReading(dossierId).orElseThrow();
        });
    }

    /** The seal of a dossier, empty where it has none or it was erased. */
    Optional<Seal> forReading(UUID dossierId) {
        return wrapped("dossier_id = ?", dossierId).stream()
                .findFirst()
                .map(each -> new Seal(masters.unwrap(dossierId, each.keyId(), each.key()), dossierId));
    }

    void erase(UUID dossierId) {
        Sql.update(source, "delete from file_key where dossier_id = ?", dossierId);
    }

    /**
     * Wraps data keys of former master keys with the current one.
     *
     * @param most how many at once
     * @return whether there were as many, so that more may wait
     */
    boolean rotate(int most) {
        List<Wrapped> former = wrapped("key_id <> ? limit " + most + " for update skip locked", masters.current());
        for (Wrapped each : former) {
            byte[] key = masters.unwrap(each.dossierId(), each.keyId(), each.key());
            Sql.update(
                    source,
                    "update file_key set key_id = ?, wrapped = ? where dossier_id = ?",
                    masters.current(),
                    masters.wrap(each.dossierId(), key),
                    each.dossierId());
        }
        return former.size() == most;
    }

    private List<Wrapped> wrapped(String where, Object arg) {
        return Sql.query(
                source,
                "select dossier_id, key_id, wrapped from file_key where " + where,
                row -> new Wrapped(row.getObject(1, UUID.class), row.getString(2), row.getBytes(3)),
                arg);
    }
}
