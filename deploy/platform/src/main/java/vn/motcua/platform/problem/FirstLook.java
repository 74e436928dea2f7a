package vn.motcua.platform.problem;

import io.quarkus.vertx.http.runtime.VertxHttpConfig;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;

/**
 * What is no address (RFC 3986), holds NUL, which PostgreSQL cannot compare, or announces a body larger than is taken is refused before
 * any route is looked for.
 */
@ApplicationScoped
class FirstLook {
    private static final long PATIENCE_MILLIS = 30_000;

    private final long mostBytes;

    FirstLook(VertxHttpConfig config) {
        this.mostBytes =
                config.limits().maxBodySize().map(size -> size.asLongValue()).orElse(Long.MAX_VALUE);
    }

    void look(@Observes Router router) {
        router.route().order(WishedLanguages.FIRST + 1).handler(this::look);
    }

    private void look(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (!isAddress(request)) {
            refuse(context, Problems.BAD_REQUEST);
        } else if (announced(request) > mostBytes) {
            refuse(context, Problems.PAYLOAD_TOO_LARGE);
        } else {
            context.next();
        }
    }

    private static boolean isAddress(HttpServerRequest request) {
        try {
            new URI(request.uri());
            // with the host and scheme that a proxy told
            return !new URI(request.absoluteURI()).toString().contains("%00");
        } catch (URISyntaxException noAddress) {
            return false;
        }
    }

    private static long announced(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length == null ? 0 : Long.parseLong(length);
    }

    private static void refuse(RoutingContext context, Problems problem) {
        HttpServerRequest request = context.request();
        Locale locale = ProblemTexts.locale(wished(request));
        context.response()
                .setStatusCode(problem.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/problem+json")
                .putHeader(HttpHeaders.CONTENT_LANGUAGE, locale.getLanguage())
                .putHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .putHeader("X-Content-Type-Options", "nosniff")
                .end(new JsonObject()
                        .put("type", "/problems/" + problem.slug())
                        .put("title", ProblemTexts.text(problem.slug() + ".title", locale))
                        .put("status", problem.status())
                        .put("instance", String.valueOf(request.path()))
                        .encode());
        // who is still sending reads the answer only afterwards: what comes is let go, for a while
        request.resume();
        if (!request.isEnded()) {
            context.vertx().setTimer(PATIENCE_MILLIS, timer -> {
                if (!request.isEnded()) {
                    request.connection().close();
                }
            });
        }
    }

    private static List<Locale> wished(HttpServerRequest request) {
        String wished = request.getHeader(HttpHeaders.ACCEPT_LANGUAGE);
        return wished == null
                ? List.of()
                : Locale.LanguageRange.parse(wished).stream()
                        .map(range -> Locale.forLanguageTag(range.getRange()))
                        .toList();
    }
}
