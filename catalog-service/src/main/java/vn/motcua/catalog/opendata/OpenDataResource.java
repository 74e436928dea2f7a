package vn.motcua.catalog.opendata;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.motcua.catalog.http.Asked;
import vn.motcua.catalog.http.Cached;
import vn.motcua.catalog.procedure.Fingerprint;
import vn.motcua.catalog.procedure.Procedures;
import vn.motcua.catalog.procedure.PublicAddress;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** The whole catalogue for everybody's own programs, all of it or what was published or ended since. */
@Path("/api/catalog/open-data")
@Tag(name = "open data")
class OpenDataResource {
    private static final Duration FRESH = Duration.ofMinutes(5);

    @Inject
    OpenData openData;

    @Inject
    Procedures procedures;

    @Inject
    PublicAddress addresses;

    @Inject
    Clock clock;

    @GET
    @Path("procedures.csv")
    @Produces("text/csv;charset=UTF-8")
    @PermitAll
    @Operation(operationId = "getOpenDataCsv", summary = "Every published version as CSV, by code and version")
    @APIResponse(responseCode = "200", description = "CSV", content = @Content(mediaType = "text/csv"))
    @APIResponse(responseCode = "400", description = "validation")
    public Response csv(
            @Parameter(
                            description =
                                    "Published, or given its last day, on or after this legal day, yyyy-MM-dd, or this instant")
                    @QueryParam("since")
                    String since,
            @Context Request request) {
        Instant from = Asked.since("since", since);
        return answer(request, List.of(procedures.state(from)), out -> openData.csv(from, out));
    }

    @GET
    @Path("procedures.ndjson")
    @Produces("application/x-ndjson")
    @PermitAll
    @Operation(
            operationId = "getOpenDataJson",
            summary = "Every published version as JSON, a document per line, by code and version")
    @APIResponse(responseCode = "200", description = "NDJSON", content = @Content(mediaType = "application/x-ndjson"))
    @APIResponse(responseCode = "400", description = "validation")
    public Response ndjson(
            @Parameter(
                            description =
                                    "Published, or given its last day, on or after this legal day, yyyy-MM-dd, or this instant")
                    @QueryParam("since")
                    String since,
            @Context Request request) {
        Instant from = Asked.since("since", since);
        return answer(request, List.of(procedures.state(from)), out -> openData.ndjson(from, out));
    }

    @GET
    @Path("procedures.jsonld")
    @Produces("application/ld+json")
    @PermitAll
    @Operation(
            operationId = "getOpenDataJsonLd",
            summary = "What is in force today as a graph of schema.org GovernmentService")
    @APIResponse(responseCode = "200", description = "JSON-LD", content = @Content(mediaType = "application/ld+json"))
    @APIResponse(responseCode = "400", description = "validation")
    public Response jsonLd(
            @Parameter(
                            description =
                                    "Published, or given its last day, on or after this legal day, yyyy-MM-dd, or this instant")
                    @QueryParam("since")
                    String since,
            @Context Request request) {
        Instant from = Asked.since("since", since);
        LocalDate today = Asked.day("on", null, clock);
        return answer(request, List.of(procedures.state(from), today), out -> openData.jsonLd(from, today, out));
    }

    private Response answer(Request request, List<Object> depends, StreamingOutput written) {
        return Cached.answer(request, Fingerprint.of(List.of(addresses.root(), depends)), FRESH, () -> written);
    }
}
