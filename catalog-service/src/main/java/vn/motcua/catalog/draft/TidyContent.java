package vn.motcua.catalog.draft;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import vn.motcua.catalog.procedure.Limit;
import vn.motcua.catalog.procedure.Procedure;
import vn.motcua.platform.json.EventJson;
import vn.motcua.platform.problem.ProblemException;
import vn.motcua.platform.problem.Problems;

import java.lang.reflect.RecordComponent;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What an editor wrote as it is kept: texts in NFC without space around them, lists that are there, papers with their ids
 * by order, a same-day limit with the cut-off of the law. What could never be published, because its rows are not whole,
 * is refused; what is merely incomplete is kept, and the publish checks tell.
 */
final class TidyContent {
    static final int LONGEST_TEXT = 10_000;
    static final int MOST_ROWS = 500;

    /** Fields that a row needs to be one. */
    private static final Map<String, List<String>> WHOLE = Map.of(
            "limits", List.of("channel", "unit"),
            "otherLimits", List.of("channel", "unit"),
            "fees", List.of("rule"),
            "openFees", List.of("reason"),
            "components", List.of("name"),
            "results", List.of("name"));

    /** Limits a share of another may be told in. */
    private static final List<String> SHARES = List.of("WORKING_DAY", "DAY", "HOUR", "CLOCK_HOUR", "MONTH");

    private static final Set<String> GRADES = Set.of("V", "S", "U", "R");

    private final ProblemException problem = new ProblemException(Problems.VALIDATION);
    private final ObjectNode tree;

    private TidyContent(Procedure written) {
        tree = EventJson.mapper().valueToTree(written);
    }

    /** @throws ProblemException {@code validation} with every place that is wrong */
    static Procedure of(String code, Procedure written) {
        TidyContent tidy = new TidyContent(written);
        tidy.values("/content", tidy.tree);
        tidy.lists();
        tidy.head(code);
        tidy.rows();
        tidy.refuse();
        tidy.complete(code);
        return EventJson.read(tidy.tree, Procedure.class);
    }

    private void refuse() {
        if (problem.members().containsKey("violations")) {
            throw problem;
        }
    }

    private void values(String pointer, JsonNode node) {
        if (node instanceof ObjectNode object) {
            List<String> names =
                    object.properties().stream().map(Map.Entry::getKey).toList();
            for (String name : names) {
                object.set(name, value(pointer + "/" + name, object.get(name)));
            }
        } else if (node instanceof ArrayNode array) {
            if (array.size() > MOST_ROWS) {
                problem.violation(pointer, "0..." + MOST_ROWS);
                array.removeAll();
            }
            for (int i = 0; i < array.size(); i++) {
                array.set(i, value(pointer + "/" + i, array.get(i)));
                if (array.get(i).isNull()) {
                    problem.violation(pointer + "/" + i, "null");
                }
            }
        }
    }

    private JsonNode value(String pointer, JsonNode node) {
        if (node.isContainerNode()) {
            values(pointer, node);
            return node;
        }
        if (!node.isTextual()) {
            if (node.isNumber() && (node.asLong() < 0 || node.asLong() > 1_000_000_000_000L)) {
                problem.violation(pointer, "0...1000000000000");
            }
            return node;
        }
        String text = Normalizer.normalize(node.asText(), Normalizer.Form.NFC).strip();
        if (text.length() > LONGEST_TEXT || text.chars().anyMatch(c -> c < ' ' && c != '\n' && c != '\t')) {
            problem.violation(pointer, "1..." + LONGEST_TEXT);
        }
        return text.isEmpty() ? JsonNodeFactory.instance.nullNode() : JsonNodeFactory.instance.textNode(text);
    }

    private void lists() {
        for (RecordComponent each : Procedure.class.getRecordComponents()) {
            if (List.class.isAssignableFrom(each.getType())
                    && tree.path(each.getName()).isNull()) {
                tree.putArray(each.getName());
            }
        }
    }

