package vn.motcua.intake.register;

import io.vertx.core.http.HttpServerResponse;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
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
import jakarta.ws.rs.core.StreamingOutput;
import vn.motcua.intake.IntakeProblem;
import vn.motcua.intake.access.Access;
import vn.motcua.intake.form.Books;
import vn.motcua.intake.form.PageAnswer;
import vn.motcua.intake.form.PdfAnswer;
import vn.motcua.intake.form.RegisterLine;
import vn.motcua.intake.reading.Purpose;
import vn.motcua.intake.reading.Reading;
import vn.motcua.intake.reading.Readings;
import vn.motcua.platform.problem.ProblemException;
import vn.motcua.platform.problem.Problems;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * The register of a unit (form 07), read out of the dossiers: as page and PDF for a stretch of days, as CSV of any length. Each is a
 * reading of people's data and is noted with its purpose.
 */
@Path("/api/intake/registers/{unit}")
public class RegisterBookResource {
    static final String UNIT = "\\d{2}-\\d{5}-\\d{8}";

    /** Most lines of a page; what is longer is read as CSV or in shorter stretches. */
    static final int LINES_MOST = 1_000;

    private final RegisterLines lines;
    private final RegisterExport export;
    private final ExportPlaces places;
    private final Books books;
    private final Access access;
    private final Readings readings;
    private final Clock clock;

    RegisterBookResource(
            RegisterLines lines,
            RegisterExport export,
            ExportPlaces places,
            Books books,
            Access access,
            Readings readings,
            Clock clock) {
        this.lines = lines;
        this.export = export;
        this.places = places;
        this.books = books;
        this.access = access;
        this.readings = readings;
        this.clock = clock;
    }

    /** A page of A4 across: what was received from one legal day to another. */
    @GET
    @Path("book")
    @Produces(PageAnswer.HTML)
    @Transactional
    @RolesAllowed({"reception", "approver", "director", "auditor"})
    public Response page(
            @PathParam("unit") @Pattern(regexp = UNIT) String unit,
            @QueryParam("from") @NotNull String from,
            @QueryParam("to") @NotNull String to) {
        Stretch stretch = stretch(from, to);
        Instant now = clock.instant();
        return PageAnswer.of(books.page(unit, stretch.from(), stretch.to(), now, lines(unit, stretch, now)));
    }

    /** The same as PDF/A-2b. */
    @GET
    @Path("book.pdf")
    @Produces("application/pdf")
    @Transactional
    @RolesAllowed({"reception", "approver", "director", "auditor"})
    public Response pdf(
            @PathParam("unit") @Pattern(regexp = UNIT) String unit,
            @QueryParam("from") @NotNull String from,
            @QueryParam("to") @NotNull String to) {
        Stretch stretch = stretch(from, to);
        Instant now = clock.instant();
        byte[] pdf = books.pdf(unit, stretch.from(), stretch.to(), now, lines(unit, stretch, now));
        return PdfAnswer.of("register-" + unit + "-" + stretch.from() + "-" + stretch.to(), pdf);
    }

    private record Stretch(LocalDate from, LocalDate to) {
        RegisterFilters filters() {
            return new RegisterFilters(null, null, null, null, from, to, null, null, null, null, null, null, null);
        }
    }

    private List<RegisterLine> lines(String unit, Stretch stretch, Instant now) {
        RegisterLines.Question question = lines.of(unit, stretch.filters(), now);
        if (lines.longer(question, LINES_MOST)) {
            throw new ProblemException(IntakeProblem.REGISTER_TOO_LONG).with("most", LINES_MOST);
        }
        List<RegisterLine> found = lines.read(question);
        readings.noteWhole(Reading.REGISTER, null, unit, found.size());
        return found;
    }

    /**
     * What is exported, and why.
     *
     * @param purpose for which the officer states to need it
     * @param filters or null for the whole register
     */
    public record ExportRequest(@NotNull Purpose purpose, @Valid RegisterFilters filters) {}

    /**
     * CSV in UTF-8 with the columns of form 07, in the order of receipt; {@code Total-Lines} tells how many lines follow the head. Two at a
     * time (429), a quarter of an hour each. Changes nothing, so it takes no Idempotency-Key.
     */
    @POST
    @Path("export")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces("text/csv")
    @RolesAllowed({"reception", "approver", "director", "auditor"})
    public Response export(
            @PathParam("unit") @Pattern(regexp = UNIT) String unit,
            @Valid @NotNull ExportRequest request,
            @Context HttpServerResponse answer) {
        RegisterFilters filters = request.filters() == null ? RegisterFilters.NONE : request.filters();
        RegisterLines.Question question = lines.of(unit, filters, clock.instant());
        ExportPlaces.Place place = places.take(answer::reset);
        try {
            return export(unit, question, request.purpose(), place);
        } catch (RuntimeException nothingCame) {
            place.close();
            throw nothingCame;
        }
    }

    private Response export(String unit, RegisterLines.Question question, Purpose purpose, ExportPlaces.Place place) {
        int total = lines.count(question);
        readings.noteWhole(Reading.EXPORT, purpose, unit, total);
        Set<String> roles = Set.copyOf(access.roles());
        StreamingOutput body = to -> export.write(question, roles, place, to);
        return Response.ok(body, "text/csv;charset=UTF-8")
                .header("Total-Lines", total)
                .header(HttpHeaders.CACHE_CONTROL, "no-store, private")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"so-theo-doi-" + unit + ".csv\"")
                .build();
    }

    private static Stretch stretch(String from, String to) {
        return new Stretch(day("/from", from), day("/to", to));
    }

    private static LocalDate day(String pointer, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new ProblemException(Problems.VALIDATION).violation(pointer, "2026-11-24");
        }
    }
}
