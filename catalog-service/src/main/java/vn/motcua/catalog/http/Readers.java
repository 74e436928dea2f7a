package vn.motcua.catalog.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;

import java.util.concurrent.atomic.LongAdder;

/** Tells work in the background whether anybody reads meanwhile. Asking how far an import is, is not reading. */
@Provider
@ApplicationScoped
public class Readers implements ContainerRequestFilter {
    private static final String IMPORTS = "/api/catalog/imports";

    private final LongAdder asked = new LongAdder();

    @Override
    public void filter(ContainerRequestContext request) {
        if (request.getMethod().equals(HttpMethod.GET)
                && !request.getUriInfo().getPath().startsWith(IMPORTS)) {
            asked.increment();
        }
    }

    /** How many pages and reads this process was asked for since its start. */
    public long asked() {
        return asked.sum();
    }
}
