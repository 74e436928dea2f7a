package vn.motcua.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import vn.motcua.devstack.Replica;
import vn.motcua.devstack.SuitePart;
import vn.motcua.devstack.TestEvents;
import vn.motcua.e2e.Checker.Finding;
import vn.motcua.e2e.Checker.Kind;
import vn.motcua.e2e.Evidence.Fact;
import vn.motcua.e2e.Evidence.Known;
import vn.motcua.e2e.Http.Call;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * {@code kill -9} of every part of the suite, at chosen moments and at random under load. Whatever a client was told has been done is
 * there once, and all sides agree in the end; the last test asks the {@link Checker}.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class KillIT extends SuiteFixture {
    private static final int CLIENTS = 6;
    private static final Duration LOAD = Duration.ofSeconds(Integer.getInteger("seconds", 75));
    private static final Duration WITHOUT_KAFKA = Duration.ofSeconds(30);
    private static final Duration SOON = Duration.ofSeconds(120);
    private static final Duration QUIET = Duration.ofSeconds(90);
    private static final long SEED = Long.getLong("seed", System.nanoTime());
    private static final List<SuitePart> SERVICES =
            List.of(SuitePart.CATALOG, SuitePart.INTAKE, SuitePart.PROCESSING, SuitePart.NOTIFICATION);

    private static final Ledger LEDGER = new Ledger();
    private static final String PHONE = Proof.newPhone();
    private static final Map<SuitePart, Replica> SECOND = new LinkedHashMap<>();
    private static Tokens tokens;
    private static Clerk clerk;

    @BeforeAll
    static void allIsUp() {
        System.err.println("KillIT -Dseed=" + SEED);
        tokens = new Tokens(suite());
        clerk = new Clerk(Http.at(suite().publicUrl()), tokens, LEDGER, PHONE);
    }

    @AfterAll
    static void allIsUpAgain() {
        SECOND.values().forEach(Replica::stop);
    }

    @Test
    @Order(1)
    void what_was_committed_and_not_sent_when_the_service_was_killed_is_sent_after_its_restart() {
        UUID received = clerk.open(Stories.COPY, Map.of("quantities", Map.of("pages", 1, "copies", 1)));
        clerk.presentAll(received, false);
        UUID decided = Stories.proposed(clerk, false);
        UUID handedOver = ready();

        suite().kill(SuitePart.KAFKA);
        clerk.act(Tokens.RECEPTION, received, "RECEIVE");
        clerk.decide(decided);
        clerk.handOver(handedOver);
        List.of(SuitePart.INTAKE, SuitePart.PROCESSING, SuitePart.NOTIFICATION).forEach(suite()::kill);
        suite().start(SuitePart.KAFKA);
        List.of(SuitePart.INTAKE, SuitePart.PROCESSING, SuitePart.NOTIFICATION).forEach(suite()::launch);
        List.of(SuitePart.INTAKE, SuitePart.PROCESSING, SuitePart.NOTIFICATION).forEach(suite()::awaitReady);

        clerk.awaitCase(Tokens.SPECIALIST, received, found -> true);
        clerk.awaitStage(decided, "DECIDED");
        clerk.awaitStage(handedOver, "RETURNED");
    }

    @Test
    @Order(2)
    void an_effect_whose_acknowledgement_was_lost_happens_once() {
        // processing opens the case of what intake has received
        redelivered(SuitePart.PROCESSING, "processing-service", "dossier.stage-changed", () -> {
            UUID id = Stories.received(clerk, Stories.COPY, false);
            return () -> clerk.caseOf(Tokens.SPECIALIST, id) != null;
        });
        // intake answers what the case has offered
        redelivered(SuitePart.INTAKE, "intake.cases", "case.progressed", () -> {
            UUID id = Stories.proposed(clerk, false);
            clerk.decide(id);
            return () -> clerk.dossier(id).get("stage").asText().equals("DECIDED");
        });
        // intake answers what the return has offered
        redelivered(SuitePart.INTAKE, "intake.returns", "return.progressed", () -> {
            UUID id = ready();
            clerk.handOver(id);
            return () -> clerk.dossier(id).get("stage").asText().equals("RETURNED");
        });
        // notification announces what was decided
        redelivered(SuitePart.NOTIFICATION, "notification-service", "dossier.stage-changed", () -> {
            UUID id = Stories.decided(clerk);
            return () -> clerk.giveback(id) != null;
        });
    }

    /** Kills the service after the effect is seen and before Kafka has its acknowledgement; tries until it was quick enough. */
    private static void redelivered(SuitePart service, String group, String topic, Supplier<BooleanSupplier> begin) {
        for (int attempt = 1; attempt <= 6; attempt++) {
            BooleanSupplier effect = begin.get();
            await().atMost(SOON).pollInterval(Duration.ofMillis(10)).until(effect::getAsBoolean);
            suite().kill(service);
            long again = Offsets.of(suite().bootstrapServers()).behind(group, topic);
            suite().start(service);
            if (again > 0) {
                System.err.printf(
                        "%s killed between effect and acknowledgement, %d of %s come again (attempt %d)%n",
                        service.label(), again, topic, attempt);
                return;
            }
        }
        throw new AssertionError(service + " always acknowledged before it was killed");
    }

    @Test
    @Order(3)
    void for_thirty_seconds_without_kafka_the_counter_receives_and_notices_nothing() throws Exception {
        suite().kill(SuitePart.KAFKA);
        List<UUID> received = new ArrayList<>();
        Clerk counter = new Clerk(Http.at(suite().publicUrl()), tokens, LEDGER, PHONE);
        long end = System.nanoTime() + WITHOUT_KAFKA.toNanos();
        while (System.nanoTime() < end) {
            received.add(Stories.received(counter, Stories.COPY, false));
        }
        assertThat(counter.http().repeats()).as("calls that failed").isZero();
        suite().start(SuitePart.KAFKA);
        System.err.printf("%d dossiers received without Kafka%n", received.size());
        assertThat(received).hasSizeGreaterThan(5);
        for (UUID id : received) {
            clerk.awaitCase(Tokens.SPECIALIST, id, found -> true);
        }
    }

    @Test
    @Order(4)
    void a_poison_event_parks_its_key_others_go_on_and_a_replay_drains_it() {
        Poison processing = new Poison("processing", "processing.dossiers", "cases", "dossier_id <> '%s'");
        processing.spoils(
                this::presented,
                id -> {
                    clerk.act(Tokens.RECEPTION, id, "RECEIVE");
                    pay(id);
                },
                id -> clerk.caseOf(Tokens.SPECIALIST, id) != null);

        Poison intake = new Poison("intake", "intake.cases", "act", "dossier_id <> '%s' or action <> 'CLAIMED'");
        intake.spoils(
                () -> Stories.received(clerk, Stories.COPY, false),
                id -> clerk.propose(id, clerk.claim(id)),
                id -> "PROPOSED".equals(clerk.dossier(id).get("caseState").asText()));

        Poison notification = new Poison(
                "notification", "notification.dossiers", "message", "dossier_id <> '%s' or template <> 'transferred'");
        notification.spoils(
                this::presented,
                id -> {
                    clerk.act(Tokens.RECEPTION, id, "RECEIVE");
                    pay(id);
                },
                id -> messages(id) == 3);
    }

    /** A defect that only shows with one dossier, and is mended later: a rule of the database that its row breaks. */
    private record Poison(String service, String consumer, String table, String rule) {
        void spoils(Supplier<UUID> begin, Consumer<UUID> acts, Predicate<UUID> effect) {
            UUID poisoned = begin.get();
            UUID healthy = begin.get();
            String url = suite().jdbcUrl(service);
            Tables.run(
                    url,
                    service,
                    "alter table " + table + " add constraint defect check (" + String.format(rule, poisoned) + ")");
            acts.accept(poisoned);
            await().atMost(SOON).until(() -> waiting(poisoned) >= 2);
            acts.accept(healthy);
            await().atMost(SOON).until(() -> effect.test(healthy));
            assertThat(effect.test(poisoned)).isFalse();
            TestEvents.await(
                    service + ".dead-letters", SOON, letter -> letter.key().equals(poisoned.toString()));
            assertThat(replay(poisoned)).as("not mended yet").isZero();

            Tables.run(url, service, "alter table " + table + " drop constraint defect");
            assertThat(replay(poisoned)).as("mended").isGreaterThanOrEqualTo(2);
            assertThat(effect.test(poisoned)).isTrue();
            assertThat(waiting(poisoned)).isZero();
            assertThat(TestEvents.poll(service + ".dead-letters").stream()
                            .filter(letter -> letter.key().equals(poisoned.toString())))
                    .as("one dead letter for one poison")
                    .hasSize(1);
        }

        /** How many events wait under the key, 0 where it is not parked. */
        private int waiting(UUID key) {
            for (JsonNode each :
                    http().insist(Call.get(operations(), tokens.operator())).json()) {
                if (each.get("consumer").asText().equals(consumer)
                        && each.get("key").asText().equals(key.toString())) {
                    assertThat(each.get("held").asBoolean()).isFalse();
                    return each.get("waiting").asInt();
                }
            }
            return 0;
        }

        private int replay(UUID key) {
            String path = operations() + "/" + consumer + "/" + key + "/replay";
            return http().insist(Call.post(path, tokens.operator(), Map.of()))
                    .json()
                    .get("applied")
                    .asInt();
        }

        private String operations() {
            return "/api/" + service + "/operations/parked-keys";
        }
    }

    @Test
    @Order(5)
    void an_unreadable_event_parks_its_own_key_only() {
        String key = "unreadable-" + UUID.randomUUID();
        TestEvents.publish(Checker.DOSSIERS, key, Map.of("content-type", "text/plain"), "\u0000 not an event");
        TestEvents.publish(Checker.CASES, key, Map.of("ce_id", "no id"), "{");
        UUID id = Stories.received(clerk, Stories.COPY, false);
        clerk.awaitCase(Tokens.SPECIALIST, id, found -> true);
        clerk.claim(id);
        clerk.awaitDossier(id, found -> found.get("caseState").asText().equals("CLAIMED"));
        for (String service : List.of("processing", "notification", "intake")) {
            String keys = "/api/" + service + "/operations/parked-keys";
            await().atMost(SOON).until(() -> http().insist(Call.get(keys, tokens.operator()))
                    .text()
                    .contains(key));
            assertThat(http().insist(Call.get("/api/" + service + "/openapi", null))
                            .status())
                    .isEqualTo(200);
            // no operation forgets what will never be readable; the operator does it by hand
            Tables.run(suite().jdbcUrl(service), service, "delete from parked_event where key = '" + key + "'");
            Tables.run(suite().jdbcUrl(service), service, "delete from parked_key where key = '" + key + "'");
        }
    }

    @Test
    @Order(6)
    void a_second_process_of_each_service_goes_on_alone() {
        for (SuitePart service : SERVICES) {
            SECOND.put(service, suite().replica(service, service.key() + "-2", Map.of()));
        }
        SECOND.values().forEach(Replica::launch);
        SECOND.values().forEach(Replica::awaitReady);
        SERVICES.forEach(suite()::kill);
        Stories.returned(new Clerk(new Http(KillIT::second), tokens, LEDGER, PHONE));
        SERVICES.forEach(suite()::launch);
        SERVICES.forEach(suite()::awaitReady);
    }

    @Test
    @Order(7)
    void under_load_every_part_is_killed_at_random_and_all_clients_finish_what_they_began() throws Exception {
        List<Victim> victims = victims();
        Random random = new Random(SEED);
        Collections.shuffle(victims, random);
        AtomicBoolean over = new AtomicBoolean();
        ExecutorService threads = Executors.newCachedThreadPool();
        List<Http> lines = new ArrayList<>();
        List<Future<Integer>> clients = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            Http line = i % 3 == 2 ? new Http(KillIT::second) : Http.at(suite().publicUrl());
            lines.add(line);
            Random own = new Random(SEED + 1 + i);
            clients.add(threads.submit(() -> lifecycles(line, own, over)));
        }
        long end = System.nanoTime() + LOAD.toNanos();
        BlockingQueue<Victim> queue = new LinkedBlockingQueue<>(victims);
        List<Future<?>> killers = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            Random own = new Random(SEED + 100 + i);
            killers.add(threads.submit(() -> {
                while (System.nanoTime() < end || victims.stream().anyMatch(victim -> victim.kills.get() == 0)) {
                    Victim victim = queue.take();
                    pause(own, 900);
                    victim.kill();
                    pause(own, 500);
                    victim.start();
                    queue.add(victim);
                }
                return null;
            }));
        }
        for (Future<?> killer : killers) {
            killer.get();
        }
        over.set(true);
        int lifecycles = 0;
        for (Future<Integer> client : clients) {
            lifecycles += client.get();
        }
        threads.shutdown();
        System.err.printf(
                "%d lifecycles by %d clients; killed: %s; %d calls sent again, %d of them had been done%n",
                lifecycles,
                CLIENTS,
                victims,
                lines.stream().mapToInt(Http::repeats).sum(),
                lines.stream().mapToInt(Http::replays).sum());
        assertThat(lifecycles).isGreaterThanOrEqualTo(CLIENTS);
    }

    private static Integer lifecycles(Http line, Random random, AtomicBoolean over) {
        Clerk own = new Clerk(line, tokens, LEDGER, PHONE);
        List<Function<Clerk, UUID>> stories = List.copyOf(Stories.ALL.values());
        int told = 0;
        while (!over.get()) {
            Function<Clerk, UUID> story =
                    random.nextBoolean() ? Stories::returned : stories.get(random.nextInt(stories.size()));
            story.apply(own);
            told++;
        }
        return told;
    }

    @Test
    @Order(8)
    void every_acknowledged_act_is_there_once_and_all_sides_agree() {
        Evidence evidence = new Proof(http(), tokens, LEDGER, PHONE).isClean(QUIET);
        plantedInTheRealEvidenceIsFound(evidence);
    }

    /** The checker is not blind to what really lies there. */
    private static void plantedInTheRealEvidenceIsFound(Evidence evidence) {
        Fact last = evidence.events().stream()
                .filter(fact -> "HAND_OVER".equals(fact.text("action")))
                .findFirst()
                .orElseThrow();
        List<Fact> without = evidence.events().stream()
                .filter(fact -> !fact.id().equals(last.id()))
                .toList();
        assertThat(Checker.findings(with(evidence, evidence.dossiers(), without)))
                .extracting(Finding::kind)
                .contains(Kind.LOSS);

        List<Fact> twice = new ArrayList<>(evidence.events());
        twice.add(new Fact(last.topic(), last.dossier(), UUID.randomUUID(), last.data()));
        assertThat(Checker.findings(with(evidence, evidence.dossiers(), twice)))
                .extracting(Finding::kind)
                .contains(Kind.DOUBLE);

        Known known = evidence.dossiers().get(last.dossier());
        ObjectNode elsewhere = known.file().deepCopy();
        elsewhere.put("state", "PROPOSED");
        Map<UUID, Known> differing = new HashMap<>(evidence.dossiers());
        differing.put(
                known.id(),
                new Known(known.id(), known.view(), known.history(), elsewhere, known.giveback(), known.messages()));
        assertThat(Checker.findings(with(evidence, differing, evidence.events())))
                .extracting(Finding::kind)
                .contains(Kind.DISAGREEMENT);
    }

    private static Evidence with(Evidence evidence, Map<UUID, Known> dossiers, List<Fact> events) {
        return new Evidence(evidence.acks(), evidence.found(), dossiers, events, evidence.parked());
    }

    // whom it hits

    /** A process that is killed and started again, on its port and data. */
    private static final class Victim {
        private final String name;
        private final Runnable kill;
        private final Runnable start;
        private final AtomicInteger kills = new AtomicInteger();

        Victim(String name, Runnable kill, Runnable start) {
            this.name = name;
            this.kill = kill;
            this.start = start;
        }

        void kill() {
            kill.run();
            kills.incrementAndGet();
        }

        void start() {
            start.run();
        }

        @Override
        public String toString() {
            return name + " " + kills;
        }
    }

    private static List<Victim> victims() {
        List<Victim> victims = new ArrayList<>();
        List<SuitePart> parts = new ArrayList<>(SERVICES);
        parts.addAll(List.of(SuitePart.GATEWAY, SuitePart.KAFKA, SuitePart.POSTGRES));
        parts.forEach(
                part -> victims.add(new Victim(part.label(), () -> suite().kill(part), () -> suite().start(part))));
        SECOND.forEach(
                (service, replica) -> victims.add(new Victim(service.label() + " (2)", replica::kill, replica::start)));
        return victims;
    }

    private static String second(String path) {
        return SECOND.entrySet().stream()
                .filter(each -> path.startsWith("/api/" + each.getKey().key() + "/"))
                .findFirst()
                .map(each -> each.getValue().url())
                .orElseThrow();
    }

    // what is needed

    private static Http http() {
        return clerk.http();
    }

    private UUID presented() {
        UUID id = clerk.open(Stories.COPY, Map.of("quantities", Map.of("pages", 1, "copies", 1)));
        clerk.presentAll(id, false);
        return id;
    }

    /** Decided and paid, so that it can be handed over. */
    private static UUID ready() {
        UUID id = Stories.decided(clerk);
        pay(id);
        clerk.awaitReturn(id, found -> found.get("allowedActions").size() > 0);
        return id;
    }

    private static void pay(UUID id) {
        long open = clerk.dossier(id).get("fees").get("openVnd").asLong();
        clerk.act(Tokens.CASHIER, id, "PAY", Map.of("amountVnd", open, "method", "CASH"));
    }

    private static int messages(UUID id) {
        return http().insist(Call.get("/api/notification/messages?limit=100&dossier=" + id, tokens.of(Tokens.AUDITOR)))
                .json()
                .path("items")
                .size();
    }

    private static void pause(Random random, int millisMax) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(random.nextInt(millisMax)));
    }
}
