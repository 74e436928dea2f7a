package vn.motcua.intake.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

class RememberedTest {
    private final AtomicLong nanos = new AtomicLong();
    private final AtomicInteger reads = new AtomicInteger();
    private final Remembered<Integer, Integer> memory = new Remembered<>(2, Duration.ofSeconds(30), nanos::get);

    @Test
    void what_was_read_once_is_not_read_again_until_its_time_is_over() {
        assertThat(read(1)).contains(1);
        assertThat(read(1)).contains(1);
        nanos.addAndGet(Duration.ofSeconds(30).toNanos());
        assertThat(read(1)).contains(2);
    }

    @Test
    void the_least_used_entry_is_forgotten_first() {
        read(1);
        read(2);
        read(1);
        read(3);
        assertThat(memory.size()).isEqualTo(2);
        assertThat(read(1)).contains(1);
        assertThat(read(2)).contains(4);
    }

    @Test
    void nothing_is_not_remembered() {
        assertThat(memory.get(1, Optional::empty)).isEmpty();
        assertThat(read(1)).contains(1);
    }

    @Test
    void what_was_read_before_an_update_does_not_come_back_after_it() {
        memory.get(1, () -> {
            memory.forgetAll();
            return read0();
        });
        assertThat(memory.size()).isZero();
    }

    private Optional<Integer> read(int key) {
        return memory.get(key, this::read0);
    }

    private Optional<Integer> read0() {
        return Optional.of(reads.incrementAndGet());
    }
}
