package vn.motcua.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.motcua.devstack.SuitePart;
import vn.motcua.e2e.RefusalTable.Who;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** Tokens with one flaw each are refused by every service, also where something is open to people without a token. */
class ForgedTokensIT extends SuiteFixture {
    private static Callers callers;
    private static TokenForge forge;
    private static ProblemCheck problems;
    private static Map<String, String> decided;

    @BeforeAll
    static void aKeyOfOurOwnIsPublished() {
        callers = Callers.of(suite());
        forge = TokenForge.of(new KeycloakAdmin(suite()));
        problems = ProblemCheck.of(root());
        decided = new World(suite(), callers).make("decided");
    }

    @AfterAll
    static void theKeyIsTakenAway() {
        forge.close();
    }

    @Test
    void a_token_with_one_flaw_opens_nothing() throws IOException {
        List<String> faults = new ArrayList<>();
        int calls = 0;
        for (Map.Entry<Wire.Request, Who> call : calls().entrySet()) {
            String real = callers.token(call.getValue());
            for (SuitePart port : List.of(SuitePart.GATEWAY, service(call.getKey()))) {
                try (Wire wire = new Wire(port == SuitePart.GATEWAY ? suite().publicUrl() : suite().url(port))) {
                    Wire.Answer right = wire.send(call.getKey().token(forge.with(real, claims -> claims)));
                    assertThat(right.status())
                            .as("%s with a token that has no flaw: %s", call.getKey(), right)
                            .isNotIn(401, 403);
                    for (Map.Entry<String, String> flaw : flaws(real).entrySet()) {
                        Wire.Answer answer = wire.send(call.getKey().header("Authorization", flaw.getValue()));
                        calls++;
                        String fault = answer.status() != 401 ? "not 401" : problems.fault(answer);
                        if (fault == null && answer.header("www-authenticate") == null) {
                            fault = "no WWW-Authenticate";
                        }
                        if (fault != null) {
                            faults.add(
                                    flaw.getKey() + " at " + port + " " + call.getKey() + ": " + fault + ": " + answer);
                        }
                    }
                }
            }
        }
        System.err.printf("forged tokens: %d calls%n", calls);
        assertThat(faults).isEmpty();
    }

    @Test
    void a_tracking_cookie_that_is_not_ours_opens_nothing() throws IOException {
        String real = decided.get("cookie");
        String[] parts = real.split("\\.");
        List<String> cookies = List.of(
                callers.token(Who.RECEPTION),
                forge.with(callers.token(Who.RECEPTION), claims -> claims.put("sub", decided.get("dossier"))
                        .put("aud", "motcua-tracking")),
                TokenForge.tampered(
                        real, claims -> claims.put("sub", UUID.randomUUID().toString())),
                parts[0] + "." + parts[1] + ".",
                parts[0] + "." + parts[1] + "." + "A".repeat(86),
                "eyJhbGciOiJub25lIn0." + parts[1] + ".",
                "x");
        List<String> faults = new ArrayList<>();
        for (String path : List.of(
                "/api/intake/tracking/current",
                "/api/processing/results/" + decided.get("result"),
                "/api/notification/messages?dossier=" + decided.get("dossier"))) {
            try (Wire wire = new Wire(suite().publicUrl())) {
                for (String cookie : cookies) {
                    Wire.Answer answer =
                            wire.send(Wire.Request.of("GET", path).header("Cookie", "motcua_tracking=" + cookie));
                    if (answer.status() != 401 || problems.fault(answer) != null) {
                        faults.add(path + " with " + cookie + ": " + problems.fault(answer) + ": " + answer);
                    }
                }
                assertThat(wire.send(Wire.Request.of("GET", path).header("Cookie", "motcua_tracking=" + real))
                                .status())
                        .as(path)
                        .isEqualTo(200);
            }
        }
        assertThat(faults).isEmpty();
    }

