package vn.motcua.intake.portal;

import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.ws.rs.core.Response;

/**
 * Asks whether the token of the form was verified, after quarkus-rest-csrf did: that looks at two spellings of the media type only, and
 * lets all others pass for the sake of the API.
 */
@Interceptor
@PortalForm
@Priority(Interceptor.Priority.LIBRARY_BEFORE)
class FormToken {
    private static final String VERIFIED = "csrf_token_verified";

    @Inject
    RoutingContext routing;

    @AroundInvoke
    Object verified(InvocationContext method) throws Exception {
        return Boolean.TRUE.equals(routing.get(VERIFIED))
                ? method.proceed()
                : Response.status(Response.Status.BAD_REQUEST).build();
    }
}
