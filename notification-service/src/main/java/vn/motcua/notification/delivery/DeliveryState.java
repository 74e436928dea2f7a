package vn.motcua.notification.delivery;

/** Where a delivery stands; {@link DeliveryTable} says how it gets there. */
public enum DeliveryState {
    /** It is sent when its time comes. */
    WAITING,
    /** It is on the wire; who began it writes what came of it. */
    SENDING,
    /** The provider has it. */
    HANDED_OVER,
    /** The provider says that it arrived. */
    DELIVERED,
    /** It was refused, or did not arrive. */
    FAILED,
    /** Nobody knows whether the provider has it: it is not sent again this way and waits for its receipt. */
    UNKNOWN,
    /** No receipt came in time, or the way was down for too long; the next way was taken. */
    GIVEN_UP,
    /** It could not be handed over while it was of use. */
    EXPIRED,
    /** It was not sent: no address, not wanted, no money left, or the way is not set up any more. */
    SUPPRESSED
}
