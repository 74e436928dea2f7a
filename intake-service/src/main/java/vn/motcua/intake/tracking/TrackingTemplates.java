package vn.motcua.intake.tracking;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The two faces of the tracking page, checked at build time. */
@CheckedTemplate(basePath = "tracking")
final class TrackingTemplates {
    private TrackingTemplates() {}

    /**
     * @param handle what was typed or scanned, or empty
     * @param error what was wrong, or null
     */
    static native TemplateInstance ask(String handle, String error, String lang);

    static native TemplateInstance show(OwnTracking.Shown shown, String lang);
}
