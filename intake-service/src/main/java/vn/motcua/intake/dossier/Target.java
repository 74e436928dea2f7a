package vn.motcua.intake.dossier;

/**
 * Where a row of the table leads.
 *
 * @param kind to a named stage, to the derived one, or nowhere
 * @param stage the named stage, else null
 */
record Target(Kind kind, Stage stage) {
    enum Kind {
        NAMED,
        DERIVED,
        UNCHANGED
    }

    static final Target DERIVED = new Target(Kind.DERIVED, null);
    static final Target UNCHANGED = new Target(Kind.UNCHANGED, null);

    static Target to(Stage stage) {
        return new Target(Kind.NAMED, stage);
    }

    /** The stage after the act, asked when its effects are in the dossier. */
    Stage after(Dossier dossier) {
        return switch (kind) {
            case NAMED -> stage;
            case DERIVED -> dossier.derivedStage();
            case UNCHANGED -> dossier.stage();
        };
    }
}
