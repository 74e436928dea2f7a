package vn.motcua.processing.numbering;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.motcua.platform.idempotency.Idempotent;
import vn.motcua.platform.identity.Caller;
import vn.motcua.platform.paging.Cursor;
import vn.motcua.platform.paging.Limit;
import vn.motcua.platform.paging.Page;
import vn.motcua.platform.problem.ProblemException;
import vn.motcua.platform.problem.Problems;
import vn.motcua.processing.ProcessingProblem;
import vn.motcua.processing.numbering.Registers.Part;
import vn.motcua.processing.officer.Officer;
import vn.motcua.processing.requester.Requesters;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** The registers of a unit: its own documents and the four of certification, which name who asked to approver and director. */
@Path("/api/processing/registers")
@Tag(name = "registers")
@Produces(MediaType.APPLICATION_JSON)
public class RegistersResource {
    private static final int PRINTED_MAX = 20_000;

    /** To whom intake tells names whole. An auditor reads and prints without them: what is masked is no line of a register. */
    private static final List<String> NAMED = List.of("approver", "director");

    @Inject
    Registers registers;

    @Inject
    RegisterPaper paper;

    @Inject
    Requesters requesters;

    @Inject
    Caller caller;

    @Inject
    Clock clock;

    /** Which register is closed. */
    record Closing(@NotNull String unit, @NotNull RegisterKind kind, @NotNull @Min(2020) @Max(2100) Integer year) {}

    @GET
    @RolesAllowed({"specialist", "approver", "director", "reception", "auditor"})
    @Operation(summary = "The registers of a unit with their totals, newest year first")
    public Page<RegisterView> registers(@QueryParam("unit") @NotNull String unit) {
        require(unit);
        return new Page<>(registers.ofUnit(unit), null);
    }

    @GET
    @Path("lines")
    @RolesAllowed({"specialist", "approver", "director", "reception", "auditor"})
    @Operation(
            summary = "Lines of a register by number, of a year or a month of it; void ones say why",
            description = "Approver and director see who asked for a certification")
    public Page<LineView> lines(
            @QueryParam("unit") @NotNull String unit,
            @QueryParam("kind") @NotNull RegisterKind kind,
            @QueryParam("year") @NotNull @Min(2020) @Max(2100) Integer year,
            @QueryParam("month") @Min(1) @Max(12) Integer month,
            @QueryParam("after") String after,
            @QueryParam("limit") Integer limit) {
        require(unit);
        int most = Limit.of(limit);
        String[] parts = Cursor.decode(after, 1);
        return Page.of(
                registers.lines(
                        new Part(unit, kind, from(year, month), to(year, month)),
                        named(),
                        parts == null ? 0 : number(parts[0]),
                        most),
                most,
                last -> Cursor.encode(Integer.toString(last.number())));
    }

    @GET
    @Path("print")
    @Produces("application/pdf")
    @RolesAllowed({"approver", "director", "auditor"})
    @Operation(summary = "A month of a register to print, bind and seal, PDF/A-2b")
    public Response print(
            @QueryParam("unit") @NotNull String unit,
            @QueryParam("kind") @NotNull RegisterKind kind,
            @QueryParam("year") @NotNull @Min(2020) @Max(2100) Integer year,
            @QueryParam("month") @NotNull @Min(1) @Max(12) Integer month) {
        require(unit);
        Part part = new Part(unit, kind, from(year, month), to(year, month));
        if (kind.certifies() && named()) {
            requesters.fill(unit, kind.name(), part.from(), part.to());
        }
        List<LineView> lines = registers.lines(part, named(), 0, PRINTED_MAX);
        if (lines.size() > PRINTED_MAX) {
            throw new ProblemException(
                    ProcessingProblem.REGISTER_TOO_LONG, PRINTED_MAX); // never a book with lines left out
        }
        byte[] pdf = paper.of(unit, kind, from(year, month), lines);
        return Response.ok(pdf, "application/pdf")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "inline; filename=\"so-" + kind.name().toLowerCase(java.util.Locale.ROOT) + "-" + year + "-"
                                + month + ".pdf\"")
                .build();
    }

    @POST
    @Path("closings")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed("director")
    @Idempotent
    @Transactional
    @Operation(summary = "Closes a register for good, from 31 December of its year on; answers its totals")
    @APIResponseSchema(value = RegisterView.class, responseCode = "200")
    public Response close(@Valid @NotNull Closing closing) {
        require(closing.unit());
        registers.close(
                closing.unit(),
                closing.kind(),
                closing.year(),
                Officer.of(caller),
                clock.instant().truncatedTo(ChronoUnit.MILLIS));
        return Response.ok(registers.ofUnit(closing.unit()).stream()
                        .filter(each -> each.kind() == closing.kind() && each.year() == closing.year())
                        .findFirst()
                        .orElseThrow())
                .build();
    }

    private boolean named() {
        return NAMED.stream().anyMatch(caller::has);
    }

    private void require(String unit) {
        if (!Officer.of(caller).units().contains(unit)) {
            throw new ProblemException(ProcessingProblem.NOT_YOUR_QUEUE);
        }
    }

    private static LocalDate from(int year, Integer month) {
        return LocalDate.of(year, month == null ? 1 : month, 1);
    }

    private static LocalDate to(int year, Integer month) {
        return month == null ? LocalDate.of(year + 1, 1, 1) : from(year, month).plusMonths(1);
    }

    private static int number(String written) {
        try {
            return Integer.parseInt(written);
        } catch (NumberFormatException notOurs) {
            throw new ProblemException(Problems.INVALID_CURSOR);
        }
    }
}
