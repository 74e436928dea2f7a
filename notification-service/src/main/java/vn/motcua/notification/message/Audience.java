package vn.motcua.notification.message;

/** Whom a message is for. Officers get notices, not messages (package {@code notice}). */
public enum Audience {
    /** Owner and submitter of the dossier, who share one inbox. */
    PERSON,
    /** The postal contact of the returning unit, as configured (Decision 45/2016/QĐ-TTg Art. 8(4)). */
    POST
}
