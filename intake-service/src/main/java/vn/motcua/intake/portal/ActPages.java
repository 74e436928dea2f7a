package vn.motcua.intake.portal;

import io.quarkus.security.ForbiddenException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import vn.motcua.intake.IntakeProblem;
import vn.motcua.intake.act.ActionRequest;
import vn.motcua.intake.dossier.Action;
import vn.motcua.platform.problem.ProblemException;
import vn.motcua.platform.problem.Problems;

import java.util.UUID;

/**
 * What a person does to a dossier of their own, each on a page that says in one sentence what will happen: to hand it in, to hand in
 * what was asked, to withdraw, to leave it. Which of them are offered, the table of the five steps says.
 */
@Path(PortalAnswer.HOME + "/{id}/viec/{action}")
@Produces(PortalAnswer.HTML)
public class ActPages {
    private static final int REASON_MAX = 2_000;

    private final Filing filing;
    private final Wording wording;

    ActPages(Filing filing, Wording wording) {
        this.filing = filing;
        this.wording = wording;
    }

    @GET
    @RolesAllowed("citizen")
    @Operation(hidden = true)
    public Response ask(
            @PathParam("id") UUID id,
            @PathParam("action") String name,
            @Context HttpHeaders headers,
            @Context UriInfo uri) {
        String lang = PortalAnswer.lang(headers, uri);
        Action action = action(name);
        Filing.Own own = filing.seen(id);
        return own.may(action)
                ? PortalAnswer.page(200, page(id, own, action, null, null, lang), lang)
                        .build()
                : PortalAnswer.to(PortalAnswer.HOME + "/" + id, lang);
    }

    /** Done once: a form sent twice meets a newer revision, and leads to the dossier as it is. */
    @POST
    @PortalForm
    @RolesAllowed("citizen")
    @Operation(hidden = true)
    public Response act(
            @PathParam("id") UUID id,
            @PathParam("action") String name,
            @RestForm String etag,
            @RestForm String reason,
            @Context HttpHeaders headers,
            @Context UriInfo uri) {
        String lang = PortalAnswer.lang(headers, uri);
        Action action = action(name);
        try {
            filing.act(id, etag, body(action, Typed.clean(reason)));
            return PortalAnswer.to(PortalAnswer.HOME + "/" + id + "?xong=" + action.name(), lang);
        } catch (ProblemException refused) {
            if (refused.type() == Problems.PRECONDITION_FAILED || refused.type() == IntakeProblem.ACTION_NOT_ALLOWED) {
                return PortalAnswer.to(PortalAnswer.HOME + "/" + id + "?xong=moi", lang);
            }
            if (refused.type() == IntakeProblem.VERSION_REPLACED) {
                return carriedOver(id, etag, lang);
            }
            if (refused.type().status() != 409 && refused.type() != Problems.VALIDATION) {
                throw refused;
            }
            Filing.Own own = filing.seen(id);
            String said = refused.type() == Problems.VALIDATION
                    ? PortalAnswer.wrong(lang).reason()
                    : PortalAnswer.said(refused, lang);
            return PortalAnswer.page(
                            refused.type().status(), page(id, own, action, said, shortened(reason), lang), lang)
                    .build();
        }
    }

    /** Another version came into force while the person wrote: they look at its papers and fees before they file. */
    private Response carriedOver(UUID id, String etag, String lang) {
        try {
            filing.carryOver(id, etag);
            return PortalAnswer.to(PortalAnswer.HOME + "/" + id + "?xong=phien-ban", lang);
        } catch (ProblemException refused) {
            Filing.Own own = filing.seen(id);
            return PortalAnswer.page(
                            refused.type().status(),
                            page(id, own, Action.SUBMIT, PortalAnswer.said(refused, lang), null, lang),
                            lang)
                    .build();
        }
    }

    private io.quarkus.qute.TemplateInstance page(
            UUID id, Filing.Own own, Action action, String error, String reason, String lang) {
        return action == Action.SUBMIT
                ? PortalTemplates.check(id, own, wording.summary(own, lang), error, lang)
                : PortalTemplates.confirm(
                        id, own, wording.act(action, lang), error, reason, action == Action.ASK_WITHDRAWAL, lang);
    }

    private static Action action(String name) {
        try {
            Action action = Action.valueOf(name);
            body(action, null);
            return action;
        } catch (IllegalArgumentException e) {
            throw new ProblemException(Problems.NOT_FOUND);
        }
    }

    /** The acts of a person; of the others there is no page. */
    private static ActionRequest body(Action action, String reason) {
        return switch (action) {
            case SUBMIT -> new ActionRequest.Submit(null, null);
            case SUPPLY -> new ActionRequest.Supply(null);
            case ABANDON -> new ActionRequest.Abandon();
            case ASK_WITHDRAWAL -> new ActionRequest.AskWithdrawal(reason);
            case CANCEL -> new ActionRequest.Cancel();
            default -> throw new IllegalArgumentException(action.name());
        };
    }

    private static String shortened(String reason) {
        return reason == null ? null : reason.substring(0, Math.min(REASON_MAX, reason.length()));
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
