package vn.motcua.processing.casework;

import java.util.EnumSet;
import java.util.Set;

/** The acts of {@code case.progressed}. Some are only recorded, some are offered to the dossier, which answers each. */
enum Progress {
    OPENED,
    CLAIMED,
    RELEASED,
    HANDED_ON,
    ACCEPTED,
    DECLINED,
    /** The competent unit has its case again without having been handed it: it took it back, or the dossier ended. */
    RECALLED,
    OPINION_ASKED,
    OPINION_ANSWERED,
    OPINION_WITHDRAWN,
    DRAFT_OFFERED,
    /** The person has longer to answer a draft than they were told: they could be told late, or their time stood still. */
    DRAFT_REDATED,
    DRAFT_CONFIRMED,
    DRAFT_OBJECTED,
    ESCALATED,
    PROPOSED,
    SENT_BACK,
    FROZEN,
    THAWED,
    DECISION_EXISTS,
    ASK_SUPPLEMENT,
    ASK_PAYMENT,
    EXTEND,
    DECIDE,
    REISSUE;

    private static final Set<Progress> OFFERED = EnumSet.of(ASK_SUPPLEMENT, ASK_PAYMENT, EXTEND, DECIDE, REISSUE);

    boolean offered() {
        return OFFERED.contains(this);
    }
}
