package vn.motcua.processing.checklist;

/** What a file is that a department puts beside a case; its name is not kept, it may name people. */
public enum AttachmentKind {
    MINUTES,
    SURVEY,
    PHOTO,
    LETTER,
    OTHER
}
