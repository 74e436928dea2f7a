package vn.motcua.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.devstack.SuitePart;
import vn.motcua.e2e.RefusalTable.Who;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Whoever guesses PINs, references or codes is slowed, then locked out, and counted; who has forgotten a PIN gets on again. */
class GuessingIT extends SuiteFixture {
    private static final int FREE_TRIES = 3;
    private static final int MANY = 200;

    private static Callers callers;
    private static ProblemCheck problems;

    private Map<String, String> dossier;

    @BeforeAll
    static void everybodyIsThere() {
        callers = Callers.of(suite());
        problems = ProblemCheck.of(root());
    }

    @BeforeEach
    void aNewDossier() {
        dossier = new World(suite(), callers).make("draft");
    }

    @Test
    void a_wrong_pin_says_no_more_than_an_unknown_dossier() {
        Wire.Answer wrong = guess(Tracking.address(), dossier.get("reference"), wrongPin());
        Wire.Answer unknown = guess(Tracking.address(), "ZZZZZZZZZZ", "123456");
        Wire.Answer noCode =
                Tracking.ask(suite(), Tracking.address(), Map.of("code", "H52.712.00-261123-9999", "pin", "123456"));
        for (Wire.Answer answer : List.of(wrong, unknown, noCode)) {
            assertThat(answer.status()).isEqualTo(403);
            assertThat(problems.fault(answer)).isNull();
            assertThat(answer.json()).isEqualTo(wrong.json());
        }
    }

    @Test
    void a_dossier_is_slowed_and_opens_again_after_the_wait() {
        wrong(FREE_TRIES);
        Wire.Answer early = right();
        assertThat(early.status()).as("the right PIN too soon: %s", early).isEqualTo(429);
        assertThat(problems.fault(early)).isNull();
        int wait = Integer.parseInt(early.header("retry-after"));
        assertThat(wait).isBetween(1, 10);
        await().pollDelay(Duration.ofSeconds(wait))
                .atMost(Duration.ofSeconds(wait + 10))
                .until(() -> right().status() == 200);
        assertThat(guess(Tracking.address(), dossier.get("reference"), wrongPin())
                        .status())
                .as("the wrong tries are forgotten")
                .isEqualTo(403);
    }

    @Test
    void a_dossier_is_locked_longer_each_time_and_recovers() throws SQLException {
        double before = counted("locked");
        wrong(FREE_TRIES);
        int last = 0;
        for (int round = 0; round < 5; round++) {
            Wire.Answer locked = right();
            assertThat(locked.status()).as("round %s: %s", round, locked).isEqualTo(429);
            int wait = Integer.parseInt(locked.header("retry-after"));
            assertThat(wait).as("round %s", round).isGreaterThanOrEqualTo(last).isLessThanOrEqualTo(3_601);
            last = wait;
            timePasses(Duration.ofSeconds(wait));
            assertThat(guess(Tracking.address(), dossier.get("reference"), wrongPin())
                            .status())
                    .isEqualTo(403);
        }
        assertThat(last).isGreaterThan(3_000);
        assertThat(counted("locked")).isEqualTo(before + 5);
        timePasses(Duration.ofHours(1));
        assertThat(right().status()).isEqualTo(200);
    }

    @Test
    void a_new_pin_from_the_desk_ends_a_lock() throws IOException {
        wrong(FREE_TRIES);
        String path = "/api/intake/dossiers/" + dossier.get("dossier");
        try (Wire wire = new Wire(suite().publicUrl())) {
            String etag = wire.send(Wire.Request.of("GET", path).token(callers.token(Who.RECEPTION)))
                    .header("etag");
            Wire.Answer renewed = wire.send(Wire.Request.of("POST", path + "/pin")
                    .token(callers.token(Who.RECEPTION))
                    .header("If-Match", etag)
                    .header("Idempotency-Key", UUID.randomUUID().toString())
                    .body(new byte[0]));
            assertThat(renewed.status()).as("%s", renewed).isEqualTo(200);
            String pin = renewed.json().get("pin").asText();
            assertThat(guess(Tracking.address(), dossier.get("reference"), pin).status())
                    .isEqualTo(200);
        }
    }

    @Test
    void many_tries_at_once_are_not_more_of_them() throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<Integer>> all = IntStream.range(0, 24)
                    .mapToObj(i -> threads.submit(() -> guess(Tracking.address(), dossier.get("reference"), wrongPin())
                            .status()))
                    .toList();
            int taken = 0;
            for (Future<Integer> each : all) {
                taken += each.get() == 403 ? 1 : 0;
            }
            assertThat(taken).isEqualTo(FREE_TRIES);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void one_address_guesses_references_and_codes_only_so_often() {
        String address = Tracking.address();
        double before = counted("unknown");
        List<Wire.Answer> answers = Stream.iterate(0, i -> i + 1)
                .limit(MANY)
                .map(i -> i % 2 == 0
                        ? guess(address, String.format("ZZZZZZ%04d", i), "123456")
                        : Tracking.ask(
                                suite(),
                                address,
                                Map.of("code", String.format("H52.712.00-200101-%04d", i), "pin", "123456")))
                .toList();
        long taken = answers.stream().filter(each -> each.status() == 403).count();
        Wire.Answer last = answers.get(MANY - 1);
        assertThat(taken).as("guesses looked at").isLessThanOrEqualTo(MANY / 4);
        assertThat(last.status()).as("%s", last).isEqualTo(429);
        assertThat(problems.fault(last)).isNull();
        assertThat(Integer.parseInt(last.header("retry-after"))).isPositive();
        assertThat(counted("unknown")).isGreaterThanOrEqualTo(before + taken);
        assertThat(guess(address, dossier.get("reference"), dossier.get("pin")).status())
                .as("who guessed waits with the right PIN too")
                .isEqualTo(429);
        assertThat(right().status()).as("others do not wait").isEqualTo(200);
    }

    private void wrong(int times) {
        double before = counted("wrong");
        for (int i = 0; i < times; i++) {
            assertThat(guess(Tracking.address(), dossier.get("reference"), wrongPin())
                            .status())
                    .isEqualTo(403);
        }
        assertThat(counted("wrong")).isEqualTo(before + times);
    }

    private Wire.Answer right() {
        return guess(Tracking.address(), dossier.get("reference"), dossier.get("pin"));
    }

    private String wrongPin() {
        return dossier.get("pin").equals("000000") ? "000001" : "000000";
    }

    private static Wire.Answer guess(String address, String reference, String pin) {
        return Tracking.ask(suite(), address, Map.of("reference", reference, "pin", pin));
    }

    /** Of the dossier alone: its next try comes nearer. */
    private void timePasses(Duration time) throws SQLException {
        try (Connection connection = DriverManager.getConnection(suite().jdbcUrl("intake"), "intake", "demo-intake");
                PreparedStatement move = connection.prepareStatement(
                        "update tracking_guard set next_try = next_try - make_interval(secs => ?) where dossier_id = ?")) {
            move.setDouble(1, time.toSeconds());
            move.setObject(2, UUID.fromString(dossier.get("dossier")));
            assertThat(move.executeUpdate()).isOne();
        }
    }

    /** How many tries ended so, by the service's own metrics. */
    private static double counted(String outcome) {
        try (Wire wire = new Wire(suite().url(SuitePart.INTAKE))) {
            return wire.send(Wire.Request.of("GET", "/q/metrics"))
                    .text()
                    .lines()
                    .filter(line -> line.startsWith("motcua_tracking_tries_total{")
                            && line.contains("outcome=\"" + outcome + "\""))
                    .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                    .sum();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
