package vn.motcua.intake.dossier;

/**
 * What the case and the return told of themselves; only shown, never decided by.
 *
 * @param department the department that has the case; null before it told
 */
public record Reported(Dossier dossier, String department, String caseState, String returnState) {

    /** Who holds what nobody has taken yet. */
    public static final String NOBODY = "";

    /**
     * @param newDepartment null where the report tells none
     * @param holder account of the officer who holds the case after the act; null where the report tells none
     */
    public void byCase(String state, String newDepartment, String holder) {
        dossier.reportedByCase(state, newDepartment, holder);
    }

    public void byReturn(String state) {
        dossier.reportedByReturn(state);
    }
}
