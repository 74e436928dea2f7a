package vn.motcua.intake.original;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import vn.motcua.intake.dossier.Original;
import vn.motcua.intake.file.FileAnswers;
import vn.motcua.intake.file.FileStore;
import vn.motcua.intake.file.StoredFile;
import vn.motcua.intake.file.Thumbnails;
import vn.motcua.intake.register.OriginalView;
import vn.motcua.platform.precondition.Revision;

import java.io.InputStream;
import java.util.Map;
import java.util.UUID;

/** One original to be copied and its scan. The ETag is the original's own, so that several scans may come in at once. */
@Path("/api/intake/dossiers/{id}/originals/{number}")
@Produces(MediaType.APPLICATION_JSON)
public class OriginalResource {
    private final CountOriginals counting;
    private final FileStore files;
    private final Thumbnails thumbnails;

    OriginalResource(CountOriginals counting, FileStore files, Thumbnails thumbnails) {
        this.counting = counting;
        this.files = files;
        this.thumbnails = thumbnails;
    }

    /** Pages and copies as the officer counts them. */
    public record OriginalCount(
            @Min(1) @Max(Original.MOST_PAGES) int pages, @Min(1) @Max(Original.MOST_COPIES) int copies) {}

    /**
     * An original after a change.
     *
     * @param openVnd what the dossier owes now
     * @param dossierEtag of the dossier, which moved with it
     */
    public record CountedView(OriginalView original, long openVnd, String dossierEtag) {
        static CountedView of(CountOriginals.Counted counted) {
            return new CountedView(
                    OriginalView.of(counted.original(), Map.of()),
                    counted.dossier().charges().openVnd(),
                    Revision.etag(counted.dossier().revision()));
        }
    }

    /** Other pages or copies, before receipt; the fee follows. */
    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed("reception")
    @APIResponseSchema(value = CountedView.class, responseCode = "200")
    public Response count(
            @PathParam("id") UUID id,
            @PathParam("number") @Min(1) @Max(Original.MAX) int number,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @Valid @NotNull OriginalCount count) {
        return answer(counting.count(id, number, ifMatch, count.pages(), count.copies()));
    }

    /**
     * Its scan, before receipt: PDF, TIFF, JPEG or PNG, by content; streamed into the store. Its pages become those of the original.
     *
     * @param keepsPages that the pages stay as the officer counted them
     */
    @PUT
    @Path("content")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed("reception")
    @APIResponseSchema(value = CountedView.class, responseCode = "200")
    public Response scan(
            @PathParam("id") UUID id,
            @PathParam("number") @Min(1) @Max(Original.MAX) int number,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @QueryParam("name") String name,
            @QueryParam("keepsPages") @DefaultValue("false") boolean keepsPages,
            InputStream content) {
        counting.requireOpen(id, number, ifMatch);
        StoredFile file = counting.store(id, content);
        return answer(counting.scan(id, number, ifMatch, file, FileAnswers.safeName(name), keepsPages));
    }

    /** Takes the scan away, before receipt. */
    @DELETE
    @Path("content")
    @RolesAllowed("reception")
    @APIResponseSchema(value = CountedView.class, responseCode = "200")
    public Response remove(
            @PathParam("id") UUID id,
            @PathParam("number") @Min(1) @Max(Original.MAX) int number,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return answer(counting.remove(id, number, ifMatch));
    }

    /** The bytes of its scan, to be saved and never run. */
    @GET
    @Path("content")
    @Produces(MediaType.WILDCARD)
    @RolesAllowed({"reception", "specialist", "approver", "director", "auditor", "citizen", "service"})
    public Response content(@PathParam("id") UUID id, @PathParam("number") @Min(1) @Max(Original.MAX) int number) {
        return FileAnswers.bytes(counting.seen(id, number), files);
    }

    /** A small JPEG of the first page of its scan. */
    @GET
    @Path("thumbnail")
    @Produces("image/jpeg")
    @RolesAllowed({"reception", "specialist", "approver", "director", "auditor", "citizen", "service"})
    public Response thumbnail(@PathParam("id") UUID id, @PathParam("number") @Min(1) @Max(Original.MAX) int number) {
        return FileAnswers.picture(counting.seen(id, number), thumbnails);
    }

    private static Response answer(CountOriginals.Counted counted) {
        CountedView view = CountedView.of(counted);
        return Response.ok(view)
                .header(HttpHeaders.ETAG, view.original().etag())
                .build();
    }
}
