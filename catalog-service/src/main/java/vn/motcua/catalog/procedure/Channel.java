package vn.motcua.catalog.procedure;

/** A way of filing: at the counter, on the portal, by public post (Decree 118/2025 Art.15). */
public enum Channel {
    COUNTER("in_person", "counter"),
    ONLINE("online", "online"),
    POST("postal", "post");

    private final String listed;
    private final String overlaid;

    Channel(String listed, String overlaid) {
        this.listed = listed;
        this.overlaid = overlaid;
    }

    /** The channel a published list or an overlay means by this word; null for any other word. */
    public static Channel ofList(String word) {
        for (Channel each : values()) {
            if (each.listed.equals(word) || each.overlaid.equals(word)) {
                return each;
            }
        }
        return null;
    }
}
