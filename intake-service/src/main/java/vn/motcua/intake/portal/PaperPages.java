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
import vn.motcua.intake.IntakeProblem;
import vn.motcua.intake.dossier.Action;
import vn.motcua.intake.file.FileStore;
import vn.motcua.intake.file.StoredFile;
import vn.motcua.intake.file.Thumbnails;
import vn.motcua.intake.paper.EnterPaper;
import vn.motcua.intake.paper.PaperRequest;
import vn.motcua.intake.paper.PaperResource;
import vn.motcua.platform.problem.ProblemException;
import vn.motcua.platform.problem.Problems;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.UUID;

/** The papers of a dossier, one form each: on a weak network a file that breaks off costs only itself. */
@Path(PortalAnswer.HOME + "/{id}/giay-to")
@Produces(PortalAnswer.HTML)
public class PaperPages {
    private static final int SOURCE_MAX = 500;

    private final Filing filing;
    private final EnterPaper entering;
    private final Wording wording;
    private final FileStore files;
    private final Thumbnails thumbnails;
    private final IntakeConfig config;

    PaperPages(
            Filing filing,
            EnterPaper entering,
            Wording wording,
            FileStore files,
            Thumbnails thumbnails,
            IntakeConfig config) {
        this.filing = filing;
        this.entering = entering;
        this.wording = wording;
        this.files = files;
        this.thumbnails = thumbnails;
        this.config = config;
    }

    /** What went wrong with one paper. */
    private record Refused(String component, String said, int status) {}

    @GET
    @RolesAllowed("citizen")
    @Operation(hidden = true)
    public Response papers(@PathParam("id") UUID id, @Context HttpHeaders headers, @Context UriInfo uri) {
        String lang = PortalAnswer.lang(headers, uri);
        return page(id, filing.seen(id), null, lang);
    }

    /** What was uploaded, to be saved and looked at; never run. */
    @GET
    @Path("{component}/tep")
    @Produces(MediaType.WILDCARD)
    @RolesAllowed("citizen")
    @Operation(hidden = true)
    public Response file(@PathParam("id") UUID id, @PathParam("component") String component) {
        filing.seen(id);
        return PaperResource.file(entering.seen(id, component), files);
    }

    /** A small picture of what was uploaded. */
    @GET
    @Path("{component}/anh")
    @Produces("image/jpeg")
    @RolesAllowed("citizen")
    @Operation(hidden = true)
    public Response picture(@PathParam("id") UUID id, @PathParam("component") String component) {
        filing.seen(id);
        return PaperResource.picture(entering.seen(id, component), thumbnails);
    }

    /** Loaded again after a log-in in between. */
    @GET
    @Path("{component}/{what: tai-len|go-bo|da-co}")
    @RolesAllowed("citizen")
    @Operation(hidden = true)
    public Response back(@PathParam("id") UUID id, @Context HttpHeaders headers, @Context UriInfo uri) {
        return PortalAnswer.to(path(id), PortalAnswer.lang(headers, uri));
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
            return page(
                    id,
                    filing.seen(id),
                    new Refused(component, PortalAnswer.wrong(lang).no_file(), 400),
                    lang);
        }
        return changed(id, component, lang, () -> {
            entering.requireOpen(id, component, etag);
            StoredFile stored = stored(id, file);
            entering.attach(id, component, etag, stored, PaperResource.safe(file.fileName()));
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
        return changed(id, component, PortalAnswer.lang(headers, uri), () -> entering.remove(id, component, etag));
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
        if (where == null || where.length() > SOURCE_MAX) {
            return page(
                    id,
                    filing.seen(id),
                    new Refused(component, PortalAnswer.wrong(lang).source(), 400),
                    lang);
        }
        PaperRequest request = new PaperRequest(PaperRequest.Entered.REUSED, null, null, null, where, null);
        return changed(id, component, lang, () -> entering.enter(id, component, etag, request));
    }

    /** Of a form sent twice, the second meets a newer revision, and shows the paper as it is. */
    private Response changed(UUID id, String component, String lang, Runnable change) {
        try {
            change.run();
            return PortalAnswer.to(path(id) + "#" + component, lang);
        } catch (ProblemException refused) {
            if (refused.type() == Problems.PRECONDITION_FAILED) {
                return PortalAnswer.to(path(id) + "#" + component, lang);
            }
            if (refused.type() == IntakeProblem.PAPERS_CLOSED) {
                return PortalAnswer.to(PortalAnswer.HOME + "/" + id + "?xong=moi", lang);
            }
            String said = said(refused, lang);
            if (said == null) {
                throw refused;
            }
            return page(
                    id,
                    filing.seen(id),
                    new Refused(component, said, refused.type().status()),
                    lang);
        }
    }

    private String said(ProblemException refused, String lang) {
        WrongTexts texts = PortalAnswer.wrong(lang);
        if (refused.type() == Problems.UNSUPPORTED_MEDIA_TYPE) {
            return texts.file_type();
        }
        if (refused.type() == Problems.PAYLOAD_TOO_LARGE) {
            return texts.file_size(config.maxFileBytes() / (1024 * 1024));
        }
        return refused.type() instanceof IntakeProblem of && of.ofFile() ? PortalAnswer.said(refused, lang) : null;
    }

    private Response page(UUID id, Filing.Own own, Refused refused, String lang) {
        PortalTemplates.PaperList papers = wording.papers(own, lang);
        if (refused != null) {
            papers = papers.refused(refused.component(), refused.said());
        }
        boolean supply = own.may(Action.SUPPLY);
        return PortalAnswer.page(
                        refused == null ? 200 : refused.status(),
                        PortalTemplates.papers(
                                id, own, papers, supply, wording.megabytes(), wording.keptUntil(own, lang), lang),
                        lang)
                .build();
    }

    private static String path(UUID id) {
        return PortalAnswer.HOME + "/" + id + "/giay-to";
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
