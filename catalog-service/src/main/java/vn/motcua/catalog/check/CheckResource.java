package vn.motcua.catalog.check;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.motcua.catalog.http.Asked;
import vn.motcua.catalog.procedure.ProcedureVersion;
import vn.motcua.catalog.procedure.Procedures;
import vn.motcua.platform.paging.Cursor;
import vn.motcua.platform.paging.Limit;
import vn.motcua.platform.paging.Page;
import vn.motcua.platform.problem.ProblemTexts;

import java.time.Clock;
import java.util.List;
import java.util.Locale;

/** What is wrong with what is published. */
@Path("/api/catalog/checks")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "checks")
class CheckResource {
    @Inject
    Procedures procedures;

    @Inject
    WhatExists exists;

    @Inject
    Clock clock;

    /** A procedure in force with all that was found; empty where nothing was. */
    @Schema(name = "CheckedProcedure")
    record Checked(String code, int version, String name, List<FindingView> findings) {}

    /** A page of procedures in force. */
    @Schema(name = "CheckedProcedurePage")
    record CheckedPage(List<Checked> items, String next) {}

    @GET
    @RolesAllowed({"catalog-editor", "approver", "auditor"})
    @Operation(
            operationId = "listChecks",
            summary = "The publish checks over every procedure in force, by code; findings are empty where all is well")
    @APIResponseSchema(value = CheckedPage.class, responseCode = "200", responseDescription = "A page of procedures")
    @APIResponse(responseCode = "400", description = "invalid-cursor, validation")
    public CheckedPage checks(
            @Parameter(description = "Cursor of the page before") @QueryParam("after") String after,
            @Parameter(description = "1 to 100, 20 by itself") @QueryParam("limit") Integer limit,
            @Context HttpHeaders headers) {
        Locale language = ProblemTexts.locale(headers.getAcceptableLanguages());
        int most = Limit.of(limit);
        List<ProcedureVersion> versions =
                procedures.inForceAfter(Asked.afterCode(after), Asked.day("on", null, clock), most + 1);
        PublishChecks.Known known = exists.known();
        Page<Checked> page = Page.of(
                versions.stream()
                        .map(each -> new Checked(
                                each.content().code(),
                                each.version(),
                                each.content().name().vi(),
                                FindingView.of(PublishChecks.ofPublished(each, known), language)))
                        .toList(),
                most,
                last -> Cursor.encode(last.code()));
        return new CheckedPage(page.items(), page.next());
    }
}
