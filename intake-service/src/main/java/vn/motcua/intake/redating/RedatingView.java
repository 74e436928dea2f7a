package vn.motcua.intake.redating;

import vn.motcua.intake.deadline.CalendarChange;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A changed calendar as officers see it.
 *
 * @param unit whose open dossiers it moves, as the competent unit
 * @param revision in quotes the ETag
 * @param changes in what the calendar differs; empty where the one before is not known
 * @param moved how many dossiers get another date; these are listed
 * @param confirmed how many keep theirs, which is no longer provisional; nobody is told
 * @param leftOut how many had ended or were paused when the run came to them
 * @param aside how many could not be computed or not be moved, by a fault of the system; these are listed too, and tried again each hour
 * @param askedByName who had it applied, in official capacity
 */
public record RedatingView(
        UUID id,
        String unit,
        Redating.RunState state,
        long revision,
        List<CalendarChange> changes,
        int looked,
        int moved,
        int confirmed,
        int applied,
        int leftOut,
        int aside,
        Instant createdAt,
        String askedByName,
        String askedByTitle,
        Instant askedAt,
        Instant doneAt) {
    static RedatingView of(Redating run) {
        return new RedatingView(
                run.id(),
                run.unit(),
                run.state(),
                run.revision(),
                run.changes(),
                run.looked(),
                run.moved(),
                run.confirmed(),
                run.applied(),
                run.leftOut(),
                run.aside(),
                run.createdAt(),
                run.askedBy().name(),
                run.askedBy().title(),
                run.askedAt(),
                run.doneAt());
    }

    /**
     * A dossier whose date moves, or could not be computed.
     *
     * @param dueTo null where it could not be computed
     * @param promisedFrom what was promised with an apology, where that falls on a day off now and moves to the next working day; else null
     * @param why the changes that lie in its time, from receipt to the latest of these dates
     * @param settledAt when the run came to it, null before
     * @param leftOut whether it had ended or was paused by then and keeps its date
     * @param aside whether its date could not be computed, or not be moved, by a fault of the system
     */
    public record MovedDossier(
            UUID dossierId,
            String code,
            Instant receivedAt,
            Instant dueFrom,
            Instant dueTo,
            Instant promisedFrom,
            Instant promisedTo,
            List<CalendarChange> why,
            Instant settledAt,
            boolean leftOut,
            boolean aside) {
        static MovedDossier of(RedatingRows.Row row, List<CalendarChange> changes) {
            Instant end = Stream.of(row.dueFrom(), row.dueTo(), row.promisedTo())
                    .filter(Objects::nonNull)
                    .max(Comparator.naturalOrder())
                    .orElseThrow();
            var from = vn.motcua.platform.clock.LegalTime.date(row.receivedAt());
            var to = vn.motcua.platform.clock.LegalTime.date(end);
            return new MovedDossier(
                    row.dossierId(),
                    row.code(),
                    row.receivedAt(),
                    row.dueFrom(),
                    row.aside() && !row.moves() ? null : row.dueTo(),
                    row.promisedFrom(),
                    row.promisedTo(),
                    changes.stream().filter(change -> change.within(from, to)).toList(),
                    row.settledAt(),
                    row.leftOut(),
                    row.aside());
        }
    }
}
