package vn.motcua.processing.verification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jose4j.json.JsonUtil;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;
import vn.motcua.platform.identity.SubjectToken;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The compact token in the QR code of a result (JWS, ES256) and the list of what no longer holds. A token says what is printed beside it
 * and nothing else: number, unit, date; no person.
 */
@ApplicationScoped
public class Seal {
    private static final int KEY_ID_CHARACTERS = 4;

    private final PrivateKey key;
    private final String keyId;
    private final Map<String, EllipticCurveJsonWebKey> keys = new LinkedHashMap<>();
    private final String publicUrl;

    @Inject
    Seal(VerificationConfig config) {
        key = SubjectToken.privateKey(SubjectToken.secret(config.key(), config.demo()));
        List<String> known = new ArrayList<>();
        known.add(config.publicKey());
        config.formerKeys().ifPresent(known::addAll);
        known.forEach(each -> add(publicKey(SubjectToken.secret(each, config.demo()))));
        keyId = keys.keySet().iterator().next();
        publicUrl = config.publicUrl();
    }

    /** What a genuine token says. */
    public record Said(UUID signing, String number, String unit, LocalDate on) {}

    public String token(Said said) {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("i", shortened(said.signing()));
        claims.put("n", said.number());
        claims.put("u", said.unit());
        claims.put("d", said.on().toString());
        return sign(JsonUtil.toJson(claims));
    }

    /** Where a token is checked. */
    public String address(String token) {
        return publicUrl + "/xac-minh?t=" + token;
    }

    public String page() {
        return publicUrl + "/xac-minh";
    }

    /** Empty for what is malformed or not signed by a known key. */
    Optional<Said> read(String token) {
        return payload(token).map(Seal::said);
    }

    String sign(String payload) {
        JsonWebSignature jws = new JsonWebSignature();
        jws.setPayload(payload);
        jws.setAlgorithmHeaderValue(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
        jws.setKeyIdHeaderValue(keyId);
        jws.setKey(key);
        try {
            return jws.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException("the verification key does not sign", e);
        }
    }

    /** The public keys as a JWK set by key id, for those who verify without us. */
    Map<String, Map<String, Object>> publicKeys() {
        Map<String, Map<String, Object>> all = new LinkedHashMap<>();
        keys.forEach(
                (id, each) -> all.put(id, each.toParams(org.jose4j.jwk.JsonWebKey.OutputControlLevel.PUBLIC_ONLY)));
        return all;
    }

    private Optional<Map<String, Object>> payload(String token) {
        try {
            JsonWebSignature jws = new JsonWebSignature();
            jws.setAlgorithmConstraints(new AlgorithmConstraints(
                    ConstraintType.PERMIT, AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256));
            jws.setCompactSerialization(token);
            EllipticCurveJsonWebKey signed = keys.get(String.valueOf(jws.getKeyIdHeaderValue()));
            if (signed == null) {
                return Optional.empty();
            }
            jws.setKey(signed.getPublicKey());
            return jws.verifySignature() ? Optional.of(JsonUtil.parseJson(jws.getPayload())) : Optional.empty();
        } catch (JoseException refused) {
            return Optional.empty();
        }
    }

    /** Null where the payload is ours but not of a result: the list is signed by the same key. */
    private static Said said(Map<String, Object> claims) {
        try {
            return new Said(
                    uuid((String) claims.get("i")),
                    (String) claims.get("n"),
                    (String) claims.get("u"),
                    LocalDate.parse((String) claims.get("d")));
        } catch (RuntimeException noResult) {
            return null;
        }
    }

    private void add(ECPublicKey publicKey) {
        EllipticCurveJsonWebKey jwk = new EllipticCurveJsonWebKey(publicKey);
        String id = jwk.calculateBase64urlEncodedThumbprint("SHA-256").substring(0, KEY_ID_CHARACTERS);
        keys.put(id, jwk);
    }

    static String shortened(UUID id) {
        ByteBuffer bytes = ByteBuffer.allocate(2 * Long.BYTES);
        bytes.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    private static UUID uuid(String shortened) {
        ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(shortened));
        return new UUID(bytes.getLong(), bytes.getLong());
    }

    private static ECPublicKey publicKey(String base64) {
        try {
            return (ECPublicKey) KeyFactory.getInstance("EC")
                    .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(base64)));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalStateException("not an EC public key in Base64", e);
        }
    }
}
