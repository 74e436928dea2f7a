package vn.motcua.intake.act;

import jakarta.enterprise.context.ApplicationScoped;
import vn.motcua.intake.catalogue.Catalogue;
import vn.motcua.intake.deadline.WorkCalendar;
import vn.motcua.intake.dossier.Action;
import vn.motcua.intake.dossier.Dossier;
import vn.motcua.intake.dossier.Situation;
import vn.motcua.intake.dossier.Stage;
import vn.motcua.intake.dossier.Step;
import vn.motcua.intake.history.Act;
import vn.motcua.intake.history.Entry;
import vn.motcua.intake.history.History;
import vn.motcua.intake.paper.Papers;
import vn.motcua.intake.people.SameMatters;
import vn.motcua.intake.watch.Watch;
import vn.motcua.platform.outbox.Outbox;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The one way to act on a dossier, whoever acts: row and guards, effects, clock and stage, history, event, form and timers, all in the
 * caller's transaction and under the dossier's row lock.
 */
@ApplicationScoped
class Acts {
    private final Catalogue catalogue;
    private final Effects effects;
    private final History history;
    private final Outbox outbox;
    private final OfficialForms forms;
    private final DossierTimers timers;
    private final Watch watch;
    private final SameMatters sameMatters;
    private final Papers papers;
    private final Brought.Reader brought;
    private final Clock clock;

    Acts(
            Catalogue catalogue,
            Effects effects,
            History history,
            Outbox outbox,
            OfficialForms forms,
            DossierTimers timers,
            Watch watch,
            SameMatters sameMatters,
            Papers papers,
            Brought.Reader brought,
            Clock clock) {
        this.catalogue = catalogue;
        this.effects = effects;
        this.history = history;
        this.outbox = outbox;
        this.forms = forms;
        this.timers = timers;
        this.watch = watch;
        this.sameMatters = sameMatters;
        this.papers = papers;
        this.brought = brought;
        this.clock = clock;
    }

    /**
     * Applies an act.
     *
     * @throws vn.motcua.intake.dossier.ActionNotAllowed without a row
     * @throws vn.motcua.intake.dossier.GuardNotMet where a condition does not hold
     * @throws UnfitBody where what it says does not fit; in all three cases nothing has changed
     */
    void apply(Dossier dossier, Deed deed) {
        Instant at = actingInstant(dossier, deed);
        WorkCalendar calendar = catalogue.calendarFor(dossier.units().competent());
        Step step = Step.take(situation(dossier, deed, at, calendar), deed.actor());
        Stage before = dossier.stage();
        Doing doing = new Doing(UUID.randomUUID(), dossier, deed, at, calendar);
        forms.gather(step.form(), dossier);
        effects.bring(doing);
        step.complete();
        dossier.written(at);
        dossier.trail().acted(at, deed.body().reasonCode());
        boolean published = publishes(dossier, deed.action());
        if (published && dossier.draft()) {
            link(doing);
        }
        record(doing, before, deed.body().reasonCode(), Act.Outcome.APPLIED, published);
        forms.issue(step.form(), doing);
        follow(dossier, before, at);
    }

    /**
     * Computes the due date anew with the calendar of the competent unit: an act of the clock, which no form and no timer follows. For
     * many dossiers at once; the caller appends the events together and has the watch follow.
     *
     * @return the event; null for a draft, of which nothing is published
     */
    Outbox.Entry redate(Dossier dossier, Deed deed, WorkCalendar calendar) {
        Instant at = actingInstant(dossier, deed);
        Step step = Step.take(situation(dossier, deed, at, calendar), deed.actor());
        Stage before = dossier.stage();
        Doing doing = new Doing(UUID.randomUUID(), dossier, deed, at, calendar);
        Instant promised = dossier.clock().promised();
        doing.details().put("dueWas", dossier.clock().due());
        step.complete();
        doing.details().put("due", dossier.clock().due());
        if (promised != null && !promised.equals(dossier.clock().promised())) {
            doing.details().put("promisedWas", promised);
            doing.details().put("promised", dossier.clock().promised());
        }
        dossier.written(at);
        dossier.trail().acted(at, deed.body().reasonCode());
        boolean published = publishes(dossier, deed.action());
        return note(doing, before, deed.body().reasonCode(), Act.Outcome.APPLIED, published, null);
    }

    /** A dossier that becomes known is linked with those of the same matter; the histories of others stay as their officers read them. */
    private void link(Doing doing) {
        List<String> others = sameMatters.link(doing.dossier(), doing.at()).stream()
                .map(SameMatters.Linked::reference)
                .toList();
        if (!others.isEmpty()) {
            doing.details().put("sameMatter", others);
        }
    }

