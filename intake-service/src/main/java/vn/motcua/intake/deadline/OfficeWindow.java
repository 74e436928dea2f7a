package vn.motcua.intake.deadline;

import java.time.LocalTime;

/** One stretch of office hours of a day, both ends included, Asia/Ho_Chi_Minh. */
public record OfficeWindow(LocalTime from, LocalTime to) {
    /** @throws IllegalArgumentException if it does not end after it begins */
    public OfficeWindow {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("office hours " + from + " to " + to);
        }
    }
}
