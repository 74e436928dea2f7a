package vn.motcua.notification.notice;

/** What officers of a department are told. */
enum NoticeKind {
    /** A case opened in the department. */
    NEW,
    /** The signer sent a proposal back. */
    SENT_BACK;

    /** The kind an act of a case gives, null for none. */
    static NoticeKind of(String act) {
        return switch (act) {
            case "OPENED" -> NEW;
            case "SENT_BACK" -> SENT_BACK;
            default -> null;
        };
    }
}
