package vn.motcua.platform.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.lang.JoseException;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;

/**
 * A short-lived token (JWT, ES256) that lets a person without an account read one subject and nothing else. One service
 * signs it, the others verify it here by the public key. Tokens live in real time, not in the moved clock.
 */
@ApplicationScoped
public class SubjectToken {
    /** The cookie that carries it; HttpOnly, for reading on the GETs that say so. */
    public static final String COOKIE = "motcua_tracking";

    private static final String AUDIENCE = "motcua-tracking";
    private static final String DEMO = "demo:";

    private static final int REMEMBERED = 10_000;

    /** What a token said, until when: checking an elliptic signature costs more than all else that tracking does. */
    private record Verified(String subject, NumericDate endsAt) {}

    private final JwtConsumer consumer;
    private final Cache<String, Verified> verified = Caffeine.newBuilder()
            .maximumSize(REMEMBERED)
            .expireAfterWrite(Duration.ofMinutes(5))
            .build();

    /** @param publicKey EC P-256 in Base64 (X.509); one that begins with {@code demo:} is refused unless motcua.demo=true */
    @Inject
    public SubjectToken(
            @ConfigProperty(name = "motcua.tracking.public-key") String publicKey,
            @ConfigProperty(name = "motcua.demo", defaultValue = "false") boolean demo) {
        consumer = new JwtConsumerBuilder()
                .setVerificationKey(publicKey(secret(publicKey, demo)))
                .setJwsAlgorithmConstraints(new AlgorithmConstraints(
                        ConstraintType.PERMIT, AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256))
                .setExpectedAudience(AUDIENCE)
                .setRequireExpirationTime()
                .setRequireSubject()
                .build();
    }

    /** The subject of a token; empty for null and for one that is malformed, expired or signed by somebody else. */
    public Optional<String> subject(String token) {
        if (token == null || token.isBlank()) {
            return Optional.empty();
        }
        Verified known = verified.getIfPresent(token);
        if (known != null && NumericDate.now().isBefore(known.endsAt())) {
            return Optional.of(known.subject());
        }
        try {
            JwtClaims claims = consumer.processToClaims(token);
            verified.put(token, new Verified(claims.getSubject(), claims.getExpirationTime()));
            return Optional.of(claims.getSubject());
        } catch (InvalidJwtException | MalformedClaimException refused) {
            return Optional.empty();
        }
    }

    /** A token for one subject, for the service that holds the private key. */
    public static String sign(String subject, Duration life, PrivateKey key) {
        JwtClaims claims = new JwtClaims();
        claims.setSubject(subject);
        claims.setAudience(AUDIENCE);
        claims.setIssuedAtToNow();
        claims.setExpirationTimeMinutesInTheFuture(life.toSeconds() / 60f);
        JsonWebSignature signature = new JsonWebSignature();
        signature.setPayload(claims.toJson());
        signature.setKey(key);
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
        try {
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException("token not signed", e);
        }
    }

    /**
     * A configured secret. The shipped ones are public and begin with {@code demo:}.
     *
     * @throws IllegalStateException for a shipped one unless this is a demonstration: a production stops at its start
     */
    public static String secret(String configured, boolean demo) {
        if (configured.startsWith(DEMO) && !demo) {
            throw new IllegalStateException(
                    "a shipped demo key is configured, which is refused unless motcua.demo=true");
        }
        return configured.startsWith(DEMO) ? configured.substring(DEMO.length()) : configured;
    }

    /** An EC private key, PKCS#8 in Base64. */
    public static PrivateKey privateKey(String base64) {
        try {
            return KeyFactory.getInstance("EC")
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(base64)));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalStateException("not an EC private key in Base64", e);
        }
    }

    private static PublicKey publicKey(String base64) {
        try {
            return KeyFactory.getInstance("EC")
                    .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(base64)));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalStateException("not an EC public key in Base64", e);
        }
    }
}
