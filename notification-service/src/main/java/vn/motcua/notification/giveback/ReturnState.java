package vn.motcua.notification.giveback;

/** Where a return stands. */
public enum ReturnState {
    WAITING,
    ANNOUNCED,
    HANDED_OVER,
    PLACED,
    POSTED,
    DELIVERED,
    UNDELIVERABLE,
    ON_SHELF,
    /** Between two centres. */
    ON_THE_WAY
}
