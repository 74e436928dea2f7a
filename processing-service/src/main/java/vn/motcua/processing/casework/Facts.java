package vn.motcua.processing.casework;

/** What the guards ask about a case, its dossier and the caller. */
record Facts(
        boolean heldByCaller,
        boolean leaseOver,
        boolean singleHand,
        boolean proposedByCaller,
        boolean resultUploaded,
        boolean extensionAsked,
        boolean extensionPossible,
        boolean examined,
        boolean opinionsOpen,
        boolean opinionsLate,
        boolean handed,
        boolean draftAsked,
        boolean draftOffered,
        boolean draftAgreed,
        boolean draftTimeOver,
        boolean elsewhere,
        boolean comeBack,
        boolean leavesDraft) {
    /** Nothing holds: what the clock asks about. */
    static final Facts NONE = leaseIsOver(false);

    /** What the clock finds that gives a case back. */
    static Facts leaseIsOver() {
        return leaseIsOver(true);
    }

    private static Facts leaseIsOver(boolean over) {
        return new Facts(
                false, over, false, false, false, false, false, false, false, false, false, false, false, false, false,
                false, false, false);
    }
}
