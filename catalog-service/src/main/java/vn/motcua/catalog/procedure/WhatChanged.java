package vn.motcua.catalog.procedure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.motcua.platform.json.EventJson;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * What differs between two versions of a procedure, field by field, in the order in which a version tells it. Compared is
 * the content as it is published, so that a field that is added to it is compared from the first day. What lists hold is
 * matched by what it is, not by where it stands: papers by name and case, limits by channel, fees by channel and rule.
 */
public final class WhatChanged {
    private static final String ORDER = "order";

    /** By these an item of a list is known again: all of the first row, where that finds none all of the next. */
    private static final Map<String, List<List<String>>> KEYS = Map.of(
            "components", List.of(List.of("name", "caseName"), List.of("name")),
            "limits", List.of(List.of("channel")),
            "otherLimits", List.of(List.of("channel", "description"), List.of("channel")),
            "fees",
                    List.of(
                            List.of("channel", "kind", "rule", "per", "fromUnit"),
                            List.of("channel", "kind", "rule", "fromUnit"),
                            List.of("channel", "kind"),
                            List.of("channel")),
            "openFees", List.of(List.of("channel", "reason"), List.of("channel")),
            "results", List.of(List.of("name"), List.of("code")));

    private static final List<List<String>> OTHER_KEYS =
            List.of(List.of("id"), List.of("name"), List.of("code"), List.of("channel"));

    /** A paper's id only tells its place in the list. */
    private static final Set<String> PLACES = Set.of("components.id");

    private static final List<String> LABELS = List.of("name", "channel", "code");

    private WhatChanged() {}

    /** What happened to a value. */
    @Schema(name = "ChangeKind")
    public enum Kind {
        ADDED,
        REMOVED,
        CHANGED
    }

    /**
     * One difference.
     *
     * @param field path of the field, the same for every item of a list: {@code name.vi}, {@code components.originals};
     *     {@code components} for a whole paper, {@code components.order} where those that stayed changed places
     * @param item name, channel or code of the list's item; null outside of lists and for items that have none
     * @param before null where nothing was said
     * @param after null where nothing is said any more
     */
    public record Change(String field, String item, Kind kind, String before, String after) {}

    /** All differences; empty if and only if both say the same. */
    public static List<Change> between(Procedure before, Procedure after) {
        List<Change> changes = new ArrayList<>();
        compare("", null, tree(before), tree(after), changes);
        return List.copyOf(changes);
    }

    private static JsonNode tree(Procedure content) {
        return EventJson.mapper().valueToTree(content);
    }

    private static void compare(String path, String item, JsonNode first, JsonNode second, List<Change> changes) {
        JsonNode before = likewise(first, second);
        JsonNode after = likewise(second, first);
        if (before.equals(after) || PLACES.contains(path)) {
            return;
        }
        if (before.isObject() && after.isObject()) {
            // what is absent from the one may be in the other
            Set<String> names = new LinkedHashSet<>();
            before.fieldNames().forEachRemaining(names::add);
            after.fieldNames().forEachRemaining(names::add);
            for (String name : names) {
                compare(path.isEmpty() ? name : path + "." + name, item, before.path(name), after.path(name), changes);
            }
        } else if (before.isArray() && after.isArray()) {
            list(path, before, after, changes);
        } else {
            note(path, item, text(before), text(after), changes);
        }
    }

    /** What is absent beside an object or a list is an empty one, so that its parts are told one by one. */
    private static JsonNode likewise(JsonNode node, JsonNode other) {
        if (node.isContainerNode() || !other.isContainerNode()) {
            return node;
        }
        return other.isObject() ? JsonNodeFactory.instance.objectNode() : JsonNodeFactory.instance.arrayNode();
    }

    private static void note(String path, String item, String before, String after, List<Change> changes) {
        Kind kind = before == null ? Kind.ADDED : after == null ? Kind.REMOVED : Kind.CHANGED;
        changes.add(new Change(path, item, kind, before, after));
    }

