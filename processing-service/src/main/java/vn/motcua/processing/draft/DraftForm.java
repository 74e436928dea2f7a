package vn.motcua.processing.draft;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What a form on a draft's page carries, so that only who opened that page can send it: bound to the draft and its dossier, short of life.
 * Another site has neither the cookie nor this, and who has it for another dossier has nothing here.
 */
@ApplicationScoped
class DraftForm {
    /** As long as the tracking cookie itself lives. */
    static final Duration LIFE = Duration.ofMinutes(15);

    private static final String HMAC = "HmacSHA256";

    private final byte[] key;
    private final Clock clock;

    /** @param secret any secret that all replicas share; only a key derived from it is used */
    @Inject
    DraftForm(@ConfigProperty(name = "processing.verification.key") String secret, Clock clock) {
        this.key = mac(secret.getBytes(StandardCharsets.UTF_8), "motcua/draft-form");
        this.clock = clock;
    }

    /** A token for this draft of this dossier. */
    String token(UUID draft, UUID dossier) {
        long until = clock.instant().plus(LIFE).getEpochSecond();
        return until + "." + seal(until, draft, dossier);
    }

    /** Whether the token was made here for this draft and dossier, not too long ago. */
    boolean holds(String token, UUID draft, UUID dossier) {
        int dot = token == null ? -1 : token.indexOf('.');
        if (dot < 1 || dot > 15 || !token.substring(0, dot).chars().allMatch(Character::isDigit)) {
            return false;
        }
        long until = Long.parseLong(token.substring(0, dot));
        byte[] said = token.substring(dot + 1).getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(said, seal(until, draft, dossier).getBytes(StandardCharsets.UTF_8))
                && !clock.instant().isAfter(Instant.ofEpochSecond(until));
    }

    private String seal(long until, UUID draft, UUID dossier) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(mac(key, until + "|" + draft + "|" + dossier));
    }

    private static byte[] mac(byte[] key, String said) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key, HMAC));
            return mac.doFinal(said.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
