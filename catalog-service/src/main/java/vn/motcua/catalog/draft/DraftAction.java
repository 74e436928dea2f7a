package vn.motcua.catalog.draft;

/** What may be done to a draft; EDIT is a PUT, the others are actions. */
public enum DraftAction {
    EDIT,
    SUBMIT,
    DISCARD,
    APPROVE,
    SEND_BACK,
    PUBLISH
}
