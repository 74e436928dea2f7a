package vn.motcua.intake.access;

/**
 * Who stands for an act.
 *
 * @param subject of the token; null for clocks and for other services
 * @param name of an officer in official capacity; null for people served
 * @param title likewise
 */
public record Signature(String subject, String name, String title) {
    /** Nobody: the clock. */
    public static final Signature NONE = new Signature(null, null, null);
}
