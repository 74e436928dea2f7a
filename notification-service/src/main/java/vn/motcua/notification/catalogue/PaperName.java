package vn.motcua.notification.catalogue;

import java.util.Map;

/** A paper of a dossier in words, as it stands on what is printed. */
public final class PaperName {
    /** A component that stands for what was sent along, which has no published name. */
    private static final String ALONG = "along-";

    /** Longer names are cut between words. */
    private static final int MOST = 90;

    private PaperName() {}

    /**
     * Its name on the published list, cut where it is long; what was sent along, or is not known, has only a number.
     *
     * @param t texts of the page
     * @param names Vietnamese names by component
     */
    public static String of(Map<String, String> t, String component, Map<String, String> names) {
        String name = names.get(component);
        String number = component.substring(component.lastIndexOf('-') + 1);
        if (component.startsWith(ALONG)) {
            return t.get("postAlong") + " " + number;
        }
        if (name == null) {
            return t.get("postPaper") + " " + number;
        }
        int end = name.length() <= MOST ? name.length() : name.lastIndexOf(' ', MOST);
        return end == name.length() ? name : name.substring(0, end < 1 ? MOST : end) + " …";
    }
}
