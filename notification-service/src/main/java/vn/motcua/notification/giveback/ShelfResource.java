package vn.motcua.notification.giveback;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.motcua.notification.catalogue.Catalogue;
import vn.motcua.notification.catalogue.UnitId;
import vn.motcua.notification.page.PageTexts;
import vn.motcua.platform.clock.LegalTime;
import vn.motcua.platform.identity.Caller;
import vn.motcua.platform.paging.Limit;
import vn.motcua.platform.paging.Page;
import vn.motcua.platform.problem.ProblemException;
import vn.motcua.platform.problem.Problems;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What lies on the shelf of a unit. */
@Path("/api/notification/shelf")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "shelf")
class ShelfResource {
    /** On paper nobody turns pages: what lies longest stands first, and the classes above count all. */
    private static final int PRINTED = 100;

    private static final int SENT_ON = 50;

    @Inject
    Shelf shelf;

    @Inject
    ReturnQueries returns;

    @Inject
    Catalogue catalogue;

    @Inject
    Caller caller;

    @Inject
    Clock clock;

    @CheckedTemplate(basePath = "Shelf")
    static class Templates {
        static native TemplateInstance report(
                Map<String, String> t, String unit, String at, List<Shelf.Age> ages, List<Line> lines, boolean more);

        static native TemplateInstance label(Map<String, String> t, String unit, ReturnView found, String since);

        private Templates() {}
    }

    /** A line of the report. */
    record Line(int no, String place, String code, String procedure, String since, long days, int reminded) {}

    /**
     * A page of what lies there, with all of it by age.
     *
     * @param sendOn what lies here though another centre returns it; at most fifty
     */
    @Schema(name = "ShelfView")
    record View(List<Shelf.Age> ages, List<Shelf.Item> items, List<Shelf.Item> sendOn, String next) {}

    @GET
    @RolesAllowed({"reception", "director", "auditor"})
    @Operation(
            summary = "What lies at one of the caller's units to be fetched, longest first, and how much of what age")
    public View list(
            @QueryParam("unit") @NotNull @Pattern(regexp = UnitId.PATTERN) String unit,
            @QueryParam("place") @Pattern(regexp = Shelf.PLACE) String place,
            @QueryParam("after") String after,
            @QueryParam("limit") Integer limit) {
        requireOwn(unit);
        Page<Shelf.Item> page = shelf.page(unit, place, after, Limit.of(limit));
        return new View(shelf.ages(unit), page.items(), shelf.toSendOn(unit, SENT_ON), page.next());
    }

    @GET
    @Path("page")
    @Produces("text/html;charset=UTF-8")
    @RolesAllowed({"reception", "director", "auditor"})
    @Operation(summary = "The same as a page of A4 for the printer: the hundred that lie longest; nobody is named")
    public Response page(@QueryParam("unit") @NotNull @Pattern(regexp = UnitId.PATTERN) String unit) {
        requireOwn(unit);
        Page<Shelf.Item> page = shelf.page(unit, null, null, PRINTED);
        int[] no = {0};
        List<Line> lines = page.items().stream()
                .map(each -> new Line(
                        ++no[0],
                        each.place() == null ? "–" : each.place(),
                        each.code() == null ? each.reference() : each.code(),
                        each.procedureCode(),
                        LegalTime.onPaper(each.since()),
                        each.days(),
                        each.reminded()))
                .toList();
        return paper(Templates.report(
                PageTexts.in("vi"),
                catalogue.unitName(unit),
                LegalTime.onPaper(clock.instant()),
                shelf.ages(unit),
                lines,
                page.next() != null));
    }

    @GET
    @Path("{dossierId}/label")
    @Produces("text/html;charset=UTF-8")
    @RolesAllowed("reception")
    @Operation(summary = "The label of what lies there: place, code and day, nobody is named")
    @APIResponse(responseCode = "404", description = "Nothing lies there, or not the caller's to see")
    public Response label(@PathParam("dossierId") UUID dossierId) {
        ReturnView found = returns.of(dossierId)
                .filter(each -> caller.units().contains(each.unit()))
                .orElseThrow(() -> new ProblemException(Problems.NOT_FOUND));
        return paper(Templates.label(
                PageTexts.in("vi"), catalogue.unitName(found.unit()), found, LegalTime.onPaper(found.openedAt())));
    }

    private void requireOwn(String unit) {
        if (!caller.units().contains(unit)) {
            throw new ProblemException(Problems.FORBIDDEN);
        }
    }

    private static Response paper(TemplateInstance page) {
        return Response.ok(page.render(), "text/html;charset=UTF-8")
                .header(HttpHeaders.CONTENT_LANGUAGE, "vi")
                .header(HttpHeaders.CACHE_CONTROL, "no-store, private")
                .build();
    }
}
