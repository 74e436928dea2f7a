package vn.motcua.intake.file;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
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
                "insert into stored_file (dossier_id, sha256, size, media_type, pages, kept, touched_at)"
                        + " values (?, ?, ?, ?, ?, false, ?)"
                        + " on conflict (dossier_id, sha256) do update set touched_at = excluded.touched_at",
                dossierId,
                file.sha256(),
                file.size(),
                file.mediaType(),
                file.pages(),
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

    /** Files no paper came to hold, locked against whoever puts them again. */
    List<Left> left(int most) {
        return Sql.query(
                source,
                "select dossier_id, sha256 from stored_file where not kept and touched_at < ? order by touched_at limit "
                        + most + " for update skip locked",
                row -> new Left(row.getObject(1, UUID.class), row.getString(2)),
                clock.instant().minus(LEFT_AFTER));
    }

    void forget(UUID dossierId, String sha256) {
        Sql.update(source, "delete from stored_file where dossier_id = ? and sha256 = ?", dossierId, sha256);
    }

    void forgetAll(UUID dossierId) {
        Sql.update(source, "delete from stored_file where dossier_id = ?", dossierId);
    }
}
