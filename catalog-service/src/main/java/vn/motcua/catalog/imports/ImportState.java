package vn.motcua.catalog.imports;

/** Where that what an import would publish stands; nothing of it is public before RELEASED. */
enum ImportState {
    /** Kept, and looked at by its editor. */
    DRAFT,
    SUBMITTED,
    /** Decided, and being published by the background. */
    RELEASING,
    RELEASED,
    DECLINED,
    DISCARDED;

    /** Whether its contents are still needed. */
    boolean open() {
        return this == DRAFT || this == SUBMITTED || this == RELEASING;
    }
}
