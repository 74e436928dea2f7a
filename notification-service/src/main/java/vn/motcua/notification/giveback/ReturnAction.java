package vn.motcua.notification.giveback;

/** The acts of a return. */
public enum ReturnAction {
    ANNOUNCE,
    HAND_OVER,
    /** The electronic result lies in the inbox: it is returned. */
    PLACE,
    /** The paper of a result that was placed, or that was issued anew after it was returned, is given at the counter. */
    GIVE_PAPER,
    POST,
    DELIVERED,
    UNDELIVERABLE,
    SHELVE,
    /** What was reported as lost or not delivered has turned up, or the report was wrong. */
    FOUND,
    /** To the centre that returns it now, on request of the person. */
    SEND_ON,
    ARRIVE
}
