package vn.motcua.notification.shortlink;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import vn.motcua.notification.delivery.ChannelKind;
import vn.motcua.notification.delivery.OptOuts;
import vn.motcua.notification.dossier.Dossiers;
import vn.motcua.notification.dossier.KnownDossier;
import vn.motcua.notification.page.PageTexts;
import vn.motcua.platform.page.Language;

import java.net.URI;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a short link opens: the tracking page with its reference filled in, and the choice which messages ring. */
@Path("/x/{token}")
@Produces(MediaType.TEXT_HTML)
class ShortLinkPages {
    @Inject
    ShortLinks links;

    @Inject
    Dossiers dossiers;

    @Inject
    OptOuts optOuts;

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance unknown(String lang, Map<String, String> t);

        static native TemplateInstance choice(
                String lang,
                Map<String, String> t,
                String token,
                String code,
                boolean sms,
                boolean email,
                boolean saved);

        private Templates() {}
    }

    /** Leads to the tracking page, which asks for the PIN. */
    @GET
    @PermitAll
    @Operation(hidden = true)
    public Response open(
            @PathParam("token") String token, @QueryParam("lang") String lang, @Context HttpHeaders headers) {
        String language = Language.of(lang, headers.getAcceptableLanguages());
        return dossier(token)
                .map(known -> Response.seeOther(URI.create("/ho-so?ma=" + known.reference() + "&lang=" + language))
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .build())
                .orElseGet(() -> unknown(language));
    }

    /** Which messages ring. */
    @GET
    @Path("nhan-tin")
    @PermitAll
    @Operation(hidden = true)
    public Response choose(
            @PathParam("token") String token, @QueryParam("lang") String lang, @Context HttpHeaders headers) {
        String language = Language.of(lang, headers.getAcceptableLanguages());
        return dossier(token)
                .map(known -> choice(token, known, language, false))
                .orElseGet(() -> unknown(language));
    }

    /** Takes the choice; who has the link may say it, and repeating it changes nothing. */
    @POST
    @Path("nhan-tin")
    @PermitAll
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response chosen(
            @PathParam("token") String token,
            @FormParam("nhan") List<String> wanted,
            @QueryParam("lang") String lang,
            @Context HttpHeaders headers) {
        String language = Language.of(lang, headers.getAcceptableLanguages());
        Optional<KnownDossier> known = dossier(token);
        if (known.isEmpty()) {
            return unknown(language);
        }
        Set<ChannelKind> unwanted = EnumSet.copyOf(ChannelKind.RINGING);
        unwanted.removeIf(kind -> wanted != null && wanted.contains(kind.name()));
        optOuts.set(known.get().id(), unwanted);
        return choice(token, known.get(), language, true);
    }

    private Optional<KnownDossier> dossier(String token) {
        return links.dossier(token).flatMap(dossiers::find);
    }

    private Response choice(String token, KnownDossier known, String language, boolean saved) {
        Set<ChannelKind> unwanted = optOuts.of(known.id());
        return page(
                200,
                Templates.choice(
                        language,
                        PageTexts.in(language),
                        token,
                        known.code() == null ? known.reference() : known.code(),
                        !unwanted.contains(ChannelKind.SMS),
                        !unwanted.contains(ChannelKind.EMAIL),
                        saved),
                language);
    }

    private static Response unknown(String language) {
        return page(404, Templates.unknown(language, PageTexts.in(language)), language);
    }

    private static Response page(int status, TemplateInstance page, String language) {
        return Response.status(status)
                .entity(page)
                .type(PageTexts.HTML)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(HttpHeaders.CONTENT_LANGUAGE, language)
                .build();
    }
}
