package vn.motcua.catalog.imports;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.motcua.catalog.history.Officer;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * An import that somebody asked for.
 *
 * @param effectiveFrom first legal day of the new versions, unless they are released for another one
 * @param done procedures that the present phase has dealt with
 * @param total of them; null while it is not known
 * @param finishedAt null while it runs
 * @param counts by outcome; null until it is done
 * @param report everything that it would publish; null until it is done, and in lists
 * @param proposal who submitted and decided it; null in a dry run, and where nothing would be published
 */
@Schema(name = "ImportRun")
record ImportRun(
        UUID id,
        boolean dryRun,
        LocalDate effectiveFrom,
        Officer askedBy,
        Instant askedAt,
        Phase phase,
        int done,
        Integer total,
        Instant finishedAt,
        ImportReport.Counts counts,
        ImportReport report,
        ImportProposal proposal) {

    /** How far it is. */
    @Schema(name = "ImportPhase")
    enum Phase {
        /** For another import to end, or for a process to go on with it. */
        WAITING,
        READING,
        COMPARING,
        /** What it would publish is kept. */
        PROPOSING,
        /** Somebody released it. */
        PUBLISHING,
        DONE,
        /** By a fault of the service; nothing was taken, or nothing was published and it waits to be released again. */
        FAILED,
        /** Somebody waited for it and its process has ended; nothing was taken, the lists may be sent again. */
        INTERRUPTED;

        boolean ended() {
            return this == DONE || this == FAILED;
        }
    }

    /** As one caller finds what it would publish. */
    ImportRun with(ImportProposal seen) {
        return new ImportRun(
                id, dryRun, effectiveFrom, askedBy, askedAt, phase, done, total, finishedAt, counts, report, seen);
    }
}
