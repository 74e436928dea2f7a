package vn.motcua.catalog.imports;

/** What may be done about that what an import would publish. */
enum ImportAction {
    SUBMIT,
    DISCARD,
    RELEASE,
    DECLINE
}