    /** Something to read and something to do of each service, and what is open without a token to those with a cookie. */
    private static Map<Wire.Request, Who> calls() {
        Map<Wire.Request, Who> calls = new LinkedHashMap<>();
        for (SuitePart service : OpenApi.SERVICES) {
            String operations = "/api/" + service.key() + "/operations/parked-keys";
            calls.put(Wire.Request.of("GET", operations), Who.SERVICE);
            calls.put(
                    Wire.Request.of("POST", operations + "/nobody/nothing/replay")
                            .body(new byte[0]),
                    Who.SERVICE);
        }
        calls.put(Wire.Request.of("GET", "/api/intake/dossiers/" + decided.get("dossier")), Who.RECEPTION);
        calls.put(
                Wire.Request.of("POST", "/api/intake/dossiers/" + decided.get("dossier") + "/actions")
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .header("If-Match", "\"0\"")
                        .json(Map.of("action", "CORRECT", "reason", "x")),
                Who.RECEPTION);
        calls.put(Wire.Request.of("GET", "/api/processing/cases/" + decided.get("case")), Who.APPROVER);
        String cookie = "motcua_tracking=" + decided.get("cookie");
        calls.put(
                Wire.Request.of("GET", "/api/processing/results/" + decided.get("result"))
                        .header("Cookie", cookie),
                Who.APPROVER);
        calls.put(
                Wire.Request.of("GET", "/api/notification/messages?dossier=" + decided.get("dossier"))
                        .header("Cookie", cookie),
                Who.APPROVER);
        return calls;
    }

    /** The value of the header Authorization by what is wrong with it. */
    private static Map<String, String> flaws(String real) {
        long now = System.currentTimeMillis() / 1000;
        Map<String, String> flaws = new LinkedHashMap<>();
        flaws.put("expired", bearer(changed(real, claims -> claims.put("exp", now - 60))));
        flaws.put("without end", bearer(changed(real, claims -> without(claims, "exp"))));
        flaws.put("not yet valid", bearer(changed(real, claims -> claims.put("nbf", now + 600))));
        flaws.put(
                "another issuer", bearer(changed(real, claims -> claims.put("iss", "http://localhost/auth/realms/x"))));
        flaws.put("without an issuer", bearer(changed(real, claims -> without(claims, "iss"))));
        flaws.put("another audience", bearer(changed(real, claims -> claims.put("aud", "account"))));
        flaws.put("without an audience", bearer(changed(real, claims -> without(claims, "aud"))));
        flaws.put("another key under a known id", bearer(forge.byAnother(real, null)));
        flaws.put("another key under an unknown id", bearer(forge.byAnother(real, "nobody's")));
        flaws.put("a key of its own", bearer(forge.withItsOwnKey(real)));
        flaws.put("HS256 with the public key", bearer(forge.publicKeyAsSecret(real, false)));
        flaws.put("HS256 with the public key as text", bearer(forge.publicKeyAsSecret(real, true)));
        flaws.put("no algorithm", bearer(forge.unsigned(real, "none")));
        flaws.put("no algorithm, in other letters", bearer(forge.unsigned(real, "nOnE")));
        flaws.put("RS256 without a signature", bearer(forge.unsigned(real, "RS256")));
        flaws.put("changed after signing", bearer(TokenForge.tampered(real, claims -> {
            claims.putObject("realm_access").putArray("roles").add("approver").add("service");
            return claims;
        })));
        flaws.put("the tracking token", bearer(decided.get("cookie")));
        flaws.put("no token", bearer("x"));
        flaws.put("three empty parts", bearer(".."));
        flaws.put("a password", "Basic YWRtaW46YWRtaW4=");
        return flaws;
    }

    private static String changed(String real, UnaryOperator<ObjectNode> change) {
        return forge.with(real, change);
    }

    private static ObjectNode without(ObjectNode claims, String claim) {
        claims.remove(claim);
        return claims;
    }

    private static String bearer(String token) {
        return "Bearer " + token;
    }

    private static SuitePart service(Wire.Request request) {
        return OpenApi.SERVICES.stream()
                .filter(each -> request.target().startsWith("/api/" + each.key() + "/"))
                .findFirst()
                .orElseThrow();
    }
}
