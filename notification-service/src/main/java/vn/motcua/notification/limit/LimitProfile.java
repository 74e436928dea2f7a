package vn.motcua.notification.limit;

import java.time.Instant;

/**
 * The limits of a unit for feedback, each in working days of the unit.
 *
 * @param unit whose they are; {@code *} for every unit without its own
 * @param screenDays to reject it, forward it or find it valid
 * @param askDays to ask the person for more so that the limit to answer stands still
 * @param resolveDays to answer
 * @param publishDays to publish an answer
 * @param source the rule they come from
 * @param revision the ETag; of limits that are not the unit's own, 0
 */
public record LimitProfile(
        String unit,
        int screenDays,
        int askDays,
        int resolveDays,
        int publishDays,
        String source,
        boolean own,
        String officerName,
        Instant changedAt,
        long revision) {}
