package vn.motcua.notification.feedback;

import static vn.motcua.notification.feedback.FeedbackAction.*;
import static vn.motcua.notification.feedback.FeedbackState.*;
import static vn.motcua.notification.feedback.FeedbackTable.By.*;
import static vn.motcua.notification.feedback.FeedbackTable.Guard.*;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The way of a feedback as a list of rows and nothing else (Decree 20/2008/NĐ-CP, Decree 118/2025/NĐ-CP Art. 8(1)): what may be done from
 * where, by whom, under which guards. A test compares them with the README.
 */
final class FeedbackTable {

    /** Who may do it. */
    enum By {
        /** Who gave it, by its code. */
        PERSON,
        /** Reception of the unit it is about. */
        RECEPTION,
        /** The officer it was assigned to. */
        HANDLER,
        /** The director of the unit it is about. */
        DIRECTOR
    }

    /** What must hold. */
    enum Guard {
        /**
         * It does not concern the officer who acts: not named by it, no act on its dossier, not at the counter it is about. A complaint of
         * conduct, and what nobody has classified, counts as about the counter until it is screened. Who gave it is never asked.
         */
        NOT_CONCERNED,
        /** Whom it concerns changes neither the contact nor the way, and makes nothing else of a complaint of conduct. */
        PROTECTION_KEPT,
        /** Whom it concerns sends it to no other body, unless they are the director, who may be the only one left. */
        SENT_BY_UNCONCERNED,
        /** The same of the officer it is given to. */
        ASSIGNEE_NOT_CONCERNED,
        /** Another wrote the answer. */
        ANOTHERS_ANSWER,
        /** Another wrote the text that is to be published. */
        ANOTHERS_TEXT,
        /** No telephone number, citizen number, e-mail address or dossier code is found in what is published. */
        NO_PERSONAL_DATA,
        /** It has fewer files than it can have. */
        FILES_LEFT,
        /** It was not rated before. */
        NOT_RATED
    }

