package vn.motcua.intake.dossier;

/** What an act does to the legal clock of the dossier. */
public enum ClockEffect {
    NO_CLOCK("–"),
    /** The time to acknowledge begins: 8 working hours online, 1 working day by post. */
    ACKNOWLEDGEMENT("acknowledgement: 8 working hours online, 1 working day by post"),
    /** The legal time begins and the due date is computed. */
    STARTS("starts"),
    NOT_STARTED("not started"),
    RUNS("runs"),
    PAUSES("pauses"),
    /** Runs again; the due date is walked on from here. */
    RESUMES("resumes"),
    /** The due date moves once, the original is kept. */
    MOVES_DUE("due moves, original kept"),
    /** A new date is promised, the due date stays. */
    PROMISES("promised date set, due unchanged"),
    GOES_ON("unchanged"),
    /** Ends without a result. */
    ENDS("ends"),
    /** The result is issued: this instant is early, on time or late. */
    STOPS("stops: this instant is early, on time or late"),
    RECOMPUTES("due recomputed");

    private final String words;

    ClockEffect(String words) {
        this.words = words;
    }

    /** As the table of the five steps prints it. */
    public String words() {
        return words;
    }
}
