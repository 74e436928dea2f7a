package vn.motcua.processing.officer;

import vn.motcua.platform.identity.Caller;

import java.util.Set;

/** Who calls, as far as cases care: the token's claims at the time of the call. */
public record Officer(
        String subject, String name, String title, Set<String> roles, Set<String> units, String department) {

    public static Officer of(Caller caller) {
        return new Officer(
                caller.subject(), caller.name(), caller.title(), caller.roles(), caller.units(), caller.department());
    }

    public boolean has(String role) {
        return roles.contains(role);
    }

    /** Whether cases of this unit are the officer's: of the department for a specialist, of the unit for its heads. */
    public boolean worksOn(String unit, String caseDepartment) {
        return units.contains(unit)
                && (heads() || has("specialist") && department != null && department.equals(caseDepartment));
    }

    /** Approver or director: sees all departments of the unit. */
    public boolean heads() {
        return has("approver") || has("director");
    }
}
