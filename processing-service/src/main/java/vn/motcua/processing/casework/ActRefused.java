package vn.motcua.processing.casework;

import java.util.Set;

/** The table does not let this act happen, and why. An answer, not a fault: it carries no stack trace. */
class ActRefused extends RuntimeException {
    /** The first reason that applies, in this order. */
    enum Reason {
        /** No row lets the caller do this in any state. */
        NOT_YOURS,
        /** An earlier act awaits the answer of the dossier. */
        PENDING,
        /** No row leaves the present state by this act. */
        NOT_NOW,
        /** Rows exist here, none of them for the caller's part. */
        NOT_YOUR_PART,
        /** A withdrawal was asked for. */
        FROZEN,
        /** A condition of the row does not hold. */
        GUARD
    }

    private final Reason reason;
    private final Guard guard;
    private final transient Set<Act> allowed;

    ActRefused(Reason reason, Guard guard, Set<Act> allowed) {
        super(guard == null ? reason.name() : guard.name(), null, false, false);
        this.reason = reason;
        this.guard = guard;
        this.allowed = allowed;
    }

    Reason reason() {
        return reason;
    }

    /** The first condition that failed; null unless the reason is {@link Reason#GUARD}. */
    Guard guard() {
        return guard;
    }

    /** What the caller may do instead. */
    Set<Act> allowed() {
        return allowed;
    }
}
