package vn.motcua.processing.casework;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import vn.motcua.platform.outbox.Outbox;
import vn.motcua.processing.casework.CaseProgressed.Who;
import vn.motcua.processing.dossier.Dossier;
import vn.motcua.processing.escalation.Escalations;
import vn.motcua.processing.escalation.Watched;
import vn.motcua.processing.opinion.Opinions;
import vn.motcua.processing.queue.DepartmentTopics;
import vn.motcua.processing.queue.QueueChanged;
import vn.motcua.processing.queue.QueueChanged.Change;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Writes down what happened to a case: its history, {@code case.progressed} and the department's topic. */
@ApplicationScoped
class CaseJournal {
    private static final String TOPIC = "case.progressed";
    private static final String TYPE = "vn.motcua.case.progressed.v1";

    @Inject
    Outbox outbox;

    @Inject
    DepartmentTopics departments;

    @Inject
    Escalations escalations;

    @Inject
    Opinions opinions;

    @Inject
    EntityManager entities;

    /** Where a case lay before a change. */
    record Place(String unit, String department, boolean queued, boolean frozen, State state) {
        static final Place NOWHERE = new Place(null, null, false, false, null);

        static Place of(Case one) {
            return new Place(one.unit(), one.department(), one.queued(), one.frozen(), one.state());
        }

        boolean left(Case one) {
            return state != one.state() || !liesIn(one);
        }

        private boolean liesIn(Case one) {
            return one.unit().equals(unit) && one.department().equals(department);
        }
    }

    /** What is told of one act beside the case itself. */
    record Telling(Doer by, String reasonCode, Instant at, UUID causedBy, Map<String, Object> payload) {}

    /** Publishes an act and writes its line; the case already stands where the act led. */
    UUID tell(Case one, Dossier dossier, Progress act, Telling told) {
        one.acted(told.at());
        UUID event = outbox.append(
                TOPIC,
                one.dossierId().toString(),
                TYPE,
                new CaseProgressed(
                        one.id(),
                        one.dossierId(),
                        act,
                        new Who(
                                told.by().actor().role(),
                                told.by().name(),
                                told.by().title()),
                        one.beside().competentUnit(),
                        one.department(),
                        one.elsewhere() ? one.unit() : null,
                        one.lease() == null ? null : one.lease().holder(),
                        one.state(),
                        told.at(),
                        dossier.sequence(),
                        told.causedBy(),
                        told.payload()));
        if (act == Progress.DRAFT_OFFERED) {
            outbox.remember(event); // silence counts from when the person could know
        }
        entities.persist(CaseAct.of(one, act.name(), told.by(), told.reasonCode(), told.at(), event));
        return event;
    }

    /** Writes a line of the history for what is not published. */
    void note(Case one, String act, Doer by, String reasonCode, Instant at) {
        one.acted(at);
        entities.persist(CaseAct.of(one, act, by, reasonCode, at, null));
    }

    /** The case as the watch sees it; the dates of opinions are read only where some are awaited. */
    Watched watched(Case one) {
        return one.beside().watched(one, one.beside().opinionsUntil() == null ? List.of() : opinions.awaited(one.id()));
    }

    /** Ends a change: what moved is told to the systems of the departments concerned. */
    void done(Case one, Dossier dossier, Place before, Instant at) {
        if (before.left(one)) {
            one.beside().standsSince(at);
        }
        one.beside().watch(escalations.follow(watched(one), one.beside().escalated(), at));
        entities.flush();
        Place after = Place.of(one);
        if (before.queued() && after.queued() && before.liesIn(one)) {
            Change change = after.frozen() && !before.frozen() ? Change.FROZEN : Change.CHANGED;
            departments.tell(one.unit(), after.department(), queueChanged(change, one, dossier, at));
            return;
        }
        if (before.queued()) {
            departments.tell(before.unit(), before.department(), queueChanged(Change.REMOVED, one, dossier, at));
        }
        if (after.queued()) {
            departments.tell(one.unit(), after.department(), queueChanged(Change.ADDED, one, dossier, at));
        }
    }

    private static QueueChanged queueChanged(Change change, Case one, Dossier dossier, Instant at) {
        return new QueueChanged(
                change,
                one.id(),
                one.dossierId(),
                dossier.reference(),
                dossier.code(),
                dossier.procedureCode(),
                dossier.procedureVersion(),
                one.state().name(),
                one.due(),
                one.revision(),
                at);
    }
}
