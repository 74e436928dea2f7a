package vn.motcua.intake.tracking;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

import java.util.List;

/** The two faces of the tracking page, checked at build time. */
@CheckedTemplate(basePath = "tracking")
final class TrackingTemplates {
    private TrackingTemplates() {}

    /**
     * One of the five dots.
     *
     * @param state done, now, or empty for to come
     */
    record Dot(int no, String name, String state) {}

    /**
     * @param handle what was typed or scanned, or empty
     * @param error what was wrong, or null
     */
    static native TemplateInstance ask(String handle, String error, String lang);

    static native TemplateInstance show(TrackingView view, List<Dot> dots, String lang);
}
