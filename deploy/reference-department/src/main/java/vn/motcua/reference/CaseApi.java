package vn.motcua.reference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/** The REST of a case, as the department's own system uses it. */
final class CaseApi {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LONGEST = Duration.ofSeconds(20);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(LONGEST).build();
    private final URI gateway;
    private final Supplier<String> token;

    CaseApi(URI gateway, Supplier<String> token) {
        this.gateway = gateway;
        this.token = token;
    }

    record Answer(int status, String etag, JsonNode body) {
        boolean ok() {
            return status / 100 == 2;
        }
    }

    /** The service, or the way to it, failed: the same is tried again later. */
    static final class Unavailable extends RuntimeException {
        Unavailable(String what) {
            super(what);
        }
    }

    /**
     * The name under which the histories of cases know this system: the claim the service reads as well.
     *
     * @throws IllegalStateException where the token carries none
     */
    String name() {
        try {
            String claims = token.get().split("\\.")[1];
            JsonNode name = JSON.readTree(Base64.getUrlDecoder().decode(claims)).path("name");
            if (name.isTextual()) {
                return name.asText();
            }
        } catch (IOException | IllegalArgumentException | ArrayIndexOutOfBoundsException noToken) {
            throw new IllegalStateException("the token cannot be read", noToken);
        }
        throw new IllegalStateException("the account has no name");
    }

    Answer get(String path) {
        return send(request(path).GET());
    }

    /** @param key the same for the same intent, whatever died in between: then the first answer comes again */
    Answer post(String path, String etag, String key, Object body) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .header("If-Match", etag)
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(JSON.valueToTree(body).toString())));
    }

    Answer putPdf(String path, String etag, byte[] pdf) {
        return send(request(path)
                .header("Content-Type", "application/pdf")
                .header("If-Match", etag)
                .PUT(BodyPublishers.ofByteArray(pdf)));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(gateway.resolve("/api/processing/" + path))
                .timeout(LONGEST)
                .header("Authorization", "Bearer " + token.get());
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer =
                    http.sendAsync(request.build(), BodyHandlers.ofString()).join();
            int status = answer.statusCode();
            if (status >= 500 || status == 429 || status == 401) {
                throw new Unavailable("status " + status);
            }
            String text = answer.body();
            return new Answer(
                    status,
                    answer.headers().firstValue("ETag").orElse(null),
                    text.isBlank() ? JSON.missingNode() : JSON.readTree(text));
        } catch (IOException | CompletionException e) {
            throw new Unavailable(e.getClass().getSimpleName());
        }
    }
}
