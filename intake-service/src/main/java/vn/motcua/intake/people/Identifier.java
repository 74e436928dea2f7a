package vn.motcua.intake.people;

/** How a person or organisation is identified. */
public final class Identifier {
    private Identifier() {}

    /** The kinds met at the counter; the former nine-digit number survives in papers. */
    public enum Kind {
        CITIZEN_NUMBER,
        FORMER_NUMBER,
        PASSPORT,
        BUSINESS,
        HOUSEHOLD,
        OTHER
    }
}
