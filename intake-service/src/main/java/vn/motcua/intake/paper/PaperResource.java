package vn.motcua.intake.paper;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
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
import vn.motcua.intake.IntakeConfig;
import vn.motcua.intake.file.FileAnswers;
import vn.motcua.intake.file.FileStore;
import vn.motcua.intake.file.StoredFile;
import vn.motcua.intake.file.Thumbnails;
import vn.motcua.platform.precondition.Revision;

import java.io.InputStream;
import java.time.LocalDate;
import java.util.UUID;

/** One paper of a dossier and its file. The ETag is the paper's own, so that two desks may work on two papers at once. */
@Path("/api/intake/dossiers/{id}/papers/{component}")
@Produces(MediaType.APPLICATION_JSON)
public class PaperResource {
    private final EnterPaper entering;
    private final FileStore files;
    private final Thumbnails thumbnails;
    private final IntakeConfig config;

    PaperResource(EnterPaper entering, FileStore files, Thumbnails thumbnails, IntakeConfig config) {
        this.entering = entering;
        this.files = files;
        this.thumbnails = thumbnails;
        this.config = config;
    }

    /**
     * A paper after a change.
     *
     * @param dataSource the data it was taken from, or null
     * @param open whether it is still to be brought
     * @param dossierEtag of the dossier, which moved with it
     */
    public record EnteredView(
            String component,
            String name,
            Paper.State state,
            Paper.PresentedAs presentedAs,
            int quantity,
            boolean held,
            String reason,
            LocalDate validUntil,
            String dataSource,
            boolean open,
            String sha256,
            String etag,
            String dossierEtag) {
        static EnteredView of(EnterPaper.Entered entered) {
            Paper paper = entered.paper();
            return new EnteredView(
                    paper.component(),
                    entered.name(),
                    paper.state(),
                    paper.presentedAs(),
                    paper.quantity(),
                    paper.held(),
                    paper.reason(),
                    paper.validUntil(),
                    paper.origin() == null ? null : paper.origin().dataSource(),
                    paper.open(),
                    paper.fileSha256(),
                    Revision.etag(paper.revision()),
                    Revision.etag(entered.dossierRevision()));
        }
    }

    /**
     * Presented, taken from the data that replace it, reused or not applicable; missing with its reason, or missing again while the dossier is
     * prepared. People say of their own papers that the data or the authorities have them, or why they are missing.
     */
    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({"reception", "citizen"})
    @APIResponseSchema(value = EnteredView.class, responseCode = "200")
    public Response enter(
            @PathParam("id") UUID id,
            @PathParam("component") String component,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @Valid @NotNull PaperRequest request) {
        return answer(entering.enter(id, component, ifMatch, request));
    }

    /** Its file: PDF, JPEG, PNG, TIFF or an office file, by content; streamed into the store. */
    @PUT
    @Path("content")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed({"reception", "citizen"})
    @APIResponseSchema(value = EnteredView.class, responseCode = "200")
    public Response upload(
            @PathParam("id") UUID id,
            @PathParam("component") String component,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @QueryParam("name") String name,
            InputStream content) {
        entering.requireOpen(id, component, ifMatch);
        StoredFile file = entering.store(id, content, config.maxFileBytes());
        return answer(entering.attach(id, component, ifMatch, file, FileAnswers.safeName(name)));
    }

    /** The bytes, to be saved and never run: no sniffing, no scripts. */
    @GET
    @Path("content")
    @Produces(MediaType.WILDCARD)
    @RolesAllowed({"reception", "specialist", "approver", "director", "auditor", "citizen", "service"})
    public Response content(@PathParam("id") UUID id, @PathParam("component") String component) {
        return FileAnswers.bytes(entering.seen(id, component).heldFile(), files);
    }

    /** A small JPEG of its first page; 404 where there is none, as of an office file; 503 where it is not to be had now. */
    @GET
    @Path("thumbnail")
    @Produces("image/jpeg")
    @RolesAllowed({"reception", "specialist", "approver", "director", "auditor", "citizen", "service"})
    public Response thumbnail(@PathParam("id") UUID id, @PathParam("component") String component) {
        return FileAnswers.picture(entering.seen(id, component).heldFile(), thumbnails);
    }

    static Response answer(EnterPaper.Entered entered) {
        EnteredView view = EnteredView.of(entered);
        return Response.ok(view).header(HttpHeaders.ETAG, view.etag()).build();
    }
}
