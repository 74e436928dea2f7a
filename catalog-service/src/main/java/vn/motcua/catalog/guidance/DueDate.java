package vn.motcua.catalog.guidance;

import com.fasterxml.jackson.annotation.JsonFormat;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.motcua.catalog.calendar.WorkingTime;
import vn.motcua.catalog.procedure.Limit;
import vn.motcua.catalog.procedure.LimitUnit;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;

/**
 * The date a dossier would get if it were received complete at a moment and nothing stopped its clock. Foreseen, not promised: the
 * date that binds is on the slip, by the same rule in intake-service. Both read the one list of examples in their tests (ADR
 * 0013).
 *
 * @param received the moment, in full minutes of legal time
 * @param due in full minutes of legal time
 * @param provisional a calendar it rests on is missing or not final
 */
@Schema(name = "DueDate")
public record DueDate(
        @JsonFormat(pattern = "yyyy-MM-dd'T'HH:mm")
                @Schema(type = org.eclipse.microprofile.openapi.annotations.enums.SchemaType.STRING)
                LocalDateTime received,
        @JsonFormat(pattern = "yyyy-MM-dd'T'HH:mm")
                @Schema(type = org.eclipse.microprofile.openapi.annotations.enums.SchemaType.STRING)
                LocalDateTime due,
        boolean provisional) {

    /** @param limit that is established for the channel */
    public static DueDate of(LocalDateTime receivedAt, Limit limit, WorkingTime time) {
        LocalDateTime received = receivedAt.truncatedTo(ChronoUnit.MINUTES);
        LocalDateTime due = due(start(received, limit, time), limit, time);
        return new DueDate(received, due, time.provisional(received.toLocalDate(), due.toLocalDate()));
    }

    /** Outside office hours, and after the cut-off of the law, a limit runs from the next opening; clock hours always run. */
    private static LocalDateTime start(LocalDateTime received, Limit limit, WorkingTime time) {
        if (limit.unit() == LimitUnit.CLOCK_HOUR) {
            return received;
        }
        LocalDate day = received.toLocalDate();
        boolean late = limit.cutOff() != null && received.toLocalTime().isAfter(limit.cutOff());
        return late && time.works(day) ? time.opening(time.nextWorkingDay(day)) : time.roll(received);
    }

    private static LocalDateTime due(LocalDateTime start, Limit limit, WorkingTime time) {
        LocalDate day = start.toLocalDate();
        return switch (limit.unit()) {
            case SAME_DAY -> time.closing(day);
            case WORKING_DAY ->
                time.roll(time.plusWorkingDays(day, limit.amount()).atTime(start.toLocalTime()));
            case HOUR -> time.walk(start, Duration.ofHours(limit.amount()));
            case CLOCK_HOUR -> start.plusHours(limit.amount());
            case DAY -> time.roll(start.plusDays(limit.amount()));
            case MONTH -> time.roll(months(start, limit.amount(), time));
        };
    }

    /** Without that day in the last month, the last day of it (Civil Code Art. 148), at the close of the office. */
    private static LocalDateTime months(LocalDateTime start, int months, WorkingTime time) {
        LocalDateTime end = start.plusMonths(months);
        return end.getDayOfMonth() == start.getDayOfMonth() ? end : time.closing(end.toLocalDate());
    }
}
