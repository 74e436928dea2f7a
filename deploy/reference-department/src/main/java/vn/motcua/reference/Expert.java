package vn.motcua.reference;

import com.fasterxml.jackson.databind.JsonNode;

import java.util.List;
import java.util.Map;

/** The one thing a department brings: how it examines and what it proposes. Everything else here is how to answer reliably. */
interface Expert {
    /** Bodies of findings for the items still open: item, answer, note where it is not met. */
    List<Map<String, Object>> examine(JsonNode one, JsonNode items);

    /** What is proposed, with the result's file; null leaves the case to people, it is released. */
    Proposed propose(JsonNode one);

    record Proposed(String decisionKind, String groundCode, byte[] pdf) {}
}
