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
import vn.motcua.devstack.SuitePart;
import vn.motcua.e2e.Http.Call;
import vn.motcua.e2e.Smsc.Segment;
import vn.motcua.e2e.Smsc.Whims;

import java.text.Normalizer;
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
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Messages of dossiers that go through the packaged suite, to a provider of short messages and a mail server that stand here, while notification is killed again and again in the
 * middle of sending and the provider drops answers, throttles and does not reach some phones. All is told once and then judged from
 * outside: by what the two servers were given, the portal and the ledger.
 */
class MessagesIT extends SuiteFixture {
    private static final ZoneId LEGAL = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final long SEED = Long.getLong("seed", System.nanoTime());
    private static final int KILLS = Integer.getInteger("kills", 3);
    private static final int SEGMENTS_BETWEEN_KILLS = 8;
    private static final int THREADS = 3;
    private static final int SEGMENT_VND = 350;
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

    /** What goes wrong on the lines is what is wanted here; a logger that nobody holds is collected, and its level with it. */
    private static final List<Logger> SILENT =
            Stream.of("org.jsmpp", "com.icegreen").map(Logger::getLogger).toList();

    private static final List<Told> DOSSIERS = new CopyOnWriteArrayList<>();
    private static final Set<String> IN_DOUBT = ConcurrentHashMap.newKeySet();
    private static String provider;
    private static Tokens tokens;
    private static Http http;
    private static Smsc smsc;
    private static GreenMail mail;

    /** A dossier whose story is told, and whom it is told to; nobody else has the phone or the address. */
    private record Told(UUID id, String story, String phone, String email) {
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
    static void allIsToldWhileTheSenderIsKilled() throws Exception {
        System.err.println("MessagesIT -Dseed=" + SEED);
        SILENT.forEach(logger -> logger.setLevel(Level.OFF));
        Thread.setDefaultUncaughtExceptionHandler(MessagesIT::failed);
        DOSSIERS.clear();
        IN_DOUBT.clear();
        provider = "smsc-" + UUID.randomUUID().toString().substring(0, 8);
        phonesMayRing();
        tokens = new Tokens(suite());
        http = Http.at(suite().publicUrl());
        Random random = new Random(SEED);
        smsc = new Smsc(provider, whims(random), ANSWER.plusMillis(800), SEED);
        mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mail.start();
        suite().environment(SuitePart.NOTIFICATION, environment());
        suite().restart(SuitePart.NOTIFICATION);
        ExecutorService threads = Executors.newCachedThreadPool();
        try {
            List<Future<?>> work = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                work.add(threads.submit(MessagesIT::tell));
            }
            threads.submit(MessagesIT::watch);
            kill(random);
            for (Future<?> each : work) {
                each.get(SOON.toSeconds(), TimeUnit.SECONDS);
            }
            await().atMost(SOON).pollInterval(Duration.ofMillis(500)).until(MessagesIT::settled);
        } finally {
            threads.shutdownNow();
        }
        System.err.printf(
                "%d dossiers, %d segments, %d kills, %d answers dropped, %d hand-overs in doubt%n",
                DOSSIERS.size(), smsc.taken().size(), KILLS, smsc.dropped(), IN_DOUBT.size());
    }

    @AfterAll
    static void sendsNothingAnyMore() {
        suite().environment(SuitePart.NOTIFICATION, Map.of());
        suite().restart(SuitePart.NOTIFICATION);
        smsc.close();
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
        List<Integer> some =
                new ArrayList<>(random.ints(1, 40).distinct().limit(8).boxed().toList());
        return new Whims(
                Set.copyOf(some.subList(0, 3)), Set.copyOf(some.subList(3, 5)), Set.copyOf(some.subList(5, 8)));
    }

    private static Map<String, String> environment() {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("NOTIFICATION_INTAKE_URL", suite().url(SuitePart.INTAKE));
        all.put("QUARKUS_OIDC_CLIENT_CLIENT_ENABLED", "true");
        all.put("QUARKUS_OIDC_CLIENT_CREDENTIALS_SECRET", "demo-notification");
        all.put("NOTIFICATION_SMS_FIRST_NAME", provider);
        all.put("NOTIFICATION_SMS_FIRST_HOST", "127.0.0.1");
        all.put("NOTIFICATION_SMS_FIRST_PORT", Integer.toString(smsc.port()));
        all.put("NOTIFICATION_SMS_FIRST_SYSTEM_ID", "motcua");
        all.put("NOTIFICATION_SMS_FIRST_PASSWORD", "demo");
        all.put("NOTIFICATION_SMS_FIRST_SENDER", "MOTCUA");
        all.put("NOTIFICATION_SMS_FIRST_SEGMENT_VND", Integer.toString(SEGMENT_VND));
        all.put("NOTIFICATION_SMS_FIRST_ANSWER", ANSWER.toString());
        // diacritics at any price: messages of several segments
        all.put("NOTIFICATION_SMS_DIACRITICS_SEGMENTS", "3");
        all.put("NOTIFICATION_MAIL_FROM", "motcua@muongsai.example");
        all.put("QUARKUS_MAILER_HOST", "127.0.0.1");
        all.put("QUARKUS_MAILER_PORT", Integer.toString(mail.getSmtp().getPort()));
        all.put("NOTIFICATION_SENDING_THREADS", Integer.toString(THREADS));
        all.put("NOTIFICATION_SENDING_LEASE", "PT6S");
        all.put("NOTIFICATION_SENDING_RECEIPT_WINDOW", "PT5S");
        // what other tests left to be collected stays where it is
        all.put("NOTIFICATION_REMINDERS_DAYS", "3650");
        return all;
    }

