package vn.motcua.catalog.unit;

/** Kinds of units at the commune level: xã, phường, đặc khu, and thị trấn until 30 June 2025. */
public enum UnitKind {
    COMMUNE("xã"),
    WARD("phường"),
    SPECIAL_ZONE("đặc khu"),
    TOWNSHIP("thị trấn");

    private final String label;

    UnitKind(String label) {
        this.label = label;
    }

    /** The word in front of the unit's name, in lower case. */
    public String label() {
        return label;
    }

    /** The kind of this word; null for any other word. */
    public static UnitKind of(String word) {
        for (UnitKind each : values()) {
            if (each.label.equals(word)) {
                return each;
            }
        }
        return null;
    }
}
