package vn.motcua.intake.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.intake.dossier.Sample.act;
import static vn.motcua.intake.dossier.Sample.legal;

import org.junit.jupiter.api.Test;
import vn.motcua.intake.catalogue.Channel;
import vn.motcua.intake.deadline.Limit;
import vn.motcua.intake.deadline.LimitUnit;
import vn.motcua.intake.deadline.Punctuality;
import vn.motcua.intake.deadline.WorkCalendar;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

class LegalClockTest {
    private static final Limit THREE_DAYS = Limit.of(3, LimitUnit.WORKING_DAY);

    @Test
    void the_clock_starts_at_the_receipt() {
        Dossier dossier = Sample.received(THREE_DAYS, "2026-11-23T09:00");
        assertThat(dossier.clock().receivedAt()).isEqualTo(legal("2026-11-23T09:00"));
        assertThat(dossier.clock().due()).isEqualTo(legal("2026-11-27T09:00"));
        assertThat(dossier.clock().originalDue()).isEqualTo(dossier.clock().due());
    }

    @Test
    void a_supplement_before_receipt_starts_it_at_the_completing_supply() {
        Dossier dossier = Sample.opened(Channel.COUNTER, THREE_DAYS, "2026-11-20T09:00");
        Sample.askSupplement(dossier, Actor.RECEPTION, "2026-11-20T09:10");
        assertThat(dossier.clock().pausedSince()).isNull();
        Sample.supply(dossier, "2026-11-23T10:00");
        assertThat(dossier.stage()).isEqualTo(Stage.PREPARING);
        Sample.receive(dossier, "2026-11-23T14:00");
        assertThat(dossier.clock().receivedAt()).isEqualTo(legal("2026-11-23T10:00"));
    }

    @Test
    void by_post_it_starts_with_the_hand_over_record() {
        Dossier dossier = Sample.opened(Channel.POST, THREE_DAYS, "2026-11-23T09:00");
        Step step = Sample.take(dossier, Action.SUBMIT, Actor.RECEPTION, "2026-11-23T09:05");
        dossier.submitted(legal("2026-11-25T09:05"), legal("2026-11-20T16:00"), false);
        step.complete();
        Sample.receive(dossier, "2026-11-23T10:00");
        assertThat(dossier.clock().receivedAt()).isEqualTo(legal("2026-11-20T16:00"));
        assertThat(dossier.clock().due()).isEqualTo(legal("2026-11-26T16:00"));
    }

    @Test
    void a_supplement_from_the_case_pauses_it_and_what_was_left_is_walked_on() {
        Dossier dossier = supplementAsked();
        assertThat(dossier.stage()).isEqualTo(Stage.AWAITING_SUPPLEMENT);
        assertThat(dossier.clock().pausedSince()).isEqualTo(legal("2026-11-23T14:00"));
        Sample.supply(dossier, "2026-11-26T14:00");
        assertThat(dossier.stage()).isEqualTo(Stage.IN_PROCESS);
        assertThat(dossier.clock().pausedSince()).isNull();
        assertThat(dossier.clock().due()).isEqualTo(legal("2026-12-01T09:00"));
        assertThat(dossier.clock().originalDue()).isEqualTo(legal("2026-11-27T09:00"));
    }

    @Test
    void a_partial_supply_leaves_it_paused_and_waiting() {
        Dossier dossier = supplementAsked();
        act(dossier, Action.SUPPLY, Actor.RECEPTION, "2026-11-25T14:00");
        assertThat(dossier.stage()).isEqualTo(Stage.AWAITING_SUPPLEMENT);
        assertThat(dossier.clock().pausedSince()).isNotNull();
    }

    @Test
    void a_withdrawal_that_is_denied_leaves_the_pause_as_it_was() {
        Dossier dossier = supplementAsked();
        Sample.askWithdrawal(dossier, UUID.randomUUID(), "2026-11-25T09:00");
        dossier.withdrawal().close();
        act(dossier, Action.DENY, Actor.RECEPTION, "2026-11-25T10:00");
        assertThat(dossier.stage()).isEqualTo(Stage.AWAITING_SUPPLEMENT);
        assertThat(dossier.clock().pausedSince()).isEqualTo(legal("2026-11-23T14:00"));
    }

