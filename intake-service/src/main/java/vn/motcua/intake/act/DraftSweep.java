package vn.motcua.intake.act;

import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import vn.motcua.intake.dossier.Action;
import vn.motcua.intake.dossier.Dossier;
import vn.motcua.intake.dossier.Dossiers;
import vn.motcua.platform.sql.Sql;
import vn.motcua.platform.timer.TimerTask;
import vn.motcua.platform.timer.Timers;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Gives up drafts thirty days after their last write. One timer for all of them, every hour: a timer per draft would cost every
 * dossier of the counter a row that almost never fires.
 */
@ApplicationScoped
class DraftSweep implements TimerTask {
    private static final String TASK = "draft-sweep";
    private static final int MOST = 100;
    private static final Duration EVERY = Duration.ofHours(1);
    private static final int AFTER_THE_TIMERS = Interceptor.Priority.APPLICATION + 1000;

    private final Dossiers dossiers;
    private final Acts acts;
    private final Timers timers;
    private final Clock clock;
    private final AgroalDataSource source;

    DraftSweep(Dossiers dossiers, Acts acts, Timers timers, Clock clock, AgroalDataSource source) {
        this.dossiers = dossiers;
        this.acts = acts;
        this.timers = timers;
        this.clock = clock;
        this.source = source;
    }

    /** One sweep waits at any time; a restart begins anew, whatever clock the last run had. */
    void start(@Observes @Priority(AFTER_THE_TIMERS) StartupEvent event) {
        Sql.update(source, "delete from scheduled_tasks where task_name = ? and not picked", TASK);
        next(clock.instant());
    }

    private void next(Instant at) {
        timers.schedule(TASK, at.toString(), at);
    }

    @Override
    public String task() {
        return TASK;
    }

    @Override
    public void fire(String instance) {
        Instant now = clock.instant();
        List<UUID> idle = dossiers.idleDrafts(now.minus(Dossier.DRAFT_LIFE), MOST);
        for (UUID id : idle) {
            dossiers.lock(id)
                    .filter(Dossier::inPreparation)
                    .filter(dossier -> !dossier.idleAt().isAfter(now))
                    .ifPresent(dossier -> acts.apply(dossier, Deed.ofClock(Action.ABANDON)));
        }
        next(idle.size() < MOST ? now.plus(EVERY) : now.plusMillis(1));
    }
}
