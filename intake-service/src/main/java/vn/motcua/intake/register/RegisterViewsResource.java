package vn.motcua.intake.register;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import vn.motcua.platform.idempotency.Idempotent;
import vn.motcua.platform.identity.Caller;
import vn.motcua.platform.paging.Limit;
import vn.motcua.platform.paging.Page;
import vn.motcua.platform.precondition.Revision;
import vn.motcua.platform.problem.ProblemException;
import vn.motcua.platform.problem.Problems;

import java.net.URI;
import java.util.UUID;

/** Views of the register that officers keep by name: filters without any term of a person, for themselves or for their unit. */
@Path("/api/intake/register-views")
@Produces(MediaType.APPLICATION_JSON)
public class RegisterViewsResource {
    private final RegisterViews views;
    private final Caller caller;

    RegisterViewsResource(RegisterViews views, Caller caller) {
        this.views = views;
        this.caller = caller;
    }

    /** How dossiers stand against their dates whenever the view is opened, which no instant in a filter could say. */
    public enum Standing {
        OVERDUE,
        TODAY,
        WEEK
    }

    /**
     * What is kept.
     *
     * @param unit one of the officer's, in which it is shared
     * @param filters without due dates: these move, {@code standing} says them
     */
    public record ViewRequest(
            @NotBlank @Size(max = 80) String name,
            @NotNull @Pattern(regexp = RegisterBookResource.UNIT) String unit,
            @Valid @NotNull RegisterFilters filters,
            Standing standing,
            boolean shared) {}

    /** @param mine whether the reader may change it */
    public record ViewView(
            UUID id,
            String name,
            String unit,
            RegisterFilters filters,
            Standing standing,
            boolean shared,
            boolean mine,
            String ownerName,
            String etag) {}

    private ViewView seen(RegisterViews.Kept kept) {
        return new ViewView(
                kept.id(),
                kept.name(),
                kept.unit(),
                kept.filters(),
                kept.standing(),
                kept.shared(),
                kept.owner().equals(caller.subject()),
                kept.ownerName(),
                Revision.etag(kept.revision()));
    }

    /** The officer's own and those shared in their units, by name. */
    @GET
    @RolesAllowed({"reception", "specialist", "approver", "director", "cashier", "auditor"})
    public Page<ViewView> list(@QueryParam("after") String after, @QueryParam("limit") Integer limit) {
        Page<RegisterViews.Kept> page = views.page(after, Limit.of(limit));
        return new Page<>(page.items().stream().map(this::seen).toList(), page.next());
    }

    /** One officer keeps 30 at most. */
    @POST
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({"reception", "specialist", "approver", "director", "cashier", "auditor"})
    @APIResponseSchema(value = ViewView.class, responseCode = "201")
    public Response keep(@Valid @NotNull ViewRequest request) {
        ViewView view = seen(views.add(checked(request)));
        return Response.created(URI.create("/api/intake/register-views/" + view.id()))
                .entity(view)
                .header(HttpHeaders.ETAG, view.etag())
                .build();
    }

    @PUT
    @Path("{view}")
    @Transactional
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({"reception", "specialist", "approver", "director", "cashier", "auditor"})
    @APIResponseSchema(value = ViewView.class, responseCode = "200")
    public Response change(
            @PathParam("view") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @Valid @NotNull ViewRequest request) {
        ViewView view = seen(views.change(id, ifMatch, checked(request)));
        return Response.ok(view).header(HttpHeaders.ETAG, view.etag()).build();
    }

    @DELETE
    @Path("{view}")
    @Transactional
    @RolesAllowed({"reception", "specialist", "approver", "director", "cashier", "auditor"})
    public void remove(@PathParam("view") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        views.remove(id, ifMatch);
    }

    private ViewRequest checked(ViewRequest request) {
        if (!caller.units().contains(request.unit())) {
            throw new ProblemException(Problems.VALIDATION).violation("/unit", request.unit());
        }
        if (request.filters().checked().byDue()) {
            throw new ProblemException(Problems.VALIDATION).violation("/filters/dueBefore", "standing");
        }
        return request;
    }
}
