package vn.motcua.notification.giveback;

import static vn.motcua.notification.giveback.ReturnAction.*;
import static vn.motcua.notification.giveback.ReturnState.*;
import static vn.motcua.notification.giveback.ReturnTable.By.*;
import static vn.motcua.notification.giveback.ReturnTable.Guard.*;
import static vn.motcua.notification.giveback.ReturnTable.Tells.*;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Step 5 as a list of rows and nothing else (Decree 118/2025 Art.22): what a return may do from where, by whom, under
 * which guards, and whether the dossier must answer. A test compares them with the README.
 */
final class ReturnTable {

    /** Who may do it. */
    enum By {
        /** The return itself: an event of the dossier or a message that arrived. */
        SYSTEM,
        /** Reception of the returning unit. */
        RECEPTION,
        /** Reception of the unit where the papers lie, while another is to return them. */
        HOLDER
    }

    /** What must hold. */
    enum Guard {
        /** No fee of the dossier is open; lateness never blocks a return. */
        FEES_SETTLED,
        /** Where originals are held, they are listed as given back (Decision 45/2016/QĐ-TTg Art. 8(3)). */
        ORIGINALS_LISTED,
        /** The consignment is still in the house. */
        NOT_DISPATCHED,
        /** The postman has taken the consignment. */
        DISPATCHED,
        /** The addressee has not signed for it. */
        NOT_DELIVERED,
        /** The post brought it back: what is lost lies on no shelf, unless the result was issued anew. */
        CAME_BACK,
        /** The result in it is the newest; one that was replaced is not given for the new one. */
        NEWEST_RESULT,
        /** The person wants the result electronically. */
        WISHED_ELECTRONIC,
        /** The paper of the newest result was not given before; one that is issued anew, even after the return, has not been. */
        PAPER_NOT_GIVEN,
        /** No original is held: what has to be given back cannot lie in an inbox. */
        NO_ORIGINALS
    }

    /** How the act reaches the dossier. */
    enum Tells {
        /** Published as a fact that needs no answer. */
        RECORDED,
        /** Offered to the dossier: the return is pending until intake answers, and taken back if it refuses. */
        OFFERED
    }

    // spotless:off
    private static final List<Row> ROWS = List.of(
            row(WAITING,       ANNOUNCE,                   by(SYSTEM),            when(),             ANNOUNCED,                  RECORDED),
            row(WAITING,       HAND_OVER,                  by(By.RECEPTION),      when(FEES_SETTLED), HANDED_OVER,                OFFERED),
            row(ANNOUNCED,     HAND_OVER,                  by(By.RECEPTION),      when(FEES_SETTLED), HANDED_OVER,                OFFERED),
            row(ANNOUNCED,     PLACE,                      by(SYSTEM),            when(FEES_SETTLED, WISHED_ELECTRONIC, NO_ORIGINALS), PLACED, OFFERED),
            row(PLACED,        GIVE_PAPER,                 by(By.RECEPTION),      when(PAPER_NOT_GIVEN), PLACED,                  RECORDED),
            row(HANDED_OVER,   GIVE_PAPER,                 by(By.RECEPTION),      when(PAPER_NOT_GIVEN), HANDED_OVER,             RECORDED),
            row(ReturnState.DELIVERED, GIVE_PAPER,         by(By.RECEPTION),      when(PAPER_NOT_GIVEN), ReturnState.DELIVERED,   RECORDED),
            row(ANNOUNCED,     POST,                       by(By.RECEPTION),      when(ORIGINALS_LISTED), POSTED,                 RECORDED),
            row(POSTED,        POST,                       by(By.RECEPTION),      when(ORIGINALS_LISTED, NOT_DISPATCHED), POSTED, RECORDED),
            row(POSTED,        HAND_OVER,                  by(By.RECEPTION),      when(FEES_SETTLED, NOT_DISPATCHED), HANDED_OVER, OFFERED),
            row(POSTED,        SHELVE,                     by(By.RECEPTION),      when(NOT_DISPATCHED), ON_SHELF,                 RECORDED),
            row(POSTED,        ReturnAction.DELIVERED,     by(By.RECEPTION),      when(DISPATCHED, NEWEST_RESULT), ReturnState.DELIVERED, OFFERED),
            row(POSTED,        ReturnAction.UNDELIVERABLE, by(By.RECEPTION),      when(DISPATCHED, NOT_DELIVERED), ReturnState.UNDELIVERABLE, RECORDED),
            row(ANNOUNCED,     SHELVE,                     by(By.RECEPTION),      when(),             ON_SHELF,                   RECORDED),
            row(ReturnState.UNDELIVERABLE, SHELVE,         by(By.RECEPTION),      when(CAME_BACK),    ON_SHELF,                   RECORDED),
            row(ReturnState.UNDELIVERABLE, FOUND,          by(By.RECEPTION),      when(),             POSTED,                     RECORDED),
            row(ON_SHELF,      SHELVE,                     by(By.RECEPTION),      when(),             ON_SHELF,                   RECORDED),
            row(ON_SHELF,      PLACE,                      by(SYSTEM),            when(FEES_SETTLED, WISHED_ELECTRONIC, NO_ORIGINALS), PLACED, OFFERED),
            row(ON_SHELF,      POST,                       by(By.RECEPTION),      when(ORIGINALS_LISTED), POSTED,                 RECORDED),
            row(ON_SHELF,      HAND_OVER,                  by(By.RECEPTION),      when(FEES_SETTLED), HANDED_OVER,                OFFERED),
            row(ANNOUNCED,     SEND_ON,                    by(HOLDER),            when(),             ON_THE_WAY,                 RECORDED),
            row(ON_SHELF,      SEND_ON,                    by(HOLDER),            when(),             ON_THE_WAY,                 RECORDED),
            row(ON_THE_WAY,    ARRIVE,                     by(By.RECEPTION),      when(),             ANNOUNCED,                  RECORDED));
    // spotless:on

