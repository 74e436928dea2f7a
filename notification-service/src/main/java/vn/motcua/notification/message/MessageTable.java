package vn.motcua.notification.message;

import static vn.motcua.notification.dossier.Action.*;
import static vn.motcua.notification.dossier.Stage.*;
import static vn.motcua.notification.message.Audience.PERSON;
import static vn.motcua.notification.message.Audience.POST;
import static vn.motcua.notification.message.Route.*;
import static vn.motcua.notification.message.When.*;

import vn.motcua.notification.dossier.Action;
import vn.motcua.notification.dossier.Stage;
import vn.motcua.notification.dossier.StageChanged;
import vn.motcua.notification.dossier.StageChanged.ReturnMode;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Which message goes out on which change of a dossier, to whom and by which way (Decree 224/2026 Art.15(1)(g): at once,
 * at every change of status). A list of rows and nothing else; a change of the rows raises {@link #VERSION}, which every
 * message carries.
 */
public final class MessageTable {

    /** The version of the rows and of their texts. */
    public static final int VERSION = 7;

    // spotless:off
    private static final List<Row> ROWS = List.of(
            //  act             leads to                                   when                      to      by       says
            row(SUBMIT,         to(Stage.SUBMITTED),                       ALWAYS,                   PERSON, PHONE,   Template.SUBMITTED),
            row(RECEIVE,        to(Stage.RECEIVED),                        ALWAYS,                   PERSON, ALL,     Template.RECEIVED),
            row(REFUSE,         to(Stage.REFUSED),                         NO_ORIGINALS,             PERSON, ALL,     Template.REFUSED),
            row(REFUSE,         to(Stage.REFUSED),                         ORIGINALS_HELD,           PERSON, ALL,     Template.REFUSED_COLLECT),
            row(REFUSE,         to(Stage.REFUSED),                         ORIGINALS_BY_POST,        POST,   POSTMAN, Template.PICK_UP_ORIGINALS),
            row(ASK_SUPPLEMENT, to(AWAITING_SUPPLEMENT),                   BEFORE_RECEIPT,           PERSON, ALL,     Template.SUPPLEMENT_EARLY),
            row(ASK_SUPPLEMENT, to(AWAITING_SUPPLEMENT),                   AFTER_RECEIPT,            PERSON, ALL,     Template.SUPPLEMENT),
            row(SUPPLY,         to(PREPARING, Stage.SUBMITTED),            ALWAYS,                   PERSON, APP,     Template.SUPPLIED_EARLY),
            row(SUPPLY,         to(Stage.RECEIVED, IN_PROCESS),            ALWAYS,                   PERSON, APP,     Template.SUPPLIED),
            row(SUPPLY,         to(AWAITING_PAYMENT),                      ALWAYS,                   PERSON, APP,     Template.SUPPLIED_PAYMENT),
            row(SUPPLY,         to(WITHDRAWAL_REQUESTED),                  ALWAYS,                   PERSON, APP,     Template.SUPPLIED_WITHDRAWAL),
            row(LAPSE,          to(Stage.STOPPED),                         NO_ORIGINALS,             PERSON, ALL,     Template.LAPSED),
            row(LAPSE,          to(Stage.STOPPED),                         ORIGINALS_HELD,           PERSON, ALL,     Template.LAPSED_COLLECT),
            row(LAPSE,          to(Stage.STOPPED),                         ORIGINALS_BY_POST,        POST,   POSTMAN, Template.PICK_UP_ORIGINALS),
            row(TRANSFER,       to(IN_PROCESS),                            ALWAYS,                   PERSON, APP,     Template.TRANSFERRED),
            row(ASK_PAYMENT,    to(AWAITING_PAYMENT),                      ALWAYS,                   PERSON, PHONE,   Template.PAYMENT),
            row(PAY,            to(IN_PROCESS),                            WAS_AWAITING_PAYMENT,     PERSON, LETTER,  Template.PAID_RESUMED),
            row(PAY,            to(IN_PROCESS),                            WAS_NOT_AWAITING_PAYMENT, PERSON, LETTER,  Template.PAID),
            row(PAY,            to(PREPARING, Stage.SUBMITTED, Stage.RECEIVED, AWAITING_SUPPLEMENT,
                                   WITHDRAWAL_REQUESTED, DECIDED),         ALWAYS,                   PERSON, LETTER,  Template.PAID),
            row(EXTEND,         to(IN_PROCESS),                            ALWAYS,                   PERSON, ALL,     Template.EXTENDED),
            row(APOLOGISE,      to(IN_PROCESS),                            ALWAYS,                   PERSON, ALL,     Template.APOLOGY),
            row(ASK_WITHDRAWAL, to(WITHDRAWAL_REQUESTED),                  ALWAYS,                   PERSON, APP,     Template.WITHDRAWAL),
            row(CONFIRM,        to(Stage.STOPPED),                         NO_ORIGINALS,             PERSON, ALL,     Template.STOPPED),
            row(CONFIRM,        to(Stage.STOPPED),                         ORIGINALS_HELD,           PERSON, ALL,     Template.STOPPED_COLLECT),
            row(CONFIRM,        to(Stage.STOPPED),                         ORIGINALS_BY_POST,        POST,   POSTMAN, Template.PICK_UP_ORIGINALS),
            row(DENY,           open(),                                    ALWAYS,                   PERSON, PHONE,   Template.WITHDRAWAL_DENIED),
            row(CANCEL,         open(),                                    ALWAYS,                   PERSON, APP,     Template.WITHDRAWAL_CANCELLED),
            row(DECIDE,         to(DECIDED),                               WITHDRAWAL_WAS_NOT_ASKED, PERSON, PHONE,   Template.RESULT_READY),
            row(DECIDE,         to(DECIDED),                               WITHDRAWAL_WAS_ASKED,     PERSON, PHONE,   Template.RESULT_READY_NOT_WITHDRAWN),
            row(DECIDE,         to(DECIDED),                               RETURN_BY_POST,           POST,   POSTMAN, Template.PICK_UP),
            row(HAND_OVER,      to(Stage.RETURNED),                        ALWAYS,                   PERSON, THANKS,  Template.RETURNED),
            row(HAND_OVER,      to(Stage.REFUSED, Stage.STOPPED),          ALWAYS,                   PERSON, THANKS,  Template.ORIGINALS_RETURNED),
            row(REISSUE,        to(DECIDED),                               ALWAYS,                   PERSON, PHONE,   Template.RESULT_REPLACED),
            row(REISSUE,        to(Stage.RETURNED),                        ALWAYS,                   PERSON, PHONE,   Template.RESULT_REPLACED_AFTER_RETURN),
            row(CORRECT,        any(),                                     ALWAYS,                   PERSON, APP,     Template.CORRECTED),
            row(CORRECT,        to(DECIDED),                               NOW_BY_POST,              POST,   POSTMAN, Template.PICK_UP),
            row(REDATE,         any(),                                     NOT_PROMISED,             PERSON, PHONE,   Template.REDATED),
            row(REDATE,         any(),                                     PROMISED,                 PERSON, PHONE,   Template.REDATED_PROMISE),
            row(ABANDON,        to(Stage.ABANDONED),                       ALWAYS,                   PERSON, PHONE,   Template.ABANDONED));

    /** What is said when the dossier stands elsewhere and no row speaks: no change of stage is silent. */
    private static final Row OTHERWISE =
            row(OTHER,          any(),                                     ALWAYS,                   PERSON, APP,     Template.STAGE_CHANGED);

    /** What is said when nobody has come for it: by time, not by a change. */
    static final Row REMINDER =
            row(OTHER,          any(),                                     ALWAYS,                   PERSON, PHONE,   Template.COLLECT_REMINDER);
    // spotless:on

    /** One row: the act, the stages it leads to, a condition, and what is said to whom by which way. */
    record Row(Action action, Set<Stage> to, When when, Audience audience, Route by, Template template) {

        boolean fits(StageChanged change, ReturnMode before) {
            return action == change.action() && to.contains(change.stage()) && when.holds(change, before);
        }
    }

    private MessageTable() {}

    static List<Row> rows() {
        return ROWS;
    }

    /** The same where nothing is known of the dossier before the change. */
    static List<Row> find(StageChanged change) {
        return find(change, null);
    }

    /**
     * The rows for a change, one per audience; none for a refused answer.
     *
     * @param before how the person wanted the result before it, null where it was not known
     */
    static List<Row> find(StageChanged change, ReturnMode before) {
        if (change.refusedAnswer()) {
            return List.of();
        }
        List<Row> found = new ArrayList<>();
        for (Row row : ROWS) {
            if (row.fits(change, before)) {
                found.add(row);
            }
        }
        if (found.isEmpty() && change.moved()) {
            found.add(OTHERWISE);
        }
        return List.copyOf(found);
    }

    private static Row row(Action action, Set<Stage> to, When when, Audience audience, Route by, Template template) {
        return new Row(action, to, when, audience, by, template);
    }

    private static Set<Stage> to(Stage first, Stage... more) {
        return EnumSet.of(first, more);
    }

    private static Set<Stage> any() {
        return EnumSet.allOf(Stage.class);
    }

    /** Where a dossier stands again when its withdrawal was denied or cancelled. */
    private static Set<Stage> open() {
        return to(Stage.RECEIVED, IN_PROCESS, AWAITING_SUPPLEMENT, AWAITING_PAYMENT);
    }
}
