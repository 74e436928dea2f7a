package vn.motcua.platform.timer;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.SchedulerClient.ScheduleOptions;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import javax.sql.DataSource;

/** Durable timers on the service's own database and clock: exact to the second, across restarts and replicas. */
@ApplicationScoped
public class Timers {
    private static final Duration POLL = Duration.ofSeconds(1);

    @Inject
    AgroalDataSource source;

    @Inject
    Clock clock;

    @Inject
    @All
    List<TimerTask> kinds;

    private final Map<String, OneTimeTask<Void>> tasks = new LinkedHashMap<>();
    private Scheduler scheduler;

    /** Looks every real second: the library's own wait would sleep through a clock that is set back. */
    private ScheduledExecutorService poller;

    void start(@Observes StartupEvent event) {
        for (TimerTask kind : kinds) {
            tasks.put(
                    kind.task(),
                    Tasks.oneTime(kind.task())
                            .onFailure(new FailureHandler.OnFailureRetryLater<>(Duration.ofSeconds(10)))
                            .execute((instance, context) -> fire(kind, instance.getId())));
        }
        scheduler = new Builder(source, new ArrayList<>(tasks.values()), clock).build();
        scheduler.start();
        poller = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "timer-poll");
            thread.setDaemon(true);
            return thread;
        });
        poller.scheduleWithFixedDelay(scheduler::triggerCheckForDueExecutions, 1, 1, TimeUnit.SECONDS);
    }

    void stop(@Observes ShutdownEvent event) {
        poller.shutdownNow();
        scheduler.stop();
    }

    /**
     * Sets a timer, or moves it where it is set already; joins the caller's transaction.
     *
     * @param task name of a {@link TimerTask}
     * @param instance what it is about; at most 200 characters
     */
    public void schedule(String task, String instance, Instant at) {
        scheduler.schedule(tasks.get(task).instance(instance), at, ScheduleOptions.WHEN_EXISTS_RESCHEDULE);
    }

    /** Forgets a timer; nothing happens where there is none. Joins the caller's transaction. */
    public void cancel(String task, String instance) {
        TaskInstanceId id = TaskInstanceId.of(task, instance);
        vn.motcua.platform.sql.Sql.update(
                source,
                "delete from scheduled_tasks where task_name = ? and task_instance = ? and not picked",
                id.getTaskName(),
                id.getId());
    }

    @ActivateRequestContext
    void fire(TimerTask kind, String instance) {
        QuarkusTransaction.requiringNew().run(() -> kind.fire(instance));
    }

    /** The library takes another clock only from a subclass. */
    private static final class Builder extends SchedulerBuilder {
        Builder(DataSource source, List<Task<?>> tasks, Clock clock) {
            super(source, tasks);
            this.clock = clock::instant;
            pollingInterval(POLL);
            threads(2);
            schedulerName(new SchedulerName.Fixed("timers-" + UUID.randomUUID()));
            alwaysPersistTimestampInUTC();
        }
    }
}
