package vn.motcua.notification.feedback;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.motcua.notification.person.ContactSeal;
import vn.motcua.platform.sql.Sql;

import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Pictures and PDFs sent along, sealed; only officers who see the feedback read them. */
@ApplicationScoped
class FeedbackFiles {
    @Inject
    AgroalDataSource source;

    @Inject
    ContactSeal seal;

    /** A file without its bytes. */
    @Schema(name = "FeedbackFile")
    record Kept(UUID id, int position, String mediaType, int size) {}

    /** Its bytes. */
    record Content(String mediaType, byte[] bytes) {}

    void add(UUID feedback, List<FileKind.Checked> files) {
        int position = 0;
        for (FileKind.Checked file : files) {
            add(feedback, ++position, file);
        }
    }

    private void add(UUID feedback, int position, FileKind.Checked file) {
        Sql.update(
                source,
                "insert into feedback_file (id, feedback_id, position, media_type, size, sha256, sealed) values (?,?,?,?,?,?,?)",
                UUID.randomUUID(),
                feedback,
                position,
                file.kind().mediaType(),
                file.bytes().length,
                hash(file.bytes()),
                seal.sealBytes(file.bytes()));
    }

    /** Adds one behind the others; the caller holds the lock of the feedback. @return its position, from 1 */
    int add(UUID feedback, FileKind.Checked file) {
        int position = of(feedback).size() + 1;
        add(feedback, position, file);
        return position;
    }

    /** Whether it has as many as it can have. */
    boolean full(UUID feedback) {
        return of(feedback).size() >= FileKind.MOST;
    }

    /** The same files for the record of another unit, as they are sealed. */
    void copy(UUID from, UUID to) {
        Sql.update(
                source,
                "insert into feedback_file (id, feedback_id, position, media_type, size, sha256, sealed)"
                        + " select gen_random_uuid(), ?, position, media_type, size, sha256, sealed from feedback_file where feedback_id = ?",
                to,
                from);
    }

    List<Kept> of(UUID feedback) {
        return Sql.query(
                source,
                "select id, position, media_type, size from feedback_file where feedback_id = ? order by position",
                row -> new Kept(row.getObject(1, UUID.class), row.getInt(2), row.getString(3), row.getInt(4)),
                feedback);
    }

    /** @throws IllegalStateException where it is not what was sent */
    Optional<Content> content(UUID feedback, UUID file) {
        return Sql.query(
                        source,
                        "select media_type, sealed, sha256 from feedback_file where feedback_id = ? and id = ?",
                        row -> {
                            byte[] bytes = seal.openBytes(row.getBytes(2));
                            if (!hash(bytes).equals(row.getString(3))) {
                                throw new IllegalStateException("file " + file + " is not what was sent");
                            }
                            return new Content(row.getString(1), bytes);
                        },
                        feedback,
                        file)
                .stream()
                .findFirst();
    }

    private static String hash(byte[] bytes) {
        return HexFormat.of().formatHex(Acts.digest(bytes));
    }
}
