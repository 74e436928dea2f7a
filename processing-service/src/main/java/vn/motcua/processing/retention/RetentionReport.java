package vn.motcua.processing.retention;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.motcua.processing.officer.Officer;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * What one person proposes to destroy and another decides on.
 *
 * @param countedOn legal day for which the rules were asked
 * @param more whether more was over than one report holds
 * @param decided null while nobody decided
 * @param doneAt when the last item was settled; null before
 */
record RetentionReport(
        UUID id,
        String unit,
        State state,
        long revision,
        LocalDate countedOn,
        boolean more,
        Person madeBy,
        Instant madeAt,
        Decision decided,
        Instant doneAt) {
    /** After so many days it has to be counted anew. */
    static final int DAYS_MAX = 30;

    /** Where it stands. */
    @Schema(name = "RetentionReportState")
    enum State {
        MADE,
        /** Items are being destroyed. */
        APPROVED,
        DONE,
        DECLINED,
        /** Another was made before anybody decided. */
        SUPERSEDED
    }

    /** An officer in official capacity, as they were called then. */
    record Person(String subject, String name, String title) {
        static Person of(Officer officer) {
            return new Person(officer.subject(), officer.name(), officer.title());
        }
    }

    /** @param ground on which it was approved, or the reason why not */
    record Decision(Person by, Instant at, String ground) {}

    /** The last legal day on which it can be decided. */
    LocalDate decideUntil() {
        return countedOn.plusDays(DAYS_MAX);
    }
}
