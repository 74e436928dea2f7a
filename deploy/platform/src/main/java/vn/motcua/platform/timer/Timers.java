package vn.motcua.platform.timer;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.SchedulerClient.ScheduleOptions;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.task.AbstractTask;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
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
import vn.motcua.platform.sql.Sql;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import javax.sql.DataSource;

/** Durable timers on the service's own database and clock: exact to the second, across restarts and replicas. */
@ApplicationScoped
public class Timers {
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration AGAIN = Duration.ofSeconds(10);
    private static final String ROUND = "round";
    private static final String OF_A_TASK = " from scheduled_tasks where task_name = ? and task_instance ";
    private static final String BEGIN =
            "update scheduled_tasks set execution_time = ? where task_name = ? and task_instance = ? and not picked";

    private static final String ENSURE =
            "insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version)"
                    + " values (?, ?, ?, false, 1) on conflict (task_name, task_instance)"
                    + " do update set execution_time = excluded.execution_time where not scheduled_tasks.picked";

    @Inject
    AgroalDataSource source;

    @Inject
    Clock clock;

    @Inject
    @All
    List<TimerTask> kinds;

    @Inject
    @All
    List<Round> rounds;

    private final Map<String, AbstractTask<Void>> tasks = new LinkedHashMap<>();
    private final Semaphore remote = new Semaphore(1);
    private Scheduler scheduler;

    /** Looks every real second: the library's own wait would sleep through a clock that is set back. */
    private ScheduledExecutorService poller;

    void start(@Observes StartupEvent event) {
        for (TimerTask kind : kinds) {
            tasks.put(
                    kind.task(),
                    Tasks.custom(kind.task(), Void.class)
                            .onFailure(new FailureHandler.OnFailureRetryLater<>(AGAIN))
                            .onDeadExecutionRevive()
                            .execute((instance, context) -> called(kind.remote(), () -> {
                                kind.fire(instance.getId());
                                return new CompletionHandler.OnCompleteRemove<>();
                            })));
        }
        for (Round round : rounds) {
            tasks.put(
                    round.task(),
                    Tasks.custom(round.task(), Void.class)
                            .onFailure(new FailureHandler.OnFailureRetryLater<>(AGAIN))
                            .onDeadExecutionRevive()
                            .execute((instance, context) -> called(round.remote(), () -> again(round.round()))));
        }
        scheduler = new Builder(source, new ArrayList<>(tasks.values()), clock).build();
        for (Round round : rounds) {
            Sql.update(source, "delete" + OF_A_TASK + "<> ?", round.task(), ROUND);
            next(round.task(), round.first());
        }
        scheduler.start();
        poller = Background.thread("timer-poll");
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

    /**
     * Sets a timer that several transactions may set at once: each waits for the other, none fails. Joins the caller's transaction.
     *
     * @return whether it fires after that transaction; false where it is under way already
     */
    public boolean ensure(String task, String instance, Instant at) {
        return Sql.update(source, ENSURE, tasks.get(task).getName(), instance, at) == 1;
    }

    /** Forgets a timer; nothing happens where there is none. Joins the caller's transaction. */
    public void cancel(String task, String instance) {
        Sql.update(source, "delete" + OF_A_TASK + "= ? and not picked", task, instance);
    }

    /** The next round of a {@link Round} begins in so long instead, unless one is under way. */
    public void next(String task, Duration in) {
        Instant at = clock.instant().plus(in);
        scheduler.schedule(tasks.get(task).instance(ROUND), at, ScheduleOptions.WHEN_EXISTS_DO_NOTHING);
        Sql.update(source, BEGIN, at, task, ROUND);
    }

    private CompletionHandler<Void> again(Duration in) {
        return (done, after) -> after.reschedule(done, clock.instant().plus(in));
    }

    @ActivateRequestContext
    CompletionHandler<Void> called(boolean isRemote, Supplier<CompletionHandler<Void>> work) {
        if (!isRemote) {
            return QuarkusTransaction.requiringNew().call(work::get);
        }
        if (!remote.tryAcquire()) {
            return again(POLL);
        }
        try {
            return work.get();
        } finally {
            remote.release();
        }
    }

    /** The library takes another clock only from a subclass. */
    private static final class Builder extends SchedulerBuilder {
        Builder(DataSource source, List<Task<?>> tasks, Clock clock) {
            super(source, tasks);
            this.clock = clock::instant;
            pollingInterval(POLL);
            threads(3);
            schedulerName(new SchedulerName.Fixed("timers-" + UUID.randomUUID()));
            alwaysPersistTimestampInUTC();
        }
    }
}
