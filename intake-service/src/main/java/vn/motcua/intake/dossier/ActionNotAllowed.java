package vn.motcua.intake.dossier;

/** The table has no row for this act from this stage. Answered as 409 with what is allowed, or as a refused offer. */
public class ActionNotAllowed extends RuntimeException {
    private final transient Stage from;
    private final transient Action action;

    ActionNotAllowed(Stage from, Action action) {
        super(action + " from " + from);
        this.from = from;
        this.action = action;
    }

    public Stage from() {
        return from;
    }

    public Action action() {
        return action;
    }
}
