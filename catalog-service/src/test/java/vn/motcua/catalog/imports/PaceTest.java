package vn.motcua.catalog.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

class PaceTest {
    private final AtomicLong readers = new AtomicLong();
    private final AtomicLong nanos = new AtomicLong();
    private final List<Long> rests = new ArrayList<>();
    private final Pace pace = new Pace(readers::get, nanos::get, rested -> {
        rests.add(TimeUnit.NANOSECONDS.toMillis(rested));
        nanos.addAndGet(rested);
    });

    @Test
    void where_nobody_reads_nothing_rests() {
        worked(40);
        worked(3_000);
        assertThat(rests).isEmpty();
    }

    @Test
    void while_somebody_reads_a_portion_rests_as_long_as_it_took() {
        readers.incrementAndGet();
        worked(40);
        readers.incrementAndGet();
        worked(70);
        assertThat(rests).containsExactly(40L, 70L);
    }

    @Test
    void who_came_while_it_rested_counts_for_the_next_portion_and_a_rest_is_not_work() {
        readers.incrementAndGet();
        worked(40);
        readers.incrementAndGet();
        worked(10);
        worked(20);
        assertThat(rests).containsExactly(40L, 10L);
    }

    @Test
    void no_rest_is_longer_than_a_quarter_of_a_second() {
        readers.incrementAndGet();
        worked(9_000);
        assertThat(rests).containsExactly(250L);
    }

    @Test
    void a_process_that_stops_ends_the_work() {
        Pace stopped = new Pace(readers::get, nanos::get, rested -> {
            throw new InterruptedException();
        });
        readers.incrementAndGet();
        nanos.addAndGet(1_000_000);
        assertThatThrownBy(stopped::portion).isInstanceOf(IllegalStateException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    private void worked(long millis) {
        nanos.addAndGet(TimeUnit.MILLISECONDS.toNanos(millis));
        pace.portion();
    }
}
