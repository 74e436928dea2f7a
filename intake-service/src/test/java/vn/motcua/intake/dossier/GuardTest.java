package vn.motcua.intake.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.motcua.intake.dossier.Sample.act;
import static vn.motcua.intake.dossier.Sample.legal;
import static vn.motcua.intake.dossier.Sample.situation;

import org.junit.jupiter.api.Test;
import vn.motcua.intake.catalogue.Channel;
import vn.motcua.intake.deadline.Limit;
import vn.motcua.intake.deadline.LimitUnit;

import java.util.Set;
import java.util.UUID;

class GuardTest {
    private static final Limit THREE_DAYS = Limit.of(3, LimitUnit.WORKING_DAY);
    private static final String MORNING = "2026-11-23T09:00";

    private static void unmet(Dossier dossier, Action action, Actor actor, String at, Guard guard) {
        assertThatThrownBy(() -> act(dossier, action, actor, at))
                .isInstanceOfSatisfying(
                        GuardNotMet.class, e -> assertThat(e.guard()).isEqualTo(guard));
    }

    private static boolean extensible(Dossier dossier, String at, String newDue) {
        return Guard.EXTENSION_RULE.holds(Sample.extension(dossier, at, newDue));
    }

    @Test
    void nothing_is_received_without_its_papers_its_filing_fee_and_a_limit() {
        Dossier dossier = Sample.opened(Channel.COUNTER, null, MORNING);
        dossier.papersOpen(1);
        dossier.charges().set(true, 20_000, 20_000);
        unmet(dossier, Action.RECEIVE, Actor.RECEPTION, MORNING, Guard.PAPERS_COMPLETE);
        dossier.papersOpen(0);
        unmet(dossier, Action.RECEIVE, Actor.RECEPTION, MORNING, Guard.FEES_SETTLED);
        dossier.charges().set(true, 0, 5_000);
        unmet(dossier, Action.RECEIVE, Actor.RECEPTION, MORNING, Guard.LIMIT_KNOWN);
        dossier.agreed(THREE_DAYS, "thỏa thuận");
        Sample.receive(dossier, MORNING);
        assertThat(dossier.stage()).isEqualTo(Stage.RECEIVED);
        assertThat(dossier.clock().due()).isEqualTo(legal("2026-11-27T09:00"));
    }

    @Test
    void a_fee_due_at_return_holds_back_the_hand_over_only() {
        Dossier dossier = Sample.inProcess(Limit.sameDay(), MORNING);
        dossier.charges().set(true, 0, 5_000);
        Sample.decide(dossier, UUID.randomUUID(), "00", "2026-11-23T10:00");
        unmet(dossier, Action.HAND_OVER, Actor.RETURN, "2026-11-23T11:00", Guard.FEES_SETTLED);
        dossier.charges().set(true, 0, 0);
        act(dossier, Action.HAND_OVER, Actor.RETURN, "2026-11-23T11:00");
        assertThat(dossier.stage()).isEqualTo(Stage.RETURNED);
    }

    @Test
    void a_second_supplement_is_refused_whoever_asks() {
        Dossier dossier = Sample.inProcess(THREE_DAYS, MORNING);
        Sample.askSupplement(dossier, Actor.CASE, MORNING);
        Sample.supply(dossier, MORNING);
        unmet(dossier, Action.ASK_SUPPLEMENT, Actor.CASE, MORNING, Guard.FIRST_SUPPLEMENT);
    }

    @Test
    void a_second_supplement_with_a_legal_ground_is_counted_and_keeps_its_ground() {
        Dossier dossier = Sample.inProcess(THREE_DAYS, MORNING);
        Sample.askSupplement(dossier, Actor.CASE, MORNING);
        assertThat(dossier.waiting().supplements()).isEqualTo(1);
        Sample.supply(dossier, MORNING);
        Step again = Step.take(
                new Situation(dossier, Action.ASK_SUPPLEMENT, legal(MORNING), true, null, Sample.CALENDAR), Actor.CASE);
        dossier.waiting().askSupplement(legal(MORNING), null, "LAW_CHANGED");
        again.complete();
        assertThat(dossier.stage()).isEqualTo(Stage.AWAITING_SUPPLEMENT);
        assertThat(dossier.waiting().supplements()).isEqualTo(2);
        assertThat(dossier.waiting().supplementGround()).isEqualTo("LAW_CHANGED");
    }

    @Test
    void the_first_supplement_needs_no_ground_and_keeps_none() {
        Dossier dossier = Sample.inProcess(THREE_DAYS, MORNING);
        dossier.waiting().askSupplement(legal(MORNING), null, "LAW_CHANGED");
        assertThat(dossier.waiting().supplementGround()).isNull();
    }

    @Test
    void an_extension_is_granted_once_and_a_working_day_before_due_at_the_latest() {
        Dossier dossier = Sample.inProcess(THREE_DAYS, MORNING);
        assertThat(extensible(dossier, "2026-11-26T09:00", "2026-12-01T09:00")).isTrue();
        assertThat(extensible(dossier, "2026-11-26T09:01", "2026-12-01T09:00")).isFalse();
        assertThat(extensible(dossier, "2026-11-25T09:00", "2026-11-27T09:00")).isFalse();
        Step.take(Sample.extension(dossier, "2026-11-26T09:00", "2026-12-01T09:00"), Actor.CASE)
                .complete();
        assertThat(dossier.clock().due()).isEqualTo(legal("2026-12-01T09:00"));
        assertThat(dossier.clock().originalDue()).isEqualTo(legal("2026-11-27T09:00"));
        assertThat(extensible(dossier, "2026-11-27T09:00", "2026-12-08T09:00")).isFalse();
    }

