package vn.motcua.catalog.draft;

/** Where a draft stands. PUBLISHED and DISCARDED are the ends. */
public enum DraftState {
    DRAFT,
    SUBMITTED,
    SENT_BACK,
    APPROVED,
    PUBLISHED,
    DISCARDED
}
