package vn.motcua.catalog.procedure;

/** How an amount comes about. TIERED_PER_PAGE rows of one procedure belong together, each for its range of pages. */
public enum FeeRule {
    FIXED,
    TIERED_PER_PAGE,
    FREE
}
