package vn.motcua.notification.giveback;

/** The acts of a return. */
public enum ReturnAction {
    ANNOUNCE,
    HAND_OVER,
    PLACE,
    POST,
    DELIVERED,
    UNDELIVERABLE,
    SHELVE
}