    @Test
    void a_certification_is_extended_the_same_day_by_two_working_days_at_most() {
        Dossier dossier = Sample.inProcess(Limit.sameDay(), MORNING);
        assertThat(extensible(dossier, "2026-11-23T16:00", "2026-11-26T17:00")).isTrue();
        assertThat(extensible(dossier, "2026-11-23T16:00", "2026-11-26T17:01")).isFalse();
        assertThat(extensible(dossier, "2026-11-23T17:01", "2026-11-25T17:00")).isFalse();
    }

    @Test
    void a_withdrawal_before_the_transfer_needs_no_case() {
        Dossier dossier = Sample.received(THREE_DAYS, MORNING);
        Sample.askWithdrawal(dossier, UUID.randomUUID(), MORNING);
        act(dossier, Action.CONFIRM, Actor.RECEPTION, MORNING);
        assertThat(dossier.stage()).isEqualTo(Stage.STOPPED);
        assertThat(dossier.step()).isEqualTo(3);
    }

    @Test
    void a_withdrawal_after_the_transfer_is_confirmed_when_the_case_froze_for_this_very_request() {
        Dossier dossier = Sample.inProcess(THREE_DAYS, MORNING);
        UUID first = UUID.randomUUID();
        Sample.askWithdrawal(dossier, first, MORNING);
        unmet(dossier, Action.CONFIRM, Actor.RECEPTION, MORNING, Guard.CASE_FROZEN);
        dossier.withdrawal().close();
        act(dossier, Action.CANCEL, Actor.RECEPTION, MORNING);
        UUID second = UUID.randomUUID();
        Sample.askWithdrawal(dossier, second, MORNING);
        dossier.withdrawal().answered(first, "FROZEN");
        unmet(dossier, Action.CONFIRM, Actor.RECEPTION, MORNING, Guard.CASE_FROZEN);
        dossier.withdrawal().answered(second, "DECISION_EXISTS");
        unmet(dossier, Action.CONFIRM, Actor.RECEPTION, MORNING, Guard.CASE_FROZEN);
        dossier.withdrawal().answered(second, "FROZEN");
        act(dossier, Action.CONFIRM, Actor.RECEPTION, MORNING);
        assertThat(dossier.stage()).isEqualTo(Stage.STOPPED);
        assertThat(dossier.step()).isEqualTo(4);
    }

    @Test
    void originals_go_back_once_from_a_refused_dossier() {
        Dossier dossier = Sample.opened(Channel.COUNTER, THREE_DAYS, MORNING);
        act(dossier, Action.REFUSE, Actor.RECEPTION, MORNING);
        unmet(dossier, Action.HAND_OVER, Actor.RETURN, MORNING, Guard.ORIGINALS_HELD);
        dossier.keepsOriginals(true);
        act(dossier, Action.HAND_OVER, Actor.RETURN, MORNING);
        assertThat(dossier.stage()).isEqualTo(Stage.REFUSED);
    }

    @Test
    void a_draft_is_given_up_thirty_days_after_its_last_write_and_not_before() {
        Dossier dossier = Sample.opened(Channel.ONLINE, THREE_DAYS, MORNING);
        unmet(dossier, Action.ABANDON, Actor.CLOCK, "2026-12-23T08:59", Guard.DRAFT_IDLE);
        act(dossier, Action.ABANDON, Actor.CLOCK, "2026-12-23T09:00");
        assertThat(dossier.stage()).isEqualTo(Stage.ABANDONED);
    }

    @Test
    void the_clock_hands_a_dossier_on_when_its_time_has_come_and_not_before() {
        Dossier dossier = Sample.opened(Channel.COUNTER, THREE_DAYS, MORNING);
        Step step = Sample.take(dossier, Action.RECEIVE, Actor.RECEPTION, MORNING);
        dossier.received("H52.712.00-261123-0001", legal("2026-11-23T17:00"));
        step.complete();
        unmet(dossier, Action.TRANSFER, Actor.CLOCK, "2026-11-23T16:59", Guard.TRANSFER_TIME);
        Sample.transfer(dossier, Actor.CLOCK, "2026-11-23T17:00");
        assertThat(dossier.stage()).isEqualTo(Stage.IN_PROCESS);
    }

    @Test
    void the_director_apologises_only_when_the_dossier_is_late() {
        Dossier dossier = Sample.inProcess(THREE_DAYS, MORNING);
        unmet(dossier, Action.APOLOGISE, Actor.DIRECTOR, "2026-11-27T09:00", Guard.LATE);
        assertThat(Guard.LATE.holds(situation(dossier, Action.APOLOGISE, "2026-11-27T09:01")))
                .isTrue();
    }

    @Test
    void what_is_offered_as_allowed_would_be_done() {
        Dossier dossier = Sample.opened(Channel.COUNTER, null, MORNING);
        dossier.papersOpen(1);
        Set<Actor> reception = Set.of(Actor.RECEPTION);
        assertThat(StepTable.allowed(dossier, reception, legal(MORNING)))
                .containsExactlyInAnyOrder(Action.REFUSE, Action.ASK_SUPPLEMENT, Action.ABANDON, Action.CORRECT);
        dossier.papersOpen(0);
        assertThat(StepTable.allowed(dossier, reception, legal(MORNING))).contains(Action.RECEIVE);
        assertThat(StepTable.allowed(dossier, Set.of(), legal(MORNING))).isEmpty();
    }
}
