package vn.motcua.catalog.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
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
import vn.motcua.catalog.figures.Counted;
import vn.motcua.catalog.figures.Publicity;
import vn.motcua.catalog.figures.Publicity.Indicator;
import vn.motcua.catalog.figures.Publicity.Part;
import vn.motcua.catalog.figures.Publicity.State;
import vn.motcua.catalog.figures.PublicityOfUnits;
import vn.motcua.catalog.unit.Unit;
import vn.motcua.catalog.unit.Units;
import vn.motcua.platform.clock.LegalTime;
import vn.motcua.platform.page.Language;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** How public the procedures of a unit are, and which procedures each number counts. */
@Path("/don-vi/{id}/cong-khai")
@Produces("text/html;charset=UTF-8")
class PublicityPage {
    @Inject
    Units units;

    @Inject
    PublicityOfUnits publicity;

    @Inject
    Clock clock;

    /** The template, checked at build time. */
    @CheckedTemplate
    static class Templates {
        private Templates() {}

        static native TemplateInstance publicity(View view, String lang, String keep);
    }

    /** What the page shows. */
    record View(String id, String unit, int procedures, List<Line> lines, String chosen, List<Item> items) {}

    /** A figure; its numbers as links. */
    record Line(String code, String label, String percent, List<Cell> cells) {}

    /** A number of procedures in one state; null address where there is none. */
    record Cell(int count, String address) {}

    /** A procedure behind a number, and why it stands there. */
    record Item(String code, String name, boolean published, String why) {}

    @GET
    @PermitAll
    @Operation(hidden = true)
    public Response publicity(
            @PathParam("id") String id,
            @QueryParam("figure") String figure,
            @QueryParam("state") String state,
            @QueryParam("lang") String asked,
            @Context HttpHeaders headers,
            @Context Request request) {
        String lang = Language.of(asked, headers.getAcceptableLanguages());
        String keep = PageAnswer.keep(asked);
        Optional<Unit> found = id.indexOf('\0') >= 0 ? Optional.empty() : units.find(id);
        return found.map(unit -> PageAnswer.of(
                        request,
                        Templates.publicity(view(unit, Counted.lenient(figure, state), lang, keep), lang, keep),
                        lang))
                .orElseGet(() -> PageAnswer.missing(lang, keep));
    }

    private View view(Unit unit, Counted counted, String lang, String keep) {
        PublicityTexts texts = MessageBundles.get(PublicityTexts.class, Localized.Literal.of(lang));
        LocalDate today = LegalTime.date(clock.instant());
        List<Publicity.Row> rows = publicity.rows(unit.id(), today);
        List<Line> lines = Publicity.figures(rows).stream()
                .map(each -> new Line(
                        each.code(),
                        label(each.indicator(), texts),
                        each.denominator() == 0
                                ? each.percent()
                                : each.percent().replace('.', lang.equals("vi") ? ',' : '.') + " %",
                        List.of(
                                cell(each, State.FULFILLED, each.fulfilled(), keep),
                                cell(each, State.NOT_FULFILLED, each.notFulfilled(), keep),
                                cell(each, State.NOT_ESTABLISHED, each.notEstablished(), keep))))
                .toList();
        boolean all = counted.indicator() == null;
        return new View(
                unit.id(),
                unit.nameOn(today).name(),
                rows.size(),
                lines,
                all ? null : texts.of(label(counted.indicator(), texts), word(counted.state(), texts)),
                all
                        ? List.of()
                        : counted.of(rows).stream()
                                .map(row -> new Item(
                                        row.code(),
                                        row.name() == null ? row.code() : row.name(),
                                        row.name() != null,
                                        why(row, counted.indicator(), texts)))
                                .toList());
    }

    private static Cell cell(Publicity.Figure figure, State state, int count, String keep) {
        return new Cell(
                count,
                count == 0 ? null : "?figure=" + figure.code() + "&state=" + state + keep.replace('?', '&') + "#list");
    }

    private static String label(Indicator indicator, PublicityTexts texts) {
        return switch (indicator) {
            case ANNOUNCED_IN_TIME -> texts.announced();
            case POSTED_IN_TIME -> texts.posted();
            case COMPLETE -> texts.complete();
        };
    }

    private static String word(State state, PublicityTexts texts) {
        return switch (state) {
            case FULFILLED -> texts.fulfilled();
            case NOT_FULFILLED -> texts.not_fulfilled();
            case NOT_ESTABLISHED -> texts.not_established();
        };
    }

    private static String why(Publicity.Row row, Indicator indicator, PublicityTexts texts) {
        List<String> why = new ArrayList<>();
        if (indicator == Indicator.COMPLETE) {
            if (!row.missing().isEmpty()) {
                why.add(texts.missing(parts(row.missing(), texts)));
            }
            if (!row.unknown().isEmpty()) {
                why.add(texts.unknown(parts(row.unknown(), texts)));
            }
        } else {
            if (row.decided() != null) {
                why.add(texts.decided(Days.text(row.decided())));
            }
            if (row.posted() != null && indicator == Indicator.POSTED_IN_TIME) {
                why.add(texts.posted_on(Days.text(row.posted())));
            }
        }
        return String.join("; ", why);
    }

    private static String parts(List<Part> parts, PublicityTexts texts) {
        return parts.stream()
                .map(part -> switch (part) {
                    case CONTENT -> texts.part_content();
                    case NAME -> texts.part_name();
                    case ORDER_OF_STEPS -> texts.part_order();
                    case WAYS_OF_FILING -> texts.part_ways();
                    case PAPERS -> texts.part_papers();
                    case TIME_LIMIT -> texts.part_limit();
                    case SUBJECTS -> texts.part_subjects();
                    case AGENCY -> texts.part_agency();
                })
                .collect(Collectors.joining(", "));
    }
}
