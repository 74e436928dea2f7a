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

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
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
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * {@code kill -9} of every part of the suite, at chosen moments and at random, all of it while several clients work. Whatever a client was told has been done is
 * there once, and all sides agree in the end; the last test asks the {@link Checker}.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class KillIT extends SuiteFixture {
    private static final int CLIENTS = 4;
    private static final int KILLERS = 2;
    private static final Duration AT_RANDOM = Duration.ofSeconds(Integer.getInteger("seconds", 60));
    private static final Duration WITHOUT_KAFKA = Duration.ofSeconds(30);
    /** Between two people at the counter: without it hundreds are received, and proving them takes longer than all else here. */
    private static final int NEXT_PERSON_MS = 400;

    private static final Duration SOON = Duration.ofSeconds(180);
    private static final Duration QUIET = Duration.ofSeconds(120);
    private static final long SEED = Long.getLong("seed", System.nanoTime());
    private static final List<SuitePart> SERVICES =
            List.of(SuitePart.CATALOG, SuitePart.INTAKE, SuitePart.PROCESSING, SuitePart.NOTIFICATION);

    private static final Ledger LEDGER = new Ledger();
    private static final String PHONE = Proof.newPhone();
    private static final Map<SuitePart, Replica> SECOND = new ConcurrentHashMap<>();
    private static final Load LOAD = new Load();
    private static Tokens tokens;
    private static Clerk clerk;

    @BeforeAll
    static void allIsUp() {
        System.err.println("KillIT -Dseed=" + SEED);
        tokens = new Tokens(suite());
        clerk = new Clerk(Http.at(suite().publicUrl()), tokens, LEDGER, PHONE);
        LOAD.begin();
    }

    @AfterAll
    static void allIsUpAgain() {
        LOAD.over.set(true);
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
        String procedure = imported();
        SERVICES.forEach(suite()::kill);
        for (SuitePart service : SERVICES) {
            assertThat(Tables.count(suite().jdbcUrl(service.key()), service.key(), "outbox"))
                    .as("committed by %s and not sent", service.label())
                    .isPositive();
        }
        suite().start(SuitePart.KAFKA);
        SERVICES.forEach(suite()::launch);
        SERVICES.forEach(suite()::awaitReady);

        clerk.awaitCase(Tokens.SPECIALIST, received, found -> true);
        clerk.awaitStage(decided, "DECIDED");
        clerk.awaitStage(handedOver, "RETURNED");
        TestEvents.await("catalog.procedures", SOON, event -> event.key().equals(procedure + "@1"));
    }

    /** A procedure that nobody uses and that is far from being in force; its code. */
    private static String imported() {
        String code = "8." + String.format("%06d", new Random(SEED).nextInt(1_000_000));
        Map<String, String> lists = Map.of(
                "procedures.csv",
                "code,name,field,level,time_limit_value,time_limit_unit,fee_vnd,service_level,authority,legal_basis,source\n"
                        + code + ",Thủ tục thử,Hộ tịch,Cấp xã,,,,,,,x\n",
                "procedure_methods.csv",
                "procedure_code,method,time_value,time_unit,fee_vnd,fee_note,description,source\n" + code
                        + ",in_person,3,working_day,,,,x\n",
                "procedure_documents.csv",
                "procedure_code,document_name,original_or_copy,quantity,source,case_name\n" + code
                        + ",Tờ khai,original,1,x,\n",
                "procedure_results.csv",
                "procedure_code,result_name,result_code,source\n" + code + ",Giấy,,x\n");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> list : lists.entrySet()) {
                zip.putNextEntry(new ZipEntry(list.getKey()));
                zip.write(list.getValue().getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Http.Answer answer = http().insist(new Call(
                "POST",
                "/api/catalog/imports?effectiveFrom=2099-01-01",
                tokens.of(Tokens.EDITOR),
                UUID.randomUUID().toString(),
                null,
                "application/zip",
                bytes.toByteArray()));
        assertThat(answer.status()).as("%s", answer).isEqualTo(200);
        assertThat(answer.text()).contains("ADDED");
        String path = "/api/catalog/imports/" + answer.json().path("proposal").asText();
        decided(path, Tokens.EDITOR, Map.of("action", "SUBMIT", "reason", "Thử"));
        decided(path, Tokens.CHAIR, Map.of("action", "RELEASE"));
        return code;
    }

    /** One of the two people who let an import become public. */
    private static void decided(String path, String who, Map<String, String> act) {
        Http.Answer seen = http().insist(Call.get(path, tokens.of(who)));
        Http.Answer answer =
                http().insist(Call.post(path + "/actions", tokens.of(who), act).match(seen.etag()));
        assertThat(answer.status()).as("%s", answer).isEqualTo(200);
    }

    @Test
    @Order(2)
    void an_effect_whose_acknowledgement_was_lost_happens_once() {
        redelivered(SuitePart.PROCESSING, "processing.dossiers", "processing-service", Checker.DOSSIERS);
        redelivered(SuitePart.INTAKE, "intake.cases", "intake.cases", Checker.CASES);
        redelivered(SuitePart.INTAKE, "intake.returns", "intake.returns", Checker.RETURNS);
        redelivered(SuitePart.NOTIFICATION, "notification.dossiers", "notification-service", Checker.DOSSIERS);
    }

    /** Kills the service, under load, where an effect is committed and Kafka has not its acknowledgement; tries until it was quick enough. */
    private static void redelivered(SuitePart service, String consumer, String group, String topic) {
        for (int attempt = 1; attempt <= 12; attempt++) {
            await().atMost(SOON)
                    .pollInterval(Duration.ofMillis(10))
                    .until(() -> again(service, consumer, group, topic) > 0);
            suite().kill(service);
            long again = again(service, consumer, group, topic);
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

    /** How many events of the topic have had their effect and will be delivered again if the service dies now. */
    private static long again(SuitePart service, String consumer, String group, String topic) {
        List<UUID> unacknowledged = Offsets.of(suite().bootstrapServers()).unacknowledged(group, topic);
        return unacknowledged.isEmpty()
                ? 0
                : Tables.effects(suite().jdbcUrl(service.key()), service.key(), consumer, unacknowledged);
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
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(NEXT_PERSON_MS));
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
                KillIT::toldOfTheTransfer);
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
            int parked = service.equals("notification") ? 2 : 1;
            await().atMost(SOON).until(() -> parkedUnder(service, key).size() == parked);
            for (JsonNode each : parkedUnder(service, key)) {
                String path = "/api/" + service + "/operations/parked-keys/"
                        + each.get("consumer").asText() + "/" + key;
                JsonNode replayed = http().insist(Call.post(path + "/replay", tokens.operator(), Map.of()))
                        .json();
                assertThat(replayed.get("applied").asInt()).as("never readable").isZero();
                Http.Answer discarded = http().insist(Call.post(
                        path + "/discard",
                        tokens.operator(),
                        Map.of("eventId", each.get("first").asText(), "reasonCode", "UNREADABLE")));
                assertThat(discarded.json().path("discarded").asBoolean())
                        .as("%s", discarded)
                        .isTrue();
            }
            assertThat(parkedUnder(service, key)).isEmpty();
        }
    }

    private static List<JsonNode> parkedUnder(String service, String key) {
        List<JsonNode> found = new ArrayList<>();
        http().insist(Call.get("/api/" + service + "/operations/parked-keys", tokens.operator()))
                .json()
                .forEach(each -> {
                    if (each.get("key").asText().equals(key)) {
                        found.add(each);
                    }
                });
        return found;
    }

    @Test
    @Order(6)
    void a_second_process_of_each_service_goes_on_alone() {
        Map<SuitePart, Replica> second = new LinkedHashMap<>();
        for (SuitePart service : SERVICES) {
            second.put(service, suite().replica(service, service.key() + "-2", Map.of()));
        }
        second.values().forEach(Replica::launch);
        second.values().forEach(Replica::awaitReady);
        SECOND.putAll(second);
        SERVICES.forEach(suite()::kill);
        Stories.returned(new Clerk(new Http(KillIT::second), tokens, LEDGER, PHONE));
        SERVICES.forEach(suite()::launch);
        SERVICES.forEach(suite()::awaitReady);
    }

    @Test
    @Order(7)
    void under_load_every_part_is_killed_at_random_and_comes_back_on_its_port() throws Exception {
        List<Victim> victims = victims();
        Collections.shuffle(victims, new Random(SEED));
        long end = System.nanoTime() + AT_RANDOM.toNanos();
        BlockingQueue<Victim> queue = new LinkedBlockingQueue<>(victims);
        ExecutorService threads = Executors.newFixedThreadPool(KILLERS);
        List<Future<?>> killers = new ArrayList<>();
        for (int i = 0; i < KILLERS; i++) {
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
        threads.shutdown();
        System.err.printf("killed: %s%n", victims);
    }

    @Test
    @Order(8)
    void all_clients_finish_what_they_began_and_every_acknowledged_act_is_there_once() throws Exception {
        int lifecycles = LOAD.finish();
        System.err.printf(
                "%d stories told by %d clients; %d calls sent again, %d of them had been done%n",
                lifecycles,
                CLIENTS,
                LOAD.lines.stream().mapToInt(Http::repeats).sum(),
                LOAD.lines.stream().mapToInt(Http::replays).sum());
        assertThat(lifecycles).isGreaterThanOrEqualTo(CLIENTS);
        Evidence evidence = new Proof(http(), tokens, LEDGER, PHONE).isClean(QUIET);
        plantedInTheRealEvidenceIsFound(evidence);
    }

    /** Clients that tell their stories through all these tests, every third of them to the second processes once there are any. */
    private static final class Load {
        private final AtomicBoolean over = new AtomicBoolean();
        private final ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
        private final List<Http> lines = new ArrayList<>();
        private final List<Future<Integer>> clients = new ArrayList<>();

        void begin() {
            for (int i = 0; i < CLIENTS; i++) {
                Http line = i % 3 == 2 ? new Http(KillIT::second) : Http.at(suite().publicUrl());
                lines.add(line);
                Random own = new Random(SEED + 1 + i);
                clients.add(threads.submit(() -> stories(line, own)));
            }
        }

        /** Lets every client end its story; how many were told. */
        int finish() throws Exception {
            over.set(true);
            int told = 0;
            for (Future<Integer> client : clients) {
                told += client.get();
            }
            threads.shutdown();
            return told;
        }

        private int stories(Http line, Random random) {
            Clerk own = new Clerk(line, tokens, LEDGER, PHONE);
            List<Function<Clerk, UUID>> stories = List.copyOf(Stories.ALL.values());
            int told = 0;
            while (!over.get()) {
                Function<Clerk, UUID> story =
                        random.nextBoolean() ? Stories::returned : stories.get(random.nextInt(stories.size()));
                story.apply(own);
                told++;
                pause(random, 1_000);
            }
            return told;
        }
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

        /** A service whose database dies while it begins ends; whoever runs it starts it again. */
        void start() {
            for (int attempt = 1; ; attempt++) {
                try {
                    start.run();
                    return;
                } catch (IllegalStateException ended) {
                    if (attempt == 5) {
                        throw ended;
                    }
                    System.err.println(name + " is started again: " + ended.getMessage());
                    kill.run();
                }
            }
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
                .orElseGet(suite()::publicUrl);
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
        clerk.awaitReturn(id, found -> !found.get("feesOpen").asBoolean()); // its event has come before Kafka goes
        return id;
    }

    private static void pay(UUID id) {
        long open = clerk.dossier(id).get("fees").get("openVnd").asLong();
        clerk.act(Tokens.CASHIER, id, "PAY", Map.of("amountVnd", open, "method", "CASH"));
    }

    private static boolean toldOfTheTransfer(UUID id) {
        for (JsonNode message : http().insist(
                        Call.get("/api/notification/messages?limit=100&dossier=" + id, tokens.of(Tokens.AUDITOR)))
                .json()
                .path("items")) {
            if (message.get("template").asText().equals("transferred")) {
                return true;
            }
        }
        return false;
    }

    private static void pause(Random random, int millisMax) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(random.nextInt(millisMax)));
    }
}
