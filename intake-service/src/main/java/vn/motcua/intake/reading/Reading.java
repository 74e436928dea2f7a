package vn.motcua.intake.reading;

/** What was read of a person. */
public enum Reading {
    /** A dossier was opened. */
    DOSSIER,
    /** The file of a paper. */
    PAPER,
    /** An official form, as page or PDF. */
    FORM,
    /** Form 06 of a dossier. */
    CONTROL_SLIP,
    /** A line found by terms of a person. */
    SEARCH,
    /** A line of a person's other dossiers. */
    OTHERS,
    /** Form 07 of a period. */
    REGISTER,
    /** Lines of the register as a file. */
    EXPORT,
    /** A hand-over record of the post. */
    HAND_OVER_RECORD
}
