package vn.motcua.catalog.procedure;

import com.fasterxml.jackson.annotation.JsonFormat;

import java.time.LocalTime;

/**
 * A time limit of one channel.
 *
 * @param amount in {@code unit}; 0 for SAME_DAY
 * @param cutOff legal time after which a same-day dossier is answered on the next working day; null without one
 * @param description what the list says about it; null where it says nothing
 * @param grade V read in the law, S secondary, null as published by the portal
 */
public record Limit(
        Channel channel,
        int amount,
        LimitUnit unit,
        @JsonFormat(pattern = "HH:mm") LocalTime cutOff,
        String description,
        String source,
        String grade) {
    /** Law on Civil Status 2014 Art.5(3), Decree 23/2015 Art.7: received after 15:00, answered on the next working day. */
    public static final LocalTime SAME_DAY_CUT_OFF = LocalTime.of(15, 0);

    /** A same-day limit has no amount of its own and always the cut-off of the law. */
    public static Limit of(
            Channel channel, int amount, LimitUnit unit, String description, String source, String grade) {
        boolean sameDay = unit == LimitUnit.SAME_DAY;
        return new Limit(
                channel, sameDay ? 0 : amount, unit, sameDay ? SAME_DAY_CUT_OFF : null, description, source, grade);
    }

    /** A measure to compare limits by, in hours of the clock. */
    public double length() {
        return unit.length(amount);
    }
}
