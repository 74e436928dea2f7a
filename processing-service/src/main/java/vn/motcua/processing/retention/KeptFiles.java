package vn.motcua.processing.retention;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * The files of one case that are still there, and what decides how long they stay. They go together or not at all: drafts and corrected
 * results say the same as the valid one.
 *
 * @param code of the dossier
 * @param number of the result issued last, as printed; null where none was signed here
 * @param atRest whether the dossier is returned and nothing of its case is under way
 * @param unsigned whether a result was issued that has no number of ours
 * @param kinds of the registers in which the case has lines that are not void
 * @param since legal day on which the work ended: the newest number issued or the end of the dossier, whichever is later
 * @param bytes of all files together
 */
record KeptFiles(
        UUID caseId,
        String code,
        String number,
        boolean atRest,
        boolean unsigned,
        Set<RetentionKind> kinds,
        LocalDate since,
        int files,
        long bytes) {

    /**
     * What the rules say.
     *
     * @param rule the longest of those that apply; null where one has to be looked for no further
     * @param until last legal day on which they are kept; null where nothing ends
     * @param because why they stay; null where they may be destroyed
     */
    record Verdict(RetentionRule rule, LocalDate until, KeptBecause because) {
        boolean due() {
            return because == null;
        }
    }

    /** Deny by default: what no rule lets go is kept, and of several rules the longest counts. */
    Verdict judged(Map<RetentionKind, RetentionRule> rules, LocalDate today) {
        if (files == 0) {
            return stays(KeptBecause.NO_FILES);
        }
        if (!atRest) {
            return stays(KeptBecause.CASE_OPEN);
        }
        boolean forEver = unsigned
                || number == null
                || kinds.isEmpty()
                || kinds.stream()
                        .anyMatch(kind ->
                                rules.get(kind) == null || rules.get(kind).forEver());
        if (forEver) {
            return stays(KeptBecause.FOR_EVER);
        }
        RetentionRule longest = kinds.stream()
                .map(rules::get)
                .max(Comparator.comparing(RetentionRule::years).thenComparing(RetentionRule::kind))
                .orElseThrow();
        LocalDate until = longest.until(since);
        return new Verdict(longest, until, today.isAfter(until) ? null : KeptBecause.NOT_OVER);
    }

    private static Verdict stays(KeptBecause because) {
        return new Verdict(null, null, because);
    }
}
