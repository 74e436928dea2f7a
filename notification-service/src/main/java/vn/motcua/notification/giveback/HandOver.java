package vn.motcua.notification.giveback;

/** How something was handed over: to whom, and by what they showed it is theirs (Decree 118/2025 Art.6(2)). */
public record HandOver(Collector collector, How how) {

    /** Who came to collect. */
    public enum Collector {
        OWNER,
        SUBMITTER,
        AUTHORISED
    }

    /** By form 01, or, where it is lost, by an identity paper and matching details. */
    public enum How {
        SLIP,
        IDENTITY
    }
}
