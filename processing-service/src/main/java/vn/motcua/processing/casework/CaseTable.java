package vn.motcua.processing.casework;

import static vn.motcua.processing.casework.Act.*;
import static vn.motcua.processing.casework.Actor.*;
import static vn.motcua.processing.casework.CaseTable.Unanswered.*;
import static vn.motcua.processing.casework.CaseTable.Withdrawal.*;
import static vn.motcua.processing.casework.Guard.*;
import static vn.motcua.processing.casework.State.*;

import vn.motcua.processing.casework.ActRefused.Reason;
import vn.motcua.processing.dossier.Stage;

import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The table of a case: which act leads from where to where, by whom and when, and what a stage of the dossier makes of a
 * case. Everything else is derived from its rows: validation, buttons, answers, tests and the README.
 */
final class CaseTable {
    /** What an asked withdrawal means for a row. */
    enum Withdrawal {
        /** The act waits until the withdrawal is denied or cancelled. */
        STOPS,
        /** The act stays possible. */
        ALLOWS
    }

    /** What an act that awaits the answer of the dossier means for a row. */
    enum Unanswered {
        /** The act waits for the answer. */
        WAITS,
        /** The act stays possible: it offers the dossier nothing, and its time runs on. */
        GOES_ON
    }

    record Row(
            State from,
            Act act,
            Set<Actor> by,
            Set<Guard> when,
            State to,
            Withdrawal withdrawal,
            Unanswered unanswered) {
        private boolean answered(Flags flags) {
            return !flags.pending || unanswered == GOES_ON;
        }
    }

    /** A stage of the dossier moves a case out of these states. */
    record Follow(Set<Stage> stages, Set<State> from, State to) {}

    /** The flags that stand beside the state. */
    record Flags(boolean pending, boolean frozen) {
        static final Flags NONE = new Flags(false, false);
    }

