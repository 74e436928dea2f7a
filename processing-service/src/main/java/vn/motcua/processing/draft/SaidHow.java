package vn.motcua.processing.draft;

/** How the person said it to the desk. */
public enum SaidHow {
    COUNTER,
    PHONE,
    LETTER
}
