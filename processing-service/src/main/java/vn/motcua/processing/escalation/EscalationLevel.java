package vn.motcua.processing.escalation;

/** Who is told: the officers of the department, then who heads the unit's centre, then who answers for the unit as well. */
public enum EscalationLevel {
    OFFICER,
    /** The director of the unit. */
    HEAD,
    /** The director and the approver. */
    DIRECTOR
}
