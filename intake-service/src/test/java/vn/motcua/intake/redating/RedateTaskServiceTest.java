package vn.motcua.intake.redating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.intake.catalogue.Catalogue;
import vn.motcua.intake.catalogue.SampleCatalogue;
import vn.motcua.platform.sql.Sql;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** However often a run is told to go on, two work at it: whoever comes besides ends and sets no timer of its own. */
@QuarkusTest
class RedateTaskServiceTest {
    @Inject
    RedateTask task;

    @Inject
    Redatings redatings;

    @Inject
    Catalogue catalogue;

    @Inject
    SampleCatalogue samples;

    @Inject
    AgroalDataSource source;

    @Inject
    Clock clock;

    @BeforeEach
    void loaded() {
        samples.loaded();
    }

    @Test
    void two_take_part_in_a_run_and_no_third_one_until_one_of_them_ends() {
        UUID run = UUID.randomUUID();
        whileTwoWorkAt(run, () -> {
            assertThat(takesPart(run)).isFalse();
            assertThat(takesPart(UUID.randomUUID())).as("in another run").isTrue();
        });
        assertThat(takesPart(run)).isTrue();
    }

    @Test
    void however_often_a_run_at_work_is_told_to_go_on_nothing_is_added_to_it_and_it_goes_on_when_nobody_is_left() {
        UUID run = begun();
        whileTwoWorkAt(run, () -> {
            QuarkusTransaction.requiringNew().run(() -> {
                for (int i = 0; i < 5; i++) {
                    task.goOn(run);
                }
                task.start(null);
                assertThat(timers(run)).isEqualTo(6);
            });
            await().atMost(Duration.ofSeconds(60)).until(() -> timers(run) == 0);
            assertThat(state(run)).isEqualTo(Redating.RunState.LOOKING);
        });
        assertThat(timers(run)).isZero();
        QuarkusTransaction.requiringNew().run(() -> task.start(null));
        await().atMost(Duration.ofSeconds(60)).until(() -> state(run) == Redating.RunState.NOTHING);
        await().atMost(Duration.ofSeconds(60)).until(() -> timers(run) == 0);
    }

    private void whileTwoWorkAt(UUID run, Runnable then) {
        QuarkusTransaction.requiringNew().run(() -> {
            assertThat(redatings.takesPart(run, RedateTask.AT_ONCE)).isTrue();
            QuarkusTransaction.requiringNew().run(() -> {
                assertThat(redatings.takesPart(run, RedateTask.AT_ONCE)).isTrue();
                then.run();
            });
        });
    }

    private boolean takesPart(UUID run) {
        return QuarkusTransaction.requiringNew().call(() -> redatings.takesPart(run, RedateTask.AT_ONCE));
    }

    /** A run of a unit without dossiers, which no timer works at yet. */
    private UUID begun() {
        UUID run = UUID.randomUUID();
        String unit = "14-90999-20250701";
        redatings.begin(run, unit, catalogue.calendarFor(unit).facts(), List.of(), clock.instant());
        return run;
    }

    private Redating.RunState state(UUID run) {
        return redatings.find(run).orElseThrow().state();
    }

    private int timers(UUID run) {
        return Sql.query(
                        source,
                        "select count(*) from scheduled_tasks where task_name = 'redate' and task_instance like ?",
                        row -> row.getInt(1),
                        run + "#%")
                .get(0);
    }
}