    // spotless:off
    private static final List<Row> ROWS = List.of(
            row(NOTED,     AMEND,            by(RECEPTION),                    when(PROTECTION_KEPT),                        NOTED),
            row(NOTED,     CONFIRM,          by(RECEPTION),                    when(),                                       RECEIVED),
            row(NOTED,     DROP,             by(RECEPTION, DIRECTOR),          when(NOT_CONCERNED),                          DROPPED),
            row(NOTED,     ATTACH,           by(RECEPTION),                    when(NOT_CONCERNED, FILES_LEFT),              NOTED),
            row(RECEIVED,  SCREEN,           by(RECEPTION, DIRECTOR),          when(NOT_CONCERNED),                          SCREENED),
            row(RECEIVED,  REJECT,           by(RECEPTION, DIRECTOR),          when(NOT_CONCERNED),                          REJECTED),
            row(RECEIVED,  FORWARD,          by(RECEPTION, DIRECTOR),          when(SENT_BY_UNCONCERNED),                    FORWARDED),
            row(RECEIVED,  HAND_OVER,        by(RECEPTION, DIRECTOR),          when(),                                       HANDED_OVER),
            row(RECEIVED,  ATTACH,           by(RECEPTION, DIRECTOR),          when(NOT_CONCERNED, FILES_LEFT),              RECEIVED),
            row(SCREENED,  ASSIGN,           by(DIRECTOR),                     when(NOT_CONCERNED, ASSIGNEE_NOT_CONCERNED),  ASSIGNED),
            row(SCREENED,  FORWARD,          by(DIRECTOR),                     when(),                                       FORWARDED),
            row(SCREENED,  HAND_OVER,        by(RECEPTION, DIRECTOR),          when(),                                       HANDED_OVER),
            row(SCREENED,  ATTACH,           by(RECEPTION, DIRECTOR),          when(NOT_CONCERNED, FILES_LEFT),              SCREENED),
            row(ASSIGNED,  ASSIGN,           by(DIRECTOR),                     when(NOT_CONCERNED, ASSIGNEE_NOT_CONCERNED),  ASSIGNED),
            row(ASSIGNED,  ASK,              by(HANDLER),                      when(NOT_CONCERNED),                          ASKED),
            row(ASSIGNED,  PROPOSE,          by(HANDLER),                      when(NOT_CONCERNED),                          PROPOSED),
            row(ASSIGNED,  HAND_OVER,        by(HANDLER, DIRECTOR),            when(),                                       HANDED_OVER),
            row(ASSIGNED,  ATTACH,           by(RECEPTION, HANDLER, DIRECTOR), when(NOT_CONCERNED, FILES_LEFT),              ASSIGNED),
            row(ASKED,     REPLY,            by(PERSON, RECEPTION, HANDLER),   when(NOT_CONCERNED),                          ASSIGNED),
            row(ASKED,     ASSIGN,           by(DIRECTOR),                     when(NOT_CONCERNED, ASSIGNEE_NOT_CONCERNED),  ASKED),
            row(ASKED,     PROPOSE,          by(HANDLER),                      when(NOT_CONCERNED),                          PROPOSED),
            row(ASKED,     HAND_OVER,        by(HANDLER, DIRECTOR),            when(),                                       HANDED_OVER),
            row(ASKED,     ATTACH,           by(RECEPTION, HANDLER, DIRECTOR), when(NOT_CONCERNED, FILES_LEFT),              ASKED),
            row(PROPOSED,  SEND_BACK,        by(DIRECTOR),                     when(NOT_CONCERNED),                          ASSIGNED),
            row(PROPOSED,  APPROVE,          by(DIRECTOR),                     when(NOT_CONCERNED, ANOTHERS_ANSWER),         ANSWERED),
            row(PROPOSED,  ATTACH,           by(RECEPTION, HANDLER, DIRECTOR), when(NOT_CONCERNED, FILES_LEFT),              PROPOSED),
            row(ANSWERED,  REDACT,           by(RECEPTION, HANDLER, DIRECTOR), when(NOT_CONCERNED, NO_PERSONAL_DATA),        REDACTED),
            row(ANSWERED,  WITHHOLD,         by(DIRECTOR),                     when(NOT_CONCERNED),                          WITHHELD),
            row(ANSWERED,  RATE,             by(PERSON),                       when(NOT_RATED),                              ANSWERED),
            row(REDACTED,  RETURN_REDACTION, by(RECEPTION, HANDLER, DIRECTOR), when(NOT_CONCERNED, ANOTHERS_TEXT),           ANSWERED),
            row(REDACTED,  PUBLISH,          by(RECEPTION, HANDLER, DIRECTOR), when(NOT_CONCERNED, ANOTHERS_TEXT, NO_PERSONAL_DATA), PUBLISHED),
            row(REDACTED,  WITHHOLD,         by(DIRECTOR),                     when(NOT_CONCERNED),                          WITHHELD),
            row(REDACTED,  RATE,             by(PERSON),                       when(NOT_RATED),                              REDACTED),
            row(PUBLISHED, TAKE_DOWN,        by(DIRECTOR),                     when(),                                       ANSWERED),
            row(PUBLISHED, RATE,             by(PERSON),                       when(NOT_RATED),                              PUBLISHED),
            row(WITHHELD,  RATE,             by(PERSON),                       when(NOT_RATED),                              WITHHELD));
    // spotless:on

    /** One row of the table. */
    record Row(FeedbackState from, FeedbackAction action, Set<By> by, Set<Guard> when, FeedbackState to) {}

    private FeedbackTable() {}

    static List<Row> rows() {
        return ROWS;
    }

    /** The row for an act, if the table has one. */
    static Optional<Row> find(FeedbackState from, FeedbackAction action) {
        return ROWS.stream()
                .filter(row -> row.from == from && row.action == action)
                .findFirst();
    }

    /**
     * What somebody may do from a state.
     *
     * @param parts all that the caller is to this feedback
     * @param broken conditions that do not hold now
     */
    static Set<FeedbackAction> allowed(FeedbackState from, Set<By> parts, Set<Guard> broken) {
        return ROWS.stream()
                .filter(row -> row.from == from && row.by.stream().anyMatch(parts::contains))
                .filter(row -> row.when.stream().noneMatch(broken::contains))
                .map(Row::action)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(FeedbackAction.class)));
    }

    private static Row row(FeedbackState from, FeedbackAction action, Set<By> by, Set<Guard> when, FeedbackState to) {
        return new Row(from, action, by, when, to);
    }

    private static Set<By> by(By first, By... more) {
        return EnumSet.of(first, more);
    }

    private static Set<Guard> when(Guard... guards) {
        return guards.length == 0 ? EnumSet.noneOf(Guard.class) : EnumSet.of(guards[0], guards);
    }
}
