package vn.motcua.notification.giveback;

/** The acts of a return. */
public enum ReturnAction {
    ANNOUNCE,
    HAND_OVER,
    PLACE,
    POST,
    DELIVERED,
    UNDELIVERABLE,
    SHELVE,
    /** What was reported as lost or not delivered has turned up, or the report was wrong. */
    FOUND
}
