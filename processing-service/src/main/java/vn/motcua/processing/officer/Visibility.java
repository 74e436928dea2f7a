package vn.motcua.processing.officer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which cases an officer may see, as a part of every query: a specialist those of unit and department, approver and director
 * those of the unit, the desk and the auditor those whose dossier was received, decided or is returned in their unit. A case that another unit
 * handles is seen there while it lies there, and at home by those who saw it before.
 *
 * @param where condition over {@code c}, a case, and {@code d}, its dossier
 */
public record Visibility(String where, Map<String, Object> parameters) {

    public static Visibility of(Officer officer) {
        List<String> any = new ArrayList<>();
        Map<String, Object> parameters = new HashMap<>();
        if (!officer.units().isEmpty()) {
            parameters.put("units", List.copyOf(officer.units()));
            if (officer.heads()) {
                any.add("c.unit in (:units) or c.beside.competentUnit in (:units)");
            }
            if (officer.has("specialist") && officer.department() != null) {
                any.add("c.unit in (:units) and c.department = :own"
                        + " or c.beside.competentUnit in (:units) and c.beside.homeDepartment = :own");
                parameters.put("own", officer.department());
            }
            if (officer.has("reception") || officer.has("auditor")) {
                any.add(
                        "c.beside.competentUnit in (:units) or d.receivingUnit in (:units) or d.returningUnit in (:units)");
            }
        }
        if (any.isEmpty()) {
            return new Visibility("1 = 0", Map.of());
        }
        return new Visibility("((" + String.join(") or (", any) + "))", parameters);
    }
}
