package vn.motcua.catalog.procedure;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A published version; what it says is never edited, only its last day is set when another version follows.
 *
 * @param effectiveFrom first legal day in force
 * @param effectiveTo last legal day in force, null while open
 * @param fingerprint SHA-256 of what it says
 */
public record ProcedureVersion(
        int version,
        LocalDate effectiveFrom,
        LocalDate effectiveTo,
        Procedure content,
        String fingerprint,
        Instant publishedAt) {

    /** A new version whose fingerprint is taken from its content. */
    public static ProcedureVersion of(int version, LocalDate effectiveFrom, Procedure content, Instant publishedAt) {
        return new ProcedureVersion(version, effectiveFrom, null, content, Fingerprint.of(content), publishedAt);
    }

    /** The same version with its last day in force. */
    public ProcedureVersion until(LocalDate lastDay) {
        return new ProcedureVersion(version, effectiveFrom, lastDay, content, fingerprint, publishedAt);
    }

    /** {@code code@version}, the record's key. */
    public String key() {
        return content.code() + "@" + version;
    }
}
