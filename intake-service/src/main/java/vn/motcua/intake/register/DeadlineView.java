package vn.motcua.intake.register;

import vn.motcua.intake.deadline.Deadline;
import vn.motcua.intake.deadline.Pause;
import vn.motcua.intake.deadline.Stretch;
import vn.motcua.intake.deadline.WorkCalendar;
import vn.motcua.intake.dossier.Dossier;
import vn.motcua.intake.dossier.LegalClock;

import java.time.Instant;
import java.util.List;

/**
 * Why the date is what it is.
 *
 * @param due null before RECEIVE
 * @param pauses in which the clock stood still, the last one open while it does
 * @param stretches from receipt to the date that follows from limit and pauses; an extension comes on top
 */
public record DeadlineView(
        DossierView.LimitView limit,
        Instant receivedAt,
        Instant due,
        Instant originalDue,
        boolean provisional,
        boolean extensionUsed,
        Instant promised,
        List<Pause> pauses,
        List<Stretch> stretches) {
    static DeadlineView of(Dossier dossier, WorkCalendar calendar) {
        LegalClock clock = dossier.clock();
        boolean runs = clock.limit() != null && clock.receivedAt() != null;
        return new DeadlineView(
                DossierView.LimitView.of(clock),
                clock.receivedAt(),
                clock.due(),
                clock.originalDue(),
                clock.provisional(),
                clock.extensionUsed(),
                clock.promised(),
                clock.pauses(),
                runs ? Deadline.explain(clock.receivedAt(), clock.limit(), calendar, clock.pauses()) : List.of());
    }
}
