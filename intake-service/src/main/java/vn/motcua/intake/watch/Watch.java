package vn.motcua.intake.watch;

import jakarta.enterprise.context.ApplicationScoped;
import vn.motcua.intake.catalogue.Catalogue;
import vn.motcua.intake.deadline.WorkCalendar;
import vn.motcua.intake.dossier.Checks;
import vn.motcua.intake.dossier.Checks.Check;
import vn.motcua.intake.dossier.Dossier;
import vn.motcua.intake.dossier.WatchKind;

import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Sees to it that no open dossier is silent: each says when it is looked at next. The caller holds the dossier's row lock; the time
 * stands in the dossier's own row, so that it moves with what it depends on, costs an act nothing more, and is found by an index.
 */
@ApplicationScoped
public class Watch {
    private final Catalogue catalogue;
    private final WatchTasks tasks;
    private final Clock clock;

    Watch(Catalogue catalogue, WatchTasks tasks, Clock clock) {
        this.catalogue = catalogue;
        this.tasks = tasks;
        this.clock = clock;
    }

    /** After a write: takes back what was raised and no longer holds, and sets when to look next. Nothing is raised here. */
    public void follow(Dossier dossier) {
        Instant now = clock.instant();
        List<Check> all = checks(dossier, calendar(dossier));
        Set<WatchKind> raised = dossier.watched().raised();
        if (!raised.isEmpty()) {
            raised.retainAll(kinds(Checks.come(all, now)));
            tasks.closeOthers(dossier.id(), raised, now);
        }
        dossier.watched().set(raised, Checks.next(all, raised));
    }

    /** Its time has come: raises what is not raised yet, and reminds where all was said and nothing moved. */
    void look(Dossier dossier) {
        Instant now = clock.instant();
        WorkCalendar calendar = calendar(dossier);
        List<Check> all = checks(dossier, calendar);
        List<Check> come = Checks.come(all, now);
        Set<WatchKind> before = dossier.watched().raised();
        Set<WatchKind> raised = kinds(come);
        if (!before.isEmpty()) {
            tasks.closeOthers(dossier.id(), raised, now);
        }
        for (Check check : come) {
            if (!before.contains(check.kind())) {
                tasks.raise(dossier, check, now);
            }
        }
        Instant next = Checks.next(all, raised);
        if (next == null && !all.isEmpty()) {
            if (before.contains(WatchKind.STANDS_STILL)) {
                tasks.remind(dossier.id(), WatchKind.STANDS_STILL, now);
            }
            next = Checks.again(now, calendar);
        }
        dossier.watched().set(raised, next);
    }

    private WorkCalendar calendar(Dossier dossier) {
        return catalogue.calendarFor(dossier.units().competent());
    }

    private List<Check> checks(Dossier dossier, WorkCalendar calendar) {
        return Checks.of(
                dossier, calendar, catalogue.calendarFor(dossier.units().receiving()));
    }

    private static Set<WatchKind> kinds(List<Check> checks) {
        return checks.stream().map(Check::kind).collect(Collectors.toCollection(() -> EnumSet.noneOf(WatchKind.class)));
    }
}
