package vn.motcua.catalog.imports;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.motcua.catalog.history.Officer;
import vn.motcua.catalog.procedure.Announcement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What an import would publish, on its way through two people.
 *
 * @param revision the ETag
 * @param submitted null: not yet
 * @param decided release or refusal; null: not yet
 * @param effectiveFrom first legal day it is released for; null: not released
 * @param announcement decision it was released with; null: none was named, or not released
 * @param leftOut of a released one: procedures that had changed meanwhile and were left as they are
 * @param obstacles of one that is not decided, today: procedures that changed since they were compared; empty in lists
 * @param allowedActions of the caller, now; empty in lists
 */
@Schema(name = "ImportProposal")
record ImportProposal(
        ImportState state,
        long revision,
        Said submitted,
        Said decided,
        LocalDate effectiveFrom,
        Announcement announcement,
        List<Obstacle> leftOut,
        List<Obstacle> obstacles,
        Set<ImportAction> allowedActions) {

    /** Who did something, when and why; the reason is null where none was given. */
    @Schema(name = "ImportDecision")
    record Said(Officer by, Instant at, String reason) {}

    /**
     * What is kept of it beside its state.
     *
     * @param leaveOut whether it was to be released without what had changed meanwhile
     */
    record Standing(
            Said submitted,
            Said decided,
            LocalDate effectiveFrom,
            Announcement announcement,
            boolean leaveOut,
            List<Obstacle> leftOut) {
        static final Standing NEW = new Standing(null, null, null, null, false, List.of());

        Standing {
            leftOut = leftOut == null ? List.of() : List.copyOf(leftOut);
        }

        Standing submitted(Said by) {
            return new Standing(by, null, null, null, false, List.of());
        }

        Standing declined(Said by) {
            return new Standing(submitted, by, null, null, false, List.of());
        }

        Standing released(Said by, LocalDate from, Announcement decision, boolean without) {
            return new Standing(submitted, by, from, decision, without, List.of());
        }

        Standing without(List<Obstacle> some) {
            return new Standing(submitted, decided, effectiveFrom, announcement, leaveOut, some);
        }

        /** Not decided after all. */
        Standing undecided() {
            return submitted(submitted);
        }
    }

    static ImportProposal of(ImportState state, long revision, Standing standing) {
        return new ImportProposal(
                state,
                revision,
                standing.submitted(),
                standing.decided(),
                standing.effectiveFrom(),
                standing.announcement(),
                standing.leftOut(),
                List.of(),
                Set.of());
    }

    /** Subjects of those who may not release it. */
    Set<String> workedOn(Officer askedBy) {
        Set<String> some = new HashSet<>();
        some.add(askedBy.subject());
        if (submitted != null) {
            some.add(submitted.by().subject());
        }
        return some;
    }

    /** As one caller finds it. */
    ImportProposal seen(List<Obstacle> inTheWay, Set<ImportAction> allowed) {
        return new ImportProposal(
                state, revision, submitted, decided, effectiveFrom, announcement, leftOut, inTheWay, allowed);
    }
}
