package vn.motcua.catalog.version;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.motcua.catalog.procedure.Announcement;
import vn.motcua.catalog.procedure.Ending;
import vn.motcua.catalog.procedure.ProcedureVersion;
import vn.motcua.catalog.procedure.VersionState;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A version in the list of a procedure's versions.
 *
 * @param announcement null: not established
 * @param ending null: open, or followed by the next one
 * @param openDossiers received under it and not at an end; null for those who do not work on the catalogue
 */
@Schema(name = "ProcedureVersionSummary")
record VersionView(
        int version,
        String name,
        LocalDate effectiveFrom,
        LocalDate effectiveTo,
        VersionState state,
        Instant publishedAt,
        Announcement announcement,
        Ending ending,
        Integer openDossiers) {

    static VersionView of(ProcedureVersion version, LocalDate today, Integer openDossiers) {
        return new VersionView(
                version.version(),
                version.content().name().vi(),
                version.effectiveFrom(),
                version.effectiveTo(),
                VersionState.of(version, today),
                version.publishedAt(),
                version.announcement(),
                version.ending(),
                openDossiers);
    }
}
