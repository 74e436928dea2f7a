package vn.motcua.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/** Values that fit a schema; where a name is known, mostly one that means something. */
final class Samples {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final List<String> TEXTS = List.of(
            "Quàng Thị Vui",
            "Mường Sại",
            "x",
            "Đường về bản 🏞",
            "a'b\"c\\d",
            "<b>&amp;</b>",
            "  rộng  ",
            "0912 345 645");
    private static final int DEEPEST = 8;

    private final OpenApi api;
    private final Map<String, String> known;
    private final Random random;

    Samples(OpenApi api, Map<String, String> known, Random random) {
        this.api = api;
        this.known = known;
        this.random = random;
    }

    JsonNode of(JsonNode schema) {
        return of(schema, "", 0);
    }

    /** A value of a parameter, as text. */
    String text(String name, JsonNode schema) {
        return of(schema, name, 0).asText();
    }

    private JsonNode of(JsonNode given, String name, int depth) {
        JsonNode schema = api.resolve(given);
        if (schema.has("enum")) {
            return pick(schema.get("enum"));
        }
        if (schema.has("oneOf")) {
            return oneOf(schema, depth);
        }
        return switch (type(schema)) {
            case "object" -> object(schema, depth);
            case "array" -> array(schema, name, depth);
            case "integer", "number" -> number(schema, name);
            case "boolean" -> NODES.booleanNode(random.nextBoolean());
            default -> NODES.textNode(string(schema, name));
        };
    }

    private static String type(JsonNode schema) {
        JsonNode type = schema.path("type");
        return type.isArray() ? type.get(0).asText() : type.asText(schema.has("properties") ? "object" : "string");
    }

    private JsonNode oneOf(JsonNode schema, int depth) {
        JsonNode mapping = schema.at("/discriminator/mapping");
        List<String> values = new ArrayList<>();
        mapping.fieldNames().forEachRemaining(values::add);
        String value = values.get(random.nextInt(values.size()));
        ObjectNode reference = NODES.objectNode().put("$ref", mapping.get(value).asText());
        ObjectNode made = (ObjectNode) of(reference, "", depth);
        return made.put(schema.at("/discriminator/propertyName").asText(), value);
    }

    private JsonNode object(JsonNode schema, int depth) {
        ObjectNode made = NODES.objectNode();
        List<String> required = new ArrayList<>();
        schema.path("required").forEach(each -> required.add(each.asText()));
        schema.path("properties").properties().forEach(each -> {
            boolean wanted = required.contains(each.getKey()) || depth < DEEPEST && random.nextInt(3) > 0;
            if (wanted) {
                made.set(each.getKey(), of(each.getValue(), each.getKey(), depth + 1));
            }
        });
        return made;
    }

    private JsonNode array(JsonNode schema, String name, int depth) {
        ArrayNode made = NODES.arrayNode();
        int size = Math.max(
                schema.path("minItems").asInt(0), schema.path("uniqueItems").asBoolean() ? 1 : random.nextInt(3));
        for (int i = 0; i < Math.min(size, schema.path("maxItems").asInt(3)); i++) {
            made.add(of(schema.get("items"), name, depth + 1));
        }
        return made;
    }

    private JsonNode number(JsonNode schema, String name) {
        if (known.containsKey(name) && known.get(name).matches("\\d{1,18}")) {
            return NODES.numberNode(Long.parseLong(known.get(name)));
        }
        long least = schema.has("exclusiveMinimum")
                ? schema.get("exclusiveMinimum").asLong() + 1
                : schema.path("minimum").asLong(1);
        long most = Math.min(schema.path("maximum").asLong(least + 20), least + 20);
        return NODES.numberNode(least + random.nextInt((int) Math.max(1, most - least + 1)));
    }

    private String string(JsonNode schema, String name) {
        if (known.get(name) != null && random.nextInt(8) > 0) {
            return known.get(name);
        }
        switch (schema.path("format").asText()) {
            case "uuid":
                return new UUID(random.nextLong(), random.nextLong()).toString();
            case "date-time":
                return Instant.now()
                        .truncatedTo(ChronoUnit.SECONDS)
                        .plus(random.nextInt(60) - 30, ChronoUnit.DAYS)
                        .toString();
            case "date":
                return "2026-11-" + (10 + random.nextInt(20));
            case "local-time":
                return "1" + random.nextInt(10) + ":30";
            default:
                break;
        }
        if (schema.has("pattern") && !schema.get("pattern").asText().equals("\\S")) {
            return Patterns.sample(schema.get("pattern").asText(), random);
        }
        String text = TEXTS.get(random.nextInt(TEXTS.size()));
        int most = schema.path("maxLength").asInt(60);
        text = text.repeat(1 + schema.path("minLength").asInt(0) / text.length());
        return text.substring(0, Math.min(text.length(), most));
    }

    private JsonNode pick(JsonNode values) {
        return values.get(random.nextInt(values.size()));
    }
}