    /**
     * The first act: the dossier stands already as it was opened.
     *
     * @param details what the history keeps of it; nothing personal
     */
    void open(Dossier dossier, Deed deed, Map<String, Object> details) {
        WorkCalendar calendar = catalogue.calendarFor(dossier.units().competent());
        Step step = Step.open(situation(dossier, deed, dossier.opened().at(), calendar), deed.actor());
        Doing doing =
                new Doing(UUID.randomUUID(), dossier, deed, dossier.opened().at(), calendar);
        doing.details().putAll(details);
        step.complete();
        dossier.written(dossier.opened().at());
        record(doing, null, null, Act.Outcome.APPLIED, false);
    }

    /**
     * Answers an offered act with a refusal: the next sequence, and nothing else changes. No case and no return can know a draft: what
     * names one is refused in its history alone, and the draft stays its opener's.
     */
    void refuse(Dossier dossier, Deed deed, String reasonCode) {
        Instant at = actingInstant(dossier, deed);
        dossier.touched();
        dossier.trail().answered(at);
        Doing doing = new Doing(UUID.randomUUID(), dossier, deed, at, null);
        record(doing, dossier.stage(), reasonCode, Act.Outcome.REFUSED, !dossier.draft());
    }

    private static Situation situation(Dossier dossier, Deed deed, Instant at, WorkCalendar calendar) {
        return new Situation(dossier, deed.action(), at, grounded(deed.body()), newDate(deed.body()), calendar);
    }

    /** A limit agreed with the person, or the legal ground of a further supplement request. */
    private static boolean grounded(Body body) {
        return body instanceof ActionRequest.Receive receive && receive.agreedLimit() != null
                || body instanceof SupplementGround asked && asked.groundCode() != null;
    }

    /** The date an extension asks for, or an apology promises. */
    private static Instant newDate(Body body) {
        if (body instanceof ActionRequest.Apologise apology) {
            return apology.promised();
        }
        return body instanceof OfferedBody.Extend extend ? extend.newDue() : null;
    }

    /** The owner's clock at the commit; this service's own is never before the dossier's previous act. */
    private Instant actingInstant(Dossier dossier, Deed deed) {
        if (deed.effectiveAt() != null) {
            return deed.effectiveAt().truncatedTo(ChronoUnit.MICROS);
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Instant last = dossier.trail().lastActAt();
        return now.isBefore(last) ? last : now;
    }

    /** Published is every act from the first on that makes the dossier known outside. */
    private static boolean publishes(Dossier dossier, Action action) {
        return !dossier.draft()
                || switch (action) {
                    case SUBMIT, RECEIVE, REFUSE, ASK_SUPPLEMENT -> true;
                    default -> false;
                };
    }

    private void record(Doing doing, Stage before, String reasonCode, Act.Outcome outcome, boolean published) {
        List<Papers.Originals> held = published ? papers.held(doing.dossier()) : null;
        Outbox.Entry event = note(doing, before, reasonCode, outcome, published, held);
        if (event != null) {
            outbox.append(event.id(), event.topic(), event.key(), event.type(), event.body());
        }
    }

    /** Adds the act to the history; the event to be appended, or null where nothing is published. */
    private Outbox.Entry note(
            Doing doing,
            Stage before,
            String reasonCode,
            Act.Outcome outcome,
            boolean published,
            List<Papers.Originals> held) {
        Dossier dossier = doing.dossier();
        Deed deed = doing.deed();
        Integer sequence = published ? dossier.trail().nextSequence() : null;
        history.add(
                dossier,
                new Entry(
                        doing.id(),
                        sequence,
                        deed.action().name(),
                        outcome,
                        before == null ? null : before.name(),
                        dossier.stage().name(),
                        deed.actor().role(),
                        deed.by(),
                        reasonCode,
                        deed.body().reason(),
                        doing.at(),
                        deed.causedBy(),
                        doing.details()));
        return published
                ? new Outbox.Entry(
                        doing.id(),
                        DossierStageChanged.TOPIC,
                        dossier.id().toString(),
                        DossierStageChanged.TYPE,
                        DossierStageChanged.of(
                                dossier,
                                before,
                                deed,
                                doing.at(),
                                reasonCode,
                                outcome,
                                held,
                                brought.of(dossier, deed.action())))
                : null;
    }

    /** What the clock has to do and officers to look at where the dossier now stands: at once if the time has come, else by a timer. */
    private void follow(Dossier dossier, Stage before, Instant at) {
        if (dossier.stage() != before) {
            if (dossier.awaitsTransfer() && !dossier.transferAt().isAfter(at)) {
                apply(dossier, Deed.ofClock(Action.TRANSFER));
                return;
            }
            timers.set(dossier);
        }
        watch.follow(dossier);
    }
}
