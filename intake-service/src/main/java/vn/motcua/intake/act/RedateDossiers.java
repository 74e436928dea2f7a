package vn.motcua.intake.act;

import jakarta.enterprise.context.ApplicationScoped;
import org.hibernate.Session;
import vn.motcua.intake.access.Signature;
import vn.motcua.intake.deadline.Due;
import vn.motcua.intake.deadline.WorkCalendar;
import vn.motcua.intake.dossier.Action;
import vn.motcua.intake.dossier.Actor;
import vn.motcua.intake.dossier.Dossier;
import vn.motcua.intake.dossier.Dossiers;
import vn.motcua.intake.dossier.LegalClock;
import vn.motcua.intake.history.History;
import vn.motcua.intake.watch.Watch;
import vn.motcua.platform.outbox.Outbox;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** Gives many dossiers of one unit the dates of another calendar, each by a recorded act, in the caller's transaction. */
@ApplicationScoped
public class RedateDossiers {
    /** The only ground: the calendar of the unit, or of the country, was changed. */
    public static final String REASON = "CALENDAR_CHANGED";

    private static final Body BODY = new Body() {
        @Override
        public String reasonCode() {
            return REASON;
        }
    };

    private final Dossiers dossiers;
    private final Acts acts;
    private final History history;
    private final Outbox outbox;
    private final Watch watch;
    private final Clock clock;

    RedateDossiers(Dossiers dossiers, Acts acts, History history, Outbox outbox, Watch watch, Clock clock) {
        this.dossiers = dossiers;
        this.acts = acts;
        this.history = history;
        this.outbox = outbox;
        this.watch = watch;
        this.clock = clock;
    }

    /**
     * Locks the dossiers in the order of their ids. One whose due or promised date moves gets the act REDATE and its event; one whose date stays but no
     * longer rests on a provisional calendar gets a line in its history, and nobody is told. A dossier whose clock no longer runs is left
     * alone: paused ones are computed with the new calendar when they resume.
     *
     * @param by the officer who had the run applied; the act itself is the clock's
     * @return the ids of those that were changed
     */
    public Set<UUID> redate(Collection<UUID> ids, WorkCalendar calendar, Signature by) {
        dossiers.getEntityManager().unwrap(Session.class).setJdbcBatchSize(ids.size());
        Set<UUID> changed = new HashSet<>();
        List<Outbox.Entry> events = new ArrayList<>();
        List<Dossier> moved = new ArrayList<>();
        for (Dossier dossier : dossiers.lockAll(ids)) {
            Due due = dossier.clock().running() ? dossier.clock().recomputed(calendar) : null;
            if (due == null) {
                continue;
            }
            if (moves(dossier.clock(), due, calendar)) {
                Deed deed = Deed.of(Action.REDATE, Actor.CLOCK, by, BODY);
                events.add(acts.redate(dossier, deed, calendar));
                moved.add(dossier);
                changed.add(dossier.id());
            } else if (due.provisional() != dossier.clock().provisional()) {
                confirm(dossier, due.provisional());
                changed.add(dossier.id());
            }
        }
        watch.follow(moved);
        dossiers.flush();
        outbox.appendAll(events.stream().filter(Objects::nonNull).toList());
        dossiers.getEntityManager().clear();
        return changed;
    }

    private boolean moves(LegalClock legal, Due due, WorkCalendar calendar) {
        return !due.due().equals(legal.due())
                || !Objects.equals(legal.promised(clock.instant(), calendar), legal.promised());
    }

    private void confirm(Dossier dossier, boolean provisional) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        dossier.clock().confirm(provisional);
        dossier.touched();
        history.note(
                dossier,
                provisional ? "CALENDAR_PROVISIONAL" : "CALENDAR_FINAL",
                Actor.CLOCK.role(),
                Signature.NONE,
                now,
                null,
                Map.of("due", dossier.clock().due()));
    }
}
