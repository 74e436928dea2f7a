package vn.motcua.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.motcua.devstack.Replica;
import vn.motcua.devstack.SuitePart;
import vn.motcua.e2e.Http.Call;
import vn.motcua.e2e.Smsc.Segment;
import vn.motcua.e2e.Smsc.Whims;

import java.text.Normalizer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Messages of dossiers that go through the packaged suite, to an app's gateway, two providers of short messages and a mail server that stand here. Two processes of
 * notification send, and are killed in turn in the middle of it; the first provider dies with what it was given and comes back, drops answers, throttles and does
 * not reach some phones; the gateway fails, cuts and delays calls. All is told once and then judged from outside: by what each of them was
 * given, the portal and the ledger.
 */
class MessagesIT extends SuiteFixture {
    private static final ZoneId LEGAL = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final long SEED = Long.getLong("seed", System.nanoTime());
    private static final int KILLS = Math.max(2, Integer.getInteger("kills", 4));
    private static final int SEGMENTS_BETWEEN_KILLS = 4;
    private static final int THREADS = 3;
    private static final int SEGMENT_VND = 350;
    /** Short messages and letters: a call of the gateway that was cut is asked for again. */
    private static final int WAYS_IN_DOUBT = 2;

    private static final Duration ANSWER = Duration.ofSeconds(2);
    private static final Duration SOON = Duration.ofSeconds(180);
    private static final String NAME = "Quàng Thị Vui";
    private static final String NUMBER = "014190001234";

    /** What a phone is told in each story, and by which words the short message is known. */
    private static final Map<String, Set<String>> TOLD = Map.of(
            "decided, not yet collected", Set.of("received", "result-ready"),
            "waits for a supplement", Set.of("received", "supplement"),
            "refused at the desk", Set.of("refused"));

    private static final Map<String, String> WORDS = Map.of(
            "received", "Đã tiếp nhận hồ sơ",
            "result-ready", "Đã có kết quả hồ sơ",
            "supplement", "cần bổ sung",
            "refused", "không được tiếp nhận");

    private static final List<String> STORIES = List.of(
            "decided, not yet collected",
            "refused at the desk",
            "waits for a supplement",
            "refused at the desk",
            "refused at the desk");
    private static final int CLIENTS = 3;
    private static final int DOSSIERS_LEAST = 15;
    private static final int ONE_IN_SO_MANY_HAS_THE_APP = 3;

    /** The gateway knows the former one only, as while secrets are exchanged. */
    private static final String SECRET = "whsec_bmV3LXNlY3JldC1vZi10aGUtbWVzc2FnZXMtaXQ=";

    private static final String FORMER_SECRET = "whsec_Zm9ybWVyLXNlY3JldC1vZi10aGUtbWVzc2FnZXM=";

    /** What goes wrong on the lines is what is wanted here; a logger that nobody holds is collected, and its level with it. */
    private static final List<Logger> SILENT =
            Stream.of("org.jsmpp", "com.icegreen").map(Logger::getLogger).toList();

    private static final List<Told> DOSSIERS = new CopyOnWriteArrayList<>();
    private static final Set<String> IN_DOUBT = ConcurrentHashMap.newKeySet();
    private static final AtomicInteger NEXT = new AtomicInteger();
    private static final Semaphore WANTED = new Semaphore(0);
    private static final AtomicBoolean OVER = new AtomicBoolean();
    private static List<Sending> processes;
    private static Tokens tokens;
    private static Http http;
    private static Smsc first;
    private static Smsc second;
    private static AppGateway app;
    private static GreenMail mail;
    private static Replica replica;

    /** A process that sends, and by which system id providers know it. */
    private record Sending(String system, Runnable kill, Runnable start) {
        int segments() {
            return (int) allSegments().filter(each -> system.equals(each.by())).count();
        }
    }

    /** A dossier whose story is told, and whom it is told to; nobody else has the phone or the address. */
    private record Told(UUID id, String story, String phone, String email, boolean app) {
        String international() {
            return "84" + phone.substring(1);
        }
    }

    /**
     * A delivery as the API tells of it.
     *
     * @param template of its message
     */
    private record Sent(UUID message, String template, String channel, String state) {}

