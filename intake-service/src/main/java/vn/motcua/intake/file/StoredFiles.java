package vn.motcua.intake.file;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import vn.motcua.intake.virus.Scan;
import vn.motcua.platform.sql.Sql;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** What the store holds, row by row; joins the caller's transaction where there is one. */
@ApplicationScoped
class StoredFiles {
    /** Longer than any upload takes from its last byte to its paper. */
    static final Duration LEFT_AFTER = Duration.ofHours(1);

    private final AgroalDataSource source;
    private final Clock clock;

    StoredFiles(AgroalDataSource source, Clock clock) {
        this.source = source;
        this.clock = clock;
    }

    /** A file no paper holds. */
    record Left(UUID dossierId, String sha256) {}

    /** A file is about to be put; a sweep of the same one is waited for. */
    void arriving(UUID dossierId, StoredFile file) {
        Sql.update(
                source,
                "insert into stored_file (dossier_id, sha256, size, media_type, pages, scan, kept, touched_at)"
                        + " values (?, ?, ?, ?, ?, ?, false, ?) on conflict (dossier_id, sha256)"
                        + " do update set touched_at = excluded.touched_at, scan = excluded.scan",
                dossierId,
                file.sha256(),
                file.size(),
                file.mediaType(),
                file.pages(),
                file.scan().name(),
                clock.instant());
    }

    /** @return whether it is here */
    boolean keep(UUID dossierId, String sha256, boolean kept) {
        return Sql.update(
                        source,
                        "update stored_file set kept = ?, touched_at = ? where dossier_id = ? and sha256 = ?",
                        kept,
                        clock.instant(),
                        dossierId,
                        sha256)
                == 1;
    }

    long measure(UUID dossierId) {
        return Sql.query(
                        source,
                        "select coalesce(sum(size), 0) from stored_file where dossier_id = ? and kept",
                        row -> row.getLong(1),
                        dossierId)
                .get(0);
    }

    /** Files no paper came to hold, locked against whoever puts them again. */
    List<Left> left(int most) {
        return Sql.query(
                source,
                "select dossier_id, sha256 from stored_file where not kept and touched_at < ? order by touched_at limit "
                        + most + " for update skip locked",
                row -> new Left(row.getObject(1, UUID.class), row.getString(2)),
                clock.instant().minus(LEFT_AFTER));
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

    /** Files still to be scanned, those of the longest wait first. */
    List<Left> toScan(int most) {
        return Sql.query(
                source,
                "select dossier_id, sha256 from stored_file where scan = 'WAITING' order by touched_at limit " + most
                        + " for update skip locked",
                row -> new Left(row.getObject(1, UUID.class), row.getString(2)));
    }

    void scanned(UUID dossierId, String sha256, Scan scan) {
        Sql.update(
                source,
                "update stored_file set scan = ? where dossier_id = ? and sha256 = ?",
                scan.name(),
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
        Sql.update(source, "delete from stored_file where dossier_id = ? and sha256 = ?", dossierId, sha256);
    }

    void forgetAll(UUID dossierId) {
        Sql.update(source, "delete from stored_file where dossier_id = ?", dossierId);
    }
}
