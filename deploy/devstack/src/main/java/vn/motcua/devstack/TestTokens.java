package vn.motcua.devstack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Access tokens as Keycloak issues them, signed RS256 with a key made for this JVM. Tokens use real time, whatever the
 * {@link MovableClock} shows.
 */
public final class TestTokens {

    /** Issuer of every test token. */
    public static final String ISSUER = "http://localhost:8080/auth/realms/mot-cua";
    /** Audience every service asks for. */
    public static final String AUDIENCE = "mot-cua";

    private static final String PUBLIC_PROPERTY = "motcua.test.public-key";
    private static final String PRIVATE_PROPERTY = "motcua.test.private-key";
    private static final ObjectMapper JSON = new ObjectMapper();

    private TestTokens() {}

    /** The public half of the test key: base64 of its X.509 form, as {@code quarkus.oidc.public-key} takes it. */
    public static String publicKey() {
        return key(PUBLIC_PROPERTY);
    }

    /** A token of an officer of the department {@code office}, with a name and a title that fit the role. */
    public static String officer(String role, String unit) {
        return officer(role, unit, "office");
    }

    /** A token of an officer with one role, one unit and one department. */
    public static String officer(String role, String unit, String department) {
        return builder()
                .subject(role + "-" + unit + "-" + department)
                .roles(role)
                .units(unit)
                .department(department)
                .name("Cán bộ " + role)
                .title("Công chức " + role)
                .token();
    }

    /** A token of a citizen with this subject. */
    public static String citizen(String subject) {
        return builder().subject(subject).roles("citizen").name("Quàng Thị Vui").token();
    }

    /** A token of a service's account. */
    public static String service() {
        return builder()
                .subject("service-account-test")
                .roles("service")
                .name("service")
                .token();
    }

    /** A token put together by claim; without further calls it has a random subject and no role, unit or department. */
    public static Builder builder() {
        return new Builder();
    }

    /** Claims of one token. */
    public static final class Builder {

        private String subject = UUID.randomUUID().toString();
        private List<String> roles = List.of();
        private List<String> units = List.of();
        private String department;
        private String name;
        private String title;
        private String issuer = ISSUER;
        private String audience = AUDIENCE;
        private Duration life = Duration.ofHours(1);

        private Builder() {}

        /** Claim {@code sub}. */
        public Builder subject(String value) {
            subject = value;
            return this;
        }

        /** Realm roles, claim {@code realm_access.roles}. */
        public Builder roles(String... values) {
            roles = List.of(values);
            return this;
        }

        /** Unit ids, claim {@code unit}. */
        public Builder units(String... values) {
            units = List.of(values);
            return this;
        }

        /** Claim {@code department}. */
        public Builder department(String value) {
            department = value;
            return this;
        }

        /** Claim {@code name}. */
        public Builder name(String value) {
            name = value;
            return this;
        }

        /** Official title, claim {@code title}. */
        public Builder title(String value) {
            title = value;
            return this;
        }

        /** Another issuer than the right one, for refused cases. */
        public Builder issuer(String value) {
            issuer = value;
            return this;
        }

        /** Another audience than the right one, for refused cases. */
        public Builder audience(String value) {
            audience = value;
            return this;
        }

        /** Time to live from now, in real time; negative for a token that has expired. */
        public Builder life(Duration value) {
            life = value;
            return this;
        }

        /** The signed token in its compact form. */
        public String token() {
            long now = System.currentTimeMillis() / 1000;
            Map<String, Object> claims = new LinkedHashMap<>();
            claims.put("jti", UUID.randomUUID().toString());
            claims.put("iss", issuer);
            claims.put("aud", audience);
            claims.put("sub", subject);
            claims.put("typ", "Bearer");
            claims.put("iat", Math.min(now, now + life.toSeconds()));
            claims.put("exp", now + life.toSeconds());
            claims.put("realm_access", Map.of("roles", roles));
            claims.put("preferred_username", subject);
            if (!units.isEmpty()) {
                claims.put("unit", units);
            }
            putIfSet(claims, "department", department);
            putIfSet(claims, "name", name);
            putIfSet(claims, "title", title);
            return sign(claims);
        }

        private static void putIfSet(Map<String, Object> claims, String claim, String value) {
            if (value != null) {
                claims.put(claim, value);
            }
        }
    }

    private static String sign(Map<String, Object> claims) {
        try {
            String header = part(Map.of("alg", "RS256", "typ", "JWT", "kid", "test"));
            String signed = header + "." + part(claims);
            PrivateKey key = KeyFactory.getInstance("RSA")
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(key(PRIVATE_PROPERTY))));
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key);
            signature.update(signed.getBytes(StandardCharsets.US_ASCII));
            return signed + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A test token cannot be signed", e);
        }
    }

    private static String part(Map<String, Object> json) {
        try {
            return Base64.getUrlEncoder().withoutPadding().encodeToString(JSON.writeValueAsBytes(json));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The key pair is kept in system properties, so that all class loaders of this JVM share it. */
    private static String key(String property) {
        synchronized (System.getProperties()) {
            if (System.getProperty(property) == null) {
                try {
                    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
                    generator.initialize(2048);
                    KeyPair pair = generator.generateKeyPair();
                    Base64.Encoder base64 = Base64.getEncoder();
                    System.setProperty(
                            PUBLIC_PROPERTY,
                            base64.encodeToString(pair.getPublic().getEncoded()));
                    System.setProperty(
                            PRIVATE_PROPERTY,
                            base64.encodeToString(pair.getPrivate().getEncoded()));
                } catch (GeneralSecurityException e) {
                    throw new IllegalStateException("RSA is missing", e);
                }
            }
            return System.getProperty(property);
        }
    }
}
