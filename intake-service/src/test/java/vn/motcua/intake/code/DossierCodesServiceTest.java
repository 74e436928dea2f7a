package vn.motcua.intake.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

@QuarkusTest
class DossierCodesServiceTest {
    private static final int THREADS = 16;
    private static final int PER_THREAD = 25;

    @Inject
    DossierCodes codes;

    @Test
    void sixteen_counters_at_once_never_get_a_number_twice_and_a_failed_receipt_only_leaves_a_gap()
            throws InterruptedException, ExecutionException {
        LocalDate day = LocalDate.of(2031, 11, 20);
        List<String> given = atOnce(() -> {
            List<String> mine = new ArrayList<>();
            for (int i = 0; i < PER_THREAD; i++) {
                boolean fails = i % 5 == 4;
                try {
                    mine.add(QuarkusTransaction.requiringNew().call(() -> received(day, fails)));
                } catch (UnsupportedOperationException rolledBack) {
                    assertThat(fails).isTrue();
                }
            }
            return mine;
        });
        List<String> numbered = IntStream.rangeClosed(1, THREADS * PER_THREAD)
                .mapToObj(n -> "H52.712.00-311120-%04d".formatted(n))
                .toList();
        assertThat(given).doesNotHaveDuplicates().hasSize(THREADS * PER_THREAD * 4 / 5);
        assertThat(numbered).containsAll(given);
    }

    @Test
    void a_receipt_does_not_wait_for_another_that_has_its_number_and_is_not_committed() {
        LocalDate day = LocalDate.of(2031, 11, 16);
        QuarkusTransaction.requiringNew().run(() -> {
            assertThat(codes.next("H52.712.00", day)).isEqualTo("H52.712.00-311116-0001");
            assertThat(next("H52.712.00", day)).isEqualTo("H52.712.00-311116-0002");
        });
    }

    @Test
    void each_agency_and_each_day_begins_with_one() {
        LocalDate day = LocalDate.of(2031, 11, 19);
        assertThat(next("H52.712.00", day)).isEqualTo("H52.712.00-311119-0001");
        assertThat(next("H52.703.00", day)).isEqualTo("H52.703.00-311119-0001");
        assertThat(next("H52.712.00", day)).isEqualTo("H52.712.00-311119-0002");
        assertThat(next("H52.712.00", day.minusDays(1))).isEqualTo("H52.712.00-311118-0001");
    }

    @Test
    void with_a_wrong_agency_code_no_number_is_used() {
        LocalDate day = LocalDate.of(2031, 11, 17);
        assertThatThrownBy(() -> next("H52", day)).isInstanceOf(IllegalArgumentException.class);
        assertThat(next("H52.712.00", day)).isEqualTo("H52.712.00-311117-0001");
    }

    private String received(LocalDate day, boolean fails) {
        String code = codes.next("H52.712.00", day);
        if (fails) {
            throw new UnsupportedOperationException("the receipt fails after its number was given");
        }
        return code;
    }

    private String next(String agency, LocalDate day) {
        return QuarkusTransaction.requiringNew().call(() -> codes.next(agency, day));
    }

    private static List<String> atOnce(Callable<List<String>> work) throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<String> all = new ArrayList<>();
            for (Future<List<String>> each : threads.invokeAll(
                    IntStream.range(0, THREADS).mapToObj(i -> work).toList())) {
                all.addAll(each.get());
            }
            return all;
        } finally {
            threads.shutdownNow();
        }
    }
}
