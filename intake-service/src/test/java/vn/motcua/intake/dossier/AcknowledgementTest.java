package vn.motcua.intake.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.intake.dossier.Sample.legal;

import org.junit.jupiter.api.Test;
import vn.motcua.intake.catalogue.Channel;
import vn.motcua.intake.deadline.Deadline;
import vn.motcua.intake.deadline.Limit;
import vn.motcua.intake.deadline.WorkCalendar;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;

class AcknowledgementTest {
    /** As the sample calendar, with the Monday off too. */
    private static final WorkCalendar MONDAY_OFF = new WorkCalendar(
            Map.of(LocalDate.of(2026, 11, 24), "Culture Day", LocalDate.of(2026, 11, 23), "Bridge day"),
            Set.of(),
            Set.of(2026),
            WorkCalendar.USUAL_HOURS);

    @Test
    void eight_working_hours_online_and_one_working_day_by_post() {
        assertThat(Acknowledgement.by(Channel.ONLINE, legal("2026-11-20T15:00"), Sample.CALENDAR))
                .isEqualTo(legal("2026-11-23T15:30"));
        assertThat(Acknowledgement.by(Channel.POST, legal("2026-11-20T15:00"), Sample.CALENDAR))
                .isEqualTo(legal("2026-11-23T15:00"));
    }

    @Test
    void another_calendar_moves_the_time_of_a_filing_that_nobody_answered() {
        Dossier filed = filed();
        assertThat(Acknowledgement.recompute(filed, Sample.CALENDAR)).isFalse();
        assertThat(Acknowledgement.recompute(filed, MONDAY_OFF)).isTrue();
        assertThat(filed.clock().acknowledgeBy()).isEqualTo(legal("2026-11-25T15:30"));
        assertThat(Acknowledgement.recompute(filed, MONDAY_OFF)).isFalse();
    }

    @Test
    void what_was_answered_keeps_the_time_it_was_answered_by() {
        Dossier received = filed();
        Sample.receive(received, "2026-11-20T16:00");
        Dossier asked = filed();
        Sample.askSupplement(asked, Actor.RECEPTION, "2026-11-20T16:00");
        for (Dossier answered : new Dossier[] {received, asked}) {
            assertThat(Acknowledgement.recompute(answered, MONDAY_OFF)).isFalse();
            assertThat(answered.clock().acknowledgeBy()).isEqualTo(legal("2026-11-23T15:30"));
        }
    }

    @Test
    void a_promised_day_that_is_off_is_the_next_working_day_at_the_same_time() {
        assertThat(Deadline.onWorkingDay(legal("2026-11-23T10:00"), Sample.CALENDAR))
                .isEqualTo(legal("2026-11-23T10:00"));
        assertThat(Deadline.onWorkingDay(legal("2026-11-23T10:00"), MONDAY_OFF)).isEqualTo(legal("2026-11-25T10:00"));
    }

    private static Dossier filed() {
        Dossier dossier = Sample.opened(Channel.ONLINE, Limit.sameDay(), "2026-11-20T14:00");
        Step step = Sample.take(dossier, Action.SUBMIT, Actor.CITIZEN, "2026-11-20T15:00");
        dossier.submitted(Acknowledgement.by(Channel.ONLINE, legal("2026-11-20T15:00"), Sample.CALENDAR), null, false);
        step.complete();
        return dossier;
    }
}