    // spotless:off
    static final List<Row> ROWS = List.of(
        row(OPEN,     CLAIM,          by(SPECIALIST),           when(),                                    CLAIMED,  STOPS),
        row(OPEN,     CLAIM,          by(APPROVER),             when(SINGLE_HAND),                         CLAIMED,  STOPS),
        row(CLAIMED,  CLAIM,          by(SPECIALIST, APPROVER), when(HOLDS),                               CLAIMED,  STOPS),
        row(CLAIMED,  RELEASE,        by(SPECIALIST, APPROVER), when(HOLDS),                               OPEN,     ALLOWS),
        row(CLAIMED,  RELEASE,        by(DIRECTOR),             when(),                                    OPEN,     ALLOWS),
        row(CLAIMED,  RELEASE,        by(CLOCK),                when(LEASE_OVER),                          OPEN,     ALLOWS),
        row(OPEN,     REASSIGN,       by(DIRECTOR),             when(),                                    CLAIMED,  STOPS),
        row(CLAIMED,  REASSIGN,       by(DIRECTOR, CLOCK),      when(),                                    CLAIMED,  STOPS),
        row(OPEN,     HAND_ON,        by(DIRECTOR),             when(DRAFT_STAYS),                         OPEN,     STOPS),
        row(CLAIMED,  HAND_ON,        by(SPECIALIST, APPROVER), when(HOLDS, DRAFT_STAYS),                  OPEN,     STOPS),
        row(CLAIMED,  HAND_ON,        by(DIRECTOR),             when(DRAFT_STAYS),                         OPEN,     STOPS),
        row(OPEN,     ACCEPT,         by(SPECIALIST, APPROVER, DIRECTOR), when(HANDED),                    OPEN,     STOPS),
        row(OPEN,     DECLINE,        by(SPECIALIST, DIRECTOR), when(HANDED, NOT_COME_BACK),               OPEN,     STOPS),
        row(OPEN,     RECALL,         by(COMPETENT_DIRECTOR),   when(ELSEWHERE),                           OPEN,     STOPS),
        row(CLAIMED,  RECALL,         by(COMPETENT_DIRECTOR),   when(ELSEWHERE),                           OPEN,     STOPS),
        row(CLAIMED,  EXAMINE,        by(SPECIALIST, APPROVER), when(HOLDS),                               CLAIMED,  STOPS),
        row(CLAIMED,  ASK_OPINION,    by(SPECIALIST, APPROVER), when(HOLDS),                               CLAIMED,  STOPS),
        row(CLAIMED,  WITHDRAW_OPINION, by(SPECIALIST, APPROVER), when(HOLDS, OPINIONS_OPEN),              CLAIMED,  STOPS),
        row(CLAIMED,  OFFER_DRAFT,    by(SPECIALIST, APPROVER), when(HOLDS, AT_HOME, DRAFT_ASKED, RESULT_UPLOADED), CLAIMED,  STOPS),
        row(OPEN,     CONFIRM_DRAFT,  by(RECEPTION, CITIZEN),   when(DRAFT_OFFERED),                       OPEN,     STOPS, GOES_ON),
        row(CLAIMED,  CONFIRM_DRAFT,  by(RECEPTION, CITIZEN),   when(DRAFT_OFFERED),                       CLAIMED,  STOPS, GOES_ON),
        row(PAUSED,   CONFIRM_DRAFT,  by(RECEPTION, CITIZEN),   when(DRAFT_OFFERED),                       PAUSED,   STOPS, GOES_ON),
        row(OPEN,     CONFIRM_DRAFT,  by(CLOCK),                when(DRAFT_OFFERED, DRAFT_TIME_OVER),      OPEN,     STOPS),
        row(CLAIMED,  CONFIRM_DRAFT,  by(CLOCK),                when(DRAFT_OFFERED, DRAFT_TIME_OVER),      CLAIMED,  STOPS),
        row(PAUSED,   CONFIRM_DRAFT,  by(CLOCK),                when(DRAFT_OFFERED, DRAFT_TIME_OVER),      PAUSED,   STOPS),
        row(OPEN,     OBJECT_DRAFT,   by(RECEPTION, CITIZEN),   when(DRAFT_OFFERED),                       OPEN,     STOPS, GOES_ON),
        row(CLAIMED,  OBJECT_DRAFT,   by(RECEPTION, CITIZEN),   when(DRAFT_OFFERED),                       CLAIMED,  STOPS, GOES_ON),
        row(PAUSED,   OBJECT_DRAFT,   by(RECEPTION, CITIZEN),   when(DRAFT_OFFERED),                       PAUSED,   STOPS, GOES_ON),
        row(CLAIMED,  ASK_SUPPLEMENT, by(SPECIALIST, APPROVER), when(HOLDS, AT_HOME),                      PAUSED,   STOPS),
        row(CLAIMED,  ASK_PAYMENT,    by(SPECIALIST, APPROVER), when(HOLDS, AT_HOME),                      PAUSED,   STOPS),
        row(CLAIMED,  ASK_EXTENSION,  by(SPECIALIST, APPROVER), when(HOLDS, EXTENSION_POSSIBLE),           CLAIMED,  STOPS),
        row(OPEN,     EXTEND,         by(COMPETENT_DIRECTOR),   when(EXTENSION_ASKED, EXTENSION_POSSIBLE), OPEN,     STOPS),
        row(CLAIMED,  EXTEND,         by(COMPETENT_DIRECTOR),   when(EXTENSION_ASKED, EXTENSION_POSSIBLE), CLAIMED,  STOPS),
        row(PROPOSED, EXTEND,         by(COMPETENT_DIRECTOR),   when(EXTENSION_ASKED, EXTENSION_POSSIBLE), PROPOSED, STOPS),
        row(CLAIMED,  PROPOSE,        by(SPECIALIST, APPROVER), when(HOLDS, AT_HOME, RESULT_UPLOADED, EXAMINED, OPINIONS_IN, DRAFT_ANSWERED, DRAFT_AGREED), PROPOSED, STOPS),
        row(PROPOSED, SEND_BACK,      by(APPROVER),             when(),                                    CLAIMED,  STOPS),
        row(PROPOSED, DECIDE,         by(APPROVER),             when(AT_HOME, OTHER_HAND),                 DECIDED,  STOPS),
        row(DECIDED,  REISSUE,        by(APPROVER),             when(RESULT_UPLOADED),                     DECIDED,  STOPS));

    static final List<Follow> FOLLOWS = List.of(
        follow(stages(Stage.IN_PROCESS),                                  from(PAUSED),                               OPEN),
        follow(stages(Stage.AWAITING_SUPPLEMENT, Stage.AWAITING_PAYMENT), from(OPEN, CLAIMED, PROPOSED),              PAUSED),
        follow(stages(Stage.DECIDED, Stage.RETURNED),                     from(OPEN, CLAIMED, PROPOSED, PAUSED),      DECIDED),
        follow(stages(Stage.REFUSED, Stage.STOPPED, Stage.ABANDONED),     from(OPEN, CLAIMED, PROPOSED, PAUSED, DECIDED), CLOSED));
    // spotless:on

