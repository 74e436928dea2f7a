package vn.motcua.notification.message;

import java.util.UUID;

/** One way of sending. The bean of a kind is found by {@link #kind()}; a message is stored already when it is called. */
interface Channel {

    /** The kind it serves; one channel per kind. */
    ChannelKind kind();

    /**
     * Hands a stored message on, in the transaction that stored it. A channel that leaves the house only notes the
     * hand-over here and does it after the commit: nothing remote happens inside.
     */
    void handOn(UUID message);
}
