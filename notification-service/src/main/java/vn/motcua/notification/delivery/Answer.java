package vn.motcua.notification.delivery;

import java.time.Duration;
import java.util.List;

/**
 * What came of a sending.
 *
 * @param reason a code; null where it was taken
 * @param parts segments that were taken in this sending, also where the rest was not
 * @param after how long another try waits at least; null for the usual
 */
public record Answer(Kind kind, String reason, List<Part> parts, Duration after) {

    /** What is known of it. */
    public enum Kind {
        TAKEN,
        LATER,
        REFUSED,
        LOST
    }

    /** A segment that was taken, by the provider's message id. */
    public record Part(int number, String reference) {}

    /** The provider has all of it. */
    public static Answer taken(List<Part> parts) {
        return new Answer(Kind.TAKEN, null, List.copyOf(parts), null);
    }

    /** What is not in {@code parts} was not taken, for certain, and may be later. */
    public static Answer later(String reason, List<Part> parts, Duration after) {
        return new Answer(Kind.LATER, reason, List.copyOf(parts), after);
    }

    /** It will never be taken. */
    public static Answer refused(String reason, List<Part> parts) {
        return new Answer(Kind.REFUSED, reason, List.copyOf(parts), null);
    }

    /** Nobody knows. */
    public static Answer lost(String reason, List<Part> parts) {
        return new Answer(Kind.LOST, reason, List.copyOf(parts), null);
    }

    Turn turn() {
        return switch (kind) {
            case TAKEN -> Turn.ACCEPTED;
            case LATER -> Turn.TRY_LATER;
            case REFUSED -> Turn.REFUSED;
            case LOST -> Turn.ANSWER_LOST;
        };
    }
}
