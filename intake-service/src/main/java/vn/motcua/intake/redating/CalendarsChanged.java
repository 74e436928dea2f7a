package vn.motcua.intake.redating;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import vn.motcua.intake.catalogue.WorkingTimeChanged;
import vn.motcua.platform.timer.TimerTask;
import vn.motcua.platform.timer.Timers;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/**
 * A check of its own soon after calendars or units came in, besides the hourly ones: one under way then may have read them before. Many
 * changes at once, as when the catalogue is loaded, come to one check each ten seconds.
 */
@ApplicationScoped
class CalendarsChanged implements TimerTask {
    private static final String TASK = "calendars-changed";
    private static final int TOGETHER_SECONDS = 10;

    private final CalendarCheck check;
    private final Timers timers;
    private final Clock clock;

    CalendarsChanged(CalendarCheck check, Timers timers, Clock clock) {
        this.check = check;
        this.timers = timers;
        this.clock = clock;
    }

    void changed(@Observes WorkingTimeChanged event) {
        long settled = clock.instant().plus(CalendarCheck.SETTLED).getEpochSecond();
        Instant at = Instant.ofEpochSecond((settled / TOGETHER_SECONDS + 1) * TOGETHER_SECONDS);
        if (!timers.ensure(TASK, at.toString(), at)) {
            timers.ensure(TASK, at + "#" + UUID.randomUUID(), at);
        }
    }

    @Override
    public String task() {
        return TASK;
    }

    @Override
    public void fire(String instance) {
        check.round();
    }
}
