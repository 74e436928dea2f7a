package vn.motcua.intake.dossier;

/** The table has a row for the act, but one of its conditions does not hold. */
public class GuardNotMet extends RuntimeException {
    private final transient Guard guard;

    GuardNotMet(Guard guard) {
        super(guard.name());
        this.guard = guard;
    }

    public Guard guard() {
        return guard;
    }
}
