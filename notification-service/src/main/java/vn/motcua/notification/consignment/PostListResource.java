package vn.motcua.notification.consignment;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.motcua.notification.catalogue.UnitId;
import vn.motcua.platform.idempotency.Idempotent;
import vn.motcua.platform.paging.Limit;
import vn.motcua.platform.paging.Page;

import java.net.URI;
import java.util.UUID;

@Path("/api/notification/post-lists")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "post")
class PostListResource {
    @Inject
    SignPostList signing;

    @Inject
    PostLists lists;

    @Inject
    WaitingForPost waiting;

    @POST
    @RolesAllowed("reception")
    @Idempotent
    @Operation(summary = "Hand everything that waits at a unit to the postman: both counted and signed")
    @Parameter(name = "Idempotency-Key", in = ParameterIn.HEADER, required = true)
    @APIResponse(
            responseCode = "201",
            description = "The signed list",
            content = @Content(schema = @Schema(implementation = PostLists.View.class)))
    @APIResponse(responseCode = "409", description = "list-changed, with what; count-differs")
    public Response sign(@NotNull @Valid SignPostList.Request request) {
        PostLists.View view = lists.find(signing.sign(request));
        return Response.created(URI.create("/api/notification/post-lists/" + view.id()))
                .entity(view)
                .build();
    }

    @GET
    @RolesAllowed({"reception", "director", "auditor"})
    @Operation(summary = "Signed lists of the caller's units, newest first; without the people they name")
    public Page<PostLists.View> list(@QueryParam("after") String after, @QueryParam("limit") Integer limit) {
        return lists.page(after, Limit.of(limit));
    }

    @GET
    @Path("waiting")
    @RolesAllowed({"reception", "director"})
    @Operation(
            summary =
                    "What is to be posted at a unit: what waits for the postman, and what is still to be made up; no addresses")
    public WaitingForPost.View waiting(@QueryParam("unit") @NotNull @Pattern(regexp = UnitId.PATTERN) String unit) {
        return waiting.at(unit);
    }

    @GET
    @Path("preview.pdf")
    @Produces("application/pdf")
    @RolesAllowed({"reception", "director"})
    @Operation(
            summary =
                    "The list of what waits at a unit before it is signed, marked as a preview; a reading that is noted")
    @APIResponse(responseCode = "404", description = "Nothing waits")
    public Response preview(@QueryParam("unit") @NotNull @Pattern(regexp = UnitId.PATTERN) String unit) {
        return Response.ok(waiting.preview(unit), "application/pdf")
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"xem-truoc.pdf\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store, private")
                .build();
    }

    @GET
    @Path("{list}/page")
    @Produces("text/html;charset=UTF-8")
    @RolesAllowed({"reception", "director"})
    @Operation(summary = "A list as both signed it: a page of A4; a reading that is noted")
    public Response page(@PathParam("list") UUID list) {
        return Response.ok(lists.html(list), "text/html;charset=UTF-8")
                .header(HttpHeaders.CONTENT_LANGUAGE, "vi")
                .header(HttpHeaders.CACHE_CONTROL, "no-store, private")
                .build();
    }

    @GET
    @Path("{list}/page.pdf")
    @Produces("application/pdf")
    @RolesAllowed({"reception", "director"})
    @Operation(summary = "The same as PDF/A-2b, the same bytes at every call")
    public Response pdf(@PathParam("list") UUID list) {
        return Response.ok(lists.pdf(list), "application/pdf")
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"" + list + ".pdf\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store, private")
                .build();
    }
}
