package vn.motcua.catalog.draft;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.motcua.catalog.history.Officer;
import vn.motcua.catalog.procedure.Announcement;
import vn.motcua.catalog.procedure.Procedure;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;

/**
 * A draft as those who work on the catalogue see it.
 *
 * @param revision the ETag
 * @param reason why it shall say so, by whoever wrote last
 * @param allowedActions of the caller, now
 */
record DraftView(
        UUID id,
        String code,
        Integer basedOn,
        DraftState state,
        long revision,
        Procedure content,
        LocalDate effectiveFrom,
        Announcement announcement,
        String reason,
        Person author,
        Person approvedBy,
        String sentBackReason,
        Integer publishedVersion,
        Instant createdAt,
        Instant changedAt,
        Set<DraftAction> allowedActions) {

    /** An officer by name and title. */
    @Schema(name = "CatalogueOfficer")
    record Person(String name, String title) {
        static Person of(Officer officer) {
            return officer == null ? null : new Person(officer.name(), officer.title());
        }
    }

    /** A draft in a list. */
    @Schema(name = "DraftSummary")
    record Summary(
            UUID id,
            String code,
            String name,
            Integer basedOn,
            DraftState state,
            LocalDate effectiveFrom,
            Person author,
            Integer publishedVersion,
            Instant changedAt) {
        static Summary of(Draft draft) {
            return new Summary(
                    draft.id(),
                    draft.code(),
                    draft.content().name().vi(),
                    draft.basedOn(),
                    draft.state(),
                    draft.effectiveFrom(),
                    Person.of(draft.author()),
                    draft.publishedVersion(),
                    draft.changedAt());
        }
    }

    static DraftView of(Draft draft, Set<DraftAction> allowed) {
        return new DraftView(
                draft.id(),
                draft.code(),
                draft.basedOn(),
                draft.state(),
                draft.revision(),
                draft.content(),
                draft.effectiveFrom(),
                draft.announcement(),
                draft.reason(),
                Person.of(draft.author()),
                Person.of(draft.approver()),
                draft.sentBackReason(),
                draft.publishedVersion(),
                draft.createdAt(),
                draft.changedAt(),
                allowed);
    }
}
