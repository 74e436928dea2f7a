package vn.motcua.processing.casework;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.motcua.platform.idempotency.Idempotent;
import vn.motcua.platform.identity.Caller;
import vn.motcua.platform.problem.ProblemException;
import vn.motcua.platform.problem.ProblemMappers;
import vn.motcua.platform.problem.Problems;
import vn.motcua.processing.casework.BulkActs.Done;
import vn.motcua.processing.officer.Officer;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The same act on many cases, each by itself: what one is refused does not hold up the others. */
@Path("/api/processing/cases/bulk")
@Tag(name = "cases")
@Produces(MediaType.APPLICATION_JSON)
public class BulkResource {
    private static final int MULTI_STATUS = 207;

    @Inject
    BulkActs bulk;

    @Inject
    Caller caller;

    @Context
    HttpHeaders headers;

    @Context
    UriInfo uri;

    /** What may be done to many at once. */
    enum BulkAct {
        REASSIGN,
        RELEASE
    }

    /**
     * @param assignee with its name for REASSIGN, absent for RELEASE
     * @param items at most a hundred, none twice
     */
    record Bulk(
            @NotNull BulkAct action,
            @Size(min = 1, max = 100) String assignee,
            @Size(min = 1, max = 100) String assigneeName,
            @NotEmpty @Size(max = 100) List<@Valid @NotNull Item> items) {}

    /**
     * @param ifMatch the ETag of the case as it was seen
     * @param fence of the holder who gives a case back; a director needs none
     */
    record Item(@NotNull UUID id, @NotNull @Size(min = 3, max = 40) String ifMatch, Long fence) {}

    /** One result per item, in their order. */
    record Results(int done, int refused, List<ItemResult> results) {}

    /**
     * @param status as the act on this case alone would have answered
     * @param etag of the case after the act
     * @param problem why it was refused
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ItemResult(UUID id, int status, String etag, @Schema(type = SchemaType.OBJECT) Object problem) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({"specialist", "approver", "director"})
    @Idempotent
    @Operation(
            summary = "Reassigns or releases many cases, each in a transaction of its own with its own If-Match; 207")
    @APIResponseSchema(value = Results.class, responseCode = "207")
    public Response act(@HeaderParam("Idempotency-Key") String key, @Valid @NotNull Bulk body) {
        Officer officer = Officer.of(caller);
        if (body.action() == BulkAct.REASSIGN && (body.assignee() == null || body.assigneeName() == null)) {
            throw new ProblemException(Problems.VALIDATION).violation("/assignee", "missing");
        }
        List<ItemResult> results = new ArrayList<>();
        for (Item item : body.items()) {
            results.add(one(key, body, item, officer));
        }
        int done = (int) results.stream().filter(each -> each.status() == 200).count();
        return Response.status(MULTI_STATUS)
                .entity(new Results(done, results.size() - done, results))
                .build();
    }

    private ItemResult one(String key, Bulk body, Item item, Officer officer) {
        try {
            String scope = officer.subject() + " bulk " + body.action();
            Done done = bulk.one(scope, key, item.id(), action(body, item), item.ifMatch(), officer);
            return new ItemResult(item.id(), 200, BulkActs.etag(done), null);
        } catch (ProblemException refused) {
            return new ItemResult(
                    item.id(),
                    refused.type().status(),
                    null,
                    ProblemMappers.answer(refused, headers, uri).getEntity());
        }
    }

    private static CaseAction action(Bulk body, Item item) {
        return body.action() == BulkAct.RELEASE
                ? new CaseAction.Release(item.fence())
                : new CaseAction.Reassign(body.assignee(), body.assigneeName());
    }
}