    private CaseTable() {}

    /**
     * The row by which one of the caller's parts may do the act now.
     *
     * @throws ActRefused with the first reason that applies
     */
    static Row find(State from, Flags flags, Act act, Set<Actor> parts, Facts facts) {
        List<Row> mine = ROWS.stream()
                .filter(r -> r.act == act && intersects(r.by, parts))
                .toList();
        if (mine.isEmpty()) {
            throw refused(Reason.NOT_YOURS, null, from, flags, parts, facts);
        }
        if (mine.stream().noneMatch(r -> r.answered(flags))) {
            throw refused(Reason.PENDING, null, from, flags, parts, facts);
        }
        if (ROWS.stream().noneMatch(r -> r.from == from && r.act == act)) {
            throw refused(Reason.NOT_NOW, null, from, flags, parts, facts);
        }
        List<Row> here =
                mine.stream().filter(r -> r.from == from && r.answered(flags)).toList();
        if (here.isEmpty()) {
            throw refused(Reason.NOT_YOUR_PART, null, from, flags, parts, facts);
        }
        if (flags.frozen && here.stream().noneMatch(r -> r.withdrawal == ALLOWS)) {
            throw refused(Reason.FROZEN, null, from, flags, parts, facts);
        }
        return here.stream()
                .filter(r -> failed(r, facts) == null)
                .findFirst()
                .orElseThrow(() -> refused(Reason.GUARD, failed(here.get(0), facts), from, flags, parts, facts));
    }

    /** The acts that {@link #find} would let the caller do, in the order of {@link Act}. */
    static Set<Act> allowed(State from, Flags flags, Set<Actor> parts, Facts facts) {
        return ROWS.stream()
                .filter(r -> r.from == from && r.answered(flags) && intersects(r.by, parts) && failed(r, facts) == null)
                .filter(r -> !flags.frozen || r.withdrawal == ALLOWS)
                .map(Row::act)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Act.class)));
    }

    /** Where a case stands once its dossier stands in this stage; unchanged where no row says otherwise. */
    static State follow(Stage stage, State state) {
        return FOLLOWS.stream()
                .filter(f -> f.stages.contains(stage) && f.from.contains(state))
                .map(Follow::to)
                .findFirst()
                .orElse(state);
    }

    /** The part in which the caller does what the row says. */
    static Actor part(Row row, Set<Actor> parts) {
        return row.by.stream().filter(parts::contains).findFirst().orElseThrow();
    }

    private static Guard failed(Row row, Facts facts) {
        return row.when.stream().filter(g -> !g.holds(facts)).findFirst().orElse(null);
    }

    private static ActRefused refused(
            Reason reason, Guard guard, State from, Flags flags, Set<Actor> parts, Facts facts) {
        return new ActRefused(reason, guard, allowed(from, flags, parts, facts));
    }

    private static boolean intersects(Set<Actor> by, Set<Actor> parts) {
        return by.stream().anyMatch(parts::contains);
    }

    private static Row row(State from, Act act, Set<Actor> by, Set<Guard> when, State to, Withdrawal withdrawal) {
        return row(from, act, by, when, to, withdrawal, WAITS);
    }

    private static Row row(
            State from,
            Act act,
            Set<Actor> by,
            Set<Guard> when,
            State to,
            Withdrawal withdrawal,
            Unanswered unanswered) {
        return new Row(from, act, by, when, to, withdrawal, unanswered);
    }

    private static Follow follow(Set<Stage> stages, Set<State> from, State to) {
        return new Follow(stages, from, to);
    }

    private static Set<Actor> by(Actor... actors) {
        return ordered(actors);
    }

    private static Set<Guard> when(Guard... guards) {
        return ordered(guards);
    }

    private static Set<Stage> stages(Stage... stages) {
        return ordered(stages);
    }

    private static Set<State> from(State... states) {
        return ordered(states);
    }

    @SafeVarargs
    private static <T> Set<T> ordered(T... elements) {
        return new LinkedHashSet<>(List.of(elements));
    }
}
