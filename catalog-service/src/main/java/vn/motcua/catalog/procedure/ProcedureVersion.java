package vn.motcua.catalog.procedure;

import vn.motcua.catalog.history.Officer;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * A published version; what it says is never edited, only its last day is set: when another version follows, or when the
 * procedure ends.
 *
 * @param effectiveFrom first legal day in force
 * @param effectiveTo last legal day in force, null while open
 * @param fingerprint SHA-256 of what it says
 * @param announcement null: not established
 * @param approver null: it came by a list
 * @param ending null: open, or followed by another version
 */
public record ProcedureVersion(
        int version,
        LocalDate effectiveFrom,
        LocalDate effectiveTo,
        Procedure content,
        String fingerprint,
        Instant publishedAt,
        Announcement announcement,
        Officer approver,
        Ending ending) {

    /** A new version whose fingerprint is taken from its content; its instant as a database keeps it, so that event and row agree. */
    public static ProcedureVersion of(int version, LocalDate effectiveFrom, Procedure content, Instant publishedAt) {
        Instant kept = publishedAt.truncatedTo(ChronoUnit.MICROS);
        return new ProcedureVersion(
                version, effectiveFrom, null, content, Fingerprint.of(content), kept, null, null, null);
    }

    /** The same version with the decision that announces it and the officer who approved it. */
    public ProcedureVersion announced(Announcement decision, Officer approvedBy) {
        return new ProcedureVersion(
                version, effectiveFrom, effectiveTo, content, fingerprint, publishedAt, decision, approvedBy, ending);
    }

    /** The same version with its last day in force, because another one follows. */
    public ProcedureVersion until(LocalDate lastDay) {
        return ended(lastDay, null);
    }

    /** The same version with its last day in force, which is the procedure's last day. */
    public ProcedureVersion ended(LocalDate lastDay, Ending how) {
        return new ProcedureVersion(
                version, effectiveFrom, lastDay, content, fingerprint, publishedAt, announcement, approver, how);
    }

    /** {@code code@version}, the record's key. */
    public String key() {
        return content.code() + "@" + version;
    }
}
