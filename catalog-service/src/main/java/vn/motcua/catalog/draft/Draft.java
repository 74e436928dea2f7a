package vn.motcua.catalog.draft;

import vn.motcua.catalog.check.PublishChecks;
import vn.motcua.catalog.history.Officer;
import vn.motcua.catalog.procedure.Announcement;
import vn.motcua.catalog.procedure.Procedure;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * A version in the making; nobody but those who work on the catalogue sees it.
 *
 * @param basedOn version it was begun from or last compared with; null: a new procedure
 * @param effectiveFrom null: not said yet
 * @param announcement its parts are null while not said
 * @param author who began it
 * @param writers subjects of all that wrote or submitted any of it: none of them may approve or publish it
 * @param approver null until approved
 * @param sentBackReason of the newest sending back; null without one
 * @param publishedVersion null until published
 */
record Draft(
        UUID id,
        String code,
        Integer basedOn,
        Procedure content,
        LocalDate effectiveFrom,
        Announcement announcement,
        DraftState state,
        long revision,
        Officer author,
        List<String> writers,
        Officer approver,
        String sentBackReason,
        Integer publishedVersion,
        Instant createdAt,
        Instant changedAt) {

    static Draft begun(UUID id, String code, Integer basedOn, Procedure content, Officer author, Instant now) {
        return new Draft(
                id,
                code,
                basedOn,
                content,
                null,
                new Announcement(null, null),
                DraftState.DRAFT,
                1,
                author,
                List.of(author.subject()),
                null,
                null,
                null,
                now,
                now);
    }

    /** What it says now, in the same state. */
    Draft says(Procedure what, Integer base, LocalDate from, Announcement decision) {
        return new Draft(
                id,
                code,
                base,
                what,
                from,
                decision,
                state,
                revision,
                author,
                writers,
                approver,
                sentBackReason,
                publishedVersion,
                createdAt,
                changedAt);
    }

    /** In another state, written by somebody. */
    Draft moved(DraftState to, Instant now) {
        Officer approved = to == DraftState.APPROVED || to == DraftState.PUBLISHED ? approver : null;
        return new Draft(
                id,
                code,
                basedOn,
                content,
                effectiveFrom,
                announcement,
                to,
                revision + 1,
                author,
                writers,
                approved,
                sentBackReason,
                publishedVersion,
                createdAt,
                now);
    }

    Draft writtenBy(Officer writer) {
        List<String> all = new ArrayList<>(writers);
        if (!all.contains(writer.subject())) {
            all.add(writer.subject());
        }
        return new Draft(
                id,
                code,
                basedOn,
                content,
                effectiveFrom,
                announcement,
                state,
                revision,
                author,
                List.copyOf(all),
                approver,
                sentBackReason,
                publishedVersion,
                createdAt,
                changedAt);
    }

    Draft approvedBy(Officer officer) {
        return new Draft(
                id,
                code,
                basedOn,
                content,
                effectiveFrom,
                announcement,
                state,
                revision,
                author,
                writers,
                officer,
                null,
                publishedVersion,
                createdAt,
                changedAt);
    }

    Draft sentBack(String reason) {
        return new Draft(
                id,
                code,
                basedOn,
                content,
                effectiveFrom,
                announcement,
                state,
                revision,
                author,
                writers,
                approver,
                reason,
                publishedVersion,
                createdAt,
                changedAt);
    }

    Draft published(int version, LocalDate from) {
        return new Draft(
                id,
                code,
                basedOn,
                content,
                from,
                announcement,
                state,
                revision,
                author,
                writers,
                approver,
                sentBackReason,
                version,
                createdAt,
                changedAt);
    }

    PublishChecks.Proposal proposal() {
        return new PublishChecks.Proposal(content, basedOn, effectiveFrom, announcement);
    }
}
