package vn.motcua.processing.checklist;

/** What the examination of one item found. */
public enum ChecklistAnswer {
    MET,
    /** Needs a note that says what is wrong. */
    NOT_MET,
    /** The item does not concern this dossier. */
    NOT_APPLICABLE
}
