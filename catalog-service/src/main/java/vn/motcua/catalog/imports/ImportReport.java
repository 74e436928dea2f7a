package vn.motcua.catalog.imports;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.motcua.catalog.procedure.WhatChanged;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * What an import would publish once it is submitted and released; with {@code dryRun} nothing of it is kept.
 *
 * @param proposal id of the import to submit; null in a dry run, and where nothing would be published
 * @param effectiveFrom first legal day of the new versions
 * @param counts by outcome
 * @param procedures in the order of the list
 * @param rows everything that was wrong, by file, row and column
 */
public record ImportReport(
        UUID proposal,
        boolean dryRun,
        LocalDate effectiveFrom,
        Counts counts,
        List<Outcome> procedures,
        List<BadRow> rows) {
    /** What would become of a procedure: a refused one is left exactly as it is. */
    @Schema(name = "ImportResult")
    public enum Result {
        ADDED,
        CHANGED,
        UNCHANGED,
        REFUSED
    }

    /** Procedures by outcome. */
    public record Counts(int added, int changed, int unchanged, int refused) {}

    /**
     * @param version the newest one once the import is released; null where there is none
     * @param changes of a changed one, field by field, against the present version; else empty
     */
    public record Outcome(String code, Result result, Integer version, List<WhatChanged.Change> changes) {
        Outcome(String code, Result result, Integer version) {
            this(code, result, version, List.of());
        }
    }

    /** @param row as a spreadsheet counts it, the header is row 1 */
    public record BadRow(String file, int row, String column, String code, String message) {}
}
