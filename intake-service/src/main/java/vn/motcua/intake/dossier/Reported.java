package vn.motcua.intake.dossier;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** What the case and the return told of themselves; only shown, never decided by. */
@Embeddable
public class Reported {
    @Column(name = "department")
    private String department;

    @Column(name = "case_state")
    private String caseState;

    @Column(name = "return_state")
    private String returnState;

    /** @param newDepartment null where the report tells none */
    public void byCase(String state, String newDepartment) {
        caseState = state;
        department = newDepartment == null ? department : newDepartment;
    }

    public void byReturn(String state) {
        returnState = state;
    }

    /** The department that has the case; null before it told. */
    public String department() {
        return department;
    }

    public String caseState() {
        return caseState;
    }

    public String returnState() {
        return returnState;
    }
}
