package vn.motcua.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import vn.motcua.e2e.Http.Answer;
import vn.motcua.e2e.Http.Call;
import vn.motcua.e2e.Ledger.Side;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * The officers of one desk behind an unreliable line: every act is sent with one Idempotency-Key until it is answered, and every
 * acknowledged one is entered in the ledger. One thread each.
 */
final class Clerk {
    private static final String DOSSIERS = "/api/intake/dossiers";
    private static final String CASES = "/api/processing/cases/";
    private static final String RETURNS = "/api/notification/returns/";
    private static final Duration SOON = Duration.ofSeconds(300);

    private final Http http;
    private final Tokens tokens;
    private final Ledger ledger;
    private final Map<String, Object> owner;

    /** @param phone of all people this clerk serves, by which their dossiers are found again */
    Clerk(Http http, Tokens tokens, Ledger ledger, String phone) {
        this(http, tokens, ledger, Map.of("name", "Quàng Thị Vui", "phone", phone));
    }

    /** @param owner of all dossiers that this clerk opens */
    Clerk(Http http, Tokens tokens, Ledger ledger, Map<String, Object> owner) {
        this.http = http;
        this.tokens = tokens;
        this.ledger = ledger;
        this.owner = Map.copyOf(owner);
    }

    Http http() {
        return http;
    }

    // the dossier

    UUID open(String procedure, Map<String, Object> more) {
        Call call = Call.post(DOSSIERS, tokens.of(Tokens.RECEPTION), opening(procedure, more));
        Answer answer = http.insist(call);
        assertThat(answer.status()).as("%s", answer).isEqualTo(201);
        UUID id = UUID.fromString(answer.json().get("id").asText());
        ledger.add(id, Side.DOSSIER, "OPEN", call, answer);
        return id;
    }