    @BeforeAll
    static void allIsToldWhileTheSendersAreKilled() throws Exception {
        System.err.println("MessagesIT -Dseed=" + SEED);
        SILENT.forEach(logger -> logger.setLevel(Level.OFF));
        Thread.setDefaultUncaughtExceptionHandler(MessagesIT::failed);
        beginsAnew();
        phonesMayRing();
        tokens = new Tokens(suite());
        http = Http.at(suite().publicUrl());
        Random random = new Random(SEED);
        receiversStand(random);
        twoProcessesSend();
        ExecutorService threads = Executors.newCachedThreadPool();
        try {
            List<Future<?>> work = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                work.add(threads.submit(MessagesIT::tell));
            }
            threads.submit(MessagesIT::watch);
            kill(random);
            OVER.set(true);
            for (Future<?> each : work) {
                each.get(SOON.toSeconds(), TimeUnit.SECONDS);
            }
            await().atMost(SOON).pollInterval(Duration.ofMillis(500)).until(MessagesIT::settled);
        } finally {
            OVER.set(true);
            threads.shutdownNow();
        }
        System.err.printf(
                "%d dossiers, %d and %d segments, %d calls of the app, %d letters, %d kills, %d answers dropped, %d hand-overs in doubt%n",
                DOSSIERS.size(),
                first.taken().size(),
                second.taken().size(),
                app.calls().size(),
                mail.getReceivedMessages().length,
                KILLS,
                first.dropped() + second.dropped(),
                IN_DOUBT.size());
    }

    /** A second try is told of nothing that the first one did. */
    private static void beginsAnew() {
        OVER.set(false);
        NEXT.set(0);
        WANTED.drainPermits();
        DOSSIERS.clear();
        IN_DOUBT.clear();
    }

    private static void receiversStand(Random random) {
        String run = UUID.randomUUID().toString().substring(0, 8);
        first = new Smsc("first-" + run, whims(random), ANSWER.plusMillis(800), SEED);
        second = new Smsc("second-" + run, new Whims(Set.of(), Set.of(), Set.of(2)), ANSWER.plusMillis(800), SEED);
        List<Integer> calls = some(random, 15, 6);
        app = new AppGateway(
                FORMER_SECRET,
                new AppGateway.Whims(
                        Set.copyOf(calls.subList(0, 3)),
                        Set.copyOf(some(random, 5, 2)),
                        Set.copyOf(calls.subList(3, 6))),
                Clock.offset(Clock.systemUTC(), suite().clockOffset()));
        mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mail.start();
    }

    private static void twoProcessesSend() {
        suite().stop(SuitePart.NOTIFICATION);
        suite().environment(SuitePart.NOTIFICATION, environment());
        replica = suite().replica(SuitePart.NOTIFICATION, "notification-messages", systems("motcua-2"));
        processes = List.of(
                new Sending("motcua-1", () -> suite().kill(SuitePart.NOTIFICATION), () -> suite().start(
                                SuitePart.NOTIFICATION)),
                new Sending("motcua-2", replica::kill, replica::start));
        suite().launch(SuitePart.NOTIFICATION);
        replica.launch();
        suite().awaitReady(SuitePart.NOTIFICATION);
        replica.awaitReady();
    }

    @AfterAll
    static void sendsNothingAnyMore() {
        replica.stop();
        suite().environment(SuitePart.NOTIFICATION, Map.of());
        suite().restart(SuitePart.NOTIFICATION);
        first.close();
        second.close();
        app.close();
        mail.stop();
        Thread.setDefaultUncaughtExceptionHandler(null);
    }

    /** The mail server's threads die with the whole of a letter that was cut in its middle. */
    private static void failed(Thread thread, Throwable why) {
        if (!thread.getName().startsWith("smtp:")) {
            System.err.println(thread.getName() + ": " + why);
        }
    }

    /** By day, also where the suite is tested by night: its clock goes on to the next morning. */
    private static void phonesMayRing() {
        ZonedDateTime now = now();
        int minutes = now.getHour() * 60 + now.getMinute();
        if (minutes < 7 * 60 || minutes >= 20 * 60 + 30) {
            ZonedDateTime morning = now.plusHours(4).toLocalDate().atTime(9, 0).atZone(LEGAL);
            suite().restartServices(suite().clockOffset().plus(Duration.between(now, morning)));
        }
    }

    private static ZonedDateTime now() {
        return Instant.now().plus(suite().clockOffset()).atZone(LEGAL);
    }

    private static Whims whims(Random random) {
        List<Integer> some = some(random, 30, 8);
        return new Whims(
                Set.copyOf(some.subList(0, 3)), Set.copyOf(some.subList(3, 5)), Set.copyOf(some.subList(5, 8)));
    }

    private static List<Integer> some(Random random, int upTo, int howMany) {
        return random.ints(1, upTo + 1).distinct().limit(howMany).boxed().toList();
    }

    private static Map<String, String> systems(String id) {
        return Map.of("NOTIFICATION_SMS_FIRST_SYSTEM_ID", id, "NOTIFICATION_SMS_SECOND_SYSTEM_ID", id);
    }

    private static Map<String, String> environment() {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("NOTIFICATION_INTAKE_URL", suite().url(SuitePart.INTAKE));
        all.put("QUARKUS_OIDC_CLIENT_CLIENT_ENABLED", "true");
        all.put("QUARKUS_OIDC_CLIENT_CREDENTIALS_SECRET", "demo-notification");
        Map.of("FIRST", first, "SECOND", second).forEach((which, smsc) -> {
            String name = "NOTIFICATION_SMS_" + which;
            all.put(name + "_NAME", smsc.name());
            all.put(name + "_HOST", "127.0.0.1");
            all.put(name + "_PORT", Integer.toString(smsc.port()));
            all.put(name + "_PASSWORD", "demo");
            all.put(name + "_SENDER", "MOTCUA");
            all.put(name + "_SEGMENT_VND", Integer.toString(SEGMENT_VND));
            all.put(name + "_ANSWER", ANSWER.toString());
        });
        all.putAll(systems("motcua-1"));
        all.put("NOTIFICATION_WEBHOOK_URL", app.url());
        all.put("NOTIFICATION_WEBHOOK_SECRET", SECRET);
        all.put("NOTIFICATION_WEBHOOK_FORMER_SECRET", FORMER_SECRET);
        // diacritics at any price: messages of several segments
        all.put("NOTIFICATION_SMS_DIACRITICS_SEGMENTS", "3");
        all.put("NOTIFICATION_MAIL_FROM", "motcua@muongsai.example");
        all.put("QUARKUS_MAILER_HOST", "127.0.0.1");
        all.put("QUARKUS_MAILER_PORT", Integer.toString(mail.getSmtp().getPort()));
        all.put("NOTIFICATION_SENDING_THREADS", Integer.toString(THREADS));
        all.put("NOTIFICATION_SENDING_LEASE", "PT6S");
        all.put("NOTIFICATION_SENDING_RECEIPT_WINDOW", "PT5S");
        // what a killed process was to read is read by the other soon
        all.put("MP_MESSAGING_CONNECTOR_SMALLRYE_KAFKA_SESSION_TIMEOUT_MS", "5000");
        all.put("MP_MESSAGING_CONNECTOR_SMALLRYE_KAFKA_HEARTBEAT_INTERVAL_MS", "1000");
        // what other tests left to be collected stays where it is
        all.put("NOTIFICATION_REMINDERS_DAYS", "3650");
        return all;
    }

    // what happens

    /** Dossiers for as long as somebody is killed, when they are wanted. */
    private static Void tell() throws InterruptedException {
        while (!OVER.get() || NEXT.get() < DOSSIERS_LEAST) {
            if (OVER.get() || WANTED.tryAcquire(100, TimeUnit.MILLISECONDS)) {
                one(NEXT.getAndIncrement());
            }
        }
        return null;
    }

    private static void one(int number) {
        String story = STORIES.get(number % STORIES.size());
        boolean hasTheApp = number % ONE_IN_SO_MANY_HAS_THE_APP == 0;
        String phone = Proof.newPhone();
        String email = "p" + phone + "@example.vn";
        if (hasTheApp) {
            app.knows(phone);
        }
        Map<String, Object> owner = Map.of(
                "name",
                NAME,
                "identifierKind",
                "CITIZEN_NUMBER",
                "identifier",
                NUMBER,
                "phone",
                phone,
                "phoneOwner",
                "SELF",
                "email",
                email);
        UUID id = Stories.ALL.get(story).apply(new Clerk(http, tokens, new Ledger(), owner));
        DOSSIERS.add(new Told(id, story, phone, email, hasTheApp));
    }

    /**
     * Each process in turn, when it has given some segments more away, which is in the middle of several messages. Between the first two
     * kills the first provider dies, and comes back when the second has rung for it.
     */
    private static void kill(Random random) throws InterruptedException {
        for (int i = 0; i < KILLS; i++) {
            Sending process = processes.get(i % processes.size());
            int more = process.segments() + 1 + random.nextInt(SEGMENTS_BETWEEN_KILLS);
            tellUntil(() -> process.segments() >= more);
            Thread.sleep(random.nextInt(100));
            process.kill.run();
            process.start.run();
            if (i == 0) {
                int then = first.taken().size() + 1 + random.nextInt(SEGMENTS_BETWEEN_KILLS);
                tellUntil(() -> first.taken().size() >= then);
                first.die();
            }
            if (i == 1) {
                tellUntil(() -> second.taken().size() > SEGMENTS_BETWEEN_KILLS);
                first.rise();
            }
        }
    }

    /** Lets dossiers be told, a few at once and one more each time when nothing comes of them for a moment. */
    private static void tellUntil(BooleanSupplier reached) {
        WANTED.release(CLIENTS);
        long end = System.nanoTime() + SOON.toNanos();
        while (!reached.getAsBoolean()) {
            long moment = System.nanoTime() + TimeUnit.SECONDS.toNanos(2);
            while (!reached.getAsBoolean() && System.nanoTime() < moment) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
            }
            assertThat(System.nanoTime()).as("nothing is sent any more").isLessThan(end);
            WANTED.release();
        }
        WANTED.drainPermits();
    }

    /** Notes every hand-over that is in doubt for longer than a moment. */
    private static void watch() {
        try {
            while (true) {
                IN_DOUBT.addAll(Tables.column(
                        suite().jdbcUrl("notification"),
                        "notification",
                        "select id from delivery where state in ('UNKNOWN', 'GIVEN_UP') and provider in ('smtp', '"
                                + first.name() + "', '" + second.name() + "')"));
                Thread.sleep(250);
            }
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean settled() {
        return Stream.of(first, second)
                        .allMatch(each ->
                                each.acknowledged().size() == each.taken().size())
                && DOSSIERS.stream().allMatch(MessagesIT::settled);
    }

    private static boolean settled(Told told) {
        List<Sent> all = deliveries(told);
        boolean complete = told.app
                ? by("WEBHOOK", all).keySet().containsAll(TOLD.get(told.story))
                : by("SMS", all).keySet().equals(TOLD.get(told.story));
        return complete && all.stream().noneMatch(each -> open(each.channel, each.state));
    }

    /** Letters and calls have no receipt: they stay handed over. */
    private static boolean open(String channel, String state) {
        return Set.of("WAITING", "SENDING", "UNKNOWN").contains(state)
                || channel.equals("SMS") && state.equals("HANDED_OVER");
    }

    /** None while notification has not heard of the dossier. */
    private static List<Sent> deliveries(Told told) {
        List<Sent> all = new ArrayList<>();
        http.insist(Call.get("/api/notification/deliveries?limit=100&dossier=" + told.id, tokens.of(Tokens.RECEPTION)))
                .json()
                .path("items")
                .forEach(each -> all.add(new Sent(
                        UUID.fromString(each.get("messageId").asText()),
                        each.get("template").asText(),
                        each.get("channel").asText(),
                        each.get("state").asText())));
        return all;
    }

    /** States by template; a template twice on one way fails. */
    private static Map<String, String> by(String channel, List<Sent> all) {
        return all.stream()
                .filter(each -> each.channel.equals(channel))
                .collect(Collectors.toMap(Sent::template, Sent::state));
    }

    private static JsonNode asked(String path, String user) {
        Http.Answer answer = http.insist(Call.get(path, tokens.of(user)));
        assertThat(answer.status()).as("%s", answer).isEqualTo(200);
        return answer.json();
    }

    // what came of it

    @Test
    void nobody_gets_a_short_message_twice_and_each_is_whole_unless_it_is_in_doubt() {
        for (Told told : DOSSIERS) {
            Map<String, List<Segment>> messages = messages(told);
            Map<String, Long> times = messages.values().stream()
                    .map(MessagesIT::template)
                    .collect(Collectors.groupingBy(each -> each, TreeMap::new, Collectors.counting()));
            assertThat(times.values()).as("%s got %s", told, messages).allMatch(one -> one == 1);
            assertThat(TOLD.get(told.story)).containsAll(times.keySet());
            Map<String, String> states = by("SMS", deliveries(told));
            for (List<Segment> message : messages.values()) {
                assertThat(message).extracting(Segment::number).doesNotHaveDuplicates();
                assertThat(message)
                        .extracting(Segment::message)
                        .containsOnly(message.get(0).message());
                boolean whole = message.size() == message.get(0).of();
                String state = states.get(template(message));
                assertThat(whole || Set.of("GIVEN_UP", "FAILED").contains(state))
                        .as("%s is %s", message, state)
                        .isTrue();
            }
        }
    }

    @Test
    void nobody_gets_a_letter_twice() throws MessagingException {
        Map<String, Integer> times = new TreeMap<>();
        for (MimeMessage letter : mail.getReceivedMessages()) {
            times.merge(letter.getAllRecipients()[0] + " " + letter.getSubject(), 1, Integer::sum);
        }
        assertThat(times.values()).as("%s", times).allMatch(one -> one == 1).isNotEmpty();
        for (Told told : DOSSIERS) {
            long handedOver = deliveries(told).stream()
                    .filter(each -> each.channel.equals("EMAIL") && each.state.equals("HANDED_OVER"))
                    .count();
            long came = times.keySet().stream()
                    .filter(each -> each.startsWith(told.email + " "))
                    .count();
            long all = by("EMAIL", deliveries(told)).size();
            assertThat(came).as("letters to %s", told).isBetween(handedOver, all);
        }
    }

    @Test
    void what_did_not_reach_the_phone_went_by_letter() {
        for (Told told : DOSSIERS) {
            List<Sent> all = deliveries(told);
            Map<String, String> letters = by("EMAIL", all);
            by("SMS", all).forEach((template, state) -> {
                assertThat(state).as("%s of %s", template, told).isIn("DELIVERED", "FAILED", "GIVEN_UP");
                if (!state.equals("DELIVERED")) {
                    assertThat(letters)
                            .as("%s of %s was %s", template, told, state)
                            .containsKey(template);
                }
                boolean reached = messages(told).values().stream()
                        .filter(each -> template(each).equals(template))
                        .anyMatch(each -> each.size() == each.get(0).of()
                                && each.stream().allMatch(part -> part.receipt().equals("DELIVRD")));
                assertThat(state.equals("DELIVERED"))
                        .as("%s of %s is %s", template, told, state)
                        .isEqualTo(reached);
            });
        }
    }

    @Test
    void who_has_the_app_is_told_there_once_and_no_phone_rings() {
        for (Told told : DOSSIERS) {
            List<Sent> all = deliveries(told);
            Map<String, String> states = by("WEBHOOK", all);
            Map<String, Set<String>> ids = app.calls().stream()
                    .filter(each -> each.taken() && each.text("phone").equals(told.phone))
                    .collect(Collectors.groupingBy(
                            each -> each.text("template"),
                            Collectors.mapping(AppGateway.Call::id, Collectors.toSet())));
            if (told.app) {
                assertThat(states.values()).as("%s", told).containsOnly("HANDED_OVER");
                assertThat(ids.keySet()).isEqualTo(states.keySet()).containsAll(TOLD.get(told.story));
                assertThat(ids.values()).as("%s", ids).allMatch(each -> each.size() == 1);
                assertThat(by("SMS", all)).isEmpty();
                assertThat(messages(told)).isEmpty();
            } else {
                assertThat(states.values()).as("%s", told).containsOnly("FAILED");
                assertThat(ids).isEmpty();
            }
        }
    }

    @Test
    void what_the_app_is_told_again_has_the_same_id_and_words_and_every_call_is_signed() {
        assertThat(app.unproven()).isEmpty();
        Map<String, List<AppGateway.Call>> byId =
                app.calls().stream().collect(Collectors.groupingBy(AppGateway.Call::id));
        byId.values().forEach(same -> assertThat(same)
                .extracting(AppGateway.Call::data)
                .containsOnly(same.get(0).data()));
        assertThat(byId.values())
                .as("a call that was taken and not answered came again")
                .anyMatch(same -> same.stream().filter(AppGateway.Call::taken).count() > 1);
        assertThat(app.calls()).allSatisfy(each -> assertThat(plain(each.text("text")))
                .doesNotContain(plain(NAME))
                .doesNotContain(NUMBER));
    }

    @Test
    void both_processes_send_and_the_second_provider_rings_while_the_first_is_dead() {
        assertThat(processes).allMatch(each -> each.segments() > 0);
        assertThat(second.taken()).hasSizeGreaterThan(SEGMENTS_BETWEEN_KILLS);
    }

    @Test
    void the_ledger_is_what_the_providers_took_and_gave_receipts_for() {
        String month = YearMonth.from(now()).toString();
        JsonNode ledger = asked("/api/notification/ledger?unit=" + Desk.MUONG_SAI + "&month=" + month, Tokens.DIRECTOR);
        for (Smsc smsc : List.of(first, second)) {
            Map<String, String> told = smsc.acknowledged();
            List<String> written = Tables.column(
                    suite().jdbcUrl("notification"),
                    "notification",
                    "select reference || ' ' || coalesce(receipt, 'NONE') from sms_part where provider = '"
                            + smsc.name() + "'");
            assertThat(written)
                    .containsExactlyInAnyOrderElementsOf(smsc.taken().stream()
                            .map(each ->
                                    each.id() + " " + (told.get(each.id()).equals("DELIVRD") ? "DELIVERED" : "FAILED"))
                            .toList());
            JsonNode line = null;
            for (JsonNode each : ledger.get("providers")) {
                line = each.get("provider").asText().equals(smsc.name()) ? each : line;
            }
            assertThat(line).as("%s", ledger).isNotNull();
            long failed = told.values().stream().filter("UNDELIV"::equals).count();
            assertThat(line.get("segments").asLong()).isEqualTo(told.size());
            assertThat(line.get("failed").asLong()).isEqualTo(failed);
            assertThat(line.get("delivered").asLong()).isEqualTo(told.size() - failed);
            assertThat(line.get("costVnd").asLong()).isEqualTo((long) told.size() * SEGMENT_VND);
        }
    }

    @Test
    void no_more_is_in_doubt_than_was_on_the_wire_when_it_was_cut() {
        int cutByKills = KILLS * THREADS * WAYS_IN_DOUBT;
        int cutByTheProvider = processes.size() * THREADS;
        assertThat(IN_DOUBT).hasSizeBetween(1, cutByKills + cutByTheProvider + first.dropped() + second.dropped());
    }

    @Test
    void a_short_message_names_nobody_and_nothing() {
        List<String> titles = new ArrayList<>();
        DOSSIERS.forEach(told -> titles.add(asked("/api/intake/dossiers/" + told.id, Tokens.RECEPTION)
                .get("procedureName")
                .asText()));
        for (Told told : DOSSIERS) {
            for (List<Segment> message : messages(told).values()) {
                String text = plain(text(message));
                assertThat(text)
                        .startsWith("ttpvhcc")
                        .doesNotContain(plain(NAME))
                        .doesNotContain(NUMBER);
                assertThat(text)
                        .doesNotContain("vui")
                        .doesNotContain(told.phone)
                        .doesNotContain(told.email);
                titles.forEach(title -> assertThat(text).doesNotContain(plain(title)));
                assertThat(text).doesNotContainPattern("\\d{12}");
            }
        }
        assertThat(titles).allMatch(title -> title.length() > 5);
    }

    @Test
    void the_portal_has_every_message_once() {
        for (Told told : DOSSIERS) {
            Map<String, UUID> portal = new TreeMap<>();
            asked("/api/notification/messages?limit=100&dossier=" + told.id, Tokens.RECEPTION)
                    .get("items")
                    .forEach(each -> assertThat(portal.put(
                                    each.get("template").asText(),
                                    UUID.fromString(each.get("id").asText())))
                            .as("%s of %s", each, told)
                            .isNull());
            assertThat(portal.keySet()).containsAll(TOLD.get(told.story));
            assertThat(deliveries(told)).allMatch(each -> each.message.equals(portal.get(each.template)));
        }
    }

    private static Stream<Segment> allSegments() {
        return Stream.of(first, second).flatMap(each -> each.taken().stream());
    }

    /** Segments that belong together, in their order: by provider and reference. */
    private static Map<String, List<Segment>> messages(Told told) {
        Map<String, List<Segment>> all = new TreeMap<>();
        for (Smsc smsc : List.of(first, second)) {
            smsc.taken().stream()
                    .filter(each -> each.to().equals(told.international()))
                    .sorted(Comparator.comparingInt(Segment::number))
                    .forEach(each -> all.computeIfAbsent(smsc.name() + " " + each.ref(), key -> new ArrayList<>())
                            .add(each));
        }
        return all;
    }

    private static String text(List<Segment> message) {
        return message.stream().map(Segment::text).collect(Collectors.joining());
    }

    /** By its words, which its first segment has. */
    private static String template(List<Segment> message) {
        String text = text(message);
        Set<String> fits = new HashSet<>();
        WORDS.forEach((template, words) -> {
            if (text.contains(words)) {
                fits.add(template);
            }
        });
        assertThat(fits).as("%s", text).hasSize(1);
        return fits.iterator().next();
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replace('đ', 'd')
                .replace('Đ', 'D')
                .toLowerCase(java.util.Locale.ROOT);
    }
}
