package vn.motcua.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;

/** Finds places in a body together with what the schema says of them. */
final class Nodes {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private Nodes() {}

    /** One member of an object, or one element of an array, and its schema. */
    record Place(Sketch sketch, JsonNode parent, String name, int index, JsonNode schema, boolean required) {
        JsonNode value() {
            return parent.isArray() ? parent.get(index) : parent.get(name);
        }

        boolean set(JsonNode value) {
            if (parent instanceof ArrayNode array) {
                array.set(index, value);
            } else {
                ((ObjectNode) parent).set(name, value);
            }
            return true;
        }

        /** A value that no JSON library would write. */
        boolean raw(String text) {
            sketch.marker = "\"@@\"";
            sketch.instead = text.getBytes(StandardCharsets.UTF_8);
            return set(NODES.textNode("@@"));
        }

        boolean remove() {
            ((ObjectNode) parent).remove(name);
            return true;
        }

        boolean isText() {
            return value().isTextual();
        }

        boolean isNumber() {
            return Set.of("integer", "number").contains(schema.path("type").asText());
        }

        boolean isEnum() {
            return schema.has("enum") || name != null && name.equals("action");
        }

        boolean isTime() {
            return schema.path("format").asText().contains("time");
        }

        boolean boundedText() {
            return isText() && (schema.path("maxLength").asInt(9_999) <= 4_000 || isEnum() || schema.has("format"));
        }
    }

    /** Null where there is no such place. */
    static Place any(Sketch sketch, Random random, Predicate<Place> wanted) {
        if (sketch.json == null) {
            return null;
        }
        List<Place> found = new ArrayList<>();
        collect(sketch, sketch.json, sketch.schema, found);
        List<Place> fitting = found.stream().filter(wanted).toList();
        return fitting.isEmpty() ? null : fitting.get(random.nextInt(fitting.size()));
    }

    /** The body or an object in it; null where the body is none. */
    static ObjectNode object(Sketch sketch, Random random) {
        if (!(sketch.json instanceof ObjectNode)) {
            return null;
        }
        List<ObjectNode> found = new ArrayList<>(List.of((ObjectNode) sketch.json));
        List<Place> places = new ArrayList<>();
        collect(sketch, sketch.json, sketch.schema, places);
        places.stream()
                .map(Place::value)
                .filter(ObjectNode.class::isInstance)
                .forEach(each -> found.add((ObjectNode) each));
        return found.get(random.nextInt(found.size()));
    }

    /** A value of a type that the schema does not take. */
    static JsonNode otherType(Place place, Random random) {
        String type = place.schema().path("type").asText(place.value().isTextual() ? "string" : "object");
        List<JsonNode> others = new ArrayList<>();
        if (!type.equals("string")) {
            others.add(NODES.textNode("x"));
            others.add(NODES.textNode(place.value().asText("7")));
        }
        if (!type.equals("integer")) {
            others.add(NODES.numberNode(0));
            others.add(NODES.numberNode(1.5));
        }
        if (!type.equals("boolean")) {
            others.add(NODES.booleanNode(true));
        }
        if (!type.equals("array")) {
            others.add(NODES.arrayNode().add(place.value()));
            others.add(NODES.arrayNode());
        }
        if (!type.equals("object")) {
            others.add(NODES.objectNode());
        }
        return others.get(random.nextInt(others.size()));
    }

    private static void collect(Sketch sketch, JsonNode value, JsonNode given, List<Place> found) {
        if (given == null) {
            return;
        }
        JsonNode schema =
                chosen(sketch.operation.api(), value, sketch.operation.api().resolve(given));
        if (value.isObject()) {
            Set<String> required = new java.util.HashSet<>();
            schema.path("required").forEach(each -> required.add(each.asText()));
            value.properties().forEach(each -> {
                JsonNode inner = schema.path("properties").path(each.getKey());
                JsonNode resolved = sketch.operation.api().resolve(inner);
                boolean needed =
                        required.contains(each.getKey()) || each.getKey().equals("action");
                found.add(new Place(sketch, value, each.getKey(), -1, resolved, needed));
                collect(sketch, each.getValue(), resolved, found);
            });
        } else if (value.isArray()) {
            JsonNode inner = sketch.operation.api().resolve(schema.path("items"));
            for (int i = 0; i < value.size(); i++) {
                found.add(new Place(sketch, value, null, i, inner, false));
                collect(sketch, value.get(i), inner, found);
            }
        }
    }

    /** The one of several forms that the value says it has. */
    private static JsonNode chosen(OpenApi api, JsonNode value, JsonNode schema) {
        JsonNode mapping = schema.at("/discriminator/mapping");
        String property = schema.at("/discriminator/propertyName").asText();
        return mapping.isMissingNode() || !mapping.has(value.path(property).asText())
                ? schema
                : api.resolve(NODES.objectNode()
                        .put("$ref", mapping.path(value.get(property).asText()).asText()));
    }
}
