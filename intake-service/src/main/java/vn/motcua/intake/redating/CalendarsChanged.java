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
 * A check of its own soon after calendars or units came in, and every hour: one under way then may have read them before. Many changes
 * at once, as when the catalogue is loaded, come to one check each ten seconds. A check goes on where it stopped, some units at a time;
 * the last one stands in the timer, so that it goes on after a restart too.
 */
@ApplicationScoped
class CalendarsChanged implements TimerTask {
    private static final String TASK = "calendars-changed";
    private static final int TOGETHER_SECONDS = 10;

    /** Units of one timer: a comparison takes some milliseconds, a timer's transaction lasts a minute. */
    private static final int UNITS = 250;

    private static final char AFTER = '|';

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

    /** Begins a check at once, in the caller's transaction. */
    static void begin(Timers timers, Instant now) {
        timers.ensure(TASK, now + "#" + UUID.randomUUID(), now);
    }

    /** The next units of a check, and a timer for those after them. */
    void goOn(String instance, int most) {
        int at = instance.indexOf(AFTER);
        String check = at < 0 ? instance : instance.substring(0, at);
        String last = this.check.some(at < 0 ? null : instance.substring(at + 1), most);
        if (last != null) {
            timers.ensure(TASK, check + AFTER + last, clock.instant());
        }
    }

    @Override
    public String task() {
        return TASK;
    }

    @Override
    public void fire(String instance) {
        goOn(instance, UNITS);
    }
}
