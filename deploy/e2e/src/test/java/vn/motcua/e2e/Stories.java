package vn.motcua.e2e;

import com.fasterxml.jackson.databind.JsonNode;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/**
 * What can become of a dossier, each from its opening to a place where nobody acts by himself any more. Told by one clerk; what comes
 * of a story does not depend on when the services hear of each other.
 */
final class Stories {
    static final String COPY = "2.000815";
    static final String BIRTH = "1.001193";
    static final String MARITAL_STATUS = "1.004873";

    private static final Map<String, Object> ONE_PAGE = Map.of("quantities", Map.of("pages", 1, "copies", 1));

    /** All of them by name, in the order in which they are told. */
    static final Map<String, Function<Clerk, UUID>> ALL = all();

    private Stories() {}

    private static Map<String, Function<Clerk, UUID>> all() {
        Map<String, Function<Clerk, UUID>> all = new LinkedHashMap<>();
        all.put("returned", Stories::returned);
        all.put("supplemented and returned", Stories::supplemented);
        all.put("paid in processing and returned", Stories::paidInProcessing);
        all.put("sent back, then decided", Stories::sentBack);
        all.put("withdrawal denied, then decided", Stories::withdrawalDenied);
        all.put("withdrawal cancelled, then proposed", Stories::withdrawalCancelled);
        all.put("withdrawn with originals", Stories::withdrawn);
        all.put("refused at the desk", Stories::refused);
        all.put("given up", Stories::abandoned);
        all.put("draft", clerk -> clerk.open(COPY, ONE_PAGE));
        all.put("claimed", Stories::claimed);
        all.put("waits for a supplement", Stories::waitsForSupplement);
        all.put("waits for a payment", Stories::waitsForPayment);
        all.put("wants to be withdrawn", Stories::wantsWithdrawal);
        all.put("decided, not yet collected", Stories::decided);
        return all;
    }

    static UUID received(Clerk clerk, String procedure, boolean held) {
        UUID id = clerk.open(procedure, ONE_PAGE);
        clerk.presentAll(id, held);
        JsonNode received = clerk.act(Tokens.RECEPTION, id, "RECEIVE");
        if (received.get("stage").asText().equals("RECEIVED")) {
            clerk.act(Tokens.RECEPTION, id, "TRANSFER");
        }
        return id;
    }

    static UUID proposed(Clerk clerk, boolean held) {
        UUID id = received(clerk, COPY, held);
        clerk.propose(id, clerk.claim(id));
        return id;
    }

    static UUID decided(Clerk clerk) {
        UUID id = proposed(clerk, true);
        clerk.decide(id);
        clerk.awaitStage(id, "DECIDED");
        return id;
    }

    static UUID returned(Clerk clerk) {
        UUID id = decided(clerk);
        return collected(clerk, id);
    }

    private static UUID collected(Clerk clerk, UUID id) {
        long open = clerk.dossier(id).get("fees").get("openVnd").asLong();
        if (open > 0) {
            clerk.act(Tokens.CASHIER, id, "PAY", Map.of("amountVnd", open, "method", "CASH"));
        }
        clerk.handOver(id);
        clerk.awaitStage(id, "RETURNED");
        return id;
    }

    private static UUID waitsForSupplement(Clerk clerk) {
        UUID id = received(clerk, BIRTH, false);
        long fence = clerk.claim(id);
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
        clerk.awaitStage(id, "AWAITING_SUPPLEMENT");
        return id;
    }

    private static UUID supplemented(Clerk clerk) {
        UUID id = waitsForSupplement(clerk);
        clerk.presentAll(id, false);
        clerk.act(Tokens.RECEPTION, id, "SUPPLY");
        clerk.propose(id, clerk.claim(id));
        clerk.decide(id);
        clerk.awaitStage(id, "DECIDED");
        return collected(clerk, id);
    }

    private static UUID waitsForPayment(Clerk clerk) {
        UUID id = received(clerk, COPY, false);
        long fence = clerk.claim(id);
        clerk.onCase(
                Tokens.SPECIALIST,
                id,
                "ASK_PAYMENT",
                Map.of("fence", fence, "amountVnd", 20_000, "reasonCode", "LAND_TAX"));
        clerk.awaitStage(id, "AWAITING_PAYMENT");
        return id;
    }

    private static UUID paidInProcessing(Clerk clerk) {
        UUID id = waitsForPayment(clerk);
        long open = clerk.dossier(id).get("fees").get("openVnd").asLong();
        clerk.act(Tokens.CASHIER, id, "PAY", Map.of("amountVnd", open, "method", "CASH"));
        clerk.awaitStage(id, "IN_PROCESS");
        clerk.propose(id, clerk.claim(id));
        clerk.decide(id);
        clerk.awaitStage(id, "DECIDED");
        return collected(clerk, id);
    }

    private static UUID sentBack(Clerk clerk) {
        UUID id = proposed(clerk, false);
        clerk.onCase(Tokens.CHAIR, id, "SEND_BACK", Map.of("reasonCode", "WRONG_FORM"));
        clerk.propose(id, clerk.claim(id));
        clerk.decide(id);
        clerk.awaitStage(id, "DECIDED");
        return id;
    }

    private static UUID wantsWithdrawal(Clerk clerk) {
        UUID id = received(clerk, COPY, true);
        clerk.claim(id);
        clerk.act(Tokens.RECEPTION, id, "ASK_WITHDRAWAL", Map.of("reason", "Không còn nhu cầu"));
        clerk.awaitDossier(id, found -> found.get("withdrawalAnswer").asText().equals("FROZEN"));
        return id;
    }

    private static UUID withdrawalDenied(Clerk clerk) {
        UUID id = wantsWithdrawal(clerk);
        clerk.act(Tokens.RECEPTION, id, "DENY", Map.of("reasonCode", "OTHER", "reason", "Hồ sơ đã trình ký"));
        clerk.awaitCase(Tokens.SPECIALIST, id, found -> !found.get("frozen").asBoolean());
        clerk.propose(id, clerk.claim(id));
        clerk.decide(id);
        clerk.awaitStage(id, "DECIDED");
        return id;
    }

    private static UUID withdrawalCancelled(Clerk clerk) {
        UUID id = wantsWithdrawal(clerk);
        clerk.act(Tokens.RECEPTION, id, "CANCEL");
        clerk.awaitCase(Tokens.SPECIALIST, id, found -> !found.get("frozen").asBoolean());
        clerk.propose(id, clerk.claim(id));
        return id;
    }

    private static UUID withdrawn(Clerk clerk) {
        UUID id = wantsWithdrawal(clerk);
        clerk.act(Tokens.RECEPTION, id, "CONFIRM");
        clerk.handOver(id);
        clerk.awaitDossier(id, found -> !found.get("originalsHeld").asBoolean());
        return id;
    }

    private static UUID refused(Clerk clerk) {
        UUID id = clerk.open(COPY, ONE_PAGE);
        clerk.act(
                Tokens.RECEPTION,
                id,
                "REFUSE",
                Map.of("reasonCode", "NOT_COMPETENT", "reason", "Không thuộc thẩm quyền"));
        return id;
    }

    private static UUID abandoned(Clerk clerk) {
        UUID id = clerk.open(COPY, ONE_PAGE);
        clerk.act(Tokens.RECEPTION, id, "ABANDON");
        return id;
    }

    private static UUID claimed(Clerk clerk) {
        UUID id = received(clerk, COPY, false);
        clerk.claim(id);
        return id;
    }
}
