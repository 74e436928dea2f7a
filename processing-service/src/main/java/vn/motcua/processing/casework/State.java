package vn.motcua.processing.casework;

/** Where a case stands. That an act awaits its answer, or that a withdrawal was asked, are flags beside it. */
enum State {
    /** In the department's queue, held by nobody. */
    OPEN,
    /** Held by one officer under a lease. */
    CLAIMED,
    /** A proposed decision lies with the approver. */
    PROPOSED,
    /** The person has to supply papers or to pay; the legal clock stands still. */
    PAUSED,
    /** Decided; only a reissue of a wrong result can follow. */
    DECIDED,
    /** The dossier ended without a decision. */
    CLOSED
}
