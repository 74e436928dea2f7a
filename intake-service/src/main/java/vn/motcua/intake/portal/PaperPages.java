package vn.motcua.intake.portal;

import io.quarkus.security.ForbiddenException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import vn.motcua.intake.IntakeConfig;
import vn.motcua.intake.file.FileAnswers;
import vn.motcua.intake.file.FileStore;
import vn.motcua.intake.file.StoredFile;
import vn.motcua.intake.file.Thumbnails;
import vn.motcua.intake.paper.EnterPaper;
import vn.motcua.intake.paper.PaperRequest;
import vn.motcua.platform.problem.ProblemException;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.UUID;

/** The papers of a dossier, one form each: on a weak network a file that breaks off costs only itself. */
@Path(PortalAnswer.HOME + "/{id}/giay-to")
@Produces(PortalAnswer.HTML)
public class PaperPages {
    private final Filing filing;
    private final EnterPaper entering;
    private final PaperAnswers answers;
    private final FileStore files;
    private final Thumbnails thumbnails;
    private final IntakeConfig config;

    PaperPages(
            Filing filing,
            EnterPaper entering,
            PaperAnswers answers,
            FileStore files,
            Thumbnails thumbnails,
            IntakeConfig config) {
        this.filing = filing;
        this.entering = entering;
        this.answers = answers;
        this.files = files;
        this.thumbnails = thumbnails;
        this.config = config;
    }

    @GET
    @RolesAllowed("citizen")
    @Operation(hidden = true)
    public Response papers(@PathParam("id") UUID id, @Context HttpHeaders headers, @Context UriInfo uri) {
        return answers.list(id, PortalAnswer.lang(headers, uri));
    }

    /** What was uploaded, to be saved and looked at; never run. */
    @GET
    @Path("{component}/tep")
    @Produces(MediaType.WILDCARD)
    @RolesAllowed("citizen")
    @Operation(hidden = true)
    public Response file(@PathParam("id") UUID id, @PathParam("component") String component) {
        filing.seen(id);
        return FileAnswers.bytes(entering.seen(id, component).heldFile(), files);
    }

    /** A small picture of what was uploaded. */
    @GET
    @Path("{component}/anh")
    @Produces("image/jpeg")
    @RolesAllowed("citizen")
    @Operation(hidden = true)
    public Response picture(@PathParam("id") UUID id, @PathParam("component") String component) {
        filing.seen(id);
        return FileAnswers.picture(entering.seen(id, component).heldFile(), thumbnails);
    }

    /** Loaded again after a log-in in between. */
    @GET
    @Path("{component}/{what: tai-len|go-bo|da-co}")
    @RolesAllowed("citizen")
    @Operation(hidden = true)
    public Response back(@PathParam("id") UUID id, @Context HttpHeaders headers, @Context UriInfo uri) {
        return PortalAnswer.to(PaperAnswers.path(id), PortalAnswer.lang(headers, uri));
    }

    @POST
    @Path("{component}/tai-len")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @PortalForm
    @RolesAllowed("citizen")
    @Operation(hidden = true)
    public Response upload(
            @PathParam("id") UUID id,
            @PathParam("component") String component,
            @RestForm String etag,
            @RestForm("file") FileUpload file,
            @Context HttpHeaders headers,
            @Context UriInfo uri) {
        String lang = PortalAnswer.lang(headers, uri);
        if (file == null || file.size() == 0) {
            return answers.refused(id, component, PortalAnswer.wrong(lang).no_file(), 400, lang);
        }
        return answers.changed(id, component, lang, () -> {
            entering.requireOpen(id, component, etag);
            StoredFile stored = stored(id, file);
            entering.attach(id, component, etag, stored, FileAnswers.safeName(file.fileName()));
        });
    }

    private StoredFile stored(UUID id, FileUpload file) {
        try (InputStream content = Files.newInputStream(file.uploadedFile())) {
            return entering.store(id, content, config.maxFileBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @POST
    @Path("{component}/go-bo")
    @PortalForm
    @RolesAllowed("citizen")
    @Operation(hidden = true)
    public Response remove(
            @PathParam("id") UUID id,
            @PathParam("component") String component,
            @RestForm String etag,
            @Context HttpHeaders headers,
            @Context UriInfo uri) {
        return answers.changed(
                id, component, PortalAnswer.lang(headers, uri), () -> entering.remove(id, component, etag));
    }

    /** The authorities have it already (Resolution 66.7/2025/NQ-CP): where, the person says, and reception checks. */
    @POST
    @Path("{component}/da-co")
    @PortalForm
    @RolesAllowed("citizen")
    @Operation(hidden = true)
    public Response held(
            @PathParam("id") UUID id,
            @PathParam("component") String component,
            @RestForm String etag,
            @RestForm String source,
            @Context HttpHeaders headers,
            @Context UriInfo uri) {
        String lang = PortalAnswer.lang(headers, uri);
        String where = Typed.clean(source);
        if (where == null || where.length() > PaperAnswers.TEXT_MAX) {
            return answers.refused(id, component, PortalAnswer.wrong(lang).source(), 400, lang);
        }
        PaperRequest request = new PaperRequest(PaperRequest.Entered.REUSED, null, null, null, where, null);
        return answers.changed(id, component, lang, () -> entering.enter(id, component, etag, request));
    }

    @ServerExceptionMapper
    Response problem(ProblemException e, HttpHeaders headers, UriInfo uri) {
        return PortalAnswer.problem(e, headers, uri);
    }

    @ServerExceptionMapper
    Response forbidden(ForbiddenException e, HttpHeaders headers, UriInfo uri) {
        return PortalAnswer.forbidden(headers, uri);
    }
}
