package vn.motcua.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import vn.motcua.devstack.TestEvents;
import vn.motcua.e2e.Http.Answer;
import vn.motcua.e2e.Http.Call;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * All that the outside can know of some dossiers: what clients were told, what the API answers and what lies in the topics.
 *
 * @param acks what clients were told has been done
 * @param found ids of all dossiers opened for the people of these clients, as the register finds them
 * @param dossiers what the API says of each
 * @param events what lies in the topics under their ids, in the order of each topic
 * @param parked keys that wait at a consumer, as {@code consumer key}
 */
record Evidence(
        List<Ledger.Ack> acks, Set<UUID> found, Map<UUID, Known> dossiers, List<Fact> events, Set<String> parked) {

    /** One record of a topic. */
    record Fact(String topic, UUID dossier, UUID id, JsonNode data) {
        String text(String field) {
            return data.path(field).isNull() ? null : data.path(field).asText(null);
        }
    }

    /** What the API says of a dossier; {@code file} (its case) and {@code giveback} are null where there is none. */
    record Known(
            UUID id,
            JsonNode view,
            List<JsonNode> history,
            JsonNode file,
            JsonNode giveback,
            List<JsonNode> messages) {}

    /** Asks for everything once. */
    static Evidence collect(Http http, Tokens tokens, Ledger ledger, String phone) {
        Reader reader = new Reader(http, tokens);
        Set<UUID> found = reader.found(phone);
        Map<UUID, Known> dossiers = new LinkedHashMap<>();
        Set<UUID> all = new LinkedHashSet<>(found);
        ledger.acks().forEach(ack -> all.add(ack.dossier()));
        all.forEach(id -> dossiers.put(id, reader.known(id)));
        return new Evidence(ledger.acks(), found, dossiers, facts(all), reader.parked());
    }

    /** The same, but with some dossiers looked at anew. */
    Evidence again(Http http, Tokens tokens, Set<UUID> some) {
        Reader reader = new Reader(http, tokens);
        Map<UUID, Known> anew = new LinkedHashMap<>(dossiers);
        some.forEach(id -> anew.put(id, reader.known(id)));
        return new Evidence(acks, found, anew, facts(dossiers.keySet()), reader.parked());
    }

    private static List<Fact> facts(Set<UUID> dossiers) {
        List<Fact> facts = new ArrayList<>();
        for (String topic : Checker.TOPICS) {
            for (TestEvents.Received each : TestEvents.poll(topic)) {
                UUID key = uuid(each.key());
                UUID id = uuid(each.headers().get("ce_id"));
                if (id != null && dossiers.contains(key)) {
                    facts.add(new Fact(topic, key, id, each.data()));
                }
            }
        }
        return facts;
    }

    private static UUID uuid(String text) {
        try {
            return text == null ? null : UUID.fromString(text);
        } catch (IllegalArgumentException foreign) {
            return null;
        }
    }

    /** Reads the API as an auditor, drafts as the desk that opened them. */
    private record Reader(Http http, Tokens tokens) {
        Set<UUID> found(String phone) {
            Set<UUID> found = new LinkedHashSet<>();
            String after = null;
            do {
                Map<String, Object> terms = new LinkedHashMap<>(Map.of("phone", phone, "limit", 100));
                if (after != null) {
                    terms.put("after", after);
                }
                Answer page = http.insist(Call.post("/api/intake/dossiers/search", tokens.of(Tokens.RECEPTION), terms));
                assertThat(page.status()).as("%s", page).isEqualTo(200);
                page.json()
                        .get("items")
                        .forEach(row -> found.add(UUID.fromString(row.get("id").asText())));
                after = page.json().path("next").asText(null);
            } while (after != null && !after.equals("null"));
            return found;
        }

        Known known(UUID id) {
            String dossier = "/api/intake/dossiers/" + id;
            JsonNode view = one(dossier, Tokens.AUDITOR);
            String reader = view == null ? Tokens.RECEPTION : Tokens.AUDITOR;
            if (view == null) {
                view = one(dossier, reader);
            }
            List<JsonNode> history = pages(dossier + "/history?limit=100", reader);
            List<JsonNode> cases = pages("/api/processing/cases?dossier=" + id, Tokens.AUDITOR);
            JsonNode file = cases.isEmpty()
                    ? null
                    : one("/api/processing/cases/" + cases.get(0).get("id").asText(), Tokens.AUDITOR);
            JsonNode giveback = one("/api/notification/returns/" + id, Tokens.AUDITOR);
            List<JsonNode> messages = pages("/api/notification/messages?limit=100&dossier=" + id, Tokens.AUDITOR);
            return new Known(id, view, history, file, giveback, messages);
        }

        Set<String> parked() {
            Set<String> parked = new LinkedHashSet<>();
            for (String service : List.of("intake", "processing", "notification")) {
                Answer keys = http.insist(Call.get("/api/" + service + "/operations/parked-keys", tokens.operator()));
                assertThat(keys.status()).as("%s", keys).isEqualTo(200);
                keys.json()
                        .forEach(each -> parked.add(each.get("consumer").asText() + " "
                                + each.get("key").asText()));
            }
            return parked;
        }

        private JsonNode one(String path, String user) {
            Answer answer = http.insist(Call.get(path, tokens.of(user)));
            if (answer.status() == 404) {
                return null;
            }
            assertThat(answer.status()).as("%s: %s", path, answer).isEqualTo(200);
            return answer.json();
        }

        private List<JsonNode> pages(String path, String user) {
            List<JsonNode> items = new ArrayList<>();
            String after = null;
            do {
                JsonNode page = one(path + (after == null ? "" : "&after=" + after), user);
                if (page == null) {
                    return items;
                }
                page.get("items").forEach(items::add);
                after = page.path("next").isTextual() ? page.get("next").asText() : null;
            } while (after != null);
            return items;
        }
    }
}
