package vn.motcua.processing.opinion;

import vn.motcua.processing.calendar.WorkCalendar;

import java.time.Duration;
import java.time.Instant;

/** In what the time for an opinion is counted: always working time. */
public enum OpinionLimit {
    WORKING_DAY,
    WORKING_HOUR;

    /** When an opinion asked at this instant is due. */
    Instant due(Instant asked, int amount, WorkCalendar calendar) {
        return this == WORKING_DAY
                ? calendar.plusWorkingDays(asked, amount)
                : calendar.plusOfficeTime(asked, Duration.ofHours(amount));
    }
}
