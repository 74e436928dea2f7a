package vn.motcua.gateway;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The one port of the suite: finds the backend of a path and passes the request on. */
@ApplicationScoped
class Gateway {

    private final Routes<Backend> routes;

    Gateway(Vertx vertx, GatewayConfig config) {
        Set<String> trusted = new HashSet<>(config.trustedProxies().orElse(List.of()));
        Map<String, Backend> targets = new HashMap<>();
        config.backends().forEach((name, backend) -> {
            Backend target = new Backend(vertx, name, backend, trusted);
            for (String path : backend.paths()) {
                if (targets.put(path, target) != null) {
                    throw new IllegalArgumentException("Two backends want the path " + path);
                }
            }
        });
        this.routes = new Routes<>(targets);
    }

    void open(@Observes Router router) {
        router.route().last().handler(context -> pass(context.request()));
    }

    private void pass(HttpServerRequest request) {
        String path = request.path();
        if (path == null || !Routes.isPlain(path)) {
            Answers.send(request, Problem.BAD_REQUEST);
            return;
        }
        Backend backend = routes.find(path);
        if (backend == null) {
            Answers.send(request, Problem.NOT_FOUND);
        } else {
            backend.handle(request);
        }
    }
}
