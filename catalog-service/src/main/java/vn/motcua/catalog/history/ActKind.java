package vn.motcua.catalog.history;

/** What can be done to a procedure. LOADED: the lists shipped with the first start; IMPORTED: lists taken by an editor. */
public enum ActKind {
    LOADED,
    IMPORTED,
    DRAFTED,
    EDITED,
    SUBMITTED,
    SENT_BACK,
    APPROVED,
    DISCARDED,
    PUBLISHED,
    ENDED,
    END_PROPOSED,
    END_DECLINED
}