    private static void list(String path, JsonNode before, JsonNode after, List<Change> changes) {
        int[] matches = matches(path, before, after);
        Set<Integer> fresh = new TreeSet<>();
        for (int j = 0; j < after.size(); j++) {
            fresh.add(j);
        }
        List<Integer> kept = new ArrayList<>();
        for (int i = 0; i < matches.length; i++) {
            JsonNode old = before.get(i);
            if (matches[i] < 0) {
                note(path, label(old), text(old), null, changes);
            } else {
                fresh.remove(matches[i]);
                kept.add(matches[i]);
                JsonNode now = after.get(matches[i]);
                compare(path, label(now), old, now, changes);
            }
        }
        fresh.forEach(j -> note(path, label(after.get(j)), null, text(after.get(j)), changes));
        List<Integer> sorted = kept.stream().sorted().toList();
        String then = places(kept, after);
        String now = places(sorted, after);
        if (!then.equals(now)) {
            note(path + "." + ORDER, null, then, now, changes);
        }
    }

    /** By the place of an item before its place after, or -1. What is the same comes first, whatever its keys are. */
    private static int[] matches(String path, JsonNode before, JsonNode after) {
        int[] matches = new int[before.size()];
        Arrays.fill(matches, -1);
        boolean[] taken = new boolean[after.size()];
        match(matches, taken, before, after, (old, now) -> same(path, old, now));
        for (List<String> keys : KEYS.getOrDefault(path, OTHER_KEYS)) {
            match(matches, taken, before, after, (old, now) -> alike(keys, old, now));
        }
        return matches;
    }

    private interface Alike {
        boolean test(JsonNode old, JsonNode now);
    }

    private static void match(int[] matches, boolean[] taken, JsonNode before, JsonNode after, Alike alike) {
        for (int i = 0; i < matches.length; i++) {
            for (int j = 0; j < taken.length && matches[i] < 0; j++) {
                if (!taken[j] && alike.test(before.get(i), after.get(j))) {
                    matches[i] = j;
                    taken[j] = true;
                }
            }
        }
    }

    private static boolean same(String path, JsonNode old, JsonNode now) {
        List<Change> changes = new ArrayList<>();
        compare(path, null, old, now, changes);
        return changes.isEmpty();
    }

    /** Nothing is known again by a key that it lacks, but a missing channel stands for every channel. */
    private static boolean alike(List<String> keys, JsonNode old, JsonNode now) {
        boolean some = keys.contains("channel") || keys.stream().anyMatch(key -> text(old.path(key)) != null);
        return old.isObject()
                && now.isObject()
                && some
                && keys.stream().allMatch(key -> old.path(key).equals(now.path(key)));
    }

    private static String places(List<Integer> places, JsonNode items) {
        return places.stream().map(j -> text(items.get(j))).collect(Collectors.joining(" | "));
    }

    private static String label(JsonNode item) {
        return LABELS.stream()
                .map(key -> text(item.path(key)))
                .filter(text -> text != null)
                .findFirst()
                .orElse(null);
    }

    /** A single value as it is; of an item of a list what it says, with the names of its fields. */
    private static String text(JsonNode value) {
        if (value.isNull() || value.isMissingNode()) {
            return null;
        }
        if (value.isArray()) {
            return StreamSupport.stream(value.spliterator(), false)
                    .map(WhatChanged::text)
                    .collect(Collectors.joining(", ", "[", "]"));
        }
        if (!value.isObject()) {
            return value.asText();
        }
        List<String> texts = new ArrayList<>();
        value.fields().forEachRemaining(each -> {
            String text = text(each.getValue());
            if (text != null && !each.getKey().equals("id")) {
                texts.add(LABELS.contains(each.getKey()) ? text : each.getKey() + " " + text);
            }
        });
        return String.join("; ", texts);
    }
}
