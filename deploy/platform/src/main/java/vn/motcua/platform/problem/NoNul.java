package vn.motcua.platform.problem;

import jakarta.ws.rs.container.ContainerRequestContext;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** NUL is no text anywhere in an address: PostgreSQL cannot compare it, so it is refused before anything looks. */
class NoNul {

    @ServerRequestFilter(preMatching = true)
    void refuse(ContainerRequestContext request) {
        if (request.getUriInfo().getRequestUri().toString().contains("%00")) {
            throw new ProblemException(Problems.BAD_REQUEST);
        }
    }
}
