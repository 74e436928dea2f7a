package vn.motcua.platform.problem;

import jakarta.ws.rs.container.ContainerRequestContext;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** What is no address, or holds NUL, which PostgreSQL cannot compare, is refused before anything looks. */
class NoNul {

    @ServerRequestFilter(preMatching = true)
    void refuse(ContainerRequestContext request) {
        if (address(request).contains("%00")) {
            throw new ProblemException(Problems.BAD_REQUEST);
        }
    }

    private static String address(ContainerRequestContext request) {
        try {
            return request.getUriInfo().getRequestUri().toString();
        } catch (RuntimeException noAddress) {
            throw new ProblemException(Problems.BAD_REQUEST);
        }
    }
}
