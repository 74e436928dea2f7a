package vn.motcua.notification.delivery;

import vn.motcua.platform.clock.LegalTime;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;

/**
 * The hours in which no phone rings, in legal time.
 *
 * @param from first quiet minute, in the evening
 * @param until first minute that is not, in the morning
 */
public record QuietHours(LocalTime from, LocalTime until) {

    /** The hours of the centre: nine in the evening to seven in the morning. */
    public static final QuietHours USUAL = new QuietHours(LocalTime.of(21, 0), LocalTime.of(7, 0));

    public QuietHours {
        if (!until.isBefore(from)) {
            throw new IllegalArgumentException("quiet hours go over midnight");
        }
    }

    /** {@code wait} later, counting only what is not quiet. */
    Instant plus(Instant from, Duration wait) {
        Instant at = after(from);
        Duration left = wait;
        for (Duration day = untilQuiet(at); left.compareTo(day) > 0; day = untilQuiet(at)) {
            left = left.minus(day);
            at = after(at.plus(day));
        }
        return at.plus(left);
    }

    private Duration untilQuiet(Instant byDay) {
        return Duration.between(byDay.atZone(LegalTime.ZONE).toLocalTime(), from);
    }

    /** The first instant from {@code at} on that is not quiet; {@code at} itself by day. */
    public Instant after(Instant at) {
        ZonedDateTime local = at.atZone(LegalTime.ZONE);
        LocalTime time = local.toLocalTime();
        if (!time.isBefore(until) && time.isBefore(from)) {
            return at;
        }
        LocalDate day =
                time.isBefore(until) ? local.toLocalDate() : local.toLocalDate().plusDays(1);
        return day.atTime(until).atZone(LegalTime.ZONE).toInstant();
    }
}