    @Test
    void a_supply_while_a_withdrawal_is_open_runs_the_clock_on_and_waits_for_the_answer() {
        Dossier dossier = supplementAsked();
        Sample.askWithdrawal(dossier, UUID.randomUUID(), "2026-11-25T09:00");
        Sample.supply(dossier, "2026-11-25T10:00");
        assertThat(dossier.stage()).isEqualTo(Stage.WITHDRAWAL_REQUESTED);
        assertThat(dossier.clock().pausedSince()).isNull();
    }

    @Test
    void the_decision_stops_it_and_its_instant_is_early_on_time_or_late() {
        assertThat(decidedAt("2026-11-26T16:00")).isEqualTo(Punctuality.EARLY);
        assertThat(decidedAt("2026-11-27T09:00")).isEqualTo(Punctuality.ON_TIME);
        assertThat(decidedAt("2026-11-27T09:01")).isEqualTo(Punctuality.LATE);
    }

    @Test
    void an_extended_date_moves_on_with_a_later_pause() {
        Dossier dossier = Sample.inProcess(THREE_DAYS, "2026-11-23T09:00");
        Step.take(Sample.extension(dossier, "2026-11-25T09:00", "2026-12-01T09:00"), Actor.CASE)
                .complete();
        Sample.askSupplement(dossier, Actor.CASE, "2026-11-26T09:00");
        Sample.supply(dossier, "2026-11-27T09:00");
        assertThat(dossier.clock().due()).isEqualTo(legal("2026-12-02T09:00"));
    }

    private static Punctuality decidedAt(String at) {
        Dossier dossier = Sample.inProcess(THREE_DAYS, "2026-11-23T09:00");
        Sample.decide(dossier, UUID.randomUUID(), "00", at);
        return dossier.clock().punctuality();
    }

    private static Dossier supplementAsked() {
        Dossier dossier = Sample.inProcess(THREE_DAYS, "2026-11-23T09:00");
        Sample.askSupplement(dossier, Actor.CASE, "2026-11-23T14:00");
        return dossier;
    }

    @Test
    void an_extended_date_keeps_the_day_and_hour_it_was_granted_for_and_moves_with_the_calendar() {
        Dossier dossier = Sample.inProcess(Limit.of(3, LimitUnit.WORKING_DAY), "2026-11-16T09:00");
        Step.take(Sample.extension(dossier, "2026-11-17T09:00", "2026-11-23T16:00"), Actor.CASE)
                .complete();
        assertThat(dossier.clock().recomputed(Sample.CALENDAR).due())
                .as("the same calendar gives the date that was granted")
                .isEqualTo(legal("2026-11-23T16:00"));
        WorkCalendar another = new WorkCalendar(
                Map.of(LocalDate.of(2026, 11, 20), "off", LocalDate.of(2026, 11, 24), "Culture Day"),
                Set.of(),
                Set.of(2026),
                WorkCalendar.USUAL_HOURS);
        assertThat(dossier.clock().recomputed(another).due()).isEqualTo(legal("2026-11-25T16:00"));
    }

    @Test
    void what_has_ended_keeps_the_date_it_was_judged_by() {
        Dossier dossier = Sample.inProcess(Limit.of(3, LimitUnit.WORKING_DAY), "2026-11-16T09:00");
        Sample.decide(dossier, UUID.randomUUID(), "ab".repeat(32), "2026-11-17T10:00");
        assertThat(dossier.clock().running()).isFalse();
        dossier.clock()
                .recompute(new WorkCalendar(
                        Map.of(LocalDate.of(2026, 11, 18), "off"), Set.of(), Set.of(2026), WorkCalendar.USUAL_HOURS));
        assertThat(dossier.clock().due()).isEqualTo(legal("2026-11-19T09:00"));
    }
}
