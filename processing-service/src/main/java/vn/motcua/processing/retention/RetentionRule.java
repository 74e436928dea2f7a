package vn.motcua.processing.retention;

import java.time.LocalDate;

/**
 * How long something is kept. A rule is never edited; a later version follows it from its day on.
 *
 * @param years from the day the work ended; null: for ever
 * @param source the provision it stands in, in the language of the law
 * @param inForceOn first legal day of this version
 */
record RetentionRule(RetentionKind kind, int version, Integer years, String source, LocalDate inForceOn) {
    boolean forEver() {
        return years == null;
    }

    /** The last legal day on which it is kept. */
    LocalDate until(LocalDate since) {
        return since.plusYears(years);
    }

    boolean is(RetentionKind otherKind, int otherVersion) {
        return kind == otherKind && version == otherVersion;
    }
}
