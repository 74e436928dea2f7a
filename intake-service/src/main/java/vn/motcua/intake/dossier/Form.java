package vn.motcua.intake.dossier;

/** The official form that an act of the table issues or fills (Circular 03/2025, Annex I), by meaning and not by number. */
public enum Form {
    NO_FORM("–"),
    RECEIPT("01"),
    SUPPLEMENT_REQUEST("02"),
    REFUSAL("03"),
    APOLOGY("04"),
    STOP_NOTICE("05"),
    CONTROL_SLIP("06"),
    REGISTER("07"),
    LAPSE_NOTICE("notice"),
    RESULT("result");

    private final String number;

    Form(String number) {
        this.number = number;
    }

    /** As the table of the five steps prints it. */
    public String number() {
        return number;
    }
}
