package vn.motcua.platform.problem;

import jakarta.ws.rs.core.UriInfo;

/** The path of a call, whatever stands in it. */
public final class RequestPath {
    private RequestPath() {}

    /** As it was sent where the framework, which decodes what lies behind a matrix parameter twice, cannot read it. */
    public static String of(UriInfo uri) {
        try {
            return uri.getPath();
        } catch (IllegalArgumentException decodedTwice) {
            return uri.getRequestUri().getRawPath();
        }
    }
}
