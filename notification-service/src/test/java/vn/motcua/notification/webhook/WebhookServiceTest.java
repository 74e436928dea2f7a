package vn.motcua.notification.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static vn.motcua.notification.delivery.ChannelKind.SMS;
import static vn.motcua.notification.delivery.ChannelKind.WEBHOOK;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.devstack.MovableClock;
import vn.motcua.notification.delivery.ChannelKind;
import vn.motcua.notification.delivery.FakeWay;
import vn.motcua.notification.delivery.Flow;
import vn.motcua.notification.delivery.Way;
import vn.motcua.notification.support.Service;
import vn.motcua.platform.json.EventJson;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/** Calls of a gateway that answers as it is told. */
@QuarkusTest
class WebhookServiceTest {
    private static final String NEW = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final String OLD = "whsec_QUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFB";
    private static final List<List<ChannelKind>> APP = List.of(List.of(WEBHOOK, SMS));

    @Inject
    AgroalDataSource source;

    private record Call(String path, String id, String timestamp, String signature, String body) {}

    private final MovableClock clock = new MovableClock();
    private final FakeWay sms = new FakeWay(SMS);
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private final Queue<Integer> answers = new ConcurrentLinkedQueue<>();
    private HttpServer gateway;
    private Flow flow;

    @BeforeEach
    void begin() throws IOException {
        Service.ready();
        Flow.forget(source);
        clock.setLegal("2026-11-23T10:00");
        gateway = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        gateway.createContext("/", call -> {
            var headers = call.getRequestHeaders();
            calls.add(new Call(
                    call.getRequestURI().getPath(),
                    headers.getFirst("webhook-id"),
                    headers.getFirst("webhook-timestamp"),
                    headers.getFirst("webhook-signature"),
                    new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
            int status = answers.isEmpty() ? 204 : answers.poll();
            if (status == 429) {
                call.getResponseHeaders().add("Retry-After", "120");
            }
            if (status == 302) {
                call.getResponseHeaders().add("Location", "/elsewhere");
            }
            call.sendResponseHeaders(status, -1);
            call.close();
        });
        gateway.start();
        Optional<URI> url = Optional.of(
                URI.create("http://localhost:" + gateway.getAddress().getPort() + "/in"));
        flow = new Flow(source, clock, receipts -> List.of(new WebhookWay(url, List.of(NEW, OLD), true, clock), sms));
    }

    @AfterEach
    void end() {
        gateway.stop(0);
    }

    @Test
    void the_gateway_can_check_what_it_gets_by_either_secret() {
        UUID message = flow.message(APP);

        flow.send();

        assertThat(flow.states(message)).containsExactly("WEBHOOK HANDED_OVER");
        Call call = calls.get(0);
        Instant at = Instant.ofEpochSecond(Long.parseLong(call.timestamp));
        assertThat(at).isEqualTo(clock.instant());
        assertThat(call.signature.split(" "))
                .containsExactly(
                        new Signature(List.of(NEW)).of(call.id, at, call.body),
                        new Signature(List.of(OLD)).of(call.id, at, call.body));
        JsonNode data = EventJson.tree(call.body).get("data");
        assertThat(EventJson.mapper().convertValue(data, Map.class))
                .containsOnlyKeys("template", "language", "unit", "code", "text", "phone")
                .containsEntry("phone", "0912345678");
    }

    @Test
    void a_message_without_words_is_not_told_to_the_gateway() {
        UUID message = flow.message("", "result-ready", List.of(List.of(WEBHOOK)));
        flow.send();
        assertThat(flow.states(message)).containsExactly("WEBHOOK SUPPRESSED");
        assertThat(calls).isEmpty();
    }

    @Test
    void a_gateway_that_is_busy_or_down_is_called_again_with_the_same_id() {
        answers.addAll(List.of(503, 429));
        UUID message = flow.message(APP);
        flow.send();
        clock.advance(Duration.ofMinutes(1));
        flow.send();
        clock.advance(Duration.ofSeconds(119));
        flow.send();
        assertThat(calls).as("Retry-After is kept").hasSize(2);
        clock.advance(Duration.ofSeconds(2));
        flow.send();

        assertThat(flow.states(message)).containsExactly("WEBHOOK HANDED_OVER");
        assertThat(calls).extracting(Call::id).hasSize(3).containsOnly(calls.get(0).id);
    }

    @Test
    void a_gateway_that_does_not_know_us_or_the_path_gets_the_message_when_it_does() {
        answers.addAll(List.of(401, 403, 404));
        UUID message = flow.message(List.of(List.of(WEBHOOK)));
        for (String no : List.of("status-401", "status-403", "status-404")) {
            flow.send();
            assertThat(flow.states(message)).containsExactly("WEBHOOK WAITING");
            assertThat(flow.reasons(message)).containsExactly(no);
            clock.advance(Duration.ofMinutes(5));
        }
        flow.send();
        assertThat(flow.states(message)).containsExactly("WEBHOOK HANDED_OVER");
    }

    @Test
    void a_gateway_that_says_no_or_points_elsewhere_is_not_followed_and_the_phone_rings() {
        answers.addAll(List.of(410, 302));
        UUID gone = flow.message(APP);
        UUID elsewhere = flow.message(APP);
        flow.send();

        assertThat(flow.states(gone)).containsExactly("WEBHOOK FAILED", "SMS HANDED_OVER");
        assertThat(flow.states(elsewhere)).containsExactly("WEBHOOK FAILED", "SMS HANDED_OVER");
        assertThat(calls).extracting(Call::path).containsOnly("/in");
    }

    @Test
    void a_gateway_that_never_ends_its_answer_is_left_after_a_while() {
        CountDownLatch over = new CountDownLatch(1);
        gateway.createContext("/stuck", call -> {
            call.sendResponseHeaders(200, 100);
            call.getResponseBody().write('1');
            call.getResponseBody().flush();
            waitFor(over);
            call.close();
        });
        Optional<URI> url = Optional.of(
                URI.create("http://localhost:" + gateway.getAddress().getPort() + "/stuck"));
        Way stuck = new WebhookWay(url, List.of(NEW), true, clock, Duration.ofMillis(300));
        Flow slow = new Flow(source, clock, receipts -> List.of(stuck));
        UUID message = slow.message(List.of(List.of(WEBHOOK)));
        assertTimeoutPreemptively(Service.SOON, slow::send);
        over.countDown();

        assertThat(slow.states(message)).containsExactly("WEBHOOK WAITING");
        assertThat(slow.reasons(message)).containsExactly("too-slow");
    }

    private static void waitFor(CountDownLatch over) {
        try {
            over.await();
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void a_gateway_nobody_answers_at_is_tried_later() {
        gateway.stop(0);
        UUID message = flow.message(APP);
        flow.send();
        assertThat(flow.states(message)).containsExactly("WEBHOOK WAITING");
        assertThat(flow.reasons(message)).containsExactly("unreachable");
    }
}
