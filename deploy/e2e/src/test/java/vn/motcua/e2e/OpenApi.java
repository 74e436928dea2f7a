package vn.motcua.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import vn.motcua.devstack.Suite;
import vn.motcua.devstack.SuitePart;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What a service says of its own API. */
final class OpenApi {
    static final List<SuitePart> SERVICES =
            List.of(SuitePart.CATALOG, SuitePart.INTAKE, SuitePart.PROCESSING, SuitePart.NOTIFICATION);

    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch", "head", "options");

    private final SuitePart service;
    private final JsonNode document;

    private OpenApi(SuitePart service, JsonNode document) {
        this.service = service;
        this.document = document;
    }

    /** One input beside the body. */
    record Parameter(String name, String in, boolean required, JsonNode schema) {}

    /**
     * A method of a path.
     *
     * @param roles that may call it; empty where the document names none
     * @param bodies schema by media type
     */
    record Operation(
            OpenApi api,
            String method,
            String path,
            List<String> roles,
            List<Parameter> parameters,
            Map<String, JsonNode> bodies) {
        String key() {
            return method + " " + path;
        }

        /** The values by which a body chooses its form; empty where there is one form only. */
        Set<String> variants() {
            Set<String> variants = new TreeSet<>();
            bodies.values().forEach(schema -> api.resolve(schema)
                    .at("/discriminator/mapping")
                    .fieldNames()
                    .forEachRemaining(variants::add));
            return variants;
        }
    }

    /** As the running service tells it. */
    static OpenApi live(Suite suite, SuitePart service) {
        try (Wire wire = new Wire(suite.url(service))) {
            Wire.Answer answer = wire.send(Wire.Request.of("GET", "/api/" + service.key() + "/openapi?format=JSON"));
            if (answer.status() != 200) {
                throw new IllegalStateException(service.label() + " has no OpenAPI document: " + answer);
            }
            return new OpenApi(service, Wire.JSON.readTree(answer.body()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As it is kept in {@code deploy/contracts}. */
    static OpenApi snapshot(Path contracts, SuitePart service) {
        Path file = contracts.resolve("openapi").resolve(service.key() + ".yaml");
        try (Reader yaml = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            Object document = new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
            return new OpenApi(service, Wire.JSON.valueToTree(document));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    SuitePart service() {
        return service;
    }

    List<Operation> operations() {
        List<Operation> all = new ArrayList<>();
        document.get("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(method -> {
                    if (METHODS.contains(method.getKey())) {
                        all.add(operation(path, method));
                    }
                }));
        return all;
    }

    /** A schema without its reference. */
    JsonNode resolve(JsonNode schema) {
        JsonNode found = schema;
        while (found.has("$ref")) {
            found = document.at(found.get("$ref").asText().substring(1));
        }
        return found;
    }

    private Operation operation(Map.Entry<String, JsonNode> path, Map.Entry<String, JsonNode> method) {
        JsonNode said = method.getValue();
        List<Parameter> parameters = new ArrayList<>();
        for (JsonNode each : said.path("parameters")) {
            parameters.add(new Parameter(
                    each.get("name").asText(),
                    each.get("in").asText(),
                    each.path("required").asBoolean(),
                    each.path("schema")));
        }
        List<String> roles = new ArrayList<>();
        said.path("security").forEach(way -> way.forEach(scopes -> scopes.forEach(role -> roles.add(role.asText()))));
        Map<String, JsonNode> bodies = new LinkedHashMap<>();
        said.at("/requestBody/content")
                .properties()
                .forEach(type -> bodies.put(type.getKey(), type.getValue().path("schema")));
        return new Operation(this, method.getKey().toUpperCase(Locale.ROOT), path.getKey(), roles, parameters, bodies);
    }
}
