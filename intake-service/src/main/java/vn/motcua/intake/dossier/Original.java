package vn.motcua.intake.dossier;

/**
 * One original of a request for certified copies. Each kind of original gets one number of the register, whatever the number of copies
 * (Decree 23/2015 Art.13; Circular 01/2020/TT-BTP Art.4).
 *
 * @param kind what paper it is, in the officer's words
 * @param pages of the original, 1 or more
 * @param copies of it, 1 or more
 */
public record Original(String kind, int pages, int copies) {
    /** More originals than this at once are two dossiers. */
    public static final int MAX = 50;
}
