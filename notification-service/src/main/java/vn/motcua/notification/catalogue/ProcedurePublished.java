package vn.motcua.notification.catalogue;

/** {@code catalog.procedures} with the fields this service reads. */
record ProcedurePublished(String code, int version, Name name) {

    /** The name in the languages it is published in; English may be missing. */
    record Name(String vi, String en) {}
}
