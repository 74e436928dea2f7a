package vn.motcua.intake.redating;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;
import vn.motcua.intake.act.MoveAcknowledgement;
import vn.motcua.intake.catalogue.Catalogue;
import vn.motcua.intake.deadline.WorkCalendar;
import vn.motcua.intake.dossier.Dossiers;
import vn.motcua.platform.timer.TimerTask;
import vn.motcua.platform.timer.Timers;

import java.time.Clock;
import java.util.List;
import java.util.UUID;

/**
 * Moves by when filings must be answered, once the calendar of the unit that received them is another: the office's own clock, of which
 * nobody was told an instant, so that no leader is asked. A filing in a transaction of its own; what stands right already is left.
 */
@ApplicationScoped
class AcknowledgementTask implements TimerTask {
    private static final Logger LOG = Logger.getLogger(AcknowledgementTask.class);
    private static final String TASK = "redate-acknowledgements";
    private static final int PAGE = 200;

    private final MoveAcknowledgement move;
    private final Dossiers dossiers;
    private final Catalogue catalogue;
    private final Timers timers;
    private final Clock clock;

    AcknowledgementTask(MoveAcknowledgement move, Dossiers dossiers, Catalogue catalogue, Timers timers, Clock clock) {
        this.move = move;
        this.dossiers = dossiers;
        this.catalogue = catalogue;
        this.timers = timers;
        this.clock = clock;
    }

    /** Lets it begin by itself; joins the caller's transaction. */
    void begin(String unit) {
        timers.schedule(TASK, unit + "#" + UUID.randomUUID(), clock.instant());
    }

    @Override
    public String task() {
        return TASK;
    }

    @Override
    public void fire(String instance) {
        String unit = instance.substring(0, instance.indexOf('#'));
        WorkCalendar desk = catalogue.calendarFor(unit);
        List<UUID> page = page(unit, RedateTask.FIRST_ID);
        while (!page.isEmpty()) {
            page.forEach(id -> one(id, desk));
            page = page(unit, page.get(page.size() - 1));
        }
    }

    private List<UUID> page(String unit, UUID after) {
        return QuarkusTransaction.requiringNew().call(() -> dossiers.filed(unit, after, PAGE));
    }

    private void one(UUID id, WorkCalendar desk) {
        try {
            QuarkusTransaction.requiringNew().run(() -> move.of(id, desk));
        } catch (RuntimeException e) {
            LOG.errorf(
                    "%s keeps its time to be answered: %s at %s",
                    id, e.getClass().getName(), e.getStackTrace()[0]);
        }
    }
}
