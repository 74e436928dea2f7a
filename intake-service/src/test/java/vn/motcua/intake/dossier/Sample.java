package vn.motcua.intake.dossier;

import vn.motcua.intake.catalogue.Channel;
import vn.motcua.intake.deadline.Limit;
import vn.motcua.intake.deadline.WorkCalendar;
import vn.motcua.platform.clock.LegalTime;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Dossiers without a database, brought along by steps of the table. */
public final class Sample {
    public static final String UNIT = "14-03712-20250701";

    /** 2026 with Culture Day on the 24th of November, usual hours. */
    public static final WorkCalendar CALENDAR = new WorkCalendar(
            Map.of(LocalDate.of(2026, 11, 24), "Culture Day"), Set.of(), Set.of(2026), WorkCalendar.USUAL_HOURS);

    private Sample() {}

    public static Instant legal(String local) {
        return LocalDateTime.parse(local).atZone(LegalTime.ZONE).toInstant();
    }

    public static Dossier opened(Channel channel, Limit limit, String at) {
        return opened(UUID.randomUUID(), "7K3M9QX2TD", channel, limit, at);
    }

    public static Dossier opened(UUID id, String reference, Channel channel, Limit limit, String at) {
        Matter matter =
                new Matter("2.000815", 1, null, channel, "COUNTER", "vi", new Quantities(1, 1, java.util.List.of()));
        Dossier dossier = new Dossier(
                new Opening(id, reference, new Units(UNIT, UNIT, UNIT), matter, limit, "hoa", "hash", false),
                legal(at));
        Step.open(situation(dossier, Action.OPEN, at), Actor.RECEPTION).complete();
        return dossier;
    }

    public static void act(Dossier dossier, Action action, Actor actor, String at) {
        take(dossier, action, actor, at).complete();
    }

    /** Taken, so that a test can bring in the effect before it completes the step. */
    public static Step take(Dossier dossier, Action action, Actor actor, String at) {
        return Step.take(situation(dossier, action, at), actor);
    }

    public static Situation situation(Dossier dossier, Action action, String at) {
        return new Situation(dossier, action, legal(at), false, null, CALENDAR);
    }

    public static Situation extension(Dossier dossier, String at, String newDue) {
        return new Situation(dossier, Action.EXTEND, legal(at), false, legal(newDue), CALENDAR);
    }

    /** Received at the counter, with a code. */
    public static Dossier received(Limit limit, String at) {
        Dossier dossier = opened(Channel.COUNTER, limit, at);
        receive(dossier, at);
        return dossier;
    }

    public static void receive(Dossier dossier, String at) {
        Step step = take(dossier, Action.RECEIVE, Actor.RECEPTION, at);
        dossier.received("H52.712.00-261123-0001", legal(at));
        step.complete();
    }

    /** Handed on to its case. */
    public static Dossier inProcess(Limit limit, String at) {
        Dossier dossier = received(limit, at);
        transfer(dossier, Actor.RECEPTION, at);
        return dossier;
    }

    public static void transfer(Dossier dossier, Actor actor, String at) {
        Step step = take(dossier, Action.TRANSFER, actor, at);
        dossier.transferredAt(legal(at));
        step.complete();
    }

    public static void askSupplement(Dossier dossier, Actor actor, String at) {
        Step step = take(dossier, Action.ASK_SUPPLEMENT, actor, at);
        dossier.waiting().askSupplement(legal(at), null, null);
        step.complete();
    }

    public static void supply(Dossier dossier, String at) {
        Step step = take(dossier, Action.SUPPLY, Actor.RECEPTION, at);
        dossier.supplied(legal(at));
        step.complete();
    }

    public static void decide(Dossier dossier, UUID resultId, String resultHash, String at) {
        Step step = take(dossier, Action.DECIDE, Actor.CASE, at);
        dossier.decided("GRANTED", resultId, resultHash);
        step.complete();
    }

    public static void askWithdrawal(Dossier dossier, UUID event, String at) {
        Step step = take(dossier, Action.ASK_WITHDRAWAL, Actor.RECEPTION, at);
        dossier.withdrawal().ask(event);
        step.complete();
    }
}
