package vn.motcua.catalog.search;

/** How far a procedure goes online; UNKNOWN where the lists do not say. */
public enum OnlineLevel {
    FULL,
    PARTIAL,
    UNKNOWN;

    /** The level of a procedure's word for it; null and unknown words are UNKNOWN. */
    static OnlineLevel of(String serviceLevel) {
        return "full".equals(serviceLevel) ? FULL : "partial".equals(serviceLevel) ? PARTIAL : UNKNOWN;
    }
}