    private void head(String code) {
        if (!tree.path("code").isNull() && !tree.path("code").asText().equals(code)) {
            problem.violation("/content/code", code);
        }
        if (missing(tree.path("name").path("vi"))) {
            problem.violation("/content/name/vi", "null");
        }
        if (missing(tree.path("field"))) {
            problem.violation("/content/field", "null");
        }
        String department = tree.path("department").asText("");
        if (!missing(tree.path("department")) && !department.matches("[a-z]+(-[a-z]+)*")) {
            problem.violation("/content/department", "[a-z]+(-[a-z]+)*");
        }
        if (!missing(tree.path("serviceLevel"))
                && !List.of("full", "partial")
                        .contains(tree.path("serviceLevel").asText())) {
            problem.violation("/content/serviceLevel", "full, partial");
        }
        if (tree.path("lapseAfterWorkingDays").isNumber()
                && tree.path("lapseAfterWorkingDays").asInt() < 1) {
            problem.violation("/content/lapseAfterWorkingDays", "1...");
        }
    }

    private void rows() {
        WHOLE.forEach((list, fields) -> {
            for (int i = 0; i < tree.path(list).size(); i++) {
                for (String field : fields) {
                    if (missing(tree.path(list).get(i).path(field))) {
                        problem.violation("/content/" + list + "/" + i + "/" + field, "null");
                    }
                }
                JsonNode grade = tree.path(list).get(i).path("grade");
                if (!missing(grade) && !GRADES.contains(grade.asText())) {
                    problem.violation("/content/" + list + "/" + i + "/grade", String.join(", ", GRADES));
                }
            }
        });
        Stream.of("limits", "otherLimits").forEach(this::amounts);
        shares();
        once("channels", "");
        once("limits", "channel");
    }

    private void amounts(String list) {
        for (int i = 0; i < tree.path(list).size(); i++) {
            JsonNode limit = tree.path(list).get(i);
            int amount = limit.path("amount").asInt();
            if (!"SAME_DAY".equals(limit.path("unit").asText()) && (amount < 1 || amount > 4_000)) {
                problem.violation("/content/" + list + "/" + i + "/amount", "1...4000");
            }
        }
    }

    /** Whoever pays less or takes part has a name; a share is a number with its unit, or neither is told. */
    private void shares() {
        JsonNode exemptions = tree.path("further").path("exemptions");
        for (int i = 0; i < exemptions.size(); i++) {
            if (missing(exemptions.get(i).path("who"))) {
                problem.violation("/content/further/exemptions/" + i + "/who", "null");
            }
        }
        JsonNode coordination = tree.path("further").path("coordination");
        for (int i = 0; i < coordination.size(); i++) {
            String pointer = "/content/further/coordination/" + i;
            JsonNode each = coordination.get(i);
            if (missing(each.path("who"))) {
                problem.violation(pointer + "/who", "null");
            }
            boolean amount = !missing(each.path("amount"));
            if (amount
                    && (each.path("amount").asInt() < 1 || each.path("amount").asInt() > 4_000)) {
                problem.violation(pointer + "/amount", "1...4000");
            }
            if (amount == missing(each.path("unit"))
                    || amount && !SHARES.contains(each.path("unit").asText())) {
                problem.violation(pointer + "/unit", String.join(", ", SHARES));
            }
        }
    }

    private void once(String list, String field) {
        Set<JsonNode> seen = new HashSet<>();
        for (int i = 0; i < tree.path(list).size(); i++) {
            JsonNode value = field.isEmpty()
                    ? tree.path(list).get(i)
                    : tree.path(list).get(i).path(field);
            if (!missing(value) && !seen.add(value)) {
                problem.violation("/content/" + list + "/" + i + (field.isEmpty() ? "" : "/" + field), "unique");
            }
        }
    }

    private void complete(String code) {
        tree.put("code", code);
        if (missing(tree.path("department"))) {
            tree.put("department", "unrouted");
        }
        boolean sameDay = false;
        for (String list : List.of("limits", "otherLimits")) {
            for (JsonNode each : tree.path(list)) {
                ObjectNode limit = (ObjectNode) each;
                boolean same = "SAME_DAY".equals(limit.path("unit").asText());
                sameDay |= same && list.equals("limits");
                if (same) {
                    limit.put("amount", 0);
                    if (missing(limit.path("cutOff"))) {
                        limit.put("cutOff", Limit.SAME_DAY_CUT_OFF.toString());
                    }
                }
            }
        }
        tree.put("sameDay", sameDay);
        for (int i = 0; i < tree.path("components").size(); i++) {
            ((ObjectNode) tree.path("components").get(i)).put("id", String.format("%s-%02d", code, i + 1));
        }
    }

    private static boolean missing(JsonNode node) {
        return node.isNull() || node.isMissingNode();
    }
}
