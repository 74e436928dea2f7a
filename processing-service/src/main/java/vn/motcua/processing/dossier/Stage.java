package vn.motcua.processing.dossier;

/** The stages of a dossier as intake publishes them; processing only follows them, see {@code CaseTable}. */
public enum Stage {
    PREPARING,
    SUBMITTED,
    RECEIVED,
    IN_PROCESS,
    AWAITING_SUPPLEMENT,
    AWAITING_PAYMENT,
    WITHDRAWAL_REQUESTED,
    DECIDED,
    RETURNED,
    REFUSED,
    STOPPED,
    ABANDONED
}
