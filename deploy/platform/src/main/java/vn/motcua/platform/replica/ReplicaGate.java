package vn.motcua.platform.replica;

import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import vn.motcua.platform.problem.ProblemException;
import vn.motcua.platform.problem.Problems;
import vn.motcua.platform.problem.RequestPath;

/** No API answer before the replicas are there: missing data must not look like unknown data. */
class ReplicaGate {
    @Inject
    Replicas replicas;

    @ServerRequestFilter
    void closedUntilLoaded(ContainerRequestContext request) {
        if (!replicas.allLoaded() && RequestPath.of(request.getUriInfo()).startsWith("/api/")) {
            throw new ProblemException(Problems.REPLICA_LOADING).with("retryAfterSeconds", 5);
        }
    }
}
