package vn.motcua.processing.requester;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jboss.logging.Logger;
import vn.motcua.platform.json.EventJson;
import vn.motcua.processing.ProcessingConfig;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;

/** Reads intake over HTTP, within seconds or not at all: nobody waits for it longer than for a page. */
@ApplicationScoped
class IntakeSnapshot implements Snapshot {
    private static final Logger LOG = Logger.getLogger(IntakeSnapshot.class);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /** A dossier with all its papers is some kilobytes. */
    private static final int BYTES_MAX = 1024 * 1024;

    /** Told, not told to this officer, or not there: what is asked of another dossier may be answered. */
    private static final Set<Integer> NOBODY = Set.of(200, 403, 404);

    private final URI intake;
    private final HttpClient http;

    @Inject
    IntakeSnapshot(ProcessingConfig config) {
        this(config.intake().orElse(null));
    }

    /** @param intake address of the service; null: nothing is read */
    IntakeSnapshot(URI intake) {
        this.intake = intake;
        this.http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    }

    @Override
    public String requester(UUID dossier, String token) {
        if (intake == null || token == null) {
            return null;
        }
        try {
            HttpResponse<byte[]> answer = http.send(
                    HttpRequest.newBuilder(intake.resolve("/api/intake/dossiers/" + dossier))
                            .timeout(PATIENCE)
                            .header("Authorization", "Bearer " + token)
                            .header("Accept", "application/json")
                            .build(),
                    HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() == 200 && answer.body().length <= BYTES_MAX) {
                return owner(answer.body());
            }
            LOG.warnf("intake answered %d for the requester of dossier %s", answer.statusCode(), dossier);
            if (NOBODY.contains(answer.statusCode())) {
                return null;
            }
            throw new Away(answer.statusCode());
        } catch (IOException e) {
            throw new Away(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Away(e);
        }
    }

    private static String owner(byte[] answer) {
        try {
            JsonNode owner = EventJson.mapper().readTree(answer).path("people").path("owner");
            String name = owner.path("name").asText("").strip();
            return name.isEmpty() ? null : name;
        } catch (IOException noJson) {
            return null;
        }
    }
}
