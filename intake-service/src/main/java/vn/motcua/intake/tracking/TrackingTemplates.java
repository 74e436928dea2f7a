package vn.motcua.intake.tracking;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

import java.util.List;

/** The faces of the tracking page, checked at build time. */
@CheckedTemplate(basePath = "tracking")
final class TrackingTemplates {
    private TrackingTemplates() {}

    /**
     * @param handle what was typed or scanned, or empty
     * @param error what was wrong, or null
     */
    static native TemplateInstance ask(String handle, String error, String lang);

    static native TemplateInstance show(OwnTracking.Shown shown, String lang);

    static native TemplateInstance looks(List<LookPages.Line> lines, String lang);
}
