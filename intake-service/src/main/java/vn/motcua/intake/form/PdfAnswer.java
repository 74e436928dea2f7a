package vn.motcua.intake.form;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import java.util.UUID;

/** The answer that carries a form as PDF; it names people, so nothing on the way may keep it. */
public final class PdfAnswer {
    private PdfAnswer() {}

    /** @param formId names the file, since a form's number has strokes in it */
    public static Response of(UUID formId, byte[] pdf) {
        return of(formId.toString(), pdf);
    }

    /** @param name of the file without its ending; letters, digits and dashes */
    public static Response of(String name, byte[] pdf) {
        return Response.ok(pdf, "application/pdf")
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"" + name + ".pdf\"")
                .header(HttpHeaders.CONTENT_LANGUAGE, "vi")
                .header(HttpHeaders.CACHE_CONTROL, "no-store, private")
                .build();
    }
}
