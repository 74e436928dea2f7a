package vn.motcua.platform.inbox;

/** The effect of one event, inside the transaction that also remembers the event. */
public interface EventHandler {
    /**
     * @throws Unprocessable for an event that can never be taken: its key is parked and an operator is told
     * @throws HoldKey for one that must wait for something else to arrive
     */
    void on(Event event);
}
