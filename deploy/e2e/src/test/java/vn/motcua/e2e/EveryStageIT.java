package vn.motcua.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import vn.motcua.devstack.SuitePart;
import vn.motcua.devstack.TestEvents;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Every stage of a dossier against every act that a case or a return offers: applied or refused with its reason, answered once, and in
 * the end both sides agree and nothing waits. What officers can bring about is brought about by them, the crossings with Kafka
 * stopped; what a case that works rightly never offers in a stage is offered by nobody, straight into the topic.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class EveryStageIT extends SuiteFixture {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, Object> ONE_PAGE = Map.of("quantities", Map.of("pages", 1, "copies", 1));
    private static final Duration SOON = Duration.ofSeconds(90);

    /** What the design's table applies; all else is refused. */
    private static final Set<String> APPLIED = Set.of(
            "IN_PROCESS ASK_SUPPLEMENT",
            "IN_PROCESS ASK_PAYMENT",
            "IN_PROCESS EXTEND",
            "IN_PROCESS DECIDE",
            "WITHDRAWAL_REQUESTED DECIDE",
            "DECIDED REISSUE",
            "RETURNED REISSUE",
            "DECIDED HAND_OVER",
            "REFUSED HAND_OVER",
            "STOPPED HAND_OVER");

    private static final List<String> ACTS =
            List.of("ASK_SUPPLEMENT", "ASK_PAYMENT", "EXTEND", "DECIDE", "REISSUE", "HAND_OVER");

    private static final Ledger LEDGER = new Ledger();
    private static final String PHONE = Proof.newPhone();
    private static Clerk clerk;
    private static Proof proof;

    @BeforeAll
    static void atTheDesk() {
        Tokens tokens = new Tokens(suite());
        Http http = Http.at(suite().publicUrl());
        clerk = new Clerk(http, tokens, LEDGER, PHONE);
        proof = new Proof(http, tokens, LEDGER, PHONE);
    }

    @Test
    @Order(1)
    void what_the_table_does_not_allow_is_refused_with_its_reason_and_changes_nothing() {
        Map<String, UUID> standing = dossierInEveryStage();
        Map<UUID, String> offers = new LinkedHashMap<>();
        standing.forEach((stage, id) -> ACTS.stream()
                .filter(act -> !APPLIED.contains(stage + " " + act))
                .forEach(act -> offers.put(offer(id, act), stage + " " + act)));
        // the table allows these, a guard does not
        UUID asked = supplied();
        offers.put(offer(asked, "ASK_SUPPLEMENT"), "IN_PROCESS ASK_SUPPLEMENT for the second time");
        offers.put(offer(standing.get("DECIDED"), "HAND_OVER"), "DECIDED HAND_OVER with fees open");
        offers.put(offer(standing.get("REFUSED"), "HAND_OVER"), "REFUSED HAND_OVER without originals");

        List<String> refusals = new ArrayList<>();
        // no case can have heard of a draft: refused in its history alone
        List<String> drafts = offers.values().stream()
                .filter(what -> what.startsWith("PREPARING ") || what.startsWith("ABANDONED "))
                .toList();
        assertThat(drafts).hasSize(2 * ACTS.size());
        offers.forEach((offer, what) -> {
            String stage = what.substring(0, what.indexOf(' '));
            JsonNode answer = drafts.contains(what) ? unpublished(standing.get(stage), offer) : answer(offer);
            assertThat(answer.get("outcome").asText()).as(what).isEqualTo("REFUSED");
            assertThat(answer.get("reasonCode").asText()).as(what).matches("[A-Z][A-Z0-9_]+");
            assertThat(answer.path("stage").asText(answer.path("toStage").asText()))
                    .as(what)
                    .isEqualTo(stage);
            assertThat(answer.path("previousStage")
                            .asText(answer.path("fromStage").asText()))
                    .as(what)
                    .isEqualTo(stage);
            refusals.add(what + " " + answer.get("reasonCode").asText());
        });
        System.err.printf("%d offers refused, each with its reason%n", refusals.size());
        assertThat(refusals)
                .contains(
                        "IN_PROCESS ASK_SUPPLEMENT for the second time FIRST_SUPPLEMENT",
                        "DECIDED HAND_OVER with fees open FEES_SETTLED",
                        "REFUSED HAND_OVER without originals ORIGINALS_HELD",
                        "RETURNED DECIDE ACTION_NOT_ALLOWED");
        standing.forEach((stage, id) ->
                assertThat(clerk.dossier(id).get("stage").asText()).isEqualTo(stage));
        proof.isClean(SOON);
        for (String stage : List.of("PREPARING", "ABANDONED")) {
            assertThat(clerk.dossier(standing.get(stage)).get("sequence").asInt())
                    .as("nothing of a draft is published")
                    .isZero();
        }
    }

    @Test
    @Order(2)
    void acts_that_cross_on_their_way_are_applied_or_refused_and_both_sides_agree() {
        UUID decidedAndWithdrawn = Stories.proposed(clerk, false);
        UUID supplementAndWithdrawn = Stories.received(clerk, Stories.COPY, false);
        UUID paymentAndWithdrawn = Stories.received(clerk, Stories.COPY, false);
        UUID extendedAndWithdrawn = extensionAsked();
        UUID extended = extensionAsked();
        UUID decidedAndCancelled = Stories.proposed(clerk, false);
        UUID supplementAndDenied = Stories.received(clerk, Stories.COPY, false);
        UUID dearer = collectable();
        UUID reissued = collectable();
        long first = clerk.claim(supplementAndWithdrawn);
        long second = clerk.claim(paymentAndWithdrawn);
        long third = clerk.claim(supplementAndDenied);

        suite().kill(SuitePart.KAFKA);
        clerk.decide(decidedAndWithdrawn);
        askSupplement(supplementAndWithdrawn, first);
        clerk.onCase(
                Tokens.SPECIALIST,
                paymentAndWithdrawn,
                "ASK_PAYMENT",
                Map.of("fence", second, "amountVnd", 20_000, "reasonCode", "LAND_TAX"));
        clerk.onCase(Tokens.DIRECTOR, extendedAndWithdrawn, "EXTEND", Map.of());
        clerk.onCase(Tokens.DIRECTOR, extended, "EXTEND", Map.of());
        List.of(decidedAndWithdrawn, supplementAndWithdrawn, paymentAndWithdrawn, extendedAndWithdrawn)
                .forEach(id -> clerk.act(Tokens.RECEPTION, id, "ASK_WITHDRAWAL"));
        clerk.decide(decidedAndCancelled);
        clerk.act(Tokens.RECEPTION, decidedAndCancelled, "ASK_WITHDRAWAL");
        clerk.act(Tokens.RECEPTION, decidedAndCancelled, "CANCEL");
        askSupplement(supplementAndDenied, third);
        clerk.act(Tokens.RECEPTION, supplementAndDenied, "ASK_WITHDRAWAL");
        clerk.act(
                Tokens.RECEPTION, supplementAndDenied, "DENY", Map.of("reasonCode", "OTHER", "reason", "Đã trình ký"));
        clerk.handOver(dearer);
        clerk.act(
                Tokens.RECEPTION,
                dearer,
                "CORRECT",
                Map.of("reason", "Thiếu một trang", "quantities", Map.of("pages", 9, "copies", 4)));
        clerk.handOver(reissued);
        reissue(reissued);
        suite().start(SuitePart.KAFKA);

        proof.isClean(SOON);
        assertThat(stage(decidedAndWithdrawn)).isEqualTo("DECIDED");
        for (UUID id : List.of(supplementAndWithdrawn, paymentAndWithdrawn, extendedAndWithdrawn)) {
            assertThat(stage(id)).isEqualTo("WITHDRAWAL_REQUESTED");
            assertThat(refusal(id)).isEqualTo("ACTION_NOT_ALLOWED");
        }
        assertThat(clerk.dossier(extended).at("/clock/extensionUsed").asBoolean())
                .isTrue();
        assertThat(stage(decidedAndCancelled)).isEqualTo("DECIDED");
        assertThat(stage(supplementAndDenied)).isEqualTo("AWAITING_SUPPLEMENT");
        assertThat(stage(dearer)).isEqualTo("DECIDED");
        assertThat(clerk.giveback(dearer).get("refusedReason").asText()).isEqualTo("FEES_SETTLED");
        assertThat(stage(reissued)).isEqualTo("RETURNED");
    }

    @Test
    @Order(3)
    void what_the_table_allows_is_applied_in_every_stage_where_it_allows_it() {
        UUID refused = clerk.open(Stories.COPY, ONE_PAGE);
        clerk.presentAll(refused, true);
        clerk.act(
                Tokens.RECEPTION,
                refused,
                "REFUSE",
                Map.of("reasonCode", "NOT_COMPETENT", "reason", "Không thuộc thẩm quyền"));
        clerk.handOver(refused);
        UUID decided = Stories.decided(clerk);
        reissue(decided);
        clerk.awaitCase(Tokens.CHAIR, decided, found -> found.get("pending").isNull());
        UUID returned = Stories.returned(clerk);
        reissue(returned);

        Evidence evidence = proof.isClean(SOON);
        Set<String> applied = evidence.events().stream()
                .filter(fact -> fact.topic().equals(Checker.DOSSIERS) && "APPLIED".equals(fact.text("outcome")))
                .map(fact -> fact.text("previousStage") + " " + fact.text("action"))
                .collect(Collectors.toSet());
        assertThat(applied).isEqualTo(APPLIED);
    }

    // dossiers

    private static Map<String, UUID> dossierInEveryStage() {
        Map<String, UUID> standing = new LinkedHashMap<>();
        standing.put("PREPARING", clerk.open(Stories.COPY, ONE_PAGE));
        standing.put("SUBMITTED", submitted());
        standing.put("RECEIVED", receivedOnly());
        for (String story : List.of(
                "claimed",
                "waits for a supplement",
                "waits for a payment",
                "wants to be withdrawn",
                "decided, not yet collected",
                "returned",
                "refused at the desk",
                "withdrawn with originals",
                "given up")) {
            UUID id = Stories.ALL.get(story).apply(clerk);
            standing.put(stage(id), id);
        }
        assertThat(standing).hasSize(12);
        return standing;
    }

    /** By post, so that it is filed before it is received. */
    private static UUID submitted() {
        UUID id = clerk.open(Stories.BIRTH, Map.of("channel", "POST"));
        Instant justNow = Instant.parse(clerk.dossier(id).get("openedAt").asText());
        clerk.act(Tokens.RECEPTION, id, "SUBMIT", Map.of("handOverAt", justNow.toString()));
        return id;
    }

    /** Of a procedure that is not handed on at once. */
    private static UUID receivedOnly() {
        UUID id = clerk.open(Stories.MARITAL_STATUS, Map.of());
        clerk.presentAll(id, false);
        clerk.act(Tokens.RECEPTION, id, "RECEIVE");
        assertThat(stage(id)).isEqualTo("RECEIVED");
        return id;
    }

    private static UUID supplied() {
        UUID id = Stories.ALL.get("waits for a supplement").apply(clerk);
        clerk.presentAll(id, false);
        clerk.act(Tokens.RECEPTION, id, "SUPPLY");
        return id;
    }

    private static UUID extensionAsked() {
        UUID id = Stories.received(clerk, Stories.MARITAL_STATUS, false);
        long fence = clerk.claim(id);
        JsonNode found = clerk.caseOf(Tokens.SPECIALIST, id);
        Instant due = Instant.parse(found.get("due").asText()).plus(5, ChronoUnit.DAYS);
        clerk.onCase(
                Tokens.SPECIALIST,
                id,
                "ASK_EXTENSION",
                Map.of("fence", fence, "newDue", due.toString(), "reasonCode", "COMPLEX"));
        return id;
    }

    private static UUID collectable() {
        UUID id = Stories.decided(clerk);
        long open = clerk.dossier(id).get("fees").get("openVnd").asLong();
        clerk.act(Tokens.CASHIER, id, "PAY", Map.of("amountVnd", open, "method", "CASH"));
        clerk.awaitReturn(id, found -> found.get("allowedActions").size() > 0);
        return id;
    }

    private static void askSupplement(UUID id, long fence) {
        String component =
                clerk.dossier(id).get("papers").get(0).get("component").asText();
        clerk.onCase(
                Tokens.SPECIALIST,
                id,
                "ASK_SUPPLEMENT",
                Map.of(
                        "fence",
                        fence,
                        "reasonCode",
                        "INCOMPLETE",
                        "items",
                        List.of(Map.of("component", component, "reasonCode", "ILLEGIBLE"))));
    }

    private static void reissue(UUID id) {
        JsonNode found = clerk.caseOf(Tokens.CHAIR, id);
        Http.Answer uploaded = clerk.tryUploadAs(Tokens.CHAIR, found, null);
        assertThat(uploaded.status()).as("%s", uploaded).isEqualTo(200);
        clerk.onCase(
                Tokens.CHAIR,
                id,
                "REISSUE",
                Map.of("resultId", uploaded.json().get("id").asText()));
    }

    private static String stage(UUID id) {
        return clerk.dossier(id).get("stage").asText();
    }

    private static String refusal(UUID id) {
        return clerk.caseOf(Tokens.SPECIALIST, id).at("/refusal/reasonCode").asText();
    }

    // offers that no case and no return has made

    private static UUID offer(UUID dossier, String act) {
        boolean ofReturn = act.equals("HAND_OVER");
        Map<String, Object> event = new LinkedHashMap<>();
        event.put(ofReturn ? "returnId" : "caseId", UUID.randomUUID().toString());
        event.put("dossierId", dossier.toString());
        event.put("act", act);
        event.put("actor", Map.of("role", ofReturn ? "return" : "case"));
        event.put("unit", Desk.MUONG_SAI);
        event.put("department", "office");
        event.put("state", ofReturn ? "HANDED_OVER" : "CLAIMED");
        event.put("effectiveAt", Instant.now().truncatedTo(ChronoUnit.MILLIS).toString());
        event.put("basedOnSequence", 1);
        event.put("causedBy", null);
        event.put("payload", payload(act));
        UUID id = UUID.randomUUID();
        try {
            TestEvents.publish(
                    ofReturn ? Checker.RETURNS : Checker.CASES,
                    dossier.toString(),
                    ofReturn ? "vn.motcua.return.progressed.v1" : "vn.motcua.case.progressed.v1",
                    id,
                    JSON.writeValueAsString(event));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return id;
    }

    private static Map<String, Object> payload(String act) {
        String result = UUID.randomUUID().toString();
        String hash = "0".repeat(64);
        return switch (act) {
            case "ASK_SUPPLEMENT" ->
                Map.of(
                        "reasonCode",
                        "INCOMPLETE",
                        "items",
                        List.of(Map.of("component", Stories.COPY + "-01", "reasonCode", "ILLEGIBLE")));
            case "ASK_PAYMENT" -> Map.of("amountVnd", 20_000, "reasonCode", "LAND_TAX");
            case "EXTEND" ->
                Map.of("newDue", Instant.now().plus(30, ChronoUnit.DAYS).toString(), "reasonCode", "COMPLEX");
            case "DECIDE" -> Map.of("decisionKind", "GRANTED", "resultId", result, "resultHash", hash);
            case "REISSUE" -> Map.of("resultId", result, "resultHash", hash, "replaces", UUID.randomUUID());
            default -> Map.of("collector", "OWNER", "how", "SLIP");
        };
    }

    /** What the history of a draft says of an offer. */
    private static JsonNode unpublished(UUID draft, UUID offer) {
        return await().atMost(SOON).until(() -> clerk.historyOf(draft, offer), Objects::nonNull);
    }

    private static JsonNode answer(UUID offer) {
        return TestEvents.await(
                        Checker.DOSSIERS,
                        SOON,
                        each -> each.data() != null
                                && offer.toString()
                                        .equals(each.data().path("causedBy").asText()))
                .data();
    }
}
