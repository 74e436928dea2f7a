package vn.motcua.notification.dossier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.motcua.platform.identity.SubjectToken;

import java.util.Optional;
import java.util.UUID;

/** The dossier that a person's tracking cookie opens for reading. */
@ApplicationScoped
public class TrackedDossier {
    @Inject
    SubjectToken tokens;

    /** The dossier's id; empty without a cookie and for one that is malformed, expired or signed by somebody else. */
    public Optional<UUID> of(String cookie) {
        try {
            return tokens.subject(cookie).map(UUID::fromString);
        } catch (IllegalArgumentException notADossier) {
            return Optional.empty();
        }
    }
}
