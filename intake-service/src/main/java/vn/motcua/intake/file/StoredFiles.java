package vn.motcua.intake.file;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import vn.motcua.intake.virus.Scan;
import vn.motcua.platform.problem.ProblemException;
import vn.motcua.platform.problem.Problems;
import vn.motcua.platform.sql.Sql;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** What the store holds, row by row; joins the caller's transaction where there is one. */
@ApplicationScoped
class StoredFiles {
    /** Longer than any upload takes from its last byte to its paper. */
    static final Duration LEFT_AFTER = Duration.ofHours(1);

    private static final Duration LOOKED_AT_AGAIN_AFTER = Duration.ofHours(1);
    private static final String HOLDS = "p.dossier_id = f.dossier_id and p.file_sha256 = f.sha256";

    private final AgroalDataSource source;
    private final Clock clock;

    StoredFiles(AgroalDataSource source, Clock clock) {
        this.source = source;
        this.clock = clock;
    }

    /** A file of a dossier. */
    record Place(UUID dossierId, String sha256) {}

    /**
     * A file is about to be put. What was found infected stays so, whatever is said of the same bytes now; a scanner that is switched
     * off takes back nothing.
     *
     * @return how it stands with viruses
     * @throws ProblemException 503 while the same file, which no paper held, is just going
     */
    Scan arriving(UUID dossierId, StoredFile file) {
        return Sql.query(
                        source,
                        "insert into stored_file (dossier_id, sha256, size, media_type, pages, scan, kept, touched_at)"
                                + " values (?, ?, ?, ?, ?, ?, false, ?) on conflict (dossier_id, sha256)"
                                + " do update set touched_at = excluded.touched_at, scan = case when stored_file.scan = 'INFECTED'"
                                + " or excluded.scan = 'OFF' then stored_file.scan else excluded.scan end"
                                + " where not stored_file.going returning scan",
                        row -> Scan.valueOf(row.getString(1)),
                        dossierId,
                        file.sha256(),
                        file.size(),
                        file.mediaType(),
                        file.pages(),
                        file.scan().name(),
                        clock.instant())
                .stream()
                .findFirst()
                .orElseThrow(() -> new ProblemException(Problems.UNAVAILABLE));
    }

    /** @return whether it is here */
    boolean keep(UUID dossierId, String sha256, boolean kept) {
        return Sql.update(
                        source,
                        "update stored_file set kept = ?, touched_at = ? where dossier_id = ? and sha256 = ? and not going",
                        kept,
                        clock.instant(),
                        dossierId,
                        sha256)
                == 1;
    }

    /**
     * Kept, where a paper of the dossier holds it still; under the lock of the dossier, as papers change. In a transaction of its own.
     */
    void keepHeld(UUID dossierId, String sha256) {
        QuarkusTransaction.requiringNew().run(() -> {
            Sql.query(source, "select 1 from dossier where id = ? for update", row -> true, dossierId);
            Sql.update(
                    source,
                    "update stored_file f set kept = true, touched_at = ? where f.dossier_id = ? and f.sha256 = ? and not going"
                            + " and exists (select from paper p where " + HOLDS + ")",
                    clock.instant(),
                    dossierId,
                    sha256);
        });
    }

    long measure(UUID dossierId) {
        return Sql.query(
                        source,
                        "select coalesce(sum(size), 0) from stored_file where dossier_id = ? and kept",
                        row -> row.getLong(1),
                        dossierId)
                .get(0);
    }

    /** What the scanner said of them, by address. */
    Map<String, Scan> scans(UUID dossierId) {
        return Sql.query(
                        source,
                        "select sha256, scan from stored_file where dossier_id = ?",
                        row -> Map.entry(row.getString(1), Scan.valueOf(row.getString(2))),
                        dossierId)
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Files no paper came to hold: they are going from now on, and nobody takes them up again. */
    List<Place> going(int most) {
        return Sql.query(
                source,
                "with gone as (select dossier_id, sha256 from stored_file f where not kept and touched_at < ?"
                        + " and not exists (select from paper p where " + HOLDS + ") order by touched_at limit " + most
                        + " for update skip locked) update stored_file f set going = true from gone"
                        + " where f.dossier_id = gone.dossier_id and f.sha256 = gone.sha256 returning f.dossier_id, f.sha256",
                row -> new Place(row.getObject(1, UUID.class), row.getString(2)),
                clock.instant().minus(LEFT_AFTER));
    }

    /** A file that is going did not go: it comes after the others. */
    void stays(UUID dossierId, String sha256) {
        Sql.update(
                source,
                "update stored_file set touched_at = ? where dossier_id = ? and sha256 = ? and going",
                clock.instant(),
                dossierId,
                sha256);
    }

    /** Whether it was found infected after it was taken. */
    boolean infected(UUID dossierId, String sha256) {
        return !Sql.query(
                        source,
                        "select 1 from stored_file where dossier_id = ? and sha256 = ? and scan = 'INFECTED'",
                        row -> true,
                        dossierId,
                        sha256)
                .isEmpty();
    }

    /** Files still to be scanned, those of the longest wait first and after them those that could not be, looked at an hour ago. */
    List<Place> toScan(int most) {
        return Sql.query(
                source,
                "select dossier_id, sha256 from stored_file where scan = 'WAITING' and not going and (looked_at is null"
                        + " or looked_at < ?) order by looked_at nulls first, touched_at limit " + most,
                row -> new Place(row.getObject(1, UUID.class), row.getString(2)),
                clock.instant().minus(LOOKED_AT_AGAIN_AFTER));
    }

    void scanned(UUID dossierId, String sha256, Scan scan) {
        Sql.update(
                source,
                "update stored_file set scan = ? where dossier_id = ? and sha256 = ? and scan = 'WAITING'",
                scan.name(),
                dossierId,
                sha256);
    }

    /** It could not be scanned, and not for want of the scanner. */
    void notScanned(UUID dossierId, String sha256) {
        Sql.update(
                source,
                "update stored_file set looked_at = ? where dossier_id = ? and sha256 = ?",
                clock.instant(),
                dossierId,
                sha256);
    }

    /** How many stand so. */
    long count(Scan scan) {
        return Sql.query(
                        source,
                        "select count(*) from stored_file where scan = '" + scan.name() + "'",
                        row -> row.getLong(1))
                .get(0);
    }

    void forget(UUID dossierId, String sha256) {
        Sql.update(source, "delete from stored_file where dossier_id = ? and sha256 = ? and going", dossierId, sha256);
    }

    void forgetAll(UUID dossierId) {
        Sql.update(source, "delete from stored_file where dossier_id = ?", dossierId);
    }
}
