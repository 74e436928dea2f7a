package vn.motcua.platform.timer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.motcua.devstack.MovableClock;
import vn.motcua.devstack.StackResource;
import vn.motcua.platform.sql.Sql;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
class TimersServiceTest {
    @Inject
    Timers timers;

    @Inject
    Alarm alarm;

    @Inject
    Lap lap;

    @Inject
    Errand errand;

    @Inject
    AgroalDataSource source;

    @Inject
    MovableClock clock;

    @AfterEach
    void realTime() {
        clock.reset();
    }

    @Test
    void a_timer_fires_when_the_services_clock_says_so_and_not_before() {
        set("late", Duration.ofDays(3));
        set("now", Duration.ZERO);
        await().atMost(Duration.ofSeconds(60)).until(() -> alarm.fired().contains("now"));
        assertThat(alarm.fired()).doesNotContain("late");
        clock.advance(Duration.ofDays(3).plusSeconds(1));
        await().atMost(Duration.ofSeconds(60)).until(() -> alarm.fired().contains("late"));
    }

    @Test
    void a_timer_set_again_moves_and_a_cancelled_one_is_gone() {
        set("moved", Duration.ofDays(10));
        set("moved", Duration.ofSeconds(1));
        set("cancelled", Duration.ofSeconds(1));
        QuarkusTransaction.requiringNew().run(() -> timers.cancel("alarm", "cancelled"));
        await().atMost(Duration.ofSeconds(60)).until(() -> alarm.fired().contains("moved"));
        assertThat(alarm.fired()).doesNotContain("cancelled");
    }

    @Test
    void a_timer_that_two_acts_ensure_at_once_is_one_and_fails_neither() {
        Instant at = clock.instant().plus(Duration.ofDays(10));
        CompletableFuture<Boolean> other = QuarkusTransaction.requiringNew().call(() -> {
            assertThat(timers.ensure("alarm", "shared", at)).isTrue();
            CompletableFuture<Boolean> meanwhile = CompletableFuture.supplyAsync(
                    () -> QuarkusTransaction.requiringNew().call(() -> timers.ensure("alarm", "shared", at)));
            await().pollDelay(Duration.ofMillis(300)).until(() -> !meanwhile.isDone());
            return meanwhile;
        });
        assertThat(other.orTimeout(10, TimeUnit.SECONDS).join()).isTrue();
        assertThat(Sql.query(
                        source,
                        "select count(*) from scheduled_tasks where task_instance = 'shared'",
                        row -> row.getInt(1)))
                .containsExactly(1);
        Sql.update(source, "update scheduled_tasks set picked = true where task_instance = 'shared'");
        assertThat(timers.ensure("alarm", "shared", at)).isFalse();
        Sql.update(source, "delete from scheduled_tasks where task_instance = 'shared'");
    }

    @Test
    void a_timer_of_a_rolled_back_act_never_fires() {
        try {
            QuarkusTransaction.requiringNew().run(() -> {
                timers.schedule("alarm", "undone", clock.instant());
                throw new IllegalStateException();
            });
        } catch (IllegalStateException expected) {
            set("done", Duration.ZERO);
        }
        await().atMost(Duration.ofSeconds(60)).until(() -> alarm.fired().contains("done"));
        assertThat(alarm.fired()).doesNotContain("undone");
    }

    @Test
    void a_round_goes_on_by_itself_after_a_failure_too_and_is_never_two() {
        int before = lap.begun();
        lap.failOnce();
        timers.next("lap", Duration.ZERO);
        awaitLaps(before + 1);
        clock.advance(Duration.ofSeconds(12));
        awaitLaps(before + 2);
        clock.advance(Duration.ofMinutes(61));
        awaitLaps(before + 3);
        timers.next("lap", Duration.ofMinutes(2));
        timers.next("lap", Duration.ZERO);
        awaitLaps(before + 4);
        assertThat(Sql.query(
                        source, "select count(*) from scheduled_tasks where task_name = 'lap'", row -> row.getInt(1)))
                .containsExactly(1);
    }

    @Test
    void what_waits_for_others_is_in_no_transaction_one_at_a_time_and_holds_up_no_timer() {
        for (String each : List.of("one", "two", "three")) {
            set("errand", each, Duration.ZERO);
        }
        await().atMost(Duration.ofSeconds(60)).until(() -> errand.begun().size() == 1);
        set("beside one", Duration.ZERO);
        set("beside two", Duration.ZERO);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> alarm.fired().containsAll(List.of("beside one", "beside two")));
        assertThat(errand.begun()).hasSize(1);
        for (int i = 0; i < 3; i++) {
            errand.answered();
        }
        await().atMost(Duration.ofSeconds(60)).until(() -> errand.begun().size() == 3);
        assertThat(errand.inTransaction()).containsExactly(false, false, false);
    }

    private void awaitLaps(int laps) {
        await().atMost(Duration.ofSeconds(60)).until(() -> lap.begun() == laps);
        await().atMost(Duration.ofSeconds(60)).until(() -> Sql.query(
                        source, "select picked from scheduled_tasks where task_name = 'lap'", row -> row.getBoolean(1))
                .equals(List.of(false)));
    }

    private void set(String instance, Duration ahead) {
        set("alarm", instance, ahead);
    }

    private void set(String task, String instance, Duration ahead) {
        QuarkusTransaction.requiringNew()
                .run(() -> timers.schedule(task, instance, clock.instant().plus(ahead)));
    }
}
