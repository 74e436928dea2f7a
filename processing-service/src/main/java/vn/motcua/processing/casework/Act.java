package vn.motcua.processing.casework;

/** What is done with a case, and what the others are told of it. */
enum Act {
    CLAIM(Progress.CLAIMED),
    RELEASE(Progress.RELEASED),
    REASSIGN(Progress.CLAIMED),
    HAND_ON(Progress.HANDED_ON),
    ACCEPT(Progress.ACCEPTED),
    DECLINE(Progress.DECLINED),
    RECALL(Progress.RECALLED),
    EXAMINE(null),
    ASK_OPINION(Progress.OPINION_ASKED),
    WITHDRAW_OPINION(Progress.OPINION_WITHDRAWN),
    OFFER_DRAFT(Progress.DRAFT_OFFERED),
    CONFIRM_DRAFT(Progress.DRAFT_CONFIRMED),
    OBJECT_DRAFT(Progress.DRAFT_OBJECTED),
    ASK_SUPPLEMENT(Progress.ASK_SUPPLEMENT),
    ASK_PAYMENT(Progress.ASK_PAYMENT),
    ASK_EXTENSION(null),
    EXTEND(Progress.EXTEND),
    PROPOSE(Progress.PROPOSED),
    SEND_BACK(Progress.SENT_BACK),
    DECIDE(Progress.DECIDE),
    REISSUE(Progress.REISSUE);

    private final Progress progress;

    Act(Progress progress) {
        this.progress = progress;
    }

    /** The published act; null where the act stays inside the case. */
    Progress progress() {
        return progress;
    }

    /** Whether the dossier must answer before the case goes on. */
    boolean offered() {
        return progress != null && progress.offered();
    }
}
