package vn.motcua.catalog.dossier;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.motcua.catalog.dossier.FollowedDossiers.Open;
import vn.motcua.catalog.dossier.FollowedDossiers.Sight;
import vn.motcua.catalog.http.Asked;
import vn.motcua.platform.identity.Caller;
import vn.motcua.platform.paging.Cursor;
import vn.motcua.platform.paging.Limit;
import vn.motcua.platform.paging.Page;
import vn.motcua.platform.problem.ProblemException;
import vn.motcua.platform.problem.Problems;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Dossiers still open under the versions of a procedure. Officers see those of their unit, a specialist those of the
 * department; an editor of the catalogue sees how many there are and none of them.
 */
@Path("/api/catalog/procedures/{code}/open-dossiers")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "versions")
class OpenDossierResource {
    private static final UUID FIRST = new UUID(0, 0);

    @Inject
    FollowedDossiers dossiers;

    @Inject
    Caller caller;

    /** How many are open under one version. */
    @Schema(name = "OpenUnderVersion")
    record Count(int version, int open) {}

    /**
     * A page of open dossiers.
     *
     * @param counts of all that the caller may know of, by version
     * @param items by version; empty for an editor
     */
    @Schema(name = "OpenDossierPage")
    record OpenPage(List<Count> counts, List<Open> items, String next) {}

    @GET
    @RolesAllowed({"reception", "specialist", "approver", "director", "cashier", "auditor", "catalog-editor"})
    @Operation(
            operationId = "listOpenDossiers",
            summary = "Dossiers still open under the versions of a procedure, in a unit of the caller",
            description =
                    "Ids for officers of the unit; an editor of the catalogue gets counts alone, of all units where none is named.")
    @APIResponseSchema(value = OpenPage.class, responseCode = "200", responseDescription = "Counts and a page of ids")
    @APIResponse(responseCode = "400", description = "invalid-cursor, validation")
    @APIResponse(responseCode = "403", description = "forbidden: another unit, or no editor and no unit named")
    public OpenPage open(
            @PathParam("code") String code,
            @Parameter(description = "Of the caller") @QueryParam("unit") String unit,
            @Parameter(description = "Cursor of the page before") @QueryParam("after") String after,
            @Parameter(description = "1 to 100, 20 by itself") @QueryParam("limit") Integer limit) {
        String asked = Asked.text("code", code);
        if (asked == null) {
            throw new ProblemException(Problems.NOT_FOUND);
        }
        String of = Asked.text("unit", unit);
        int most = Limit.of(limit);
        String[] key = Cursor.decode(after, 2);
        int version = key == null ? 0 : number(key[0]);
        UUID last = key == null ? FIRST : Cursor.uuid(key[1]);
        if (of == null) {
            if (!caller.has("catalog-editor")) {
                throw new ProblemException(Problems.FORBIDDEN);
            }
            return new OpenPage(counts(dossiers.open(asked)), List.of(), null);
        }
        Sight sight = sight(of);
        if (sight == null) {
            return new OpenPage(counts(dossiers.open(asked, new Sight(of, null))), List.of(), null);
        }
        Page<Open> page = Page.of(
                dossiers.page(asked, sight, version, last, most + 1),
                most,
                each -> Cursor.encode(
                        Integer.toString(each.version()), each.dossierId().toString()));
        return new OpenPage(counts(dossiers.open(asked, sight)), page.items(), page.next());
    }

    /** Null: an editor of the catalogue, who sees how many there are. */
    private Sight sight(String unit) {
        boolean wide = List.of("reception", "approver", "director", "cashier", "auditor").stream()
                .anyMatch(caller::has);
        boolean narrow = caller.has("specialist") && caller.department() != null;
        if (!caller.units().contains(unit) || !wide && !narrow) {
            if (caller.has("catalog-editor")) {
                return null;
            }
            throw new ProblemException(Problems.FORBIDDEN);
        }
        return new Sight(unit, wide ? null : caller.department());
    }

    private static List<Count> counts(Map<Integer, Integer> byVersion) {
        return byVersion.entrySet().stream()
                .map(each -> new Count(each.getKey(), each.getValue()))
                .toList();
    }

    private static int number(String part) {
        if (!part.matches("\\d{1,9}")) {
            throw new ProblemException(Problems.INVALID_CURSOR);
        }
        return Integer.parseInt(part);
    }
}
