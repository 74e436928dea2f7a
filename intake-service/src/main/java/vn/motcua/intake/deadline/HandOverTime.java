package vn.motcua.intake.deadline;

import vn.motcua.platform.clock.LegalTime;

import java.time.Instant;
import java.time.LocalDate;

/**
 * When the post may have handed dossiers over: the signing of the hand-over record is the legal time of filing (Decision 45/2016 Art.
 * 7(4)), so it lies in the past, and not before the last working day.
 */
public record HandOverTime(LocalDate earliest, Instant latest) {
    /**
     * As it stands for somebody who enters it now.
     *
     * @param desk calendar of the unit that takes over
     */
    public static HandOverTime at(Instant now, WorkCalendar desk) {
        LocalDate last = LegalTime.date(now).minusDays(1);
        while (!desk.isWorkingDay(last)) {
            last = last.minusDays(1);
        }
        return new HandOverTime(last, now);
    }

    /** Whether an instant fits; null does not. */
    public boolean fits(Instant handedOver) {
        return handedOver != null
                && !handedOver.isAfter(latest)
                && !handedOver.isBefore(earliest.atStartOfDay(LegalTime.ZONE).toInstant());
    }

    /** From which day to which instant, as printed. */
    @Override
    public String toString() {
        return LegalTime.day(earliest.atStartOfDay(LegalTime.ZONE).toInstant()) + " … " + LegalTime.onPaper(latest);
    }
}
