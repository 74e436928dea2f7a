package vn.motcua.notification.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The committed schemas and examples in {@code deploy/contracts}. */
public final class Contracts {
    private static final Path ROOT = Path.of(System.getProperty("motcua.contracts", "../deploy/contracts"));
    private static final ObjectMapper JSON = new ObjectMapper();

    private Contracts() {}

    /** One committed event. */
    public record Example(String name, JsonNode headers, String key, JsonNode data) {
        @Override
        public String toString() {
            return name;
        }
    }

    /** Every example ever committed for a topic, by name. */
    public static List<Example> examples(String topic) {
        try (Stream<Path> files = Files.list(ROOT.resolve("examples/" + topic))) {
            return files.sorted()
                    .map(file -> example(topic, file.getFileName().toString().replace(".json", "")))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One example. */
    public static Example example(String topic, String name) {
        JsonNode all = read("examples/" + topic + "/" + name + ".json");
        return new Example(name, all.get("headers"), all.get("key").asText(), all.get("data"));
    }

    /** A schema as it lies there, to read its lists from. */
    public static JsonNode schemaTree(String name) {
        return read("schemas/" + name + ".schema.json");
    }

    /** What is wrong with a body by a topic's schema; empty for nothing. */
    public static List<String> violations(String topic, JsonNode data) {
        Path file = ROOT.resolve("schemas/" + topic + ".schema.json");
        SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
        Schema schema = registry.getSchema(
                SchemaLocation.of(file.toUri().toString()),
                read("schemas/" + topic + ".schema.json").toString(),
                InputFormat.JSON);
        return schema.validate(data.toString(), InputFormat.JSON).stream()
                .map(Object::toString)
                .toList();
    }

    private static JsonNode read(String path) {
        try {
            return JSON.readTree(Files.readString(ROOT.resolve(path)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
