package vn.motcua.intake.register;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import vn.motcua.intake.form.FormKind;
import vn.motcua.intake.form.FormPrints;
import vn.motcua.intake.form.Forms;
import vn.motcua.intake.form.IssuedForm;
import vn.motcua.intake.form.PageAnswer;
import vn.motcua.intake.form.PdfAnswer;
import vn.motcua.intake.reading.Reading;
import vn.motcua.intake.reading.Readings;
import vn.motcua.platform.paging.Page;
import vn.motcua.platform.problem.ProblemException;
import vn.motcua.platform.problem.Problems;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The issued forms of a dossier, for those who may see the dossier. */
@Path("/api/intake/dossiers/{id}/forms")
public class FormsResource {
    private final DossierReader reader;
    private final Forms forms;
    private final FormPrints prints;
    private final Readings readings;

    FormsResource(DossierReader reader, Forms forms, FormPrints prints, Readings readings) {
        this.readings = readings;
        this.reader = reader;
        this.forms = forms;
        this.prints = prints;
    }

    /** One line of the list; form is the number in Annex I of Circular 03/2025, null where there is none. */
    public record FormView(
            UUID id,
            FormKind kind,
            String form,
            String number,
            String templateVersion,
            String sha256,
            String signerName,
            String signerTitle,
            Instant issuedAt,
            String href,
            String pdf) {
        static FormView of(IssuedForm form) {
            String href = "/api/intake/dossiers/" + form.dossierId() + "/forms/" + form.id();
            return new FormView(
                    form.id(),
                    form.kind(),
                    form.kind().number(),
                    form.number(),
                    form.templateVersion(),
                    form.sha256(),
                    form.signerName(),
                    form.signerTitle(),
                    form.issuedAt(),
                    href,
                    href + ".pdf");
        }
    }

    /** In the order of issue; a dossier has a handful, so that there is one page. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({"reception", "specialist", "approver", "director", "cashier", "auditor", "citizen", "service"})
    public Page<FormView> list(@PathParam("id") UUID id) {
        reader.seen(id);
        List<FormView> all = forms.of(id).stream().map(FormView::of).toList();
        return new Page<>(all, null);
    }

    /** The form as it was issued, ready to be printed on A5. */
    @GET
    @Path("{formId}")
    @Produces(PageAnswer.HTML)
    @Transactional
    @RolesAllowed({"reception", "specialist", "approver", "director", "cashier", "auditor", "citizen"})
    public Response page(@PathParam("id") UUID id, @PathParam("formId") UUID formId) {
        reader.seen(id);
        String page = forms.page(id, formId).orElseThrow(() -> new ProblemException(Problems.NOT_FOUND));
        readings.note(Reading.FORM, id);
        return PageAnswer.of(page);
    }

    /** The same form as PDF/A-2b; the same bytes whenever it is asked for again. Letters carry it as their attachment. */
    @GET
    @Path("{formId}.pdf")
    @Produces("application/pdf")
    @Transactional
    @RolesAllowed({"reception", "specialist", "approver", "director", "cashier", "auditor", "citizen", "service"})
    public Response pdf(@PathParam("id") UUID id, @PathParam("formId") UUID formId) {
        reader.seen(id);
        byte[] pdf = prints.pdf(id, formId).orElseThrow(() -> new ProblemException(Problems.NOT_FOUND));
        readings.note(Reading.FORM, id);
        return PdfAnswer.of(formId, pdf);
    }
}
