package vn.motcua.intake.dossier;

/**
 * One act on its way through the table: taken when its row is found and its guards hold, completed when its effects are in the
 * dossier. Nothing else changes a stage or starts, stops and moves the legal clock.
 */
public final class Step {
    private final Transition row;
    private final Situation situation;

    private Step(Transition row, Situation situation) {
        this.row = row;
        this.situation = situation;
    }

    /** The first act of a dossier; any refusal of it is the caller's right to open, not the table's. */
    public static Step open(Situation situation, Actor actor) {
        return new Step(StepTable.find(null, Action.OPEN, situation.dossier().channel(), actor), situation);
    }

    /**
     * @throws ActionNotAllowed without a row
     * @throws GuardNotMet where a condition of the row does not hold
     */
    public static Step take(Situation situation, Actor actor) {
        Dossier dossier = situation.dossier();
        Transition row = StepTable.find(dossier.stage(), situation.action(), dossier.channel(), actor);
        Guard unmet = row.unmet(situation);
        if (unmet != null) {
            throw new GuardNotMet(unmet);
        }
        return new Step(row, situation);
    }

    /** The form the act issues. */
    public Form form() {
        return row.form();
    }

    /** Moves the clock and the stage. */
    public void complete() {
        Dossier dossier = situation.dossier();
        moveClock(dossier);
        dossier.moveTo(row.to().after(dossier), situation.at());
    }

    private void moveClock(Dossier dossier) {
        LegalClock clock = dossier.clock();
        switch (row.clock()) {
            case STARTS -> clock.start(situation.at(), situation.calendar());
            case PAUSES -> clock.pause(situation.at(), row.to().after(dossier).name());
            case RESUMES -> {
                if (!dossier.waiting().any()) {
                    clock.resume(situation.at(), situation.calendar());
                }
            }
            case MOVES_DUE -> clock.extend(situation.newDue(), situation.calendar());
            case PROMISES -> clock.promise(situation.newDue());
            case ENDS -> clock.end(situation.at());
            case STOPS -> clock.stop(situation.at(), situation.calendar());
            case RECOMPUTES -> {
                clock.recompute(situation.calendar());
                clock.promise(clock.promised(situation.at(), situation.calendar()));
            }
            case NO_CLOCK, ACKNOWLEDGEMENT, NOT_STARTED, RUNS, GOES_ON -> {
                // the clock goes on as it is
            }
        }
    }
}
