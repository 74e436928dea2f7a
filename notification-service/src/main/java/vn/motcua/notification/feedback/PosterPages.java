package vn.motcua.notification.feedback;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import vn.motcua.notification.NotificationConfig;
import vn.motcua.notification.catalogue.Catalogue;
import vn.motcua.notification.catalogue.Unit;
import vn.motcua.notification.page.PageTexts;
import vn.motcua.paper.QrCode;
import vn.motcua.platform.page.Language;

import java.util.Map;

/** The sheet that hangs in the hall: a QR code that leads to the form for this unit. */
@Path("/gop-y/ma-qr")
@Produces(MediaType.TEXT_HTML)
class PosterPages {
    @Inject
    Catalogue catalogue;

    @Inject
    NotificationConfig config;

    @CheckedTemplate(basePath = "FeedbackPages")
    static class Templates {
        static native TemplateInstance poster(String lang, Map<String, String> t, Unit unit, String address, String qr);

        private Templates() {}
    }

    @GET
    @PermitAll
    @Operation(hidden = true)
    public Response poster(
            @QueryParam("don-vi") String unitId, @QueryParam("lang") String lang, @Context HttpHeaders headers) {
        String language = Language.of(lang, headers.getAcceptableLanguages());
        Map<String, String> t = PageTexts.in(language);
        Unit unit = FeedbackForm.clean(unitId).flatMap(catalogue::receivingUnit).orElse(null);
        if (unit == null) {
            return FeedbackPages.answer(
                    404, FeedbackPages.Templates.choose(language, t, null, null, "/gop-y", false), language);
        }
        String named = "role=\"img\" aria-label=\"" + t.get("posterQr") + "\"";
        String address = config.publicUrl().replaceAll("/+$", "") + "/gop-y?don-vi=" + unit.id();
        return FeedbackPages.answer(
                200,
                Templates.poster(language, t, unit, address, QrCode.svg(address).replace("role=\"img\"", named)),
                language);
    }
}
