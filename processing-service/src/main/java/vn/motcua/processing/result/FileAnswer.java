package vn.motcua.processing.result;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;

/** A file that somebody else made, as an answer to a browser: kept nowhere on the way, taken for nothing but its type, without scripts. */
public final class FileAnswer {
    private FileAnswer() {}

    /** @param name shown when it is saved; without anything about a person */
    static Response.ResponseBuilder of(Object body, String mediaType, String name) {
        return Response.ok(body, mediaType)
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"" + name + "\"");
    }

    /**
     * The bytes of one content, streamed from the store.
     *
     * @param sha256 its digest, lower-case hexadecimal
     * @param size in bytes
     */
    public static Response kept(ResultStore store, String sha256, long size, String mediaType, String name) {
        StreamingOutput body = out -> store.write(sha256, out);
        return of(body, mediaType, name)
                .header(HttpHeaders.CONTENT_LENGTH, size)
                .header(HttpHeaders.ETAG, '"' + sha256 + '"')
                .build();
    }
}
