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
        boolean draftTimeOver) {
    static final Facts NONE = new Facts(
            false, false, false, false, false, false, false, false, false, false, false, false, false, false, false);

    /** What the clock finds that gives a case back. */
    static Facts leaseIsOver() {
        return new Facts(
                false, true, false, false, false, false, false, false, false, false, false, false, false, false, false);
    }
}
