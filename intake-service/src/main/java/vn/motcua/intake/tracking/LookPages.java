package vn.motcua.intake.tracking;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import vn.motcua.intake.catalogue.Catalogue;
import vn.motcua.intake.catalogue.Unit;
import vn.motcua.intake.reading.Looks;
import vn.motcua.platform.clock.LegalTime;
import vn.motcua.platform.identity.SubjectToken;
import vn.motcua.platform.page.Language;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/** The page on which people see who looked at their dossier; opened by the tracking cookie, as the dossier itself. */
@Path("/ho-so/luot-xem")
@Produces(TrackingPages.HTML)
public class LookPages {
    private final OpenTracking tracking;
    private final Looks looks;
    private final Catalogue catalogue;

    LookPages(OpenTracking tracking, Looks looks, Catalogue catalogue) {
        this.tracking = tracking;
        this.looks = looks;
        this.catalogue = catalogue;
    }

    /** One line in words. */
    record Line(String who, String how) {}

    @GET
    @PermitAll
    @Operation(hidden = true)
    public Response page(
            @QueryParam("lang") String asked,
            @CookieParam(SubjectToken.COOKIE) String token,
            @Context HttpHeaders headers) {
        Optional<TrackedDossier> open = tracking.current(token);
        if (open.isEmpty()) {
            return Response.seeOther(URI.create("/ho-so")).build();
        }
        String lang = Language.of(asked, headers.getAcceptableLanguages());
        LookTexts texts = MessageBundles.get(LookTexts.class, Localized.Literal.of(lang));
        List<Line> lines = looks.of(open.get().id()).stream()
                .map(look -> line(look, texts))
                .toList();
        return Response.ok(TrackingTemplates.looks(lines, lang).setLocale(lang).render(), TrackingPages.HTML)
                .header(HttpHeaders.CONTENT_LANGUAGE, lang)
                .header(HttpHeaders.CACHE_CONTROL, "no-store, private")
                .build();
    }

    private Line line(Looks.Look look, LookTexts texts) {
        String unit = catalogue.unit(look.unit()).map(Unit::name).orElse(look.unit());
        return new Line(
                texts.who(duty(look.role(), texts), unit),
                texts.how(purpose(look, texts), String.valueOf(look.times()), LegalTime.onPaper(look.last())));
    }

    private static String duty(String role, LookTexts texts) {
        return switch (role) {
            case "reception" -> texts.duty_reception();
            case "specialist" -> texts.duty_specialist();
            case "approver" -> texts.duty_approver();
            case "cashier" -> texts.duty_cashier();
            case "director" -> texts.duty_director();
            default -> texts.duty_auditor();
        };
    }

    private static String purpose(Looks.Look look, LookTexts texts) {
        return switch (look.purpose()) {
            case RECEPTION -> texts.for_reception();
            case EXAMINATION -> texts.for_examination();
            case DECISION -> texts.for_decision();
            case SUPERVISION -> texts.for_supervision();
            case PAYMENT -> texts.for_payment();
            case INSPECTION -> texts.for_inspection();
            case REPORTING -> texts.for_reporting();
            case ARCHIVING -> texts.for_archiving();
            case ENQUIRY -> texts.for_enquiry();
        };
    }
}
