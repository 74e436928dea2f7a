package vn.motcua.e2e;

import com.fasterxml.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/** What officers who act at random say with each act. */
final class Bodies {
    private Bodies() {}

    static Map<String, Object> ofDossier(String action, JsonNode view, Clerk clerk, UUID dossier) {
        return switch (action) {
            case "REFUSE", "DENY" -> Map.of("reasonCode", "OTHER", "reason", "Lý do khác");
            case "ASK_SUPPLEMENT" ->
                Map.of(
                        "reasonCode",
                        "INCOMPLETE",
                        "reason",
                        "Thiếu giấy tờ",
                        "groundCode",
                        "LAW_CHANGED",
                        "ground",
                        "Điều 9 Nghị định mới",
                        "items",
                        List.of(Map.of("component", component(view), "reasonCode", "ILLEGIBLE")));
            case "SUPPLY" -> {
                clerk.presentAll(dossier, false);
                yield Map.of();
            }
            case "PAY" ->
                Map.of("amountVnd", Math.max(1, view.at("/fees/openVnd").asLong()), "method", "CASH");
            case "ASK_WITHDRAWAL" -> Map.of("reason", "Không còn nhu cầu");
            case "CORRECT" -> Map.of("reason", "Nhập nhầm", "language", "vi");
            default -> Map.of();
        };
    }

    /** Null where nothing is to be done. */
    static Supplier<Map<String, Object>> ofCase(String action, JsonNode one, Clerk clerk, UUID dossier) {
        JsonNode fence = one.at("/holder/fence");
        if (action == null) {
            return null;
        }
        return switch (action) {
            case "CLAIM" -> fence.isNumber() ? () -> Map.of("fence", fence.asLong()) : Map::of;
            case "RELEASE" -> fence.isNumber() ? () -> Map.of("fence", fence.asLong()) : Map::of;
            case "SEND_BACK" -> () -> Map.of("reasonCode", "WRONG_FORM");
            case "DECIDE", "EXTEND" -> Map::of;
            case "EXAMINE" ->
                one.get("checklistOpen").asInt() == 0 ? null : () -> examined(clerk.dossier(dossier), fence.asLong());
            case "PROPOSE" ->
                one.get("draftResult").isNull()
                        ? null
                        : () -> Map.of(
                                "fence",
                                fence.asLong(),
                                "decisionKind",
                                "GRANTED",
                                "resultId",
                                one.get("draftResult").asText());
            case "ASK_SUPPLEMENT" ->
                () -> Map.of(
                        "fence",
                        fence.asLong(),
                        "reasonCode",
                        "INCOMPLETE",
                        "items",
                        List.of(Map.of("component", component(clerk.dossier(dossier)), "reasonCode", "ILLEGIBLE")));
            case "ASK_PAYMENT" -> () -> Map.of("fence", fence.asLong(), "amountVnd", 20_000, "reasonCode", "LAND_TAX");
            // the others need a person who thinks
            default -> null;
        };
    }

    /** Every paper of the dossier found to be right. */
    static Map<String, Object> examined(JsonNode view, long fence) {
        List<Map<String, Object>> findings = new ArrayList<>();
        view.get("papers")
                .forEach(paper ->
                        findings.add(Map.of("item", paper.get("component").asText(), "answer", "MET")));
        return Map.of("fence", fence, "findings", findings);
    }

    private static String component(JsonNode view) {
        return view.get("papers").get(0).get("component").asText();
    }
}
