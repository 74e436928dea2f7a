package vn.motcua.processing.numbering;

import java.time.Instant;

/**
 * A register of a year with its totals: {@code last} is always {@code issued + voided + awaiting}.
 *
 * @param awaiting numbers given whose result the dossier has not answered yet
 * @param copies of all issued lines
 * @param closedAt UTC; null while numbers are given
 */
record RegisterView(
        RegisterKind kind,
        int year,
        int last,
        int issued,
        int voided,
        int awaiting,
        long copies,
        Instant closedAt,
        String closedBy) {}
