package vn.motcua.notification.contact;

import io.quarkus.oidc.client.OidcClient;
import io.quarkus.oidc.client.runtime.TokensHelper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import vn.motcua.notification.NotificationConfig;
import vn.motcua.notification.delivery.Contacts;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** Asks intake with this service's account. Neither question nor answer is logged or kept. */
@ApplicationScoped
class IntakeHttp {
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private final Optional<URI> base;
    private final Supplier<String> token;
    private final Duration longest;
    private volatile HttpClient http;

    @Inject
    IntakeHttp(NotificationConfig config, Instance<OidcClient> account) {
        this(config.intakeUrl(), tokens(account::get));
    }

    IntakeHttp(Optional<URI> base, Supplier<String> token) {
        this(base, token, LONGEST);
    }

    /** @param longest how long a question may take in all, to the end of the answer's body */
    IntakeHttp(Optional<URI> base, Supplier<String> token, Duration longest) {
        this.base = base;
        this.token = token;
        this.longest = longest;
    }

    /** Tokens of an account, asked for when one is needed and again when it is about to end. */
    static Supplier<String> tokens(Supplier<OidcClient> account) {
        TokensHelper helper = new TokensHelper();
        return () -> helper.getTokens(account.get()).await().atMost(LONGEST).getAccessToken();
    }

    /**
     * @return empty for 404
     * @throws Contacts.Unavailable for everything that is no answer
     */
    Optional<byte[]> get(String path) {
        try {
            HttpRequest request = HttpRequest.newBuilder(
                            URI.create(base.orElseThrow() + "/api/intake/dossiers/" + path))
                    .header("Authorization", "Bearer " + token.get())
                    .GET()
                    .build();
            HttpResponse<byte[]> answer = within(client().sendAsync(request, BodyHandlers.ofByteArray()));
            if (answer.statusCode() == 404) {
                return Optional.empty();
            }
            if (answer.statusCode() != 200) {
                throw new Contacts.Unavailable("status " + answer.statusCode());
            }
            return Optional.of(answer.body());
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
            throw new Contacts.Unavailable("interrupted");
        } catch (ExecutionException down) {
            throw new Contacts.Unavailable(down.getCause().getClass().getSimpleName());
        } catch (TimeoutException | RuntimeException down) {
            throw new Contacts.Unavailable(down.getClass().getSimpleName());
        }
    }

    private <T> T within(CompletableFuture<T> call) throws InterruptedException, ExecutionException, TimeoutException {
        try {
            return call.get(longest.toMillis(), TimeUnit.MILLISECONDS);
        } finally {
            call.cancel(true);
        }
    }

    /** Made when something is sent, never at the start. */
    private HttpClient client() {
        HttpClient now = http;
        if (now == null) {
            now = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(3)).build();
            http = now;
        }
        return now;
    }
}
