package vn.motcua.intake.reading;

import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import vn.motcua.intake.IntakeConfig;
import vn.motcua.platform.sql.Sql;
import vn.motcua.platform.timer.TimerTask;
import vn.motcua.platform.timer.Timers;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Lets go what is older than the retention, once a day, in small deletions. */
@ApplicationScoped
class ReadingSweep implements TimerTask {
    private static final String TASK = "reading-sweep";
    private static final int MOST = 10_000;
    private static final Duration EVERY = Duration.ofDays(1);
    private static final int AFTER_THE_TIMERS = Interceptor.Priority.APPLICATION + 1000;

    private final AgroalDataSource source;
    private final Timers timers;
    private final Clock clock;
    private final Duration kept;

    ReadingSweep(AgroalDataSource source, Timers timers, Clock clock, IntakeConfig config) {
        this.source = source;
        this.timers = timers;
        this.clock = clock;
        this.kept = config.reading().kept();
    }

    /** One sweep waits at any time; a restart begins anew, whatever clock the last run had. */
    void start(@Observes @Priority(AFTER_THE_TIMERS) StartupEvent event) {
        Sql.update(source, "delete from scheduled_tasks where task_name = ? and not picked", TASK);
        next(clock.instant().plus(EVERY));
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
        next(sweep(now) < MOST ? now.plus(EVERY) : now.plusMillis(1));
    }

    /** @return how many readings went, at most {@value #MOST} */
    int sweep(Instant now) {
        return Sql.on(source, connection -> {
            Sql.query(connection, "select set_config('intake.retention', 'sweep', true)", row -> row.getString(1));
            return Sql.update(
                    connection,
                    "delete from person_reading where id in (select id from person_reading where at < ? order by at limit ?)",
                    now.minus(kept),
                    MOST);
        });
    }
}
