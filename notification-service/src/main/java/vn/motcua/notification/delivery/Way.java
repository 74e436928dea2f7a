package vn.motcua.notification.delivery;

/** One way out of the house. A bean per kind; nothing of it runs while it is not set up. */
public interface Way {

    ChannelKind kind();

    /** Whether it is set up; without, no delivery is made for it. */
    boolean configured();

    /**
     * Whether the receiver recognises a repeat by its id: then a lost answer is asked for again. Everything else is UNKNOWN and never
     * sent again this way.
     */
    default boolean repeatable() {
        return false;
    }

    /**
     * Sends outside any transaction and within two minutes; calls {@link Begin} before the first byte leaves, each time it turns to
     * another provider, and sends nothing where that says no.
     */
    Answer send(Parcel parcel, Begin begin);

    /** Writes that a delivery is about to leave. */
    interface Begin {

        /**
         * @param provider whose name the ledger and the figures carry
         * @param ref reference the receipt may carry, null where the way has none
         * @param parts segments, null where the way has none
         * @return false where somebody else has the delivery by now
         */
        boolean begin(String provider, Integer ref, Integer parts);
    }
}
