package vn.motcua.intake.portal;

import io.quarkus.security.ForbiddenException;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import vn.motcua.intake.dossier.Action;
import vn.motcua.intake.register.Register;
import vn.motcua.intake.register.RegisterRow;
import vn.motcua.intake.tracking.OwnTracking;
import vn.motcua.intake.wording.Words;
import vn.motcua.platform.clock.LegalTime;
import vn.motcua.platform.identity.Caller;
import vn.motcua.platform.identity.SubjectToken;
import vn.motcua.platform.paging.Page;
import vn.motcua.platform.problem.ProblemException;
import vn.motcua.platform.problem.Problems;

import java.util.List;
import java.util.UUID;

/** The dossiers of whoever logged in: drafts to go on with, filed ones to follow; and the way out. */
@Path(PortalAnswer.HOME)
@Produces(PortalAnswer.HTML)
public class OwnDossiers {
    private static final int ROWS = 20;

    private final Register register;
    private final Filing filing;
    private final OwnTracking tracking;
    private final Wording wording;
    private final Caller caller;

    OwnDossiers(Register register, Filing filing, OwnTracking tracking, Wording wording, Caller caller) {
        this.register = register;
        this.filing = filing;
        this.tracking = tracking;
        this.wording = wording;
        this.caller = caller;
    }

    /** All of them, newest first. */
    @GET
    @RolesAllowed("citizen")
    @Operation(hidden = true)
    public Response list(@QueryParam("after") String after, @Context HttpHeaders headers, @Context UriInfo uri) {
        String lang = PortalAnswer.lang(headers, uri);
        Page<RegisterRow> page = register.own(after, ROWS);
        List<PortalTemplates.Line> lines =
                page.items().stream().map(row -> line(row, lang)).toList();
        return PortalAnswer.page(PortalTemplates.list(caller.name(), lines, page.next(), after == null, lang), lang);
    }

    private PortalTemplates.Line line(RegisterRow row, String lang) {
        return new PortalTemplates.Line(
                row.id(),
                wording.procedure(row.procedureCode(), row.procedureVersion(), lang),
                row.code() == null ? row.reference() : row.code(),
                row.code() != null,
                row.owner(),
                Words.stage(row.stage().name(), lang),
                LegalTime.onPaper(row.stageSince()),
                LegalTime.onPaper(row.openedAt()),
                row.due() == null || row.endedAt() != null || row.pausedSince() != null
                        ? null
                        : LegalTime.onPaper(row.due()));
    }

    /** Where it stands: a draft is gone on with, a filed one answers the four questions. */
    @GET
    @Path("{id}")
    @RolesAllowed("citizen")
    @Operation(hidden = true)
    public Response one(
            @PathParam("id") UUID id,
            @QueryParam("xong") String done,
            @Context HttpHeaders headers,
            @Context UriInfo uri) {
        String lang = PortalAnswer.lang(headers, uri);
        Filing.Own own = filing.seen(id);
        if (own.may(Action.SUBMIT)) {
            return PortalAnswer.to(PortalAnswer.HOME + "/" + id + "/giay-to", lang);
        }
        OwnTracking.Shown shown = tracking.of(id, lang).orElseThrow(() -> new ProblemException(Problems.NOT_FOUND));
        var page = PortalTemplates.dossier(
                id, shown, own, wording.acts(own, lang), wording.papers(own, lang), wording.done(done, lang), lang);
        boolean secure = "https".equals(uri.getRequestUri().getScheme());
        return PortalAnswer.page(200, page, lang)
                .cookie(tracking.cookie(id, secure))
                .build();
    }

    /** Reference and PIN, to be written down or printed. */
    @GET
    @Path("{id}/ma")
    @RolesAllowed("citizen")
    @Operation(hidden = true)
    public Response codes(@PathParam("id") UUID id, @Context HttpHeaders headers, @Context UriInfo uri) {
        String lang = PortalAnswer.lang(headers, uri);
        Filing.Own own = filing.seen(id);
        if (own.pin() == null) {
            return PortalAnswer.to(PortalAnswer.HOME + "/" + id, lang);
        }
        return PortalAnswer.page(PortalTemplates.codes(id, own, wording.trackingAddress(own), lang), lang);
    }

    /** The person has written them down: the PIN is not shown again. */
    @POST
    @Path("{id}/ma")
    @PortalForm
    @RolesAllowed("citizen")
    @Operation(hidden = true)
    public Response noted(@PathParam("id") UUID id, @Context HttpHeaders headers, @Context UriInfo uri) {
        filing.noted(id);
        return PortalAnswer.to(PortalAnswer.HOME + "/" + id, PortalAnswer.lang(headers, uri));
    }

    /** The OIDC tenant answers this address itself and ends the session; it needs an address that asks for one. */
    @GET
    @Path("thoat")
    @RolesAllowed("citizen")
    @Operation(hidden = true)
    public Response leave(@Context HttpHeaders headers, @Context UriInfo uri) {
        return PortalAnswer.to(PortalAnswer.HOME + "/da-thoat", PortalAnswer.lang(headers, uri));
    }

    /** After logging out, on a phone that others use too: what reads without a log-in is forgotten as well. */
    @GET
    @Path("da-thoat")
    @PermitAll
    @Operation(hidden = true)
    public Response left(@Context HttpHeaders headers, @Context UriInfo uri) {
        String lang = PortalAnswer.lang(headers, uri);
        NewCookie nothing = new NewCookie.Builder(SubjectToken.COOKIE)
                .value("")
                .path("/")
                .maxAge(0)
                .httpOnly(true)
                .build();
        return PortalAnswer.page(200, PortalTemplates.left(lang), lang)
                .cookie(nothing)
                .build();
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
