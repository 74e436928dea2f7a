package vn.motcua.notification.giveback;

/** What lies ready. */
public enum Holds {
    /** The result of a decided dossier. */
    RESULT,
    /** Originals of a refused or stopped dossier. */
    ORIGINALS
}
