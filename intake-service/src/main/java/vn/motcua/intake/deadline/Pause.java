package vn.motcua.intake.deadline;

import java.time.Instant;
import java.util.Objects;

/**
 * A stretch in which the legal clock stood still.
 *
 * @param from when the clock stopped
 * @param to when it ran again; null while it still stands
 * @param reason the code of the legal ground (as AWAITING_SUPPLEMENT), or null; it is only shown, never counted with
 */
public record Pause(Instant from, Instant to, String reason) {
    /** @throws IllegalArgumentException if the pause ends before it begins */
    public Pause {
        Objects.requireNonNull(from, "from");
        if (to != null && to.isBefore(from)) {
            throw new IllegalArgumentException("a pause that ends before it begins");
        }
    }

    /** A pause whose ground nobody will ask for. */
    public Pause(Instant from, Instant to) {
        this(from, to, null);
    }

    /** Whether the clock still stands. */
    public boolean open() {
        return to == null;
    }
}
