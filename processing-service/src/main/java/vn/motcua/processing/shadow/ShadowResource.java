package vn.motcua.processing.shadow;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.motcua.platform.idempotency.Idempotent;
import vn.motcua.platform.identity.Caller;
import vn.motcua.platform.paging.Cursor;
import vn.motcua.platform.paging.Limit;
import vn.motcua.platform.paging.Page;
import vn.motcua.platform.problem.ProblemException;
import vn.motcua.processing.ProcessingProblem;
import vn.motcua.processing.officer.Officer;

import java.util.UUID;

/** Dossiers whose authority of record is another system: seen here, changed there. */
@Path("/api/processing/shadows")
@Tag(name = "shadows")
@Produces(MediaType.APPLICATION_JSON)
public class ShadowResource {
    @Inject
    Shadows shadows;

    @Inject
    Caller caller;

    /** Any act: all of them are refused. */
    @Schema(name = "ShadowAct")
    record Act(@NotNull @Pattern(regexp = "[A-Z][A-Z_]{1,39}") String action) {}

    @GET
    @RolesAllowed({"specialist", "approver", "director", "auditor"})
    @Operation(
            summary =
                    "Dossiers of other systems for a unit, those that have stood longest first; a specialist's are the department's",
            description = "ended=true: those refused, stopped or returned there, the newest first")
    public Page<ShadowView> list(
            @QueryParam("unit") @NotNull String unit,
            @QueryParam("department") String department,
            @QueryParam("ended") @DefaultValue("false") boolean ended,
            @QueryParam("after") String after,
            @QueryParam("limit") Integer limit) {
        String seen = seen(unit, department, Officer.of(caller));
        int most = Limit.of(limit);
        String[] key = Cursor.decode(after, 2);
        Shadows.After from = key == null ? null : new Shadows.After(Cursor.instant(key[0]), Cursor.uuid(key[1]));
        return Page.of(
                shadows.page(unit, seen, ended, from, most),
                most,
                last -> Cursor.encode(last.since().toString(), last.id().toString()));
    }

    @GET
    @Path("{id}")
    @RolesAllowed({"specialist", "approver", "director", "auditor"})
    @Operation(summary = "One dossier of another system, as that system told it last")
    public ShadowView one(@PathParam("id") UUID id) {
        return known(id);
    }

    @POST
    @Path("{id}/actions")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({"specialist", "approver", "director"})
    @Idempotent
    @Operation(summary = "Refused, whatever it is: the answer names the system where it is done")
    @APIResponse(responseCode = "409", description = "shadow-read-only, with the system")
    public Response act(@PathParam("id") UUID id, @Valid @NotNull Act act) {
        ShadowView shadow = known(id);
        throw new ProblemException(ProcessingProblem.SHADOW_READ_ONLY, shadow.systemName())
                .with("system", shadow.system())
                .with("systemName", shadow.systemName())
                .with("reference", shadow.reference());
    }

    /** Which department's alone is shown; null for all of the unit. */
    private static String seen(String unit, String department, Officer officer) {
        boolean all = officer.heads() || officer.has("auditor");
        String own = all ? department : officer.department();
        boolean elsewhere = !all && (own == null || department != null && !department.equals(own));
        if (!officer.units().contains(unit) || elsewhere) {
            throw new ProblemException(ProcessingProblem.NOT_YOUR_QUEUE);
        }
        return own;
    }

    private ShadowView known(UUID id) {
        ShadowView shadow = shadows.of(id, Officer.of(caller));
        if (shadow == null) {
            throw new ProblemException(ProcessingProblem.SHADOW_NOT_FOUND);
        }
        return shadow;
    }
}
