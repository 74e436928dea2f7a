package vn.motcua.intake.portal;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import vn.motcua.intake.IntakeConfig;
import vn.motcua.platform.identity.SubjectToken;

/** Stops the start of a production that would seal people's sessions with the shipped key. */
@ApplicationScoped
class SessionKey {
    void start(@Observes StartupEvent event, IntakeConfig config) {
        SubjectToken.secret(config.portal().cookieKey(), config.demo());
    }
}
