package vn.motcua.notification.giveback;

import java.time.Instant;
import java.util.UUID;

/**
 * One return: what lies ready for a dossier and how far its return has come. Immutable; every act gives the next one,
 * with the next revision.
 *
 * @param unit the returning unit
 * @param result null for originals
 * @param handedOver null until it is handed over
 * @param offer what intake has not answered yet, null if nothing
 * @param refusedReason why intake refused the last offer, null if it did not
 */
record Giveback(
        UUID id,
        UUID dossierId,
        Holds holds,
        ReturnState state,
        String unit,
        Result result,
        Times times,
        HandedOver handedOver,
        Offer offer,
        String refusedReason,
        long revision) {

    /** The decided result: processing's id and the hash of its file. */
    record Result(UUID id, String hash) {}

    /**
     * When it went how far.
     *
     * @param announced null until the message lies in the inbox
     * @param lastAct effective instant of the newest act of this return
     * @param closed null until nothing is left to do
     * @param renewed when the result was issued anew last, null where it was not
     */
    record Times(Instant opened, Instant announced, Instant lastAct, Instant closed, Instant renewed) {}

    /** How it was handed over, by which officer in official capacity, and when. */
    record HandedOver(HandOver.Collector collector, HandOver.How how, String officer, String title, Instant at) {}

    /** An act offered to the dossier: its event, and the state the return goes back to if it is refused. */
    record Offer(UUID event, ReturnState before) {}

    static Giveback open(UUID id, UUID dossierId, Holds holds, String unit, Result result, Instant at) {
        Times times = new Times(at, null, at, null, null);
        return new Giveback(id, dossierId, holds, ReturnState.WAITING, unit, result, times, null, null, null, 1);
    }

    /**
     * Whether the paper of the newest result was given: it goes out once. What was handed over or delivered was a paper; only a result that
     * was issued anew since is still to be given.
     */
    boolean paperIsGiven() {
        return switch (state) {
            case PLACED -> handedOver != null;
            case HANDED_OVER, DELIVERED -> times.renewed == null || !times.renewed.isAfter(times.lastAct);
            default -> false;
        };
    }

    /** Whether intake owes an answer. */
    boolean pending() {
        return offer != null;
    }

    /** Whether this event is the one intake owes an answer to. */
    boolean offered(UUID event) {
        return offer != null && offer.event.equals(event);
    }

    /** The message lies in the inbox. */
    Giveback announced(Instant at) {
        Times when = new Times(times.opened, at, at, times.closed, times.renewed);
        return new Giveback(
                id,
                dossierId,
                holds,
                ReturnState.ANNOUNCED,
                unit,
                result,
                when,
                handedOver,
                offer,
                refusedReason,
                next());
    }

    /** Handed over at the counter; the dossier is asked by the event {@code offer}. */
    Giveback handOver(UUID offer, HandedOver by) {
        Times when = new Times(times.opened, times.announced, by.at, times.closed, times.renewed);
        Offer asked = new Offer(offer, state);
        return new Giveback(id, dossierId, holds, ReturnState.HANDED_OVER, unit, result, when, by, asked, null, next());
    }

    /** It came back from the post: it lies at the returning unit of today, which may have changed while it was under way. */
    Giveback back(String newUnit, Instant at) {
        Times when = new Times(times.opened, times.announced, at, times.closed, times.renewed);
        ReturnState to = ReturnState.UNDELIVERABLE;
        return new Giveback(id, dossierId, holds, to, newUnit, result, when, handedOver, null, null, next());
    }

    /** It has arrived at a centre; that of the dossier may have changed meanwhile. */
    Giveback arrived(String newUnit, Instant at) {
        Times when = new Times(times.opened, times.announced, at, times.closed, times.renewed);
        return new Giveback(
                id, dossierId, holds, ReturnState.ANNOUNCED, newUnit, result, when, handedOver, null, null, next());
    }

    /** It has turned up and is on its way again, with the unit that sent it. */
    Giveback found(String sender, Instant at) {
        Times when = new Times(times.opened, times.announced, at, times.closed, times.renewed);
        return new Giveback(
                id, dossierId, holds, ReturnState.POSTED, sender, result, when, handedOver, null, null, next());
    }

    /** An act that needs no answer has led it on. */
    Giveback moved(ReturnState to, Instant at) {
        Times when = new Times(times.opened, times.announced, at, times.closed, times.renewed);
        return new Giveback(id, dossierId, holds, to, unit, result, when, handedOver, null, null, next());
    }

    /** The post has delivered it; the dossier is asked by the event {@code offer}. */
    Giveback delivered(UUID offer, Instant at) {
        Times when = new Times(times.opened, times.announced, at, times.closed, times.renewed);
        return new Giveback(
                id,
                dossierId,
                holds,
                ReturnState.DELIVERED,
                unit,
                result,
                when,
                handedOver,
                new Offer(offer, state),
                null,
                next());
    }

    /** The electronic result lies in the inbox; the dossier is asked by the event {@code offer}. */
    Giveback placed(UUID offer, Instant at) {
        Times when = new Times(times.opened, times.announced, at, times.closed, times.renewed);
        Offer asked = new Offer(offer, state);
        return new Giveback(
                id, dossierId, holds, ReturnState.PLACED, unit, result, when, handedOver, asked, null, next());
    }

    /** The paper of a placed result was given too, or that of one that was issued anew after it was returned. */
    Giveback paperGiven(HandedOver by) {
        Times when = new Times(times.opened, times.announced, by.at, times.closed, times.renewed);
        return new Giveback(id, dossierId, holds, state, unit, result, when, by, null, null, next());
    }

    /** Intake took the offer. */
    Giveback applied(Instant at) {
        Instant closed = ReturnTable.isEnd(state) ? at : null;
        Times when = new Times(times.opened, times.announced, times.lastAct, closed, times.renewed);
        return new Giveback(id, dossierId, holds, state, unit, result, when, handedOver, null, null, next());
    }

    /** Intake refused the offer: the return stands where it stood. */
    Giveback takenBack(String reason) {
        return new Giveback(id, dossierId, holds, offer.before, unit, result, times, null, null, reason, next());
    }

    /**
     * With the dossier's newest returning unit and result; {@code this} if both are known. Of a placed result issued anew no paper was
     * given yet; who collected the former one stays in the book.
     */
    Giveback with(String newUnit, Result newResult) {
        String place = times.closed == null ? newUnit : unit;
        Result newest = holds == Holds.RESULT && newResult.id != null ? newResult : result;
        if (place.equals(unit) && (newest == null || newest.equals(result))) {
            return this;
        }
        boolean anew = state == ReturnState.PLACED && newest != null && !newest.equals(result);
        HandedOver paper = anew ? null : handedOver;
        return new Giveback(id, dossierId, holds, state, place, newest, times, paper, offer, refusedReason, next());
    }

    private long next() {
        return revision + 1;
    }
}
