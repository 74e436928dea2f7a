package vn.motcua.intake.form;

/**
 * The official forms by what they mean. Never keyed by number: the numbering changed between Circular 01/2018 and Circular 03/2025,
 * and both are met in practice.
 */
public enum FormKind {
    RECEIPT("01", "TTPVHCC"),
    SUPPLEMENT_REQUEST("02", "PBS-TTPVHCC"),
    REFUSAL("03", "PTC-TTPVHCC"),
    APOLOGY("04", "PXL-TTPVHCC"),
    STOP_NOTICE("05", "TBD-TTPVHCC"),
    CONTROL_SLIP("06", "PKS-TTPVHCC"),
    REGISTER("07", "STD-TTPVHCC"),
    LAPSE_NOTICE(null, "TBH-TTPVHCC");

    private final String number;
    private final String symbol;

    FormKind(String number, String symbol) {
        this.number = number;
        this.symbol = symbol;
    }

    /** The number in Annex I of Circular 03/2025, or null where there is none. */
    public String number() {
        return number;
    }

    /** What follows the running number on the form, as PBS-TTPVHCC. */
    public String symbol() {
        return symbol;
    }
}
