package vn.motcua.catalog.history;

/**
 * What can be done to a procedure. LOADED: the lists shipped with the first start; IMPORTED: what lists change, proposed by an editor
 * (IMPORT_PROPOSED) and released by another person, or not (IMPORT_DECLINED).
 */
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
    END_DECLINED,
    IMPORT_PROPOSED,
    IMPORT_DECLINED
}
