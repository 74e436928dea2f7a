package vn.motcua.platform.inbox;

/** The event is sound but comes too early: its key waits, in order, and is tried again every two seconds. */
public class HoldKey extends RuntimeException {
    public HoldKey(String reason) {
        super(reason);
    }
}
