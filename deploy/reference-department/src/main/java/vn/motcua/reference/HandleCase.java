package vn.motcua.reference;

import com.fasterxml.jackson.databind.JsonNode;
import vn.motcua.reference.CaseApi.Answer;
import vn.motcua.reference.Expert.Proposed;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Brings one case from the queue to a proposal. Each step begins by looking where the case stands, so that it goes on after a death wherever
 * that came; each act carries a key made of the event and the revision seen, so that what was done already is answered and not done twice.
 */
final class HandleCase {
    private static final System.Logger LOG = System.getLogger(HandleCase.class.getName());
    private static final int STEPS_MOST = 20;
    private static final Set<String> GOES_ON = Set.of("RESUMED", "THAWED");

    private final CaseApi api;
    private final Expert expert;

    HandleCase(CaseApi api, Expert expert) {
        this.api = api;
        this.expert = expert;
    }

    /** What became of the event here. */
    enum Outcome {
        PROPOSED,
        /** Somebody else has it, it went elsewhere, or nothing can be done with it now; another event will tell. */
        LEFT,
        /** Others were faster each time: the same event is looked at again. */
        AGAIN
    }

    Outcome handle(String event, String caseId) {
        for (int step = 0; step < STEPS_MOST; step++) {
            Answer seen = api.get("cases/" + caseId);
            if (!seen.ok()) {
                return Outcome.LEFT;
            }
            JsonNode one = seen.body();
            if (one.path("state").asText().equals("PROPOSED")
                    && one.path("proposal").path("mine").asBoolean()) {
                return Outcome.PROPOSED;
            }
            boolean mine = one.path("holder").path("mine").asBoolean();
            if (one.hasNonNull("pending") || one.path("frozen").asBoolean() || !mine && !free(one)) {
                return Outcome.LEFT;
            }
            Answer done = mine ? work(event, caseId, seen) : act(event, caseId, seen, "CLAIM", Map.of());
            boolean people = done == null || refused(caseId, seen, done);
            if (people && (!mine || givenBack(event, caseId, seen))) {
                return Outcome.LEFT;
            }
        }
        return Outcome.AGAIN;
    }

    /** Open, and not for people: sent back by the signer, or given back or lost by this system since the dossier last went on. */
    private boolean free(JsonNode one) {
        if (!one.path("state").asText().equals("OPEN") || one.hasNonNull("sentBackReason")) {
            return false;
        }
        String name = api.name();
        boolean released = false;
        for (JsonNode line : one.path("history")) {
            String act = line.path("act").asText();
            boolean own = name.equals(line.path("name").asText());
            if (act.equals("CLAIMED") || !released && GOES_ON.contains(act)) {
                return !released || !own;
            }
            if (act.equals("RELEASED")) {
                if (own) {
                    return false;
                }
                released = true;
            }
        }
        return true;
    }

    /** Whether an act was refused though the case stands as it was seen: for good then, and not because somebody was faster. */
    private boolean refused(String caseId, Answer seen, Answer done) {
        if (done.ok() || !seen.etag().equals(api.get("cases/" + caseId).etag())) {
            return false;
        }
        LOG.log(
                System.Logger.Level.ERROR,
                "case {0} is left to people: {1} {2}",
                caseId,
                done.status(),
                done.body().path("type").asText());
        return true;
    }

    /** Gives the case back to people; false where it changed meanwhile and is to be looked at again. */
    private boolean givenBack(String event, String caseId, Answer seen) {
        long fence = seen.body().path("holder").path("fence").asLong();
        Answer done = act(event, caseId, seen, "RELEASE", Map.of("fence", fence));
        return done.ok() || refused(caseId, seen, done);
    }

    /** The next step of who holds the case; null where it is for people. */
    private Answer work(String event, String caseId, Answer seen) {
        JsonNode one = seen.body();
        if (one.hasNonNull("sentBackReason")) {
            return null;
        }
        long fence = one.path("holder").path("fence").asLong();
        if (one.path("checklistOpen").asInt() > 0) {
            JsonNode items = api.get("cases/" + caseId + "/examination").body().path("items");
            List<Map<String, Object>> findings = expert.examine(one, items);
            return act(event, caseId, seen, "EXAMINE", Map.of("fence", fence, "findings", findings));
        }
        Proposed proposed = expert.propose(one);
        if (proposed == null) {
            return null;
        }
        if (!drafted(one)) {
            return api.putPdf("cases/" + caseId + "/result?fence=" + fence, seen.etag(), proposed.pdf());
        }
        Map<String, Object> body = new HashMap<>();
        body.put("fence", fence);
        body.put("decisionKind", proposed.decisionKind());
        body.put("resultId", one.path("draftResult").asText());
        if (proposed.groundCode() != null) {
            body.put("groundCode", proposed.groundCode());
        }
        return act(event, caseId, seen, "PROPOSE", body);
    }

    /** Whether the draft is of this claim: not another's, and not what the signer sent back. */
    private static boolean drafted(JsonNode one) {
        for (JsonNode line : one.path("history")) {
            switch (line.path("act").asText()) {
                case "RESULT_ATTACHED" -> {
                    return one.hasNonNull("draftResult");
                }
                case "CLAIMED", "SENT_BACK" -> {
                    return false;
                }
                default -> {}
            }
        }
        return false;
    }

    private Answer act(String event, String caseId, Answer seen, String action, Map<String, Object> more) {
        Map<String, Object> body = new HashMap<>(more);
        body.put("action", action);
        return api.post("cases/" + caseId + "/actions", seen.etag(), key(event, seen.etag(), action, body), body);
    }

    /** The same event, revision, act and body always have the same key; at another revision the act is another one. */
    static String key(String event, String etag, String action, Map<String, Object> body) {
        String intent = event + " " + etag + " " + action + " " + new TreeMap<>(body);
        return UUID.nameUUIDFromBytes(intent.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
