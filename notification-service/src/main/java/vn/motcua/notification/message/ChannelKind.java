package vn.motcua.notification.message;

/** The ways a message can go. A way stands here when a {@link Channel} for it exists; the table says what goes by which. */
public enum ChannelKind {
    /** The person's inbox at {@code /hop-thu}: the legal notice, always there at once. */
    PORTAL
}
