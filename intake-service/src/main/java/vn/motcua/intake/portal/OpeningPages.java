package vn.motcua.intake.portal;

import io.quarkus.security.ForbiddenException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
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
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import vn.motcua.intake.IntakeProblem;
import vn.motcua.intake.act.OpenRequest;
import vn.motcua.intake.catalogue.Catalogue;
import vn.motcua.intake.catalogue.Procedure;
import vn.motcua.intake.dossier.Action;
import vn.motcua.intake.register.Register;
import vn.motcua.intake.wording.Words;
import vn.motcua.platform.clock.LegalTime;
import vn.motcua.platform.identity.Caller;
import vn.motcua.platform.problem.ProblemException;
import vn.motcua.platform.problem.Problems;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The first steps of filing: which case of the procedure, and who; with them a dossier is opened, and kept. */
@Path(PortalAnswer.HOME)
@Produces(PortalAnswer.HTML)
public class OpeningPages {
    private final Filing filing;
    private final Wording wording;
    private final Catalogue catalogue;
    private final Register register;
    private final Caller caller;
    private final Clock clock;

    OpeningPages(Filing filing, Wording wording, Catalogue catalogue, Register register, Caller caller, Clock clock) {
        this.register = register;
        this.filing = filing;
        this.wording = wording;
        this.catalogue = catalogue;
        this.caller = caller;
        this.clock = clock;
    }

    /** The cases of the procedure where it has some; once one is chosen, or where there are none, who. */
    @GET
    @Path("moi/{code}")
    @RolesAllowed("citizen")
    @Operation(hidden = true)
    public Response begin(
            @PathParam("code") String code,
            @QueryParam("truong-hop") String chosen,
            @Context HttpHeaders headers,
            @Context UriInfo uri) {
        String lang = PortalAnswer.lang(headers, uri);
        Procedure procedure = procedure(code);
        List<String> cases = procedure.cases();
        if (chosen == null && !cases.isEmpty()) {
            return PortalAnswer.page(PortalTemplates.cases(wording.matter(procedure, lang), cases, lang), lang);
        }
        Typed fresh = Typed.fresh(caller.name(), wording.ownCentre());
        return who(200, procedure, chosen, fresh, Wrong.NOTHING, lang);
    }

    /** Opens the dossier; from here on it is kept. */
    @POST
    @Path("moi/{code}")
    @PortalForm
    @RolesAllowed("citizen")
    @Operation(hidden = true)
    public Response open(
            @PathParam("code") String code,
            @QueryParam("truong-hop") String chosen,
            @BeanParam Typed typed,
            @Context HttpHeaders headers,
            @Context UriInfo uri) {
        String lang = PortalAnswer.lang(headers, uri);
        Procedure procedure = procedure(code);
        String caseName = Wording.caseName(procedure, chosen);
        try {
            OpenRequest request = typed.opening(procedure.code(), caseName, Wording.counted(procedure), lang);
            UUID id = filing.open(typed.submission(), request);
            return PortalAnswer.to(PortalAnswer.HOME + "/" + id + "/ma", lang);
        } catch (ProblemException refused) {
            return who(refused.type().status(), procedure, chosen, typed, wrong(refused, lang), lang);
        }
    }

    private Response who(
            int status, Procedure procedure, String chosen, Typed typed, Map<String, String> wrong, String lang) {
        String caseName = Wording.caseName(procedure, chosen);
        String address = PortalAnswer.HOME + "/moi/" + procedure.code() + "?truong-hop="
                + procedure.cases().indexOf(caseName) + "&";
        var form = new PortalTemplates.WhoForm(
                address,
                false,
                wording.matter(procedure, lang),
                caseName,
                Wording.counted(procedure),
                same(procedure.code(), lang));
        return PortalAnswer.page(
                        status,
                        PortalTemplates.who(form, typed, wrong, wording.centres(), wording.ways(lang), lang),
                        lang)
                .build();
    }

    /** What was typed, to be corrected in a draft. */
    @GET
    @Path("{id}/sua")
    @RolesAllowed("citizen")
    @Operation(hidden = true)
    public Response again(@PathParam("id") UUID id, @Context HttpHeaders headers, @Context UriInfo uri) {
        String lang = PortalAnswer.lang(headers, uri);
        Filing.Own own = filing.seen(id);
        return own.may(Action.CORRECT)
                ? who(200, own, Typed.of(own.view(), own.etag()), Wrong.NOTHING, lang)
                : PortalAnswer.to(PortalAnswer.HOME + "/" + id, lang);
    }

    @POST
    @Path("{id}/sua")
    @PortalForm
    @RolesAllowed("citizen")
    @Operation(hidden = true)
    public Response correct(
            @PathParam("id") UUID id, @BeanParam Typed typed, @Context HttpHeaders headers, @Context UriInfo uri) {
        String lang = PortalAnswer.lang(headers, uri);
        Filing.Own own = filing.seen(id);
        try {
            boolean counted = Wording.counted(wording.procedure(own));
            filing.act(
                    id,
                    typed.etag,
                    typed.correction(counted, PortalAnswer.texts(lang).corrected_by_person()));
            return PortalAnswer.to(PortalAnswer.HOME + "/" + id, lang);
        } catch (ProblemException refused) {
            if (refused.type() == Problems.PRECONDITION_FAILED || refused.type() == IntakeProblem.ACTION_NOT_ALLOWED) {
                return PortalAnswer.to(PortalAnswer.HOME + "/" + id + "?xong=moi", lang);
            }
            return who(refused.type().status(), own, typed, wrong(refused, lang), lang);
        }
    }

    private Response who(int status, Filing.Own own, Typed typed, Map<String, String> wrong, String lang) {
        Procedure procedure = wording.procedure(own);
        var form = new PortalTemplates.WhoForm(
                PortalAnswer.HOME + "/" + own.view().id() + "/sua?",
                true,
                wording.matter(procedure, lang),
                own.view().caseName(),
                Wording.counted(procedure),
                List.of());
        return PortalAnswer.page(
                        status,
                        PortalTemplates.who(form, typed, wrong, wording.centres(), wording.ways(lang), lang),
                        lang)
                .build();
    }

    /** Shown before another one is opened, so that nobody files twice unawares; nobody is kept from it. */
    private List<PortalTemplates.Same> same(String code, String lang) {
        return register.ownOpen(code).stream()
                .map(row -> new PortalTemplates.Same(
                        row.id(),
                        row.code() == null ? row.reference() : row.code(),
                        Words.stage(row.stage().name(), lang)))
                .toList();
    }

    /** What a person cannot mend in the form is a page of its own. */
    private static Map<String, String> wrong(ProblemException refused, String lang) {
        if (refused.type() != Problems.VALIDATION) {
            throw refused;
        }
        return Wrong.of(refused, lang);
    }

    private Procedure procedure(String code) {
        return catalogue
                .procedureOn(code.replace("\0", ""), LegalTime.date(clock.instant()))
                .orElseThrow(() -> new ProblemException(Problems.NOT_FOUND));
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
