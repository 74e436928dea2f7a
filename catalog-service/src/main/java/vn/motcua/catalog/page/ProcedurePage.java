package vn.motcua.catalog.page;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import vn.motcua.catalog.opendata.GovernmentService;
import vn.motcua.catalog.procedure.Announcement;
import vn.motcua.catalog.procedure.Channel;
import vn.motcua.catalog.procedure.Procedure;
import vn.motcua.catalog.procedure.ProcedureVersion;
import vn.motcua.catalog.procedure.Procedures;
import vn.motcua.catalog.procedure.PublicAddress;
import vn.motcua.catalog.procedure.VersionState;
import vn.motcua.platform.clock.LegalTime;
import vn.motcua.platform.page.Language;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A procedure for the person who needs it: who, bring, fee, how long, where. The address a QR code leads to. */
@Path("/thu-tuc/{code}")
@Produces("text/html;charset=UTF-8")
class ProcedurePage {
    @Inject
    Procedures procedures;

    @Inject
    PublicAddress addresses;

    @Inject
    Departments departments;

    @Inject
    Clock clock;

    @GET
    @PermitAll
    @Operation(hidden = true)
    public Response procedure(
            @PathParam("code") String code,
            @QueryParam("lang") String asked,
            @Context HttpHeaders headers,
            @Context Request request) {
        String lang = Language.of(asked, headers.getAcceptableLanguages());
        String keep = PageAnswer.keep(asked);
        LocalDate today = LegalTime.date(clock.instant());
        Optional<ProcedureVersion> found = code.indexOf('\0') >= 0 ? Optional.empty() : procedures.shown(code, today);
        return found.map(version -> PageAnswer.of(request, Pages.guide(guide(version, today, lang), lang, keep), lang))
                .orElseGet(() -> PageAnswer.missing(lang, keep));
    }

    private Pages.Guide guide(ProcedureVersion version, LocalDate today, String lang) {
        Wording wording = new Wording(lang);
        Procedure says = version.content();
        return new Pages.Guide(
                version,
                wording.translation(says),
                departments.name(says.department(), lang),
                wording.papers(says),
                wording.fees(says),
                wording.limits(says),
                wording.otherLimits(says),
                wording.channels(says),
                wording.ways(says, MessageBundles.get(GuidanceTexts.class, Localized.Literal.of(lang))),
                wording.coordination(says),
                says.channels().contains(Channel.ONLINE) && VersionState.of(version, today) == VersionState.IN_FORCE,
                addresses.of(says.code()),
                Days.text(version.effectiveFrom()),
                VersionState.of(version, today) == VersionState.ENDED
                        ? null
                        : GovernmentService.block(version, addresses.of(says.code())),
                standing(version, today, lang));
    }

    private Pages.Standing standing(ProcedureVersion version, LocalDate today, String lang) {
        ChangeTexts texts = MessageBundles.get(ChangeTexts.class, Localized.Literal.of(lang));
        VersionState state = VersionState.of(version, today);
        String notice =
                switch (state) {
                    case IN_FORCE ->
                        version.ending() == null ? null : texts.notice_ends(Days.text(version.effectiveTo()));
                    case ENDED -> texts.notice_ended(Days.text(version.effectiveTo()));
                    case PUBLISHED_FOR_LATER -> texts.notice_later(Days.text(version.effectiveFrom()));
                };
        return new Pages.Standing(
                notice,
                version.ending() == null
                        ? List.of()
                        : successors(version.ending().successors()),
                state == VersionState.IN_FORCE
                        ? Days.text(procedures.nextAfter(version.content().code(), today))
                        : null,
                announced(version, texts),
                version.version() > 1);
    }

    /** The decision of this version; else the one whose number the national list names, without its day. */
    private static String announced(ProcedureVersion version, ChangeTexts texts) {
        Announcement decision = version.announcement();
        if (decision != null) {
            return texts.announced(decision.number(), Days.text(decision.date()));
        }
        String listed = Announcement.numberIn(version.content().source());
        return listed == null ? null : texts.announced_listed(listed);
    }

    private List<Pages.Link> successors(List<String> codes) {
        Map<String, String> names = procedures.names(codes);
        return codes.stream()
                .map(code -> new Pages.Link(names.getOrDefault(code, code), "/thu-tuc/" + code, null, true))
                .toList();
    }
}
