package vn.motcua.bench;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** An access token of a demo user, asked from Keycloak through the gateway by the client {@code cli}; renewed when half used. */
final class Token {
    private static final String PATH = "/auth/realms/mot-cua/protocol/openid-connect/token";

    private final URI gateway;
    private final String user;
    private volatile String value;
    private volatile long renewAtMillis;

    private Token(URI gateway, String user) {
        this.gateway = gateway;
        this.user = user;
    }

    static Token of(URI gateway, String user) {
        Token token = new Token(gateway, user);
        token.ask();
        return token;
    }

    String value() {
        return value;
    }

    /** Between two runs, never while one is measured: a new login costs Keycloak a password hash. */
    void renewIfOld() {
        if (System.currentTimeMillis() > renewAtMillis) {
            ask();
        }
    }

    private void ask() {
        String form = "grant_type=password&client_id=cli&username=" + URLEncoder.encode(user, StandardCharsets.UTF_8)
                + "&password=demo";
        try (Wire wire = new Wire(gateway)) {
            Wire.Answer answer = wire.send(Request.post(PATH)
                    .bytes("application/x-www-form-urlencoded", form.getBytes(StandardCharsets.UTF_8)));
            if (!answer.ok()) {
                throw new IllegalStateException("no token for " + user + ": " + answer.text());
            }
            value = answer.json().get("access_token").asText();
            long seconds = answer.json().get("expires_in").asLong();
            renewAtMillis = System.currentTimeMillis() + seconds * 500;
        }
    }

    /** The claim set, for those who need an id out of it. */
    String claims() {
        return new String(Base64.getUrlDecoder().decode(value.split("\\.")[1]), StandardCharsets.UTF_8);
    }
}
