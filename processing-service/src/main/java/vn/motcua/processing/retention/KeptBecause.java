package vn.motcua.processing.retention;

/** Why files stay. */
enum KeptBecause {
    /** The dossier is not returned, or something of its case is under way. */
    CASE_OPEN,
    /** A rule keeps them for ever, or there is none. */
    FOR_EVER,
    /** The time is not over. */
    NOT_OVER,
    /** Nothing is left to destroy. */
    NO_FILES,
    /** Another rule holds now than the report was made under. */
    RULE_CHANGED,
    /** There are others than the report counted. */
    FILES_CHANGED
}
