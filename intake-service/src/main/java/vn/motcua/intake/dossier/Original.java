package vn.motcua.intake.dossier;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * One original of a request for certified copies. Each kind of original gets one number of the register, whatever the number of copies
 * (Decree 23/2015 Art.13; Circular 01/2020/TT-BTP Art.4).
 *
 * @param number what it is called by within its dossier, 1 or more; it stays as long as the original is counted
 * @param kind what paper it is, in the officer's words; null for one without a name
 * @param pages of the original that are copied and paid for, 1 or more
 * @param copies of it, 1 or more
 * @param revision of the dossier with its newest change
 * @param scan of the original, or null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Original(int number, String kind, int pages, int copies, long revision, OriginalScan scan) {
    /** More originals than this at once are two dossiers. */
    public static final int MAX = 50;

    /** Of an original of more pages than this, parts are copied. */
    public static final int MOST_PAGES = 2_000;

    /** An original may be copied so often at once. */
    public static final int MOST_COPIES = 500;

    /** One that is asked for: {@code number} of an original that is counted already, or 0 for a new one. */
    public static Original asked(int number, String kind, int pages, int copies) {
        return new Original(number, kind, pages, copies, 0, null);
    }

    /** Counted so, from this revision on. */
    public Original counted(int newPages, int newCopies, long at) {
        return new Original(number, kind, newPages, newCopies, at, scan);
    }

    /** With this scan or, where it is null, without one, from this revision on. */
    public Original scanned(OriginalScan newScan, long at) {
        return new Original(number, kind, pages, copies, at, newScan);
    }

    /** What was asked for in place of this one: it keeps its number and its scan. */
    Original replacedBy(Original asked, long at) {
        boolean same = pages == asked.pages && copies == asked.copies && java.util.Objects.equals(kind, asked.kind);
        return new Original(number, asked.kind, asked.pages, asked.copies, same ? revision : at, scan);
    }
}
