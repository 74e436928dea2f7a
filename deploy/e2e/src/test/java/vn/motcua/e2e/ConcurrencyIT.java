package vn.motcua.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import vn.motcua.e2e.Http.Answer;
import vn.motcua.e2e.Http.Call;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/**
 * Sixteen clients do at random what {@code allowedActions} lets them do on the same twenty dossiers, over lines that break: nothing
 * is lost, nothing is done twice, no stage is reached that the table does not know, and every loser is told precisely.
 */
class ConcurrencyIT extends SuiteFixture {
    private static final int CLIENTS = 16;
    private static final int DOSSIERS = 20;
    private static final Duration TIME = Duration.ofSeconds(Integer.getInteger("seconds", 30));
    private static final int CUT_PERCENT = 6;

    private final long seed = Long.getLong("seed", System.nanoTime());
    private final Ledger ledger = new Ledger();
    private final Tokens tokens = new Tokens(suite());
    private final String phone = Proof.newPhone();
    private final Map<String, Integer> answers = new ConcurrentHashMap<>();
    private final List<String> imprecise = new CopyOnWriteArrayList<>();

    @Test
    void sixteen_clients_act_at_random_and_nothing_is_lost_doubled_or_out_of_the_table() throws Exception {
        System.err.println("ConcurrencyIT -Dseed=" + seed);
        List<UUID> dossiers = opened();
        List<Http> lines = new CopyOnWriteArrayList<>();
        try (FlakyProxy proxy = new FlakyProxy(suite().publicUrl(), CUT_PERCENT, seed)) {
            ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
            List<Future<?>> clients = new ArrayList<>();
            long end = System.nanoTime() + TIME.toNanos();
            long latest = end + 4 * TIME.toNanos();
            for (int i = 0; i < CLIENTS; i++) {
                Http line = Http.at(proxy.url());
                lines.add(line);
                Client client = new Client(new Clerk(line, tokens, ledger, phone), new Random(seed + i), dossiers);
                clients.add(threads.submit(() -> {
                    while (System.nanoTime() < end || !proven(lines) && System.nanoTime() < latest) {
                        client.actOnce();
                    }
                }));
            }
            threads.shutdown();
            for (Future<?> client : clients) {
                client.get();
            }
            System.err.printf(
                    "%d acts by %d clients on %d dossiers; answers %s; %d requests and %d answers cut, %d sent again, %d of"
                            + " them had been done%n",
                    ledger.acks().size(),
                    CLIENTS,
                    DOSSIERS,
                    new TreeMap<>(answers),
                    proxy.requestsLost(),
                    proxy.answersLost(),
                    lines.stream().mapToInt(Http::repeats).sum(),
                    replays(lines));
            assertThat(replays(lines)).as("acts sent again that had been done").isPositive();
        }
        assertThat(imprecise).as("losers who were not told why").isEmpty();
        assertThat(answers).as("there were losers at all").containsKey("412 precondition-failed");
        new Proof(Http.at(suite().publicUrl()), tokens, ledger, phone).isClean(Duration.ofSeconds(60));
    }

    /** Whether somebody lost a race and somebody repeated what had been done: on a slow machine it takes a while. */
    private boolean proven(List<Http> lines) {
        return answers.containsKey("412 precondition-failed") && replays(lines) > 0;
    }

    private static int replays(List<Http> lines) {
        return lines.stream().mapToInt(Http::replays).sum();
    }

    private List<UUID> opened() {
        Clerk clerk = new Clerk(Http.at(suite().publicUrl()), tokens, ledger, phone);
        List<UUID> dossiers = new ArrayList<>();
        for (int i = 0; i < DOSSIERS; i++) {
            UUID id = clerk.open(
                    i % 2 == 0 ? Stories.COPY : Stories.MARITAL_STATUS,
                    Map.of("quantities", Map.of("pages", 1, "copies", 1)));
            clerk.presentAll(id, i % 3 == 0);
            dossiers.add(id);
        }
        return dossiers;
    }

