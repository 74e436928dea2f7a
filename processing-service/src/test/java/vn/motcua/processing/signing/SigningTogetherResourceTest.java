package vn.motcua.processing.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.processing.Sample.BIRTH;
import static vn.motcua.processing.Sample.json;
import static vn.motcua.processing.Sample.token;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.processing.Pdfs;
import vn.motcua.processing.Press;
import vn.motcua.processing.Sample;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

@QuarkusTest
class SigningTogetherResourceTest {
    private final String specialist = token("specialist");
    private final String approver = token("approver");

    @BeforeEach
    void catalogue() {
        Sample.catalogue();
    }

    @Test
    void many_at_once_get_numbers_without_gap_and_each_its_own() throws Exception {
        int count = 8;
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            samples.add(Sample.opened(BIRTH).proposed(specialist, Pdfs.pages(1)));
        }
        int before = SigningResourceTest.last(approver);
        List<String> seen =
                samples.stream().map(each -> each.get(approver).header("ETag")).toList();
        ExecutorService pool = Executors.newFixedThreadPool(count);
        List<Future<Integer>> numbers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int at = i;
            numbers.add(pool.submit(() -> SigningResourceTest.number(json(Press.sign(
                    samples.get(at), approver, UUID.randomUUID(), SigningResourceTest.DECLARED, seen.get(at))))));
        }
        List<Integer> given = new ArrayList<>();
        for (Future<Integer> each : numbers) {
            given.add(each.get());
        }
        pool.shutdown();
        assertThat(given.stream().sorted().toList())
                .isEqualTo(java.util.stream.IntStream.rangeClosed(before + 1, before + count)
                        .boxed()
                        .toList());
    }
}
