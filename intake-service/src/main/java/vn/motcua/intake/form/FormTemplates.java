package vn.motcua.intake.form;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

import java.util.List;

/** The one layout of the slips, and those of the two books, checked at build time. */
@CheckedTemplate(basePath = "form")
final class FormTemplates {
    /** Moves with any change of layout or wording; a stored form keeps the one it was made with. */
    static final String VERSION = "2026-11";

    private FormTemplates() {}

    static native TemplateInstance sheet(Sheet sheet);

    static native TemplateInstance controlSlip(
            Books.Head head,
            Books.SlipLabels texts,
            String code,
            String procedure,
            String handling,
            String coordinating,
            String received,
            String due,
            List<Books.SlipLine> lines,
            String foot);

    static native TemplateInstance handOverRecord(
            Books.Head head,
            HandOverSheets.Labels texts,
            String place,
            HandOverSheets.Words words,
            List<HandOverSheets.Row> rows,
            String foot);

    static native TemplateInstance registerBook(
            Books.Head head, String period, List<String> columns, List<List<String>> lines, String empty, String foot);
}
