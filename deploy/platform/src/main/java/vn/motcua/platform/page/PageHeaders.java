package vn.motcua.platform.page;

import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Security headers of every answer, whatever its type: no scripts, no foreign sources, no inline styles but our own. An
 * application of its own, which needs scripts, sets its policy itself.
 */
class PageHeaders {
    @Inject
    PageStyle style;

    @ServerResponseFilter
    void secure(ContainerResponseContext response) {
        MultivaluedMap<String, Object> headers = response.getHeaders();
        headers.putSingle("X-Content-Type-Options", "nosniff");
        headers.putSingle("Referrer-Policy", "no-referrer");
        if (!headers.containsKey("Content-Security-Policy")) {
            headers.putSingle(
                    "Content-Security-Policy",
                    "default-src 'none'; style-src '" + style.getHash() + "'; img-src 'self' data:; form-action 'self';"
                            + " base-uri 'none'; frame-ancestors 'none'");
        }
        if (!headers.containsKey(HttpHeaders.CACHE_CONTROL)) {
            headers.putSingle(HttpHeaders.CACHE_CONTROL, "no-store");
        }
    }
}
