package vn.motcua.intake.dossier;

/**
 * What the case and the return told of themselves; only shown, never decided by.
 *
 * @param department the department of the competent unit that has the case, or gave it to another unit; null before it told
 * @param handling where it lies while another unit handles it; null while it lies in the competent one
 */
public record Reported(Dossier dossier, String department, Handling handling, String caseState, String returnState) {

    /** Who holds what nobody has taken yet. */
    public static final String NOBODY = "";

    /**
     * @param newDepartment null where the report tells none
     * @param newHandling null where the case lies in the competent unit
     * @param holder account of the officer who holds the case after the act; null where the report tells none
     */
    public void byCase(String state, String newDepartment, Handling newHandling, String holder) {
        dossier.reportedByCase(state, newDepartment, newHandling, holder);
    }

    public void byReturn(String state) {
        dossier.reportedByReturn(state);
    }
}
