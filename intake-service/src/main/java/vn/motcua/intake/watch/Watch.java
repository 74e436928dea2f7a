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
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
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

    /**
     * After a write: takes back what was raised and no longer holds, has what still holds follow the dossier to its unit, department and
     * date, and sets when to look next. Nothing is raised here.
     */
    public void follow(Dossier dossier) {
        follow(List.of(dossier));
    }

    /** The same for many: their tasks are written together. */
    public void follow(Collection<Dossier> dossiers) {
        tasks.follow(
                dossiers.stream().map(this::following).filter(Objects::nonNull).toList());
    }

    /** Sets when to look next. @return what becomes of the tasks that were raised, null where there were none */
    private WatchTasks.Following following(Dossier dossier) {
        Instant now = clock.instant();
        WorkCalendar calendar = calendar(dossier);
        List<Check> all = checks(dossier, calendar);
        Set<WatchKind> before = dossier.watched().raised();
        List<Check> holding = Checks.come(all, now).stream()
                .filter(check -> before.contains(check.kind()))
                .toList();
        Set<WatchKind> raised = kinds(holding);
        Instant next = Checks.next(all, raised);
        if (next == null && !all.isEmpty()) {
            Instant reminder = dossier.watched().nextCheckAt();
            next = reminder == null ? Checks.again(now, calendar) : reminder;
        }
        dossier.watched().set(raised, next);
        return before.isEmpty() ? null : new WatchTasks.Following(dossier, holding, now);
    }

    /**
     * Its time has come, or it had none: raises what is not raised yet, and reminds where all was said, the time set for that has come
     * and nothing moved.
     */
    void look(Dossier dossier) {
        Instant now = clock.instant();
        WorkCalendar calendar = calendar(dossier);
        List<Check> all = checks(dossier, calendar);
        List<Check> come = Checks.come(all, now);
        Set<WatchKind> before = dossier.watched().raised();
        Set<WatchKind> raised = kinds(come);
        if (!before.isEmpty()) {
            tasks.follow(List.of(new WatchTasks.Following(dossier, come, now)));
        }
        for (Check check : come) {
            if (!before.contains(check.kind())) {
                tasks.raise(dossier, check, now);
            }
        }
        Instant next = Checks.next(all, raised);
        if (next == null && !all.isEmpty()) {
            if (before.contains(WatchKind.STANDS_STILL) && dossier.watched().nextCheckAt() != null) {
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
