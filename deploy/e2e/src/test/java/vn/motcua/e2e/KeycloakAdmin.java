package vn.motcua.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import vn.motcua.devstack.Suite;
import vn.motcua.devstack.SuitePart;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The administrator of the suite's Keycloak, on its own port; the realm file stays as it is. */
final class KeycloakAdmin {
    static final String REALM = "/auth/admin/realms/mot-cua";

    private final Suite suite;

    KeycloakAdmin(Suite suite) {
        this.suite = suite;
    }

    /** Below {@code /auth/admin/realms/mot-cua}; an answer other than 2xx is a failure of the test. */
    Wire.Answer call(String method, String path, Object body) {
        try (Wire wire = new Wire(suite.url(SuitePart.KEYCLOAK))) {
            Wire.Request request = Wire.Request.of(method, REALM + path).token(token(wire));
            Wire.Answer answer = wire.send(body == null ? request : request.json(body));
            if (answer.status() / 100 != 2) {
                throw new IllegalStateException("Keycloak: " + request + ": " + answer);
            }
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The public keys by which the realm's tokens are verified. */
    JsonNode publicKeys() {
        try (Wire wire = new Wire(suite.url(SuitePart.KEYCLOAK))) {
            return wire.send(Wire.Request.of("GET", "/auth/realms/mot-cua/protocol/openid-connect/certs"))
                    .json()
                    .get("keys");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the realm's token endpoint says to a form. */
    JsonNode tokens(String form) {
        try (Wire wire = new Wire(suite.url(SuitePart.KEYCLOAK))) {
            return tokens(wire, "mot-cua", form);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String token(Wire wire) throws IOException {
        return tokens(wire, "master", "grant_type=password&client_id=admin-cli&username=admin&password=demo-admin")
                .get("access_token")
                .asText();
    }

    private static JsonNode tokens(Wire wire, String realm, String form) throws IOException {
        return wire.send(Wire.Request.of("POST", "/auth/realms/" + realm + "/protocol/openid-connect/token")
                        .body("application/x-www-form-urlencoded", form.getBytes(StandardCharsets.UTF_8)))
                .json();
    }
}
