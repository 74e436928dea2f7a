package vn.motcua.intake.desk;

import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

import java.time.Clock;

/**
 * Tells the legal time with every answer of the API (header {@code Legal-Time}, an instant in UTC): "today" and "2 h left" on an
 * officer's screen follow the service's clock and never that of the device.
 */
class LegalTimeHeader {
    @Inject
    Clock clock;

    @ServerResponseFilter
    void tell(ContainerRequestContext request, ContainerResponseContext response) {
        if (request.getUriInfo().getPath().startsWith("/api/")) {
            response.getHeaders().putSingle("Legal-Time", clock.instant().toString());
        }
    }
}
