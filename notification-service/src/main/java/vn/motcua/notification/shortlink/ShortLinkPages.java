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
import vn.motcua.notification.delivery.FeedbackWishes;
import vn.motcua.notification.delivery.OptOuts;
import vn.motcua.notification.delivery.Subject;
import vn.motcua.notification.dossier.Dossiers;
import vn.motcua.notification.dossier.KnownDossier;
import vn.motcua.notification.page.PageTexts;
import vn.motcua.notification.ringing.SayWhatRings;
import vn.motcua.platform.page.Language;

import java.net.URI;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What a short link opens: the tracking page with its reference filled in or the page of a feedback, and the choice which messages ring.
 */
@Path("/x/{token}")
@Produces(MediaType.TEXT_HTML)
class ShortLinkPages {
    @Inject
    ShortLinks links;

    @Inject
    Dossiers dossiers;

    @Inject
    OptOuts optOuts;

    @Inject
    FeedbackWishes wishes;

    @Inject
    SayWhatRings say;

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance unknown(String lang, Map<String, String> t);

        static native TemplateInstance choice(
                String lang, Map<String, String> t, String token, String code, Ways ways, boolean saved);

        private Templates() {}
    }

    /**
     * What can be chosen.
     *
     * @param feedback whether it is a feedback, which has one contact and so one way
     * @param offersSms whether the phone can be chosen
     */
    record Ways(boolean feedback, boolean offersSms, boolean offersEmail, boolean sms, boolean email) {}

    /** Leads to the tracking page, which asks for the PIN, or to the page of a feedback's code, which asks for nothing more. */
    @GET
    @PermitAll
    @Operation(hidden = true)
    public Response open(
            @PathParam("token") String token, @QueryParam("lang") String lang, @Context HttpHeaders headers) {
        String language = Language.of(lang, headers.getAcceptableLanguages());
        return feedback(token)
                .map(wish -> "/gop-y/" + wish.code() + "?lang=" + language)
                .or(() -> dossier(token).map(known -> "/ho-so?ma=" + known.reference() + "&lang=" + language))
                .map(page -> Response.seeOther(URI.create(page))
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
        return shown(token, language, false);
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
        Set<ChannelKind> rings = EnumSet.copyOf(ChannelKind.RINGING);
        rings.removeIf(kind -> wanted == null || !wanted.contains(kind.name()));
        dossier(token).ifPresent(known -> say.byPerson(known.id(), rings));
        feedback(token).ifPresent(wish -> {
            UUID feedback = links.subject(token).orElseThrow().feedback();
            wishes.set(feedback, rings.contains(wish.possible()) ? wish.possible() : null);
        });
        return shown(token, language, true);
    }

    private Optional<KnownDossier> dossier(String token) {
        return links.subject(token).filter(of -> !of.isFeedback()).flatMap(of -> dossiers.find(of.dossier()));
    }

    private Optional<FeedbackWishes.Wish> feedback(String token) {
        return links.subject(token).filter(Subject::isFeedback).flatMap(of -> wishes.of(of.feedback()));
    }

    private Response shown(String token, String language, boolean saved) {
        return feedback(token)
                .map(wish -> choice(token, wish.code(), of(wish), language, saved))
                .or(() -> dossier(token)
                        .map(known -> choice(
                                token,
                                known.code() == null ? known.reference() : known.code(),
                                of(optOuts.of(known.id())),
                                language,
                                saved)))
                .orElseGet(() -> unknown(language));
    }

    private static Ways of(FeedbackWishes.Wish wish) {
        ChannelKind possible = wish.possible();
        return new Ways(
                true,
                possible == ChannelKind.SMS,
                possible == ChannelKind.EMAIL,
                wish.by() == ChannelKind.SMS,
                wish.by() == ChannelKind.EMAIL);
    }

    private static Ways of(Set<ChannelKind> unwanted) {
        return new Ways(false, true, true, !unwanted.contains(ChannelKind.SMS), !unwanted.contains(ChannelKind.EMAIL));
    }

    private static Response choice(String token, String code, Ways ways, String language, boolean saved) {
        return page(200, Templates.choice(language, PageTexts.in(language), token, code, ways, saved), language);
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
