package vn.motcua.intake.portal;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import vn.motcua.devstack.TestTokens;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The half of an identity provider that the service speaks to: keys and tokens. Its log-in page is the test itself; a code says who
 * logged in and how long the token lives, as {@code vui.citizen.300}. A session is never refreshed.
 */
public class LoginProvider implements QuarkusTestResourceLifecycleManager {
    private HttpServer server;

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/protocol/openid-connect/certs", exchange -> answer(exchange, 200, keys()));
        server.createContext("/protocol/openid-connect/token", this::token);
        server.start();
        return Map.of(
                "quarkus.oidc.portal.auth-server-url",
                "http://localhost:" + server.getAddress().getPort(),
                "intake.portal.client-secret",
                "test-portal");
    }

    @Override
    public void stop() {
        server.stop(0);
    }

    private void token(HttpExchange exchange) throws IOException {
        Map<String, String> form = Arrays.stream(
                        new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8).split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(
                        pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8), (a, b) -> a));
        if (!"authorization_code".equals(form.get("grant_type")) || form.get("code_verifier") == null) {
            answer(exchange, 400, "{\"error\":\"invalid_grant\"}");
            return;
        }
        String[] who = form.get("code").split("\\.");
        TestTokens.Builder token = TestTokens.builder()
                .subject(who[0])
                .roles(who[1])
                .name("Quàng Thị Vui")
                .life(Duration.ofSeconds(Integer.parseInt(who[2])));
        String body = "{\"token_type\":\"Bearer\",\"expires_in\":300,\"access_token\":\"" + token.token()
                + "\",\"refresh_token\":\"none\",\"id_token\":\""
                + token.audience("portal").token() + "\"}";
        answer(exchange, 200, body);
    }

    private static String keys() {
        try {
            RSAPublicKey key = (RSAPublicKey) KeyFactory.getInstance("RSA")
                    .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(TestTokens.publicKey())));
            return "{\"keys\":[{\"kty\":\"RSA\",\"use\":\"sig\",\"alg\":\"RS256\",\"kid\":\"test\",\"n\":\""
                    + part(key.getModulus()) + "\",\"e\":\"" + part(key.getPublicExponent()) + "\"}]}";
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String part(BigInteger number) {
        byte[] bytes = number.toByteArray();
        byte[] plain = bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain);
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
