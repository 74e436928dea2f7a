package vn.motcua.notification.dossier;

import com.fasterxml.jackson.annotation.JsonCreator;

/** The acts intake publishes. An act of a later version reads as OTHER, so that its change of stage still reaches the person. */
public enum Action {
    SUBMIT,
    RECEIVE,
    REFUSE,
    ASK_SUPPLEMENT,
    ABANDON,
    TRANSFER,
    SUPPLY,
    LAPSE,
    ASK_PAYMENT,
    PAY,
    EXTEND,
    APOLOGISE,
    ASK_WITHDRAWAL,
    CONFIRM,
    DENY,
    CANCEL,
    DECIDE,
    HAND_OVER,
    REISSUE,
    CORRECT,
    REDATE,
    OTHER;

    /** Reads the published name; never null. */
    @JsonCreator
    public static Action of(String name) {
        for (Action action : values()) {
            if (action.name().equals(name)) {
                return action;
            }
        }
        return OTHER;
    }
}