    // what happens

    private static void tell() {
        for (String story : STORIES) {
            String phone = Proof.newPhone();
            String email = "p" + phone + "@example.vn";
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
            DOSSIERS.add(new Told(id, story, phone, email));
        }
    }

    /** Each time when the provider has some segments more, which is in the middle of several messages. */
    private static void kill(Random random) throws InterruptedException {
        int before = 0;
        for (int i = 0; i < KILLS; i++) {
            int more = before + 1 + random.nextInt(SEGMENTS_BETWEEN_KILLS);
            await().atMost(SOON)
                    .pollInterval(Duration.ofMillis(5))
                    .until(() -> smsc.taken().size() >= more);
            Thread.sleep(random.nextInt(100));
            suite().kill(SuitePart.NOTIFICATION);
            before = smsc.taken().size();
            suite().start(SuitePart.NOTIFICATION);
        }
    }

    /** Notes every hand-over that is in doubt for longer than a moment. */
    private static void watch() {
        try {
            while (true) {
                IN_DOUBT.addAll(Tables.column(
                        suite().jdbcUrl("notification"),
                        "notification",
                        "select id from delivery where state in ('UNKNOWN', 'GIVEN_UP') and provider in ('smtp', '"
                                + provider + "')"));
                Thread.sleep(250);
            }
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean settled() {
        return smsc.acknowledged().size() == smsc.taken().size()
                && DOSSIERS.stream().allMatch(MessagesIT::settled);
    }

    private static boolean settled(Told told) {
        List<Sent> all = deliveries(told);
        boolean complete = by("SMS", all).keySet().equals(TOLD.get(told.story));
        return complete && all.stream().noneMatch(each -> open(each.channel, each.state));
    }

    /** A letter has no receipt: it stays handed over. */
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
            Map<Integer, List<Segment>> messages = messages(told);
            Map<String, Long> times = messages.values().stream()
                    .map(MessagesIT::template)
                    .collect(Collectors.groupingBy(each -> each, TreeMap::new, Collectors.counting()));
            assertThat(times.values()).as("%s got %s", told, messages).allMatch(one -> one == 1);
            assertThat(TOLD.get(told.story)).containsAll(times.keySet());
            Map<String, String> states = by("SMS", deliveries(told));
            for (List<Segment> message : messages.values()) {
                assertThat(message).extracting(Segment::number).doesNotHaveDuplicates();
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
    void the_ledger_is_what_the_provider_took_and_gave_receipts_for() {
        List<String> written = Tables.column(
                suite().jdbcUrl("notification"),
                "notification",
                "select reference || ' ' || coalesce(receipt, 'NONE') from sms_part where provider = '" + provider
                        + "'");
        Map<String, String> told = smsc.acknowledged();
        assertThat(written)
                .containsExactlyInAnyOrderElementsOf(smsc.taken().stream()
                        .map(each -> each.id() + " " + (told.get(each.id()).equals("DELIVRD") ? "DELIVERED" : "FAILED"))
                        .toList());
        String month = YearMonth.from(now()).toString();
        JsonNode ledger = asked("/api/notification/ledger?unit=" + Desk.MUONG_SAI + "&month=" + month, Tokens.DIRECTOR);
        JsonNode line = null;
        for (JsonNode each : ledger.get("providers")) {
            line = each.get("provider").asText().equals(provider) ? each : line;
        }
        assertThat(line).as("%s", ledger).isNotNull();
        long failed = told.values().stream().filter("UNDELIV"::equals).count();
        assertThat(line.get("segments").asLong()).isEqualTo(told.size());
        assertThat(line.get("failed").asLong()).isEqualTo(failed);
        assertThat(line.get("delivered").asLong()).isEqualTo(told.size() - failed);
        assertThat(line.get("costVnd").asLong()).isEqualTo((long) told.size() * SEGMENT_VND);
    }

    @Test
    void no_more_is_in_doubt_than_was_on_the_wire_when_it_was_cut() {
        assertThat(IN_DOUBT).hasSizeBetween(1, KILLS * THREADS + smsc.dropped());
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

    /** Segments that belong together in the phone, in their order. */
    private static Map<Integer, List<Segment>> messages(Told told) {
        return smsc.taken().stream()
                .filter(each -> each.to().equals(told.international()))
                .sorted(Comparator.comparingInt(Segment::number))
                .collect(Collectors.groupingBy(Segment::message));
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
