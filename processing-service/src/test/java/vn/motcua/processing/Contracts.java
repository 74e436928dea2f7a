package vn.motcua.processing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
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

/** The committed contracts, as tests read them. */
public final class Contracts {
    public static final Path FOLDER = Path.of(System.getProperty("motcua.contracts", "../deploy/contracts"));
    private static final ObjectMapper JSON = new ObjectMapper();

    private Contracts() {}

    /** One committed example. */
    public record Example(String name, JsonNode content) {
        public JsonNode data() {
            return content.get("data");
        }

        public String type() {
            return content.at("/headers/ce_type").asText();
        }

        public String body() {
            return data().toString();
        }

        /** A copy with one field of the body set. */
        public Example with(String field, String value) {
            ObjectNode copy = content.deepCopy();
            ((ObjectNode) copy.get("data")).put(field, value);
            return new Example(name, copy);
        }
    }

    public static List<Example> examples(String topic) {
        try (Stream<Path> files = Files.list(FOLDER.resolve("examples").resolve(topic))) {
            return files.sorted().map(Contracts::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What does not fit the schema; empty where all does. */
    public static List<String> misfits(String schema, JsonNode body) {
        return schema(schema).validate(body.toString(), InputFormat.JSON).stream()
                .map(Object::toString)
                .toList();
    }

    private static Example read(Path file) {
        try {
            return new Example(file.getFileName().toString(), JSON.readTree(Files.readString(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Schema schema(String name) {
        Path file = FOLDER.resolve("schemas/" + name + ".schema.json");
        try {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(SchemaLocation.of(file.toUri().toString()), Files.readString(file), InputFormat.JSON);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
