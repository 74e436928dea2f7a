package vn.motcua.catalog.draft;

import vn.motcua.catalog.check.PublishChecks;
import vn.motcua.catalog.history.Officer;
import vn.motcua.catalog.procedure.Announcement;
import vn.motcua.catalog.procedure.Procedure;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A version in the making; nobody but those who work on the catalogue sees it.
 *
 * @param author who began it
 * @param says what would be published
 * @param standing how far it is
 */
record Draft(UUID id, String code, Officer author, Instant createdAt, Says says, Standing standing) {

    /**
     * What would be published.
     *
     * @param basedOn version it was begun from or last compared with; null: a new procedure
     * @param effectiveFrom null: not said yet
     * @param announcement its parts are null while not said
     * @param reason why it shall say so, by whoever wrote last; null only for what was begun before that was asked
     */
    record Says(
            Integer basedOn, Procedure content, LocalDate effectiveFrom, Announcement announcement, String reason) {}

    /**
     * How far it is, and by whom.
     *
     * @param writers subjects of all that wrote or submitted any of it: none of them may approve or publish it
     * @param approver null until approved
     * @param sentBackReason of the newest sending back; null without one
     * @param publishedVersion null until published
     */
    record Standing(
            DraftState state,
            long revision,
            List<String> writers,
            Officer approver,
            String sentBackReason,
            Integer publishedVersion,
            Instant changedAt) {}

    static Draft begun(
            UUID id, String code, Integer basedOn, Procedure content, String reason, Officer author, Instant now) {
        return new Draft(
                id,
                code,
                author,
                now,
                new Says(basedOn, content, null, new Announcement(null, null), reason),
                new Standing(DraftState.DRAFT, 1, List.of(author.subject()), null, null, null, now));
    }

    /** What it says now, in the same state. */
    Draft says(Says now) {
        return new Draft(id, code, author, createdAt, now, standing);
    }

    /** The same, in force from another day on. */
    Draft from(LocalDate day) {
        return says(new Says(basedOn(), content(), day, announcement(), reason()));
    }

    /** In another state, written by somebody. */
    Draft moved(DraftState to, Instant now) {
        boolean approved = to == DraftState.APPROVED || to == DraftState.PUBLISHED;
        return at(new Standing(
                to,
                revision() + 1,
                writers(),
                approved ? approver() : null,
                sentBackReason(),
                publishedVersion(),
                now));
    }

    Draft writtenBy(Officer writer) {
        return writers().contains(writer.subject())
                ? this
                : by(
                        Stream.concat(writers().stream(), Stream.of(writer.subject()))
                                .toList(),
                        approver(),
                        sentBackReason());
    }

    Draft approvedBy(Officer officer) {
        return by(writers(), officer, null);
    }

    Draft sentBack(String reason) {
        return by(writers(), approver(), reason);
    }

    Draft published(int version, LocalDate from) {
        return from(from)
                .at(new Standing(state(), revision(), writers(), approver(), sentBackReason(), version, changedAt()));
    }

    private Draft by(List<String> writers, Officer approver, String sentBackReason) {
        return at(
                new Standing(state(), revision(), writers, approver, sentBackReason, publishedVersion(), changedAt()));
    }

    private Draft at(Standing now) {
        return new Draft(id, code, author, createdAt, says, now);
    }

    Integer basedOn() {
        return says.basedOn();
    }

    Procedure content() {
        return says.content();
    }

    LocalDate effectiveFrom() {
        return says.effectiveFrom();
    }

    Announcement announcement() {
        return says.announcement();
    }

    String reason() {
        return says.reason();
    }

    DraftState state() {
        return standing.state();
    }

    long revision() {
        return standing.revision();
    }

    List<String> writers() {
        return standing.writers();
    }

    Officer approver() {
        return standing.approver();
    }

    String sentBackReason() {
        return standing.sentBackReason();
    }

    Integer publishedVersion() {
        return standing.publishedVersion();
    }

    Instant changedAt() {
        return standing.changedAt();
    }

    PublishChecks.Proposal proposal() {
        return new PublishChecks.Proposal(content(), basedOn(), effectiveFrom(), announcement());
    }
}
