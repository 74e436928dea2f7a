package vn.motcua.intake.deadline;

/**
 * The units in which published limits are counted. HOUR counts office hours, CLOCK_HOUR every hour of the clock, MONTH and
 * DAY calendar time that never ends on a day off, SAME_DAY means the result on the day of receipt.
 */
public enum LimitUnit {
    WORKING_DAY,
    DAY,
    HOUR,
    CLOCK_HOUR,
    MONTH,
    SAME_DAY
}
