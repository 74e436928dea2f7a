package vn.motcua.platform.timer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.motcua.devstack.MovableClock;
import vn.motcua.devstack.StackResource;

import java.time.Duration;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
class TimersServiceTest {
    @Inject
    Timers timers;

    @Inject
    Alarm alarm;

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
        await().atMost(Duration.ofSeconds(10)).until(() -> alarm.fired().contains("now"));
        assertThat(alarm.fired()).doesNotContain("late");
        clock.advance(Duration.ofDays(3).plusSeconds(1));
        await().atMost(Duration.ofSeconds(10)).until(() -> alarm.fired().contains("late"));
    }

    @Test
    void a_timer_set_again_moves_and_a_cancelled_one_is_gone() {
        set("moved", Duration.ofDays(10));
        set("moved", Duration.ofSeconds(1));
        set("cancelled", Duration.ofSeconds(1));
        QuarkusTransaction.requiringNew().run(() -> timers.cancel("alarm", "cancelled"));
        await().atMost(Duration.ofSeconds(10)).until(() -> alarm.fired().contains("moved"));
        assertThat(alarm.fired()).doesNotContain("cancelled");
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
        await().atMost(Duration.ofSeconds(10)).until(() -> alarm.fired().contains("done"));
        assertThat(alarm.fired()).doesNotContain("undone");
    }

    private void set(String instance, Duration ahead) {
        QuarkusTransaction.requiringNew()
                .run(() -> timers.schedule("alarm", instance, clock.instant().plus(ahead)));
    }
}
