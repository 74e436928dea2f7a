package vn.motcua.catalog.http;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;

import java.time.Duration;
import java.util.function.Supplier;

/** Answers of public reads: a weak ETag (bodies may be compressed), a time to live, and 304 where nothing changed. */
public final class Cached {
    private Cached() {}

    /**
     * @param tag changes if and only if the body does
     * @param fresh how long a cache may answer without asking
     * @param entity made only where the caller has not got it
     */
    public static Response answer(Request request, String tag, Duration fresh, Supplier<Object> entity) {
        EntityTag etag = new EntityTag(tag, true);
        Response.ResponseBuilder answer = request.evaluatePreconditions(etag);
        if (answer == null) {
            answer = Response.ok(entity.get());
        }
        return answer.tag(etag)
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=" + fresh.toSeconds())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE + ", " + HttpHeaders.ACCEPT_ENCODING)
                .build();
    }
}
