package vn.motcua.notification.feedback;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.motcua.notification.KeyParts;
import vn.motcua.notification.person.ContactSeal;
import vn.motcua.platform.identity.Caller;
import vn.motcua.platform.paging.Cursor;
import vn.motcua.platform.paging.Page;
import vn.motcua.platform.problem.ProblemException;
import vn.motcua.platform.problem.Problems;
import vn.motcua.platform.sql.Sql;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The records by which complaints and denunciations left, of the caller's units. */
@ApplicationScoped
class HandOvers {
    private static final UUID LAST = UUID.fromString("ffffffff-ffff-ffff-ffff-ffffffffffff");
    private static final String COLUMNS = "id, feedback_id, unit, number, kind, receiver, officer_name, at";

    private record Print(UUID feedback, String unit, byte[] sealed, String sha256) {}

    @Inject
    AgroalDataSource source;

    @Inject
    ContactSeal seal;

    @Inject
    FeedbackReadings readings;

    @Inject
    Feedbacks feedbacks;

    @Inject
    ActOnFeedback acting;

    @Inject
    Caller caller;

    /** A record without what was complained of. */
    @Schema(name = "ComplaintHandOver")
    record View(
            UUID id,
            UUID feedbackId,
            String unit,
            String number,
            HandOverComplaint.Kind kind,
            String receiver,
            String officerName,
            Instant at) {
        private static View of(java.sql.ResultSet row) throws java.sql.SQLException {
            return new View(
                    row.getObject("id", UUID.class),
                    row.getObject("feedback_id", UUID.class),
                    row.getString("unit"),
                    row.getString("number"),
                    HandOverComplaint.Kind.valueOf(row.getString("kind")),
                    row.getString("receiver"),
                    row.getString("officer_name"),
                    Feedbacks.instant(row, "at"));
        }
    }

    Optional<View> of(UUID feedback) {
        return Sql.query(
                        source,
                        "select " + COLUMNS + " from complaint_hand_over where feedback_id = ?",
                        View::of,
                        feedback)
                .stream()
                .findFirst();
    }

    /** Newest first. */
    Page<View> page(String after, int limit) {
        String[] key = Cursor.decode(after, 2);
        List<View> found = Sql.query(
                source,
                "select " + COLUMNS + " from complaint_hand_over where unit = any(?) and (at, id) < (?, ?)"
                        + " order by at desc, id desc limit ?",
                View::of,
                caller.units().toArray(String[]::new),
                key == null ? Instant.parse("9999-01-01T00:00:00Z") : KeyParts.instant(key[0]),
                key == null ? LAST : KeyParts.id(key[1]),
                limit + 1);
        return Page.of(
                found,
                limit,
                each -> Cursor.encode(each.at().toString(), each.id().toString()));
    }

    /**
     * The record as it was made; a reading, which is noted. It holds the contact, so whom the feedback concerns does not read it.
     *
     * @throws ProblemException 404 for another unit's, {@code feedback-concerns-officer}
     */
    String html(UUID id) {
        Print print = Sql.query(
                        source,
                        "select feedback_id, unit, page, sha256 from complaint_hand_over where id = ?",
                        row -> new Print(
                                row.getObject(1, UUID.class), row.getString(2), row.getBytes(3), row.getString(4)),
                        id)
                .stream()
                .filter(found -> caller.units().contains(found.unit()))
                .findFirst()
                .orElseThrow(() -> new ProblemException(Problems.NOT_FOUND));
        acting.requireUnconcerned(feedbacks.find(print.feedback()).orElseThrow());
        byte[] page = seal.openBytes(print.sealed());
        if (!HexFormat.of().formatHex(Acts.digest(page)).equals(print.sha256())) {
            throw new IllegalStateException("record " + id + " is not what was made");
        }
        readings.note(FeedbackReadings.What.HAND_OVER, print.unit(), id);
        return new String(page, StandardCharsets.UTF_8);
    }
}
