package vn.motcua.intake.reading;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** The duties in which officers read, in the order in which one counts who has several, each with the purpose it reads for. */
enum OfficerRole {
    RECEPTION("reception", Purpose.RECEPTION, false),
    SPECIALIST("specialist", Purpose.EXAMINATION, true),
    APPROVER("approver", Purpose.DECISION, true),
    CASHIER("cashier", Purpose.PAYMENT, false),
    DIRECTOR("director", Purpose.SUPERVISION, true),
    AUDITOR("auditor", Purpose.INSPECTION, true);

    private final String role;
    private final Purpose purpose;
    private final boolean competentFirst;

    OfficerRole(String role, Purpose purpose, boolean competentFirst) {
        this.role = role;
        this.purpose = purpose;
        this.competentFirst = competentFirst;
    }

    /** Empty for people, who read their own, and for the suite's services. */
    static Optional<OfficerRole> of(Set<String> roles) {
        return Arrays.stream(values()).filter(each -> roles.contains(each.role)).findFirst();
    }

    String role() {
        return role;
    }

    Purpose purpose() {
        return purpose;
    }

    /** Whether the duty lies in the competent unit first; otherwise in the receiving one, then in the one that returns. */
    boolean competentFirst() {
        return competentFirst;
    }
}
