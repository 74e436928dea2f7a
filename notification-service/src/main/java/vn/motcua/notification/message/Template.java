package vn.motcua.notification.message;

import java.util.Locale;

/** The texts this service can send; each has a title and a body in every language of {@code messages/person_*.properties}. */
public enum Template {
    SUBMITTED,
    RECEIVED,
    REFUSED,
    REFUSED_COLLECT,
    SUPPLEMENT_EARLY,
    SUPPLEMENT,
    SUPPLIED_EARLY,
    SUPPLIED,
    SUPPLIED_PAYMENT,
    SUPPLIED_WITHDRAWAL,
    TRANSFERRED,
    PAYMENT,
    PAID,
    PAID_RESUMED,
    EXTENDED,
    APOLOGY,
    WITHDRAWAL,
    STOPPED,
    STOPPED_COLLECT,
    LAPSED,
    LAPSED_COLLECT,
    WITHDRAWAL_DENIED,
    WITHDRAWAL_CANCELLED,
    RESULT_READY,
    RESULT_READY_NOT_WITHDRAWN,
    RETURNED,
    ORIGINALS_RETURNED,
    RESULT_REPLACED,
    RESULT_REPLACED_AFTER_RETURN,
    CORRECTED,
    REDATED,
    REDATED_PROMISE,
    ABANDONED,
    DRAFT_OFFERED,
    DRAFT_REDATED,
    DRAFT_CONFIRMED,
    DRAFT_TACIT,
    DRAFT_OBJECTED,
    PICK_UP,
    PICK_UP_ORIGINALS,
    STAGE_CHANGED,
    COLLECT_REMINDER;

    /** Whether it tells the person that something lies ready to be collected: it announces a return. */
    public boolean announcesReturn() {
        return switch (this) {
            case REFUSED_COLLECT, STOPPED_COLLECT, LAPSED_COLLECT, RESULT_READY, RESULT_READY_NOT_WITHDRAWN -> true;
            default -> false;
        };
    }

    /** Whether the return is over with it: it asks how it was. */
    boolean asksHowItWas() {
        return this == RETURNED || this == ORIGINALS_RETURNED;
    }

    /** Whether it is for the person, who is told the minimum by law; the post learns only that there is something to fetch. */
    boolean toPerson() {
        return this != PICK_UP && this != PICK_UP_ORIGINALS;
    }

    /** The name in message files and metrics, as {@code result-ready}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
