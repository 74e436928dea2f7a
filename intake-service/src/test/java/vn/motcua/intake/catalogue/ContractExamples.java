package vn.motcua.intake.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import vn.motcua.platform.json.EventJson;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** The example events of deploy/contracts, as a consumer receives them. */
public final class ContractExamples {
    private ContractExamples() {}

    /** One committed example. */
    public record Example(String topic, String name, String key, String type, UUID id, JsonNode data) {
        @Override
        public String toString() {
            return topic + "/" + name;
        }
    }

    /** Every example of a topic, in the order of their names. */
    public static List<Example> of(String topic) {
        Path folder = Path.of(System.getProperty("motcua.contracts", "../deploy/contracts"), "examples", topic);
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> f.toString().endsWith(".json"))
                    .sorted()
                    .map(f -> example(topic, f))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Example example(String topic, Path file) {
        try {
            JsonNode all = EventJson.tree(Files.readString(file));
            JsonNode headers = all.get("headers");
            return new Example(
                    topic,
                    file.getFileName().toString(),
                    all.get("key").asText(),
                    headers.get("ce_type").asText(),
                    UUID.fromString(headers.get("ce_id").asText()),
                    all.get("data"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
