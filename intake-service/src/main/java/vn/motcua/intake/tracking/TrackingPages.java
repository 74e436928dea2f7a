package vn.motcua.intake.tracking;

import io.quarkus.qute.TemplateInstance;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import vn.motcua.intake.form.FormPrints;
import vn.motcua.intake.form.PdfAnswer;
import vn.motcua.platform.identity.SubjectToken;
import vn.motcua.platform.page.Language;
import vn.motcua.platform.problem.ProblemException;
import vn.motcua.platform.problem.ProblemTexts;
import vn.motcua.platform.problem.Problems;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** The page on which people follow their dossier, without JavaScript. */
@Path("/ho-so")
@Produces(TrackingPages.HTML)
public class TrackingPages {
    static final String HTML = "text/html;charset=UTF-8";
    private static final int LONGEST = 60;

    private final OpenTracking tracking;
    private final OwnTracking own;
    private final FormPrints prints;

    TrackingPages(OpenTracking tracking, OwnTracking own, FormPrints prints) {
        this.tracking = tracking;
        this.own = own;
        this.prints = prints;
    }

    /** The dossier the cookie opens; the form where there is none, or where another one was scanned. */
    @GET
    @PermitAll
    @Operation(hidden = true)
    public Response page(
            @QueryParam("ma") String handle,
            @QueryParam("lang") String asked,
            @CookieParam(SubjectToken.COOKIE) String token,
            @Context HttpHeaders headers) {
        String lang = Language.of(asked, headers.getAcceptableLanguages());
        Optional<TrackedDossier> open = tracking.current(token).filter(d -> handle == null || named(d, handle));
        TemplateInstance page = open.isPresent()
                ? TrackingTemplates.show(own.shown(open.get(), lang), lang)
                : TrackingTemplates.ask(shortened(handle), null, lang);
        return html(Response.Status.OK, page, lang).build();
    }

    /** Checks the PIN and shows the dossier, or says what was wrong and keeps what was typed, but for the PIN. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @PermitAll
    @Operation(hidden = true)
    public Response open(
            @FormParam("ma") String handle,
            @FormParam("pin") String pin,
            @FormParam("lang") String asked,
            @Context UriInfo uri,
            @Context HttpServerRequest request,
            @Context HttpHeaders headers) {
        String lang = Language.of(asked, headers.getAcceptableLanguages());
        try {
            boolean secure = "https".equals(uri.getRequestUri().getScheme());
            return Response.seeOther(URI.create("/ho-so?lang=" + lang))
                    .cookie(tracking.open(
                            shortened(handle),
                            shortened(pin),
                            secure,
                            request.remoteAddress().hostAddress()))
                    .build();
        } catch (ProblemException refused) {
            Response.Status status =
                    Response.Status.fromStatusCode(refused.type().status());
            String error = ProblemTexts.text(
                    refused.type().slug() + ".detail",
                    Locale.forLanguageTag(lang),
                    refused.members().get("retryAfterSeconds"));
            Response.ResponseBuilder answer = html(status, TrackingTemplates.ask(shortened(handle), error, lang), lang);
            if (refused.members().get("retryAfterSeconds") instanceof Number seconds) {
                answer.header(HttpHeaders.RETRY_AFTER, seconds.longValue());
            }
            return answer.build();
        }
    }

    /** An official form of the dossier the cookie opens; without a cookie the question for the PIN. */
    @GET
    @Path("phieu/{form}.pdf")
    @Produces({"application/pdf", HTML})
    @PermitAll
    @Operation(hidden = true)
    public Response slip(@PathParam("form") UUID form, @CookieParam(SubjectToken.COOKIE) String token) {
        Optional<TrackedDossier> open = tracking.current(token);
        if (open.isEmpty()) {
            return Response.seeOther(URI.create("/ho-so")).build();
        }
        byte[] pdf = prints.pdf(open.get().id(), form).orElseThrow(() -> new ProblemException(Problems.NOT_FOUND));
        return PdfAnswer.of(form, pdf);
    }

    private static Response.ResponseBuilder html(Response.Status status, TemplateInstance page, String lang) {
        return Response.status(status)
                .entity(page.setLocale(lang).render())
                .type(HTML)
                .header(HttpHeaders.CONTENT_LANGUAGE, lang)
                .header(HttpHeaders.CACHE_CONTROL, "no-store, private");
    }

    private static boolean named(TrackedDossier dossier, String handle) {
        String wanted = handle.strip();
        return wanted.equalsIgnoreCase(dossier.reference()) || wanted.equalsIgnoreCase(dossier.code());
    }

    /** What was typed, without what no database takes and no longer than a code can be. */
    private static String shortened(String typed) {
        String text = typed == null ? "" : typed.replace("\0", "").strip();
        return text.substring(0, Math.min(LONGEST, text.length()));
    }
}
