package vn.motcua.processing.checklist;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;

/**
 * A file that a department put beside a case.
 *
 * @param sha256 lower-case hexadecimal
 * @param size bytes
 * @param by name of the officer
 * @param at UTC
 */
public record Attachment(
        UUID id, AttachmentKind kind, String sha256, long size, String mediaType, String by, Instant at) {
    static Attachment of(ResultSet row) throws SQLException {
        return new Attachment(
                row.getObject("id", UUID.class),
                AttachmentKind.valueOf(row.getString("kind")),
                row.getString("sha256"),
                row.getLong("size"),
                row.getString("media_type"),
                row.getString("by_name"),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }
}
