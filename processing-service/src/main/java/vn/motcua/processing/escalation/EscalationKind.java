package vn.motcua.processing.escalation;

/** What can go wrong with a case while nobody looks. */
public enum EscalationKind {
    DUE_SOON,
    OVERDUE,
    /** Nobody took it. */
    UNCLAIMED,
    /** A proposal was sent back and no other came. */
    STUCK,
    /** An opinion was asked for and did not come by its date. That is no answer: who asked decides how it goes on. */
    OPINION_SILENT
}
