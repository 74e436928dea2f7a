package vn.motcua.catalog.page;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import vn.motcua.catalog.unit.ResolveUnit;
import vn.motcua.catalog.unit.ResolveUnit.Candidate;
import vn.motcua.catalog.unit.ResolveUnit.Reason;
import vn.motcua.catalog.unit.ResolveUnit.Resolution;
import vn.motcua.platform.clock.LegalTime;
import vn.motcua.platform.page.Language;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What became of my commune: an old name, code or address, answered in sentences. Bad input never stops a person. */
@Path("/don-vi")
@Produces("text/html;charset=UTF-8")
class FatePage {
    @Inject
    ResolveUnit resolveUnit;

    @Inject
    Clock clock;

    @GET
    @PermitAll
    @Operation(hidden = true)
    public Response fate(
            @QueryParam("q") String q,
            @QueryParam("on") String on,
            @QueryParam("lang") String asked,
            @Context HttpHeaders headers,
            @Context Request request) {
        String lang = Language.of(asked, headers.getAcceptableLanguages());
        PageTexts texts = MessageBundles.get(PageTexts.class, Localized.Literal.of(lang));
        String text = HomePage.readable(q);
        LocalDate today = LegalTime.date(clock.instant());
        LocalDate day = day(on, today);
        String shown = day.equals(today) ? "" : day.toString();
        Pages.Fate view = text == null
                ? new Pages.Fate("", shown, null, null, List.of(), null, false)
                : answer(texts, text, shown, lang, resolveUnit.resolve(text, null, day));
        return PageAnswer.of(request, Pages.fate(view, lang, PageAnswer.keep(asked)), lang);
    }

    private static Pages.Fate answer(PageTexts texts, String q, String on, String lang, Resolution found) {
        List<Pages.FateAnswer> answers = found.units().stream()
                .map(unit -> new Pages.FateAnswer(
                        unit.id(), unit.name(), unit.provinceName(), sentences(texts, unit, found.on())))
                .toList();
        String summary =
                switch (found.sureness()) {
                    case CERTAIN -> texts.fate_certain();
                    case LIKELY -> texts.fate_likely();
                    case SEVERAL -> divided(found) ? texts.fate_divided() : texts.fate_several();
                    case NOTHING -> texts.fate_nothing(q);
                };
        String papers = found.papers() == null
                ? null
                : lang.equals("vi") ? found.papers().vi() : found.papers().en();
        return new Pages.Fate(q, on, found.below(), summary, answers, papers, true);
    }

    /** Whether all answers are parts of one unit, so that no more words would tell which is meant. */
    private static boolean divided(Resolution found) {
        Set<String> from = new HashSet<>();
        for (Candidate unit : found.units()) {
            List<String> parts = unit.reasons().stream()
                    .filter(reason -> reason.why() == ResolveUnit.Why.PARTLY_MERGED_INTO)
                    .map(Reason::fromId)
                    .toList();
            if (parts.isEmpty()) {
                return false;
            }
            from.addAll(parts);
        }
        return from.size() == 1;
    }

    private static List<String> sentences(PageTexts texts, Candidate unit, LocalDate on) {
        return unit.reasons().stream()
                .map(reason -> sentence(texts, unit, reason, on))
                .distinct()
                .toList();
    }

    private static String sentence(PageTexts texts, Candidate unit, Reason reason, LocalDate on) {
        String from = reason.fromParentName() == null
                ? reason.fromName()
                : reason.fromName() + ", " + reason.fromParentName() + ", " + reason.fromProvinceName();
        return switch (reason.why()) {
            case IN_FORCE -> texts.fate_in_force(unit.name(), Days.text(on));
            case RENAMED -> texts.fate_renamed(unit.name());
            case MERGED_INTO -> texts.fate_merged(from, unit.name());
            case PARTLY_MERGED_INTO -> texts.fate_partly(from, unit.name());
            case BEFORE_ITS_SUCCESSOR -> texts.fate_before(unit.name(), from);
        };
    }

    private static LocalDate day(String on, LocalDate otherwise) {
        try {
            LocalDate day = on == null || on.isBlank() ? otherwise : LocalDate.parse(on.strip());
            return day.getYear() >= 1900 && day.getYear() <= 2200 ? day : otherwise;
        } catch (DateTimeParseException notADay) {
            return otherwise;
        }
    }
}
