package vn.motcua.catalog.procedure;

/** When a fee is to be paid: with the dossier, or on return of the result. */
public enum DueAt {
    FILING,
    RETURN
}
