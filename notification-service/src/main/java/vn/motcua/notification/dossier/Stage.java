package vn.motcua.notification.dossier;

/** Where a dossier stands, as intake publishes it. Another stage is a change of the contract and parks the key. */
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
