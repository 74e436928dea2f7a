package vn.motcua.platform.page;

import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Security headers of every answer; pages get a policy without scripts, foreign sources or inline styles but our own. */
class PageHeaders {
    @Inject
    PageStyle style;

    @ServerResponseFilter
    void secure(ContainerResponseContext response) {
        MultivaluedMap<String, Object> headers = response.getHeaders();
        headers.putSingle("X-Content-Type-Options", "nosniff");
        headers.putSingle("Referrer-Policy", "no-referrer");
        MediaType type = response.getMediaType();
        if (headers.containsKey("Content-Security-Policy")) {
            return; // a page with a policy of its own, as a printed form
        }
        if (type != null && type.isCompatible(MediaType.TEXT_HTML_TYPE)) {
            headers.putSingle(
                    "Content-Security-Policy",
                    "default-src 'none'; style-src '" + style.getHash() + "'; img-src 'self' data:; form-action 'self';"
                            + " base-uri 'none'; frame-ancestors 'none'");
        } else if (type != null && !headers.containsKey(HttpHeaders.CACHE_CONTROL)) {
            headers.putSingle(HttpHeaders.CACHE_CONTROL, "no-store");
        }
    }
}
