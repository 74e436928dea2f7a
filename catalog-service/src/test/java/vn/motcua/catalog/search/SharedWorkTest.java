package vn.motcua.catalog.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

class SharedWorkTest {
    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    private final AtomicInteger done = new AtomicInteger();
    private final CountDownLatch end = new CountDownLatch(1);

    @AfterEach
    void stop() {
        end.countDown();
        thread.shutdown();
    }

    @Test
    void whoever_wants_short_work_gets_what_it_made() {
        SharedWork work = new SharedWork(thread, Duration.ofSeconds(20));
        work.until(() -> done.get() > 0, done::incrementAndGet);
        work.until(() -> done.get() > 0, done::incrementAndGet);
        assertThat(done).hasValue(1);
    }

    @Test
    void nobody_waits_long_for_long_work_and_who_comes_later_not_at_all() {
        SharedWork work = new SharedWork(thread, Duration.ofMillis(100));
        for (int reader = 0; reader < 50; reader++) {
            work.until(() -> done.get() > 0, this::longWork);
        }
        assertThat(done).hasValue(0);
    }

    @Test
    void work_is_begun_once_for_all_that_want_it() throws Exception {
        SharedWork work = new SharedWork(thread, Duration.ofSeconds(20));
        AtomicInteger begun = new AtomicInteger();
        ExecutorService readers = Executors.newFixedThreadPool(20);
        CountDownLatch waiting = new CountDownLatch(20);
        for (int reader = 0; reader < 20; reader++) {
            readers.execute(() -> {
                waiting.countDown();
                work.until(() -> done.get() > 0, () -> {
                    begun.incrementAndGet();
                    longWork();
                });
            });
        }
        assertThat(waiting.await(20, TimeUnit.SECONDS)).isTrue();
        end.countDown();
        readers.shutdown();
        assertThat(readers.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
        assertThat(begun).hasValue(1);
    }

    @Test
    void what_began_too_early_is_done_again() {
        new SharedWork(thread, Duration.ofSeconds(20)).until(() -> done.get() > 1, done::incrementAndGet);
        assertThat(done).hasValue(2);
    }

    @Test
    void what_fails_fails_for_all_and_is_begun_again_by_the_next() {
        SharedWork work = new SharedWork(thread, Duration.ofSeconds(20));
        assertThatThrownBy(() -> work.until(() -> false, () -> {
                    throw new IllegalStateException("no database");
                }))
                .hasMessage("no database");
        work.until(() -> done.get() > 0, done::incrementAndGet);
        assertThat(done).hasValue(1);
    }

    private void longWork() {
        try {
            end.await();
            done.incrementAndGet();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
