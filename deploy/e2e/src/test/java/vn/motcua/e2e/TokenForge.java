package vn.motcua.e2e;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Makes tokens that have one flaw each. For a while the realm publishes a further key of which the private half is here, so that a token
 * may be right in all but one claim.
 */
final class TokenForge implements AutoCloseable {
    private static final Base64.Encoder URL = Base64.getUrlEncoder().withoutPadding();

    private final PublishedKey published;
    private final KeyPair unknown = pair();
    private final KeycloakAdmin keycloak;

    private record PublishedKey(KeyPair pair, String id, String component) {}

    private TokenForge(KeycloakAdmin keycloak, PublishedKey published) {
        this.keycloak = keycloak;
        this.published = published;
    }

    /** Adds the key to the realm. */
    static TokenForge of(KeycloakAdmin keycloak) {
        KeyPair pair = pair();
        String realm = keycloak.call("GET", "", null).json().get("id").asText();
        String pem = "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'})
                        .encodeToString(pair.getPrivate().getEncoded())
                + "\n-----END PRIVATE KEY-----";
        Map<String, Object> component = Map.of(
                "name",
                "proof",
                "providerId",
                "rsa",
                "providerType",
                "org.keycloak.keys.KeyProvider",
                "parentId",
                realm,
                "config",
                Map.of(
                        "priority", List.of("-100"),
                        "enabled", List.of("true"),
                        "active", List.of("false"),
                        "algorithm", List.of("RS256"),
                        "privateKey", List.of(pem)));
        String location = keycloak.call("POST", "/components", component).header("location");
        String id = keyId(keycloak.publicKeys(), (RSAPublicKey) pair.getPublic());
        return new TokenForge(keycloak, new PublishedKey(pair, id, location.substring(location.lastIndexOf('/') + 1)));
    }

    /** Takes the key away again. */
    @Override
    public void close() {
        keycloak.call("DELETE", "/components/" + published.component(), null);
    }

    /** A real token with changed claims, signed with the key that the realm publishes. */
    String with(String token, UnaryOperator<ObjectNode> change) {
        return signed(header("RS256", published.id()), claims(token, change), published.pair());
    }

    /** Signed by somebody else, under a key id of the realm or another one. */
    String byAnother(String token, String keyId) {
        return signed(header("RS256", keyId == null ? published.id() : keyId), claims(token, c -> c), unknown);
    }

    /** Signed by somebody else, who brings the key along in the header. */
    String withItsOwnKey(String token) {
        RSAPublicKey key = (RSAPublicKey) unknown.getPublic();
        ObjectNode header = header("RS256", "brought");
        header.putObject("jwk")
                .put("kty", "RSA")
                .put("kid", "brought")
                .put("n", number(key))
                .put("e", "AQAB");
        return signed(header, claims(token, c -> c), unknown);
    }

    /** HS256 with the realm's public key as the secret. */
    String publicKeyAsSecret(String token, boolean pem) {
        byte[] der = published.pair().getPublic().getEncoded();
        byte[] secret = pem
                ? ("-----BEGIN PUBLIC KEY-----\n"
                                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der)
                                + "\n-----END PUBLIC KEY-----\n")
                        .getBytes(StandardCharsets.US_ASCII)
                : der;
        String content = part(header("HS256", published.id())) + "." + part(claims(token, c -> c));
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return content + "." + URL.encodeToString(mac.doFinal(content.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Without a signature; the algorithm says so. */
    String unsigned(String token, String algorithm) {
        return part(header(algorithm, published.id())) + "." + part(claims(token, c -> c)) + ".";
    }

    /** A real token whose claims were changed after it was signed. */
    static String tampered(String token, UnaryOperator<ObjectNode> change) {
        String[] parts = token.split("\\.");
        return parts[0] + "." + part(claims(token, change)) + "." + parts[2];
    }

    static ObjectNode claims(String token, UnaryOperator<ObjectNode> change) {
        try {
            return change.apply(
                    (ObjectNode) Wire.JSON.readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1])));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ObjectNode header(String algorithm, String keyId) {
        return Wire.JSON
                .createObjectNode()
                .put("alg", algorithm)
                .put("typ", "JWT")
                .put("kid", keyId);
    }

    private static String signed(ObjectNode header, ObjectNode claims, KeyPair key) {
        String content = part(header) + "." + part(claims);
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key.getPrivate());
            signature.update(content.getBytes(StandardCharsets.US_ASCII));
            return content + "." + URL.encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String part(JsonNode json) {
        try {
            return URL.encodeToString(Wire.JSON.writeValueAsBytes(json));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String keyId(JsonNode keys, RSAPublicKey key) {
        for (JsonNode each : keys) {
            if (each.path("n").asText().equals(number(key))) {
                return each.get("kid").asText();
            }
        }
        throw new IllegalStateException("The realm does not publish the key");
    }

    private static String number(RSAPublicKey key) {
        byte[] bytes = key.getModulus().toByteArray();
        int from = bytes[0] == 0 ? 1 : 0;
        return URL.encodeToString(java.util.Arrays.copyOfRange(bytes, from, bytes.length));
    }

    private static KeyPair pair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
