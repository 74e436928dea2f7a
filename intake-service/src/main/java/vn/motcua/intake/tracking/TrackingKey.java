package vn.motcua.intake.tracking;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import vn.motcua.intake.IntakeConfig;
import vn.motcua.platform.identity.SubjectToken;

import java.security.PrivateKey;
import java.time.Duration;
import java.util.UUID;

/** Signs tracking tokens. A key whose public half the services do not hold stops the start. */
@ApplicationScoped
class TrackingKey {
    static final Duration LIFE = Duration.ofMinutes(15);

    private final PrivateKey key;
    private final SubjectToken tokens;

    TrackingKey(IntakeConfig config, SubjectToken tokens) {
        this.key = SubjectToken.privateKey(SubjectToken.secret(config.tracking().privateKey(), config.demo()));
        this.tokens = tokens;
    }

    void start(@Observes StartupEvent event) {
        if (tokens.subject(SubjectToken.sign("start", LIFE, key)).isEmpty()) {
            throw new IllegalStateException(
                    "motcua.tracking.public-key is not the half of intake.tracking.private-key");
        }
    }

    String sign(UUID dossierId) {
        return SubjectToken.sign(dossierId.toString(), LIFE, key);
    }
}
