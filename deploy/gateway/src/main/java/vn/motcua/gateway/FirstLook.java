package vn.motcua.gateway;

import io.quarkus.vertx.http.runtime.VertxHttpConfig;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import java.net.URI;
import java.net.URISyntaxException;

/** What is no address (RFC 3986), or announces a body larger than passes, is refused before any route is looked for. */
@ApplicationScoped
class FirstLook {
    private static final int FIRST = -10_000;
    private static final long PATIENCE_MILLIS = 30_000;

    private final long mostBytes;

    FirstLook(VertxHttpConfig config) {
        this.mostBytes =
                config.limits().maxBodySize().map(size -> size.asLongValue()).orElse(Long.MAX_VALUE);
    }

    void look(@Observes Router router) {
        router.route().order(FIRST).handler(this::look);
    }

    private void look(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (!isAddress(request.uri())) {
            refuse(context, Problem.BAD_REQUEST);
        } else if (announced(request) > mostBytes) {
            refuse(context, Problem.PAYLOAD_TOO_LARGE);
        } else {
            context.next();
        }
    }

    private static boolean isAddress(String uri) {
        try {
            new URI(uri);
            return true;
        } catch (URISyntaxException noAddress) {
            return false;
        }
    }

    private static long announced(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length == null ? 0 : Long.parseLong(length);
    }

    private static void refuse(RoutingContext context, Problem problem) {
        HttpServerRequest request = context.request();
        Answers.send(request, problem);
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
}
