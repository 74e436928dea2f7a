package vn.motcua.intake.dossier;

/**
 * What the case and the return told of themselves; only shown, never decided by.
 *
 * @param department the department that has the case; null before it told
 */
public record Reported(Dossier dossier, String department, String caseState, String returnState) {

    /** @param newDepartment null where the report tells none */
    public void byCase(String state, String newDepartment) {
        dossier.reportedByCase(state, newDepartment);
    }

    public void byReturn(String state) {
        dossier.reportedByReturn(state);
    }
}
