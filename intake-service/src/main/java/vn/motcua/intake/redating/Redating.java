package vn.motcua.intake.redating;

import vn.motcua.intake.access.Signature;
import vn.motcua.intake.deadline.CalendarChange;
import vn.motcua.intake.deadline.CalendarFacts;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A changed calendar on its way into the dates of one unit's open dossiers: looked through first, then applied by an officer.
 *
 * @param facts the calendar the dates are computed with
 * @param changes in what it differs from the one before; empty where that one is not known
 * @param looked how many dossiers were looked at
 * @param lookedToDue how far the look has come, with {@code lookedToId}; null before the first batch
 * @param moved how many of them get another date
 * @param confirmed how many keep their date, which no longer rests on a provisional calendar
 * @param applied how many have the new date
 * @param leftOut how many ended or were paused in between and are left alone
 * @param aside how many could not be computed or not be moved, by a fault
 * @param askedBy who had it applied; without a subject where nothing but confirmations was to be done
 */
record Redating(
        UUID id,
        String unit,
        RunState state,
        long revision,
        CalendarFacts facts,
        List<CalendarChange> changes,
        int looked,
        Instant lookedToDue,
        UUID lookedToId,
        int moved,
        int confirmed,
        int applied,
        int leftOut,
        int aside,
        Instant createdAt,
        Signature askedBy,
        Instant askedAt,
        Instant doneAt) {

    /** How far it has come. */
    public enum RunState {
        /** The dossiers are being looked through. */
        LOOKING,
        /** The diff is complete and waits for an officer. */
        READY,
        APPLYING,
        DONE,
        /** No date changes. */
        NOTHING,
        /** The calendar changed again before it was done; another one follows. */
        OVERTAKEN
    }
}
