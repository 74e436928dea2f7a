package vn.motcua.catalog.procedure;

import java.time.LocalDate;

/** Where a published version stands on a legal day. Derived, never kept. */
public enum VersionState {
    PUBLISHED_FOR_LATER,
    IN_FORCE,
    ENDED;

    /** @param today a legal day */
    public static VersionState of(ProcedureVersion version, LocalDate today) {
        if (version.effectiveFrom().isAfter(today)) {
            return PUBLISHED_FOR_LATER;
        }
        boolean over = version.effectiveTo() != null && version.effectiveTo().isBefore(today);
        return over ? ENDED : IN_FORCE;
    }
}
