package vn.motcua.intake.portal;

import io.quarkus.security.ForbiddenException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import vn.motcua.intake.file.StoredFile;
import vn.motcua.intake.paper.EnterPaper;
import vn.motcua.intake.paper.PaperRequest;
import vn.motcua.intake.paper.ReusePaper;
import vn.motcua.platform.clock.LegalTime;
import vn.motcua.platform.paging.Page;
import vn.motcua.platform.problem.ProblemException;
import vn.motcua.platform.problem.Problems;

import java.util.UUID;
import java.util.regex.Pattern;

/** The ways of a paper that nobody uploads: taken from data, used again from an earlier dossier, missing with its reason. */
@Path(PortalAnswer.HOME + "/{id}/giay-to/{component}")
@Produces(PortalAnswer.HTML)
public class WayPages {
    private static final Pattern UUID_TEXT = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern COMPONENT = Pattern.compile("[0-9A-Za-z.-]{1,100}");

    private final Filing filing;
    private final EnterPaper entering;
    private final ReusePaper reusing;
    private final PaperAnswers answers;
    private final Wording wording;

    WayPages(Filing filing, EnterPaper entering, ReusePaper reusing, PaperAnswers answers, Wording wording) {
        this.filing = filing;
        this.entering = entering;
        this.reusing = reusing;
        this.answers = answers;
        this.wording = wording;
    }

    /** Loaded again after a log-in in between. */
    @GET
    @Path("{what: du-lieu|con-thieu}")
    @RolesAllowed("citizen")
    @Operation(hidden = true)
    public Response back(@PathParam("id") UUID id, @Context HttpHeaders headers, @Context UriInfo uri) {
        return PortalAnswer.to(PaperAnswers.path(id), PortalAnswer.lang(headers, uri));
    }

    /** The data that the catalogue names hold it. */
    @POST
    @Path("du-lieu")
    @PortalForm
    @RolesAllowed("citizen")
    @Operation(hidden = true)
    public Response fromData(
            @PathParam("id") UUID id,
            @PathParam("component") String component,
            @RestForm String etag,
            @Context HttpHeaders headers,
            @Context UriInfo uri) {
        PaperRequest request = new PaperRequest(PaperRequest.Entered.TAKEN_FROM_DATA, null, null, null, null, null);
        return answers.changed(
                id, component, PortalAnswer.lang(headers, uri), () -> entering.enter(id, component, etag, request));
    }

    @POST
    @Path("con-thieu")
    @PortalForm
    @RolesAllowed("citizen")
    @Operation(hidden = true)
    public Response missing(
            @PathParam("id") UUID id,
            @PathParam("component") String component,
            @RestForm String etag,
            @RestForm String reason,
            @Context HttpHeaders headers,
            @Context UriInfo uri) {
        String why = Typed.clean(reason);
        if (why == null || why.length() > PaperAnswers.TEXT_MAX) {
            throw new ProblemException(Problems.VALIDATION).violation("/reason", "1..." + PaperAnswers.TEXT_MAX);
        }
        PaperRequest request = new PaperRequest(PaperRequest.Entered.MISSING, null, null, null, why, null);
        return answers.changed(
                id, component, PortalAnswer.lang(headers, uri), () -> entering.enter(id, component, etag, request));
    }

    /** The person's own earlier papers. */
    @GET
    @Path("dung-lai")
    @RolesAllowed("citizen")
    @Operation(hidden = true)
    public Response earlier(
            @PathParam("id") UUID id,
            @PathParam("component") String component,
            @QueryParam("sau") String after,
            @Context HttpHeaders headers,
            @Context UriInfo uri) {
        String lang = PortalAnswer.lang(headers, uri);
        Filing.Own own = filing.seen(id);
        PortalTemplates.PaperLine line = wording.papers(own, lang).lines().stream()
                .filter(each -> each.component().equals(component))
                .findFirst()
                .orElseThrow(() -> new ProblemException(Problems.NOT_FOUND));
        Page<ReusePaper.Candidate> found = reusing.candidates(id, component, after, null);
        return PortalAnswer.page(
                PortalTemplates.reuse(
                        id,
                        own,
                        line,
                        found.items().stream().map(WayPages::earlier).toList(),
                        found.next(),
                        lang),
                lang);
    }

    private static PortalTemplates.Earlier earlier(ReusePaper.Candidate each) {
        return new PortalTemplates.Earlier(
                each.dossierId(),
                each.code() == null ? each.reference() : each.code(),
                each.component(),
                each.name() == null ? each.component() : each.name(),
                LegalTime.day(each.on().atStartOfDay(LegalTime.ZONE).toInstant()),
                each.validUntil() == null
                        ? null
                        : LegalTime.day(
                                each.validUntil().atStartOfDay(LegalTime.ZONE).toInstant()),
                each.expired());
    }

    @POST
    @Path("dung-lai")
    @PortalForm
    @RolesAllowed("citizen")
    @Operation(hidden = true)
    public Response reuse(
            @PathParam("id") UUID id,
            @PathParam("component") String component,
            @RestForm String etag,
            @RestForm String dossier,
            @RestForm String earlier,
            @RestForm String consent,
            @Context HttpHeaders headers,
            @Context UriInfo uri) {
        if (consent == null || !fits(UUID_TEXT, dossier) || !fits(COMPONENT, earlier)) {
            throw new ProblemException(Problems.VALIDATION);
        }
        filing.seen(id);
        return answers.changed(id, component, PortalAnswer.lang(headers, uri), () -> {
            ReusePaper.Candidate from =
                    reusing.wished(id, component, etag, new ReusePaper.Wish(UUID.fromString(dossier), earlier, null));
            StoredFile file = reusing.copy(id, from);
            reusing.reuse(id, component, etag, from, file, null);
        });
    }

    private static boolean fits(Pattern pattern, String text) {
        return text != null && pattern.matcher(text).matches();
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
