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
        boolean handed) {}
