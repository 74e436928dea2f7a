package vn.motcua.gateway;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;

import java.util.List;
import java.util.Set;

/** What of a request's and an answer's headers passes the gateway. */
final class Headers {

    private static final List<String> HOP_BY_HOP = List.of(
            "connection",
            "keep-alive",
            "proxy-authenticate",
            "proxy-authorization",
            "proxy-connection",
            "te",
            "trailer",
            "upgrade");
    private static final List<String> FORWARDED = List.of(
            "forwarded",
            "x-forwarded-for",
            "x-forwarded-host",
            "x-forwarded-port",
            "x-forwarded-proto",
            "x-forwarded-prefix",
            "x-forwarded-server",
            "x-forwarded-ssl",
            "x-forwarded-trusted-proxy",
            "x-real-ip");

    private Headers() {}

    /** Prepares the headers of a request for its backend. */
    static void toBackend(MultiMap headers, HttpServerRequest request, Set<String> trustedProxies) {
        removeHopByHop(headers);
        String remote = request.remoteAddress() == null
                ? "unknown"
                : request.remoteAddress().hostAddress();
        if (trustedProxies.contains(remote) && headers.contains("x-forwarded-for")) {
            headers.set("x-forwarded-for", headers.get("x-forwarded-for") + ", " + remote);
        } else {
            FORWARDED.forEach(headers::remove);
            headers.set("x-forwarded-for", remote);
            headers.set("x-forwarded-proto", request.scheme());
            HostAndPort authority = request.authority();
            if (authority != null) {
                headers.set("x-forwarded-host", authority.toString());
                headers.set("x-forwarded-port", Integer.toString(port(authority, request.isSSL())));
            }
        }
        headers.set(TraceParent.HEADER, TraceParent.keepOrMake(headers.get(TraceParent.HEADER)));
    }

    /** Removes what belongs to one connection only, also what the header {@code Connection} names. */
    static void removeHopByHop(MultiMap headers) {
        String connection = headers.get("connection");
        if (connection != null) {
            for (String name : connection.split(",")) {
                if (!name.isBlank()) {
                    headers.remove(name.trim());
                }
            }
        }
        HOP_BY_HOP.forEach(headers::remove);
    }

    private static int port(HostAndPort authority, boolean ssl) {
        if (authority.port() > 0) {
            return authority.port();
        }
        return ssl ? 443 : 80;
    }
}
