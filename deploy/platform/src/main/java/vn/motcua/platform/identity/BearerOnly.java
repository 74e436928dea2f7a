package vn.motcua.platform.identity;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import vn.motcua.platform.problem.ProblemException;
import vn.motcua.platform.problem.Problems;
import vn.motcua.platform.problem.RequestPath;

import java.util.regex.Pattern;

/**
 * The API takes bearer tokens only. What has not even the form of one is refused at the door: it must not count as no token where
 * something is open without one, and the verifier stumbles over empty parts.
 */
class BearerOnly {
    private static final Pattern TOKEN = Pattern.compile("(?i:bearer) +[\\w-]+\\.[\\w-]+\\.[\\w-]*");

    @ServerRequestFilter(preMatching = true)
    void refuse(ContainerRequestContext request) {
        String given = request.getHeaderString(HttpHeaders.AUTHORIZATION);
        if (given != null
                && RequestPath.of(request.getUriInfo()).startsWith("/api/")
                && !TOKEN.matcher(given).matches()) {
            throw new ProblemException(Problems.UNAUTHENTICATED);
        }
    }
}
