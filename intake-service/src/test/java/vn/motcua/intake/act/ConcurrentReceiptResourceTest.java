package vn.motcua.intake.act;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.intake.Desk.HOA;
import static vn.motcua.intake.Desk.action;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import vn.motcua.intake.Desk;
import vn.motcua.intake.catalogue.SampleCatalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

@QuarkusTest
class ConcurrentReceiptResourceTest {
    private static final int AT_ONCE = 16;

    @Inject
    SampleCatalogue catalogue;

    @Test
    void sixteen_receipts_at_once_get_sixteen_codes() throws InterruptedException, ExecutionException {
        catalogue.loaded();
        List<String> ids = IntStream.range(0, AT_ONCE)
                .mapToObj(i -> Desk.open(HOA, Desk.COPY, "COUNTER").getString("id"))
                .toList();
        ids.forEach(Desk::presentAll);
        ExecutorService desks = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<String> codes = new ArrayList<>();
            for (Future<String> each : desks.invokeAll(ids.stream()
                    .map(id -> (Callable<String>)
                            () -> Desk.done(HOA, id, action("RECEIVE")).getString("code"))
                    .toList())) {
                codes.add(each.get());
            }
            assertThat(codes).doesNotHaveDuplicates().hasSize(AT_ONCE);
        } finally {
            desks.shutdownNow();
        }
    }

    @Test
    void two_desks_that_act_on_one_revision_leave_one_winner() throws InterruptedException, ExecutionException {
        catalogue.loaded();
        String id = Desk.open(HOA, Desk.COPY, "COUNTER").getString("id");
        Desk.presentAll(id);
        String etag = Desk.get(HOA, "/api/intake/dossiers/" + id).header("ETag");
        ExecutorService desks = Executors.newFixedThreadPool(2);
        try {
            List<Integer> answers = new ArrayList<>();
            for (Future<Integer> each :
                    desks.invokeAll(List.<Callable<Integer>>of(() -> receive(id, etag), () -> receive(id, etag)))) {
                answers.add(each.get());
            }
            assertThat(answers).containsExactlyInAnyOrder(200, 412);
        } finally {
            desks.shutdownNow();
        }
    }

    private static int receive(String id, String etag) {
        return Desk.post(HOA, "/api/intake/dossiers/" + id + "/actions", etag, action("RECEIVE"))
                .statusCode();
    }
}
