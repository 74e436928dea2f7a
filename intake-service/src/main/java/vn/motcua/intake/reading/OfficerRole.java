package vn.motcua.intake.reading;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** The duties in which officers read, in the order in which one counts who has several, each with the purpose it reads for. */
enum OfficerRole {
    RECEPTION("reception", Purpose.RECEPTION),
    SPECIALIST("specialist", Purpose.EXAMINATION),
    APPROVER("approver", Purpose.DECISION),
    CASHIER("cashier", Purpose.PAYMENT),
    DIRECTOR("director", Purpose.SUPERVISION),
    AUDITOR("auditor", Purpose.INSPECTION);

    private final String role;
    private final Purpose purpose;

    OfficerRole(String role, Purpose purpose) {
        this.role = role;
        this.purpose = purpose;
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
}
