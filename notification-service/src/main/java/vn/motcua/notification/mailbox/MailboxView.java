package vn.motcua.notification.mailbox;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import java.time.Instant;

/**
 * How a unit's mailbox stands: nothing of its letters but how many.
 *
 * @param address where people write to
 * @param letterSince since when the letter is tried that is under way; null where none is
 * @param receivesFrom letters that came before are not taken
 * @param takenInHour letters that became feedback within the last hour
 * @param perHour how many may within an hour
 * @param takenInWeek the same within seven days
 * @param leftInWeek letters of these days that somebody has to read in the mailbox: unreadable ones, and those above a sender's number
 */
@Schema(name = "MailboxView")
record MailboxView(
        String unit,
        String address,
        State state,
        Instant answeredAt,
        Instant failingSince,
        Instant letterSince,
        Instant receivesFrom,
        int takenInHour,
        int perHour,
        int takenInWeek,
        int leftInWeek) {

    /** What is known of it. */
    @Schema(name = "MailboxState")
    enum State {
        /** It has not been looked into yet. */
        NEW,
        /** It answers. */
        ANSWERS,
        /** It does not answer; its letters wait in it. */
        FAILING,
        /** It has given as many letters as it may within an hour; the others wait in it. */
        FULL
    }
}
