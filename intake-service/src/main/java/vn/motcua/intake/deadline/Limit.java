package vn.motcua.intake.deadline;

import java.time.LocalTime;
import java.util.Objects;

/**
 * A time limit as a procedure's version publishes it for one channel.
 *
 * @param amount how many units; at least 1, ignored for SAME_DAY
 * @param unit what is counted
 * @param cutOff the last minute (Asia/Ho_Chi_Minh, inclusive) at which a receipt still counts as of that day, or null; SAME_DAY
 *     without one takes 15:00 (Decree 23/2015 Art. 7, Law 60/2014 Art. 5(3))
 */
public record Limit(int amount, LimitUnit unit, LocalTime cutOff) {
    /** The cut-off that the law sets for results of the same day. */
    public static final LocalTime SAME_DAY_CUT_OFF = LocalTime.of(15, 0);

    /** More than ten years of days is a mistake of the source, not a limit. */
    static final int MAX_AMOUNT = 4_000;

    /** @throws IllegalArgumentException if the amount is negative, or not 1..4000 where it is counted */
    public Limit {
        Objects.requireNonNull(unit, "unit");
        if (amount < 0 || amount > MAX_AMOUNT || (amount == 0 && unit != LimitUnit.SAME_DAY)) {
            throw new IllegalArgumentException("a limit of " + amount + " " + unit);
        }
        if (unit == LimitUnit.SAME_DAY && cutOff == null) {
            cutOff = SAME_DAY_CUT_OFF;
        }
    }

    /** A limit without a cut-off of its own. */
    public static Limit of(int amount, LimitUnit unit) {
        return new Limit(amount, unit, null);
    }

    /** The limit of the same day with its cut-off at 15:00. */
    public static Limit sameDay() {
        return new Limit(0, LimitUnit.SAME_DAY, SAME_DAY_CUT_OFF);
    }

    /** Whether the result is owed on the day of receipt. */
    public boolean isSameDay() {
        return unit == LimitUnit.SAME_DAY;
    }
}