    /** One client: any officer at any dossier. */
    private final class Client {
        private final Clerk clerk;
        private final Random random;
        private final List<UUID> dossiers;

        Client(Clerk clerk, Random random, List<UUID> dossiers) {
            this.clerk = clerk;
            this.random = random;
            this.dossiers = dossiers;
        }

        void actOnce() {
            UUID dossier = dossiers.get(random.nextInt(dossiers.size()));
            switch (random.nextInt(10)) {
                case 0, 1, 2, 3 -> onDossier(dossier);
                case 4, 5, 6, 7, 8 -> onCase(dossier);
                default -> onReturn(dossier);
            }
        }

        private void onDossier(UUID dossier) {
            String user = random.nextInt(4) == 0 ? Tokens.CASHIER : Tokens.RECEPTION;
            Answer seen = clerk.http().insist(Call.get("/api/intake/dossiers/" + dossier, tokens.of(user)));
            if (seen.status() == 404) {
                // a draft, and not of this officer's
                return;
            }
            String action = chosen(seen.json(), random.nextInt(20) == 0 ? "CONFIRM" : null);
            if (action != null) {
                Map<String, Object> body = Bodies.ofDossier(action, seen.json(), clerk, dossier);
                told(clerk.tryAct(user, dossier, UUID.randomUUID().toString(), seen.etag(), action, body), action);
            }
        }

        private void onCase(UUID dossier) {
            String user = List.of(Tokens.SPECIALIST, Tokens.SPECIALIST, Tokens.CHAIR, Tokens.DIRECTOR)
                    .get(random.nextInt(4));
            JsonNode one = clerk.caseOf(user, dossier);
            if (one == null) {
                return;
            }
            JsonNode fence = one.at("/holder/fence");
            if (fence.isNumber() && one.get("draftResult").isNull() && random.nextInt(3) > 0) {
                clerk.tryUpload(one, fence.asLong());
                return;
            }
            String action = chosen(one, random.nextInt(20) == 0 ? "DECIDE" : null);
            Supplier<Map<String, Object>> body = Bodies.ofCase(action, one, clerk, dossier);
            if (body != null) {
                Map<String, Object> said = body.get();
                told(
                        clerk.tryCase(
                                user,
                                dossier,
                                one,
                                UUID.randomUUID().toString(),
                                '"' + one.get("revision").asText() + '"',
                                action,
                                said),
                        action);
            }
        }

        private void onReturn(UUID dossier) {
            JsonNode giveback = clerk.giveback(dossier);
            if (giveback != null) {
                String etag = '"' + giveback.get("revision").asText() + '"';
                told(clerk.tryHandOver(dossier, UUID.randomUUID().toString(), etag), "HAND_OVER");
            }
        }

        /** One of the allowed; now and then one that is not, to be told so. */
        private String chosen(JsonNode view, String instead) {
            JsonNode allowed = view.get("allowedActions");
            if (instead != null) {
                return instead;
            }
            return allowed.isEmpty()
                    ? null
                    : allowed.get(random.nextInt(allowed.size())).asText();
        }
    }

    /** Done, or lost with what a person needs to go on: who changed what, or what is allowed instead. */
    private void told(Answer answer, String action) {
        String type = answer.json().path("type").asText();
        answers.merge(answer.status() + type.replace("/problems/", " "), 1, Integer::sum);
        boolean precise =
                switch (answer.status()) {
                    case 200 -> true;
                    case 409 ->
                        List.of("allowed", "held", "missing").stream().anyMatch(answer.json()::has)
                                || type.equals("/problems/fees-open")
                                || type.equals("/problems/return-pending");
                    case 412 ->
                        answer.json().path("current").size() > 0
                                && answer.json().has("etag");
                    // a role that has no part in the act, whatever its state
                    case 403 -> action.equals("CONFIRM") || action.equals("DECIDE");
                    default -> false;
                };
        if (!precise) {
            imprecise.add(action + ": " + answer);
        }
    }
}
