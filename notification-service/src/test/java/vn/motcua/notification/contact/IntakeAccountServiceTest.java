package vn.motcua.notification.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.quarkus.oidc.client.OidcClient;
import io.quarkus.oidc.client.OidcClients;
import io.quarkus.oidc.client.runtime.OidcClientConfig;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.notification.delivery.Address;
import vn.motcua.notification.delivery.Contacts;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/** The service's account: a token for its secret, without discovery, once for many questions. */
@QuarkusTest
class IntakeAccountServiceTest {

    @Inject
    OidcClients clients;

    private final FakeIntake intake = new FakeIntake();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private HttpServer keycloak;

    @BeforeEach
    void begin() throws IOException {
        keycloak = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        keycloak.createContext("/auth/realms/mot-cua/protocol/openid-connect/token", call -> {
            String authorisation = String.valueOf(call.getRequestHeaders().getFirst("Authorization"));
            asked.add(authorisation + " " + new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            byte[] body = "{\"access_token\":\"token\",\"expires_in\":300,\"token_type\":\"Bearer\"}"
                    .getBytes(StandardCharsets.UTF_8);
            call.getResponseHeaders().add("Content-Type", "application/json");
            call.sendResponseHeaders(200, body.length);
            call.getResponseBody().write(body);
            call.close();
        });
        keycloak.start();
    }

    @AfterEach
    void end() {
        keycloak.stop(0);
        intake.close();
    }

    private OidcClient account() {
        OidcClientConfig config = OidcClientConfig.authServerUrl(
                        "http://localhost:" + keycloak.getAddress().getPort() + "/auth/realms/mot-cua")
                .id("account-" + UUID.randomUUID())
                .discoveryEnabled(false)
                .tokenPath("/protocol/openid-connect/token")
                .clientId("notification")
                .credentials("demo-notification")
                .build();
        return clients.newClient(config).await().atMost(Duration.ofSeconds(60));
    }

    @Test
    void contacts_are_asked_for_with_a_token_of_the_account_which_is_fetched_once() {
        OidcClient account = account();
        intake.contact("{\"phone\":\"0912345678\",\"email\":null}");
        IntakeContacts contacts = new IntakeContacts(intake.http(IntakeHttp.tokens(() -> account)));

        assertThat(contacts.of(UUID.randomUUID())).isEqualTo(new Address("0912345678", null));
        assertThat(contacts.of(UUID.randomUUID())).isEqualTo(new Address("0912345678", null));

        assertThat(asked).hasSize(1);
        assertThat(asked.get(0)).startsWith("Basic ").contains("grant_type=client_credentials");
    }

    @Test
    void without_a_token_nobody_is_asked_and_the_sending_waits() {
        OidcClient account = account();
        keycloak.stop(0);
        IntakeContacts contacts = new IntakeContacts(intake.http(IntakeHttp.tokens(() -> account)));

        assertThatThrownBy(() -> contacts.of(UUID.randomUUID())).isInstanceOf(Contacts.Unavailable.class);
        assertThat(intake.asked()).isEmpty();
    }
}
