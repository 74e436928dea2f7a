package vn.motcua.intake.file;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;
import vn.motcua.platform.sql.Sql;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** One data key per dossier, kept wrapped beside it. */
@ApplicationScoped
class FileKeys {
    private static final Logger LOG = Logger.getLogger(FileKeys.class);
    private static final UUID BEFORE_ALL = new UUID(0, 0);

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
     * Wraps all data keys of former master keys with the current one, so many in one transaction; those of master keys that are not
     * configured, and those that do not open, stay as they are.
     */
    void rotate(int most) {
        UUID last = BEFORE_ALL;
        while (last != null) {
            UUID after = last;
            last = QuarkusTransaction.requiringNew().call(() -> rotateAfter(after, most));
        }
    }

    /** @return the last one looked at, null where there are no more */
    private UUID rotateAfter(UUID after, int most) {
        List<Wrapped> former = wrapped(
                "dossier_id > ? and key_id = any (?) order by dossier_id limit " + most + " for update skip locked",
                after,
                masters.former());
        for (Wrapped each : former) {
            try {
                byte[] key = masters.unwrap(each.dossierId(), each.keyId(), each.key());
                Sql.update(
                        source,
                        "update file_key set key_id = ?, wrapped = ? where dossier_id = ?",
                        masters.current(),
                        masters.wrap(each.dossierId(), key),
                        each.dossierId());
            } catch (IllegalStateException damaged) {
                LOG.errorf(damaged, "the files of dossier %s do not open", each.dossierId());
            }
        }
        return former.size() == most ? former.get(most - 1).dossierId() : null;
    }

    /**
     * How far another master key has come.
     *
     * @param former data keys still wrapped by a former master key that is configured
     * @param unknown data keys of master keys that are not configured: the files of their dossiers do not open
     */
    record Standing(long former, long unknown) {}

    Standing standing() {
        return Sql.query(
                        source,
                        "select count(*) filter (where key_id = any (?)), count(*) filter (where key_id <> all (?))"
                                + " from file_key where key_id <> ?",
                        row -> new Standing(row.getLong(1), row.getLong(2)),
                        masters.former(),
                        masters.former(),
                        masters.current())
                .get(0);
    }

    private List<Wrapped> wrapped(String where, Object... args) {
        return Sql.query(
                source,
                "select dossier_id, key_id, wrapped from file_key where " + where,
                row -> new Wrapped(row.getObject(1, UUID.class), row.getString(2), row.getBytes(3)),
                args);
    }
}
