package vn.motcua.e2e;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A request that is still being changed. */
final class Sketch {
    final OpenApi.Operation operation;
    /** As they stand in the target: encoded. */
    final Map<String, String> path = new LinkedHashMap<>();
    /** {@code name=value} as they stand in the target. */
    final List<String> query = new ArrayList<>();

    final Map<String, String> headers = new LinkedHashMap<>();
    String method;
    /** The schema of the body; null for none or for a file. */
    JsonNode schema;
    /** The body before it is written; null for none or for a file. */
    JsonNode json;
    /** The body as it is sent; written from {@link #json} where null. */
    byte[] bytes;
    /** For changing values that only show when a document is written. */
    String marker;
    /** What the marker becomes. */
    byte[] instead;

    Sketch(OpenApi.Operation operation) {
        this.operation = operation;
        this.method = operation.method();
    }

    boolean has(String parameter, String in) {
        return operation.parameters().stream()
                .anyMatch(each -> each.name().equals(parameter) && each.in().equals(in));
    }

    void query(String name, String value) {
        query.removeIf(each -> each.startsWith(name + "="));
        query.add(name + "=" + value);
    }

    byte[] body() {
        if (bytes != null || json == null) {
            return bytes;
        }
        try {
            byte[] written = Wire.JSON.writeValueAsBytes(json);
            return marker == null ? written : replaced(written);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    Wire.Request request() {
        String target = operation.path();
        for (Map.Entry<String, String> each : path.entrySet()) {
            target = target.replace("{" + each.getKey() + "}", each.getValue());
        }
        Wire.Request request =
                Wire.Request.of(method, query.isEmpty() ? target : target + "?" + String.join("&", query));
        for (Map.Entry<String, String> each : headers.entrySet()) {
            request = request.header(each.getKey(), each.getValue());
        }
        return request.body(body());
    }

    private byte[] replaced(byte[] written) {
        String text = new String(written, StandardCharsets.ISO_8859_1);
        return text.replace(marker, new String(instead, StandardCharsets.ISO_8859_1))
                .getBytes(StandardCharsets.ISO_8859_1);
    }
}
