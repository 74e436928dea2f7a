package vn.motcua.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import vn.motcua.devstack.Replica;
import vn.motcua.devstack.SuitePart;
import vn.motcua.e2e.Evidence.Fact;
import vn.motcua.e2e.Evidence.Known;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Every event twice, and shuffled across keys and topics, never within a key of one topic.
 *
 * <p>Two proofs, for two questions. What services <em>do</em> on an event depends on what officers did meanwhile, so it can only be
 * proven alive: the same stories are told once to the suite as it is and once to the suite with a {@link Disorder} between every
 * topic and every reader, intake's among them; every story must end in the same state. What services <em>know</em> from the events
 * alone can be proven exactly: processing and notification begin anew with empty databases, get the whole log twice and shuffled,
 * the catalogue in the midst of it, and must know to the letter what the running ones know. Afterwards the running ones get the log
 * once more, in order, and nothing may move.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RepeatAndDisorderIT extends SuiteFixture {
    private static final int TOLD = Integer.getInteger("told", 2);
    private static final int CLERKS = 6;
    private static final Duration QUIET = Duration.ofSeconds(90);
    private static final List<SuitePart> READERS =
            List.of(SuitePart.INTAKE, SuitePart.PROCESSING, SuitePart.NOTIFICATION);
    private static final String RUN = "disorder" + Long.toString(System.nanoTime(), 36);

    private static final long SEED = Long.getLong("seed", System.nanoTime());
    private static final Run ORDERED = new Run();
    private static final Run DISORDERED = new Run();

    /** One telling of all stories: who was told what, and which dossier came of which story. */
    private static final class Run {
        private final Ledger ledger = new Ledger();
        private final String phone = Proof.newPhone();
        private final Map<String, UUID> stories = new ConcurrentHashMap<>();
        private Evidence evidence;
    }

    @AfterAll
    static void inOrderAgain() {
        READERS.forEach(part -> suite().environment(part, Map.of()));
    }

    @Test
    @Order(1)
    void the_suite_under_disorder_ends_where_the_ordered_suite_ends() throws Exception {
        System.err.println("RepeatAndDisorderIT -Dseed=" + SEED);
        tell(ORDERED);
        ORDERED.evidence = proof(ORDERED).isClean(QUIET);

        try (Disorder disorder = new Disorder(suite().bootstrapServers(), SEED, routes())) {
            suite().environment(
                            SuitePart.INTAKE,
                            Map.of(
                                    incoming("cases"),
                                    to("intake", Checker.CASES),
                                    incoming("returns"),
                                    to("intake", Checker.RETURNS)));
            suite().environment(SuitePart.PROCESSING, Map.of(incoming("dossiers"), to("processing", Checker.DOSSIERS)));
            suite().environment(
                            SuitePart.NOTIFICATION,
                            Map.of(
                                    incoming("dossiers"), to("notification", Checker.DOSSIERS),
                                    incoming("cases"), to("notification", Checker.CASES)));
            suite().restart(READERS);
            tell(DISORDERED);
            await().atMost(QUIET).until(disorder::idle);
            DISORDERED.evidence = proof(DISORDERED).isClean(QUIET);
            System.err.printf(
                    "%d stories; %d events delivered, and %d of them again%n",
                    DISORDERED.stories.size(), disorder.first(), disorder.second());
            assertThat(disorder.second()).isEqualTo(disorder.first()).isGreaterThan(100);
        }
        assertThat(ends(DISORDERED)).isEqualTo(ends(ORDERED));
    }

    @Test
    @Order(2)
    void nothing_moves_when_the_log_of_the_disorder_comes_once_more_in_order() {
        Map<String, Object> before = ends(DISORDERED);
        READERS.forEach(part -> suite().environment(part, Map.of()));
        suite().restart(READERS);
        await().atMost(QUIET)
                .ignoreExceptions()
                .until(() -> behind("intake.cases", Checker.CASES)
                                + behind("intake.returns", Checker.RETURNS)
                                + behind("processing-service", Checker.DOSSIERS)
                                + behind("notification-service", Checker.DOSSIERS, Checker.CASES)
                        == 0);
        DISORDERED.evidence = proof(DISORDERED).isClean(QUIET);
        assertThat(ends(DISORDERED)).isEqualTo(before);
    }

    @Test
    @Order(3)
    void services_that_begin_anew_learn_to_the_letter_what_the_running_ones_know() {
        List<UUID> ids = Stream.of(ORDERED, DISORDERED)
                .flatMap(run -> run.stories.values().stream())
                .toList();
        String processing = suite().database("processing_anew", SuitePart.PROCESSING);
        String notification = suite().database("notification_anew", SuitePart.NOTIFICATION);
        int deliveries = Disorder.shuffled(suite().bootstrapServers(), SEED, anewRoutes(), log(ids));
        Replica processingAnew =
                suite().replica(SuitePart.PROCESSING, "processing-anew", anew("processing", processing));
        Replica notificationAnew =
                suite().replica(SuitePart.NOTIFICATION, "notification-anew", anew("notification", notification));
        try {
            processingAnew.launch();
            notificationAnew.launch();
            await().atMost(QUIET.multipliedBy(2))
                    .pollInterval(Duration.ofSeconds(1))
                    .ignoreExceptions()
                    .until(() -> behindAnew("processing") + behindAnew("notification") == 0
                            && Tables.count(processing, "processing", "parked_key") == 0
                            && Tables.count(notification, "notification", "parked_key") == 0);
            System.err.printf("%d dossiers; %d deliveries to services that began anew%n", ids.size(), deliveries);
            for (Tables.Question each : Tables.OF_PROCESSING) {
                assertThat(each.ask(processing, "processing", ids))
                        .as(each.what())
                        .isNotEmpty()
                        .isEqualTo(each.ask(suite().jdbcUrl("processing"), "processing", ids));
            }
            for (Tables.Question each : Tables.OF_NOTIFICATION) {
                assertThat(each.ask(notification, "notification", ids))
                        .as(each.what())
                        .isNotEmpty()
                        .isEqualTo(each.ask(suite().jdbcUrl("notification"), "notification", ids));
            }
        } finally {
            processingAnew.stop();
            notificationAnew.stop();
        }
    }

    // the runs

    private static void tell(Run run) throws Exception {
        Tokens tokens = new Tokens(suite());
        ExecutorService clerks = Executors.newFixedThreadPool(CLERKS);
        List<Future<?>> told = new ArrayList<>();
        for (int i = 0; i < TOLD; i++) {
            for (Map.Entry<String, Function<Clerk, UUID>> story : Stories.ALL.entrySet()) {
                String name = story.getKey() + ", " + (i + 1);
                told.add(clerks.submit(() -> {
                    Clerk clerk = new Clerk(Http.at(suite().publicUrl()), tokens, run.ledger, run.phone);
                    run.stories.put(name, story.getValue().apply(clerk));
                }));
            }
        }
        clerks.shutdown();
        for (Future<?> each : told) {
            each.get();
        }
    }

    private static Proof proof(Run run) {
        return new Proof(Http.at(suite().publicUrl()), new Tokens(suite()), run.ledger, run.phone);
    }

    /** Every reader has its own disorder. */
    private static Map<String, List<String>> routes() {
        return Map.of(
                Checker.DOSSIERS, List.of(to("processing", Checker.DOSSIERS), to("notification", Checker.DOSSIERS)),
                Checker.CASES, List.of(to("intake", Checker.CASES), to("notification", Checker.CASES)),
                Checker.RETURNS, List.of(to("intake", Checker.RETURNS)));
    }

    private static long behind(String group, String... topics) {
        return Offsets.of(suite().bootstrapServers()).behind(group, Set.of(topics));
    }

    private static String to(String reader, String topic) {
        return RUN + "." + reader + "." + topic;
    }

    private static String incoming(String channel) {
        return "MP_MESSAGING_INCOMING_"
                + channel.toUpperCase(java.util.Locale.ROOT).replace('-', '_') + "_TOPIC";
    }

    // where a story ends, without what differs from day to day: ids, instants, codes

    private static Map<String, Object> ends(Run run) {
        Map<String, Object> ends = new TreeMap<>();
        run.stories.forEach((story, id) -> ends.put(story, end(run.evidence, id)));
        return ends;
    }

    private static Object end(Evidence evidence, UUID id) {
        Known known = evidence.dossiers().get(id);
        Map<String, Object> end = new LinkedHashMap<>();
        end.put(
                "dossier",
                fields(
                        known.view(),
                        "stage",
                        "step",
                        "sequence",
                        "department",
                        "originalsHeld",
                        "withdrawalAnswer",
                        "caseState",
                        "returnState",
                        "fees",
                        "allowedActions"));
        end.put("papers", lines(known.view().get("papers"), "component", "state", "open", "asked"));
        end.put(
                "published",
                evidence.events().stream()
                        .filter(fact ->
                                fact.dossier().equals(id) && fact.topic().equals(Checker.DOSSIERS))
                        .collect(Collectors.toMap(Fact::id, Fact::data, (one, again) -> one, LinkedHashMap::new))
                        .values()
                        .stream()
                        .map(data -> fields(
                                data,
                                "sequence",
                                "action",
                                "outcome",
                                "previousStage",
                                "stage",
                                "reasonCode",
                                "feesOpen",
                                "originalsHeld",
                                "decisionKind"))
                        .toList());
        end.put(
                "recorded",
                known.history().stream()
                        .filter(act -> act.get("outcome").asText().equals("RECORDED"))
                        .map(act -> fields(act, "action", "actor"))
                        .sorted()
                        .toList());
        end.put(
                "case",
                known.file() == null
                        ? null
                        : fields(
                                known.file(), "state", "frozen", "pending", "department", "refusal", "sentBackReason"));
        end.put(
                "acts of the case",
                known.file() == null
                        ? null
                        : lines(known.file().get("history"), "act", "role", "state", "department", "reasonCode"));
        end.put(
                "return",
                known.giveback() == null
                        ? null
                        : fields(known.giveback(), "state", "holds", "pending", "feesOpen", "refusedReason"));
        end.put(
                "messages",
                known.messages().stream()
                        .map(message -> fields(message, "sequence", "template", "audience", "channel", "title"))
                        .toList());
        return end;
    }

    private static List<String> lines(JsonNode array, String... names) {
        List<String> lines = new ArrayList<>();
        array.forEach(item -> lines.add(fields(item, names)));
        return lines;
    }

    private static String fields(JsonNode node, String... names) {
        return Stream.of(names).map(name -> name + "=" + node.path(name)).collect(Collectors.joining(" "));
    }

    // services that begin anew

    private static final String PROCEDURES = "catalog.procedures";
    private static final String UNITS = "catalog.units";
    private static final String CALENDARS = "catalog.calendars";

    /** The topics of every channel of a service. */
    private static final Map<String, Map<String, String>> SEEN_BY = Map.of(
            "processing",
            Map.of(
                    "procedures", PROCEDURES,
                    "checklists", PROCEDURES,
                    "units", UNITS,
                    "known-units", UNITS,
                    "calendars", CALENDARS,
                    "dossiers", Checker.DOSSIERS),
            "notification",
            Map.of(
                    "procedures", PROCEDURES,
                    "units", UNITS,
                    "calendars", CALENDARS,
                    "dossiers", Checker.DOSSIERS,
                    "cases", Checker.CASES));

    /** A group of its own for every channel: two of them may read the same topic. */
    private static String group(String service, String channel) {
        return RUN + "." + service + "." + channel;
    }

    /** Deliveries that a service has not acknowledged yet. */
    private static long behindAnew(String service) {
        return SEEN_BY.get(service).entrySet().stream()
                .mapToLong(channel -> behind(group(service, channel.getKey()), to("anew", channel.getValue())))
                .sum();
    }

    /** What the events of these dossiers rest on, and the events themselves. */
    private static List<ConsumerRecord<String, String>> log(List<UUID> ids) {
        Set<String> keys = ids.stream().map(UUID::toString).collect(Collectors.toSet());
        return Offsets.of(suite().bootstrapServers()).read(anewRoutes().keySet()).stream()
                .filter(event -> keys.contains(event.key())
                        || event.key().equals(Desk.MUONG_SAI)
                        || Stream.of(Stories.COPY, Stories.BIRTH, Stories.MARITAL_STATUS)
                                .anyMatch(code -> event.key().startsWith(code + "@")))
                .toList();
    }

    private static Map<String, String> anewRoutes() {
        return Stream.of(PROCEDURES, UNITS, CALENDARS, Checker.DOSSIERS, Checker.CASES)
                .collect(Collectors.toMap(topic -> topic, topic -> to("anew", topic)));
    }

    /** Reads the shuffled topics from their beginning, keeps its own events to itself: nobody may hear of cases opened anew. */
    private static Map<String, String> anew(String service, String database) {
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("QUARKUS_DATASOURCE_JDBC_URL", database);
        environment.put("KAFKA_BOOTSTRAP_SERVERS", "localhost:1");
        environment.put("MP_MESSAGING_CONNECTOR_SMALLRYE_KAFKA_BOOTSTRAP_SERVERS", suite().bootstrapServers());
        SEEN_BY.get(service).forEach((channel, topic) -> {
            environment.put(incoming(channel), to("anew", topic));
            environment.put(incoming(channel).replace("_TOPIC", "_GROUP_ID"), group(service, channel));
        });
        return environment;
    }
}
