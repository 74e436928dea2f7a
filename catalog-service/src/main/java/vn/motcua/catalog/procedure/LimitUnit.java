package vn.motcua.catalog.procedure;

/** What a time limit is counted in. HOUR is a working hour, CLOCK_HOUR one of the clock; SAME_DAY has no amount. */
public enum LimitUnit {
    WORKING_DAY(33.6),
    DAY(24),
    HOUR(4.2),
    CLOCK_HOUR(1),
    MONTH(730),
    SAME_DAY(0);

    /** Hours of the clock that one unit takes on average: only to tell which of two limits is the longer one. */
    private final double hours;

    LimitUnit(double hours) {
        this.hours = hours;
    }

    double length(int amount) {
        return this == SAME_DAY ? 8 : amount * hours;
    }
}