    Map<String, Object> opening(String procedure, Map<String, Object> more) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("procedureCode", procedure);
        body.put("channel", "COUNTER");
        body.put("receivingUnit", Desk.MUONG_SAI);
        body.put("competentUnit", Desk.MUONG_SAI);
        body.put("returningUnit", Desk.MUONG_SAI);
        body.put("owner", owner);
        body.put("returnMode", "COUNTER");
        body.put("language", "vi");
        body.putAll(more);
        return body;
    }

    JsonNode dossier(UUID id) {
        return seen(id).json();
    }

    private Answer seen(UUID id) {
        return ok(http.insist(Call.get(DOSSIERS + "/" + id, tokens.of(Tokens.RECEPTION))));
    }

    /** The act in the history of a dossier that an event has caused; null where there is none. */
    JsonNode historyOf(UUID id, UUID cause) {
        for (JsonNode act : ok(http.insist(
                        Call.get(DOSSIERS + "/" + id + "/history?limit=100", tokens.of(Tokens.RECEPTION))))
                .json()
                .get("items")) {
            if (cause.toString().equals(act.path("causedBy").asText())) {
                return act;
            }
        }
        return null;
    }

    JsonNode awaitDossier(UUID id, Predicate<JsonNode> fits) {
        return await().atMost(SOON)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(250))
                .until(() -> dossier(id), fits::test);
    }

    JsonNode awaitStage(UUID id, String stage) {
        return awaitDossier(id, found -> found.get("stage").asText().equals(stage));
    }

    /** Presents every paper that is still open, its original staying here or not. */
    void presentAll(UUID id, boolean held) {
        for (JsonNode paper : dossier(id).get("papers")) {
            if (paper.get("open").asBoolean()
                    || paper.path("asked").path("open").asBoolean()) {
                present(id, paper.get("component").asText(), held);
            }
        }
    }

    /** A paper has no key: after a lost answer its own ETag tells that it was entered. Closed papers stay as they are. */
    private void present(UUID id, String component, boolean held) {
        for (int attempt = 0; ; attempt++) {
            JsonNode paper = null;
            for (JsonNode each : dossier(id).get("papers")) {
                paper = each.get("component").asText().equals(component) ? each : paper;
            }
            boolean done = paper.get("state").asText().equals("PRESENTED")
                    && !paper.get("open").asBoolean();
            if (done && attempt > 0) {
                return;
            }
            Answer answer = http.insist(Call.put(
                            DOSSIERS + "/" + id + "/papers/" + component,
                            tokens.of(Tokens.RECEPTION),
                            Map.of("state", "PRESENTED", "presentedAs", "ORIGINAL", "held", held))
                    .match(paper.get("etag").asText()));
            if (answer.status() == 200 || answer.status() == 409) {
                return;
            }
            assertThat(answer.status()).as("%s", answer).isEqualTo(412);
        }
    }

    /** Does an act on the newest revision, whoever else writes meanwhile. */
    JsonNode act(String user, UUID id, String action, Map<String, Object> more) {
        String key = UUID.randomUUID().toString();
        while (true) {
            String etag = ok(http.insist(Call.get(DOSSIERS + "/" + id, tokens.of(user))))
                    .etag();
            Answer answer = tryAct(user, id, key, etag, action, more);
            if (answer.status() != 412) {
                assertThat(answer.status()).as("%s: %s", action, answer).isEqualTo(200);
                return answer.json();
            }
        }
    }

    JsonNode act(String user, UUID id, String action) {
        return act(user, id, action, Map.of());
    }

    /** Tries an act once on a revision; acknowledged or not, the answer is final. */
    Answer tryAct(String user, UUID id, String key, String etag, String action, Map<String, Object> more) {
        Call call = acting(DOSSIERS + "/" + id, user, key, etag, action, more);
        Answer answer = http.insist(call);
        if (answer.status() == 200) {
            ledger.add(id, Side.DOSSIER, action, call, answer);
        }
        return answer;
    }

    // the case

    JsonNode awaitCase(String user, UUID dossier, Predicate<JsonNode> fits) {
        return await().atMost(SOON)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(250))
                .until(() -> caseOf(user, dossier), found -> found != null && fits.test(found));
    }

    /** Null where there is none. */
    JsonNode caseOf(String user, UUID dossier) {
        return ok(http.insist(Call.get("/api/processing/cases?dossier=" + dossier, tokens.of(user))))
                .json()
                .path("items")
                .get(0);
    }

    JsonNode onCase(String user, UUID dossier, String action, Map<String, Object> more) {
        String key = UUID.randomUUID().toString();
        while (true) {
            JsonNode found =
                    awaitCase(user, dossier, each -> each.get("pending").isNull());
            Answer answer = tryCase(
                    user, dossier, found, key, '"' + found.get("revision").asText() + '"', action, more);
            if (answer.status() != 412 && !pending(answer)) {
                assertThat(answer.status()).as("%s: %s", action, answer).isEqualTo(200);
                return answer.json();
            }
        }
    }

    private static boolean pending(Answer answer) {
        return answer.json().path("type").asText().equals("/problems/case-pending");
    }

    Answer tryCase(
            String user, UUID dossier, JsonNode one, String key, String etag, String action, Map<String, Object> more) {
        Call call = acting(CASES + one.get("id").asText(), user, key, etag, action, more);
        Answer answer = http.insist(call);
        if (answer.status() == 200) {
            ledger.add(dossier, Side.CASE, renewal(one, action) ? "RENEWED" : action, call, answer);
        }
        return answer;
    }

    /** Who holds the case and claims it again keeps it for longer: the case calls that otherwise. */
    private static boolean renewal(JsonNode one, String action) {
        return action.equals("CLAIM") && one.path("state").asText().equals("CLAIMED");
    }

    /** Takes a free case; the fencing number, also where it was one's own already. */
    long claim(UUID dossier) {
        JsonNode found = awaitCase(
                Tokens.SPECIALIST,
                dossier,
                each -> each.get("pending").isNull()
                        && (each.get("state").asText().equals("OPEN")
                                || each.path("holder").path("mine").asBoolean()));
        if (found.path("holder").path("mine").asBoolean()) {
            return found.get("holder").get("fence").asLong();
        }
        return onCase(Tokens.SPECIALIST, dossier, "CLAIM", Map.of())
                .get("holder")
                .get("fence")
                .asLong();
    }

    /** Finds everything met; the papers are the whole checklist of the national lists. */
    void examine(UUID dossier, long fence) {
        onCase(Tokens.SPECIALIST, dossier, "EXAMINE", Bodies.examined(dossier(dossier), fence));
    }

    /** Examines what is to be examined, uploads the result and proposes to grant. */
    void propose(UUID dossier, long fence) {
        JsonNode one = caseOf(Tokens.SPECIALIST, dossier);
        if (!one.at("/procedure/singleHand").asBoolean()
                && one.get("checklistOpen").asInt() > 0) {
            examine(dossier, fence);
        }
        String result = upload(dossier, fence);
        onCase(
                Tokens.SPECIALIST,
                dossier,
                "PROPOSE",
                Map.of("fence", fence, "decisionKind", "GRANTED", "resultId", result));
    }

    /** An upload has no key: after a lost answer the case tells that the file is there. */
    String upload(UUID dossier, long fence) {
        String known = null;
        for (int attempt = 0; ; attempt++) {
            JsonNode found = caseOf(Tokens.SPECIALIST, dossier);
            String draft = found.get("draftResult").isNull()
                    ? null
                    : found.get("draftResult").asText();
            if (attempt > 0 && draft != null && !draft.equals(known)) {
                return draft;
            }
            known = draft;
            Answer answer = tryUpload(found, fence);
            if (answer.status() == 200) {
                return answer.json().get("id").asText();
            }
            assertThat(answer.status()).as("%s", answer).isEqualTo(412);
        }
    }

    Answer tryUpload(JsonNode one, long fence) {
        return tryUploadAs(Tokens.SPECIALIST, one, fence);
    }

    /** @param fence null for a reissue */
    Answer tryUploadAs(String user, JsonNode one, Long fence) {
        byte[] file = ("%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\n% "
                        + one.get("id").asText() + " " + fence + "\n" + "trailer<</Root 1 0 R>>\n%%EOF\n")
                .getBytes(StandardCharsets.US_ASCII);
        return http.insist(Call.put(
                        CASES + one.get("id").asText() + "/result" + (fence == null ? "" : "?fence=" + fence),
                        tokens.of(user),
                        "application/pdf",
                        file)
                .match('"' + one.get("revision").asText() + '"'));
    }

    void decide(UUID dossier) {
        onCase(Tokens.CHAIR, dossier, "DECIDE", Map.of());
    }

    // the return

    /** Null where there is none. */
    JsonNode giveback(UUID dossier) {
        Answer answer = http.insist(Call.get(RETURNS + dossier, tokens.of(Tokens.RECEPTION)));
        return answer.status() == 404 ? null : ok(answer).json();
    }

    JsonNode awaitReturn(UUID dossier, Predicate<JsonNode> fits) {
        return await().atMost(SOON)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(250))
                .until(() -> giveback(dossier), found -> found != null && fits.test(found));
    }

    JsonNode handOver(UUID dossier) {
        String key = UUID.randomUUID().toString();
        Answer handed = await().atMost(SOON)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(100))
                .until(
                        () -> {
                            JsonNode found = awaitReturn(
                                    dossier, each -> each.get("allowedActions").size() > 0);
                            return tryHandOver(
                                    dossier, key, '"' + found.get("revision").asText() + '"');
                        },
                        answer -> answer.status() != 412 && !toldLater(answer));
        assertThat(handed.status()).as("%s", handed).isEqualTo(200);
        return handed.json();
    }

    /** The payment is known to intake at once, to the return when its event has come. */
    private static boolean toldLater(Answer answer) {
        return answer.status() == 409 && answer.json().path("type").asText().endsWith("/fees-open");
    }

    Answer tryHandOver(UUID dossier, String key, String etag) {
        Call call = acting(
                RETURNS + dossier,
                Tokens.RECEPTION,
                key,
                etag,
                "HAND_OVER",
                Map.of("collector", "OWNER", "how", "SLIP"));
        Answer answer = http.insist(call);
        if (answer.status() == 200) {
            ledger.add(dossier, Side.RETURN, "HAND_OVER", call, answer);
        }
        return answer;
    }

    private Call acting(String path, String user, String key, String etag, String action, Map<String, Object> more) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("action", action);
        body.putAll(more);
        return Call.post(path + "/actions", tokens.of(user), body).key(key).match(etag);
    }

    private static Answer ok(Answer answer) {
        assertThat(answer.status()).as("%s", answer).isEqualTo(200);
        return answer;
    }
}
