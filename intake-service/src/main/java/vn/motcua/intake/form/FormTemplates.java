package vn.motcua.intake.form;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The one layout of all forms, checked at build time. */
@CheckedTemplate(basePath = "form")
final class FormTemplates {
    /** Moves with any change of layout or wording; a stored form keeps the one it was made with. */
    static final String VERSION = "2026-11";

    private FormTemplates() {}

    static native TemplateInstance sheet(Sheet sheet);
}