    /** Acts that the API takes; the others are the return's own. */
    private static final Set<ReturnAction> WITH_BODY = EnumSet.of(
            HAND_OVER,
            GIVE_PAPER,
            POST,
            ReturnAction.DELIVERED,
            ReturnAction.UNDELIVERABLE,
            SHELVE,
            FOUND,
            SEND_ON,
            ARRIVE);

    /** One row of the table. */
    record Row(ReturnState from, ReturnAction action, Set<By> by, Set<Guard> when, ReturnState to, Tells tells) {}

    private ReturnTable() {}

    static List<Row> rows() {
        return ROWS;
    }

    /** The row for an act, if the table has one. */
    static Optional<Row> find(ReturnState from, ReturnAction action) {
        return ROWS.stream()
                .filter(row -> row.from == from && row.action == action)
                .findFirst();
    }

    /** The acts somebody may do from a state and that have a body today, for the answer 409. */
    static Set<ReturnAction> allowed(ReturnState from, By who) {
        return allowed(from, who, EnumSet.noneOf(Guard.class));
    }

    /**
     * The same for buttons.
     *
     * @param broken conditions that do not hold now
     */
    static Set<ReturnAction> allowed(ReturnState from, By who, Set<Guard> broken) {
        return allowed(from, EnumSet.of(who), broken);
    }

    /** The same for somebody who may act in several ways. */
    static Set<ReturnAction> allowed(ReturnState from, Set<By> who, Set<Guard> broken) {
        return ROWS.stream()
                .filter(row ->
                        row.from == from && row.by.stream().anyMatch(who::contains) && WITH_BODY.contains(row.action))
                .filter(row -> row.when.stream().noneMatch(broken::contains))
                .map(Row::action)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(ReturnAction.class)));
    }

    /** Whether it is returned: no row leads elsewhere. */
    static boolean isEnd(ReturnState state) {
        return ROWS.stream().noneMatch(row -> row.from == state && row.to != state);
    }

    private static Row row(
            ReturnState from, ReturnAction action, Set<By> by, Set<Guard> when, ReturnState to, Tells tells) {
        return new Row(from, action, by, when, to, tells);
    }

    private static Set<By> by(By first, By... more) {
        return EnumSet.of(first, more);
    }

    private static Set<Guard> when(Guard... guards) {
        return Set.of(guards);
    }
}
