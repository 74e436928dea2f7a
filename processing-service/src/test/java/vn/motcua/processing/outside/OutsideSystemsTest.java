package vn.motcua.processing.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.quarkus.arc.ClientProxy;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.platform.precondition.Revision;
import vn.motcua.platform.problem.ProblemException;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Two operators at one system, with a broker that is slow. */
@QuarkusTest
class OutsideSystemsTest {
    private static final String SECRET = "secret-of-a-system-that-is-slowly-let-in";
    private static final int SECONDS_MAX = 20;

    @Inject
    OutsideSystems systems;

    private final String name = "queue.test-" + UUID.randomUUID();
    private final SlowBroker broker = new SlowBroker();
    private final ExecutorService operators = Executors.newCachedThreadPool();
    private OutsideSystems bean;
    private BrokerAccess before;

    /** Remembers who gets in; gives a secret only once it is let. */
    private static final class SlowBroker extends BrokerAccess {
        private final Map<String, String> secrets = new ConcurrentHashMap<>();
        private final CountDownLatch asked = new CountDownLatch(1);
        private final CountDownLatch let = new CountDownLatch(1);

        @Override
        void give(String name, Access access, String secret) {
            asked.countDown();
            try {
                assertThat(let.await(SECONDS_MAX, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            secrets.put(name, secret);
        }

        @Override
        void take(String name) {
            secrets.remove(name);
        }
    }

    @BeforeEach
    void slow() {
        bean = ClientProxy.unwrap(systems);
        before = bean.broker;
        bean.broker = broker;
        bean.attach(name, Access.READS, "14-03712-20250701", "office");
    }

    @AfterEach
    void fast() {
        broker.let.countDown();
        operators.shutdownNow();
        bean.detach(name);
        bean.broker = before;
    }

    @Test
    void who_is_shut_out_while_a_secret_is_given_does_not_get_in_afterwards() throws Exception {
        Future<?> given = operators.submit(() -> bean.secret(name, Revision.etag(1), SECRET, "an"));
        assertThat(broker.asked.await(SECONDS_MAX, TimeUnit.SECONDS)).isTrue();
        Future<?> shutOut = operators.submit(() -> bean.shutOut(name, Revision.etag(2), "binh"));
        letAfterAMoment();
        given.get(SECONDS_MAX, TimeUnit.SECONDS);
        shutOut.get(SECONDS_MAX, TimeUnit.SECONDS);
        assertThat(broker.secrets).isEmpty();
        assertThat(bean.known(name).secretAt()).isNull();
    }

    @Test
    void who_is_named_no_more_while_a_secret_is_given_does_not_get_in_afterwards() throws Exception {
        Future<?> given = operators.submit(() -> bean.secret(name, Revision.etag(1), SECRET, "an"));
        assertThat(broker.asked.await(SECONDS_MAX, TimeUnit.SECONDS)).isTrue();
        Future<?> detached = operators.submit(() -> bean.detach(name));
        letAfterAMoment();
        given.get(SECONDS_MAX, TimeUnit.SECONDS);
        detached.get(SECONDS_MAX, TimeUnit.SECONDS);
        assertThat(broker.secrets).isEmpty();
        assertThatThrownBy(() -> bean.known(name)).isInstanceOf(ProblemException.class);
    }

    @Test
    void of_two_secrets_for_one_revision_the_second_is_refused_before_the_broker_is_asked() throws Exception {
        Future<?> first = operators.submit(() -> bean.secret(name, Revision.etag(1), SECRET, "an"));
        assertThat(broker.asked.await(SECONDS_MAX, TimeUnit.SECONDS)).isTrue();
        Future<?> second = operators.submit(() -> bean.secret(name, Revision.etag(1), SECRET + "-2", "binh"));
        letAfterAMoment();
        first.get(SECONDS_MAX, TimeUnit.SECONDS);
        assertThatThrownBy(() -> second.get(SECONDS_MAX, TimeUnit.SECONDS)).hasCauseInstanceOf(ProblemException.class);
        assertThat(broker.secrets).containsEntry(name, SECRET);
        assertThat(bean.known(name).secretAt()).isNotNull();
    }

    @Test
    void more_operators_than_connections_wait_for_a_system_and_nobody_else_waits_with_them() throws Exception {
        Future<?> given = operators.submit(() -> bean.secret(name, Revision.etag(1), SECRET, "an"));
        assertThat(broker.asked.await(SECONDS_MAX, TimeUnit.SECONDS)).isTrue();
        List<Future<?>> waiting = new ArrayList<>();
        for (int n = 0; n < 40; n++) {
            waiting.add(operators.submit(() -> bean.shutOut(name, Revision.etag(2), "binh")));
        }
        await().pollDelay(Duration.ofMillis(300)).until(() -> true);
        assertThat(operators.submit(() -> bean.known(name))).succeedsWithin(Duration.ofSeconds(2));
        broker.let.countDown();
        given.get(SECONDS_MAX, TimeUnit.SECONDS);
        int done = 0;
        for (Future<?> each : waiting) {
            try {
                each.get(SECONDS_MAX, TimeUnit.SECONDS);
                done++;
            } catch (ExecutionException refused) {
                assertThat(refused).hasCauseInstanceOf(ProblemException.class);
            }
        }
        assertThat(done)
                .as("the first of them; the others are told that it changed")
                .isEqualTo(1);
    }

    /** Long enough for the other operator to come first, were they let. */
    private void letAfterAMoment() {
        await().pollDelay(Duration.ofMillis(300)).until(() -> true);
        broker.let.countDown();
    }
}
