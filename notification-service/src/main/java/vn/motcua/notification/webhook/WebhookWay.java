package vn.motcua.notification.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.motcua.notification.NotificationConfig;
import vn.motcua.notification.delivery.Answer;
import vn.motcua.notification.delivery.ChannelKind;
import vn.motcua.notification.delivery.Parcel;
import vn.motcua.notification.delivery.Way;
import vn.motcua.platform.json.EventJson;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * Calls the one configured gateway (Standard Webhooks). {@code webhook-id} is the delivery's id, the same at every try, by which the
 * receiver recognises a repeat. Redirects are not followed and no address comes from a message.
 */
@ApplicationScoped
class WebhookWay implements Way {
    private static final String PROVIDER = "webhook";
    private static final Duration LONGEST = Duration.ofSeconds(15);
    private static final long PAUSE_MAX_S = 3600;

    /**
     * A no that is not to this message: a gateway that knows the secret or the path no more, or not yet, gets it later; whoever runs it
     * sees by the figures that it is wrong.
     */
    private static final Set<Integer> NOT_OURS = Set.of(401, 403, 404, 408, 429);

    private final Optional<URI> url;
    private final Signature signature;
    private final Clock clock;
    private final Duration longest;
    private final HttpClient http;

    @Inject
    WebhookWay(NotificationConfig config, Clock clock) {
        this(
                config.webhook().url(),
                Stream.of(config.webhook().secret(), config.webhook().formerSecret())
                        .flatMap(Optional::stream)
                        .toList(),
                config.demo(),
                clock);
    }

    WebhookWay(Optional<URI> url, List<String> secrets, boolean plainHttp, Clock clock) {
        this(url, secrets, plainHttp, clock, LONGEST);
    }

    /**
     * @param secrets the newest first
     * @param plainHttp whether an address without TLS is taken: only where nothing is real
     * @param longest how long a call may take in all, to the end of the answer's body
     * @throws IllegalArgumentException for an address without TLS or a secret
     */
    WebhookWay(Optional<URI> url, List<String> secrets, boolean plainHttp, Clock clock, Duration longest) {
        if (url.isPresent()) {
            boolean tls = "https".equals(url.get().getScheme());
            if (!tls && !(plainHttp && "http".equals(url.get().getScheme()))) {
                throw new IllegalArgumentException("notification.webhook.url must be https");
            }
            if (secrets.isEmpty()) {
                throw new IllegalArgumentException("notification.webhook.secret is missing");
            }
        }
        this.url = url;
        this.signature = new Signature(secrets);
        this.clock = clock;
        this.longest = longest;
        this.http = url.isEmpty()
                ? null
                : HttpClient.newBuilder()
                        .connectTimeout(Duration.ofSeconds(5))
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .build();
    }

    /** What the gateway gets; the phone is the only thing of a person in it. */
    private record Body(String type, Instant timestamp, Data data) {}

    private record Data(String template, String language, String unit, String code, String text, String phone) {}

    @Override
    public ChannelKind kind() {
        return ChannelKind.WEBHOOK;
    }

    @Override
    public boolean configured() {
        return url.isPresent();
    }

    @Override
    public boolean repeatable() {
        return true;
    }

    @Override
    public Answer send(Parcel parcel, Begin begin) {
        if (parcel.shortText() == null || parcel.shortText().isBlank()) {
            return Answer.refused("no-short-text", List.of());
        }
        if (!begin.begin(PROVIDER, null, null)) {
            return Answer.later("taken-by-another", List.of(), null);
        }
        Instant now = clock.instant();
        String body = EventJson.write(new Body(
                "dossier.message",
                now,
                new Data(
                        parcel.template(),
                        parcel.language(),
                        parcel.unit(),
                        parcel.code(),
                        parcel.shortText(),
                        parcel.to().phone())));
        String id = "msg_" + parcel.delivery();
        HttpRequest request = HttpRequest.newBuilder(url.get())
                .header("Content-Type", "application/json")
                .header("webhook-id", id)
                .header("webhook-timestamp", Long.toString(now.getEpochSecond()))
                .header("webhook-signature", signature.of(id, now, body))
                .POST(BodyPublishers.ofString(body))
                .build();
        CompletableFuture<HttpResponse<Void>> call = http.sendAsync(request, BodyHandlers.discarding());
        try {
            return answer(call.get(longest.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException slow) {
            call.cancel(true);
            return Answer.later("too-slow", List.of(), null);
        } catch (ExecutionException down) {
            return Answer.later("unreachable", List.of(), null);
        } catch (InterruptedException ending) {
            call.cancel(true);
            Thread.currentThread().interrupt();
            return Answer.later("interrupted", List.of(), null);
        }
    }

    private static Answer answer(HttpResponse<Void> response) {
        int status = response.statusCode();
        if (status >= 200 && status < 300) {
            return Answer.taken(List.of());
        }
        String reason = "status-" + status;
        if (status >= 500 || NOT_OURS.contains(status)) {
            return Answer.later(reason, List.of(), pause(response));
        }
        return Answer.refused(reason, List.of());
    }

    private static Duration pause(HttpResponse<Void> response) {
        return response.headers()
                .firstValue("Retry-After")
                .filter(value -> value.matches("\\d{1,6}"))
                .map(value -> Duration.ofSeconds(Math.min(Long.parseLong(value), PAUSE_MAX_S)))
                .orElse(null);
    }
}
