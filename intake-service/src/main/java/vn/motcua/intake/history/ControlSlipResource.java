package vn.motcua.intake.history;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import vn.motcua.intake.access.Access;
import vn.motcua.intake.dossier.Dossier;
import vn.motcua.intake.dossier.Dossiers;
import vn.motcua.intake.form.Books;
import vn.motcua.intake.form.ControlSlip;
import vn.motcua.intake.form.PageAnswer;
import vn.motcua.intake.form.PdfAnswer;
import vn.motcua.intake.reading.Reading;
import vn.motcua.intake.reading.Readings;
import vn.motcua.platform.problem.ProblemException;
import vn.motcua.platform.problem.Problems;

import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** Form 06 of a dossier as its history tells it now. It is read out anew each time and says when. */
@Path("/api/intake/dossiers/{id}")
public class ControlSlipResource {
    private static final int ACTS_MOST = 1_000;

    private final History history;
    private final Dossiers dossiers;
    private final Access access;
    private final Books books;
    private final Readings readings;
    private final Clock clock;

    ControlSlipResource(
            History history, Dossiers dossiers, Access access, Books books, Readings readings, Clock clock) {
        this.history = history;
        this.dossiers = dossiers;
        this.access = access;
        this.books = books;
        this.readings = readings;
        this.clock = clock;
    }

    /** As a page of A4; 404 before the receipt, which opens it. */
    @GET
    @Path("control-slip")
    @Produces(PageAnswer.HTML)
    @Transactional
    @RolesAllowed({"reception", "specialist", "approver", "director", "cashier", "auditor"})
    public Response page(@PathParam("id") UUID id) {
        return PageAnswer.of(books.page(slip(id)));
    }

    /** As PDF/A-2b. */
    @GET
    @Path("control-slip.pdf")
    @Produces("application/pdf")
    @Transactional
    @RolesAllowed({"reception", "specialist", "approver", "director", "cashier", "auditor"})
    public Response pdf(@PathParam("id") UUID id) {
        return PdfAnswer.of("control-slip-" + id, books.pdf(slip(id)));
    }

    private ControlSlip slip(UUID id) {
        Dossier dossier = dossiers.findByIdOptional(id).orElseThrow(() -> new ProblemException(Problems.NOT_FOUND));
        access.requireSeen(dossier);
        if (dossier.code() == null) {
            throw new ProblemException(Problems.NOT_FOUND);
        }
        readings.note(Reading.CONTROL_SLIP, id);
        List<Act> acts = history.after(id, 0, ACTS_MOST);
        return HandOvers.slip(dossier, acts, clock.instant());
    }
}
