package vn.motcua.notification.dossier;

import vn.motcua.platform.identity.Caller;

import java.util.Set;

/**
 * Which dossiers an officer sees: those whose receiving, competent or returning unit is theirs; one who is nothing but a
 * specialist, only those of their department in the competent unit, whose department it is. It is part of the SQL of every list.
 *
 * @param department null for no restriction
 */
public record Sight(String[] units, String department) {

    /** Takes {@link #wholeUnits()}, the units, {@link #wholeUnits()} again, then the department twice; the dossier's alias is {@code d}. */
    public static final String CONDITION = "(d.receiving_unit = any(?) or d.competent_unit = any(?)"
            + " or d.returning_unit = any(?)) and (?::text is null or d.department = ?)";

    private static final Set<String> WHOLE_UNIT = Set.of("reception", "approver", "director", "cashier", "auditor");

    /** The sight of the caller. */
    public static Sight of(Caller caller) {
        boolean wholeUnit = caller.roles().stream().anyMatch(WHOLE_UNIT::contains);
        String department = wholeUnit ? null : caller.department() == null ? "" : caller.department();
        return new Sight(caller.units().toArray(String[]::new), department);
    }

    /** The units whose dossiers are seen whatever part the unit has in them; none for a specialist. */
    public String[] wholeUnits() {
        return department == null ? units : new String[0];
    }
}
