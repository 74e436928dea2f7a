package vn.motcua.processing.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static vn.motcua.processing.casework.Act.*;
import static vn.motcua.processing.casework.Actor.*;
import static vn.motcua.processing.casework.State.*;

import org.junit.jupiter.api.Test;
import vn.motcua.processing.casework.ActRefused.Reason;
import vn.motcua.processing.casework.CaseTable.Flags;
import vn.motcua.processing.casework.CaseTable.Row;

import java.util.Set;
import java.util.stream.Collectors;

/** The rows of a draft before the person; that nothing else is allowed is tested with the whole table. */
class CaseTableDraftTest {
    @Test
    void a_proposal_waits_for_a_draft_only_where_one_is_asked_for() {
        Facts ready = all(true);
        for (boolean asked : new boolean[] {true, false}) {
            for (boolean offered : new boolean[] {true, false}) {
                for (boolean agreed : new boolean[] {true, false}) {
                    Facts facts = drafts(ready, asked, offered, agreed);
                    assertThat(happens(CLAIMED, Flags.NONE, PROPOSE, Set.of(SPECIALIST), facts))
                            .as(facts.toString())
                            .isEqualTo(!offered && agreed);
                }
            }
        }
        assertThat(refusal(CLAIMED, Flags.NONE, PROPOSE, SPECIALIST, drafts(ready, false, true, false))
                        .guard())
                .isEqualTo(Guard.DRAFT_ANSWERED);
        assertThat(refusal(CLAIMED, Flags.NONE, PROPOSE, SPECIALIST, drafts(ready, true, false, false))
                        .guard())
                .isEqualTo(Guard.DRAFT_AGREED);
    }

    @Test
    void silence_is_consent_only_after_the_time_and_is_never_an_objection() {
        Facts offered = drafts(all(true), false, true, false);
        Facts early = drafts(all(false), false, true, false);
        for (State state : Set.of(OPEN, CLAIMED, PAUSED)) {
            assertThat(happens(state, Flags.NONE, CONFIRM_DRAFT, Set.of(CLOCK), offered))
                    .isTrue();
            assertThat(refusal(state, Flags.NONE, CONFIRM_DRAFT, CLOCK, early).guard())
                    .isEqualTo(Guard.DRAFT_TIME_OVER);
            assertThat(happens(state, Flags.NONE, CONFIRM_DRAFT, Set.of(CITIZEN), early))
                    .isTrue();
            assertThat(refusal(state, Flags.NONE, OBJECT_DRAFT, CLOCK, offered).reason())
                    .isEqualTo(Reason.NOT_YOURS);
        }
        assertThat(refusal(PROPOSED, Flags.NONE, OBJECT_DRAFT, CITIZEN, offered).reason())
                .isEqualTo(Reason.NOT_NOW);
    }

    @Test
    void the_desk_does_nothing_with_a_case_but_write_down_what_the_person_says_of_a_draft() {
        assertThat(CaseTable.ROWS.stream()
                        .filter(r -> r.by().contains(RECEPTION) || r.by().contains(CITIZEN))
                        .map(Row::act)
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(CONFIRM_DRAFT, OBJECT_DRAFT);
    }

    @Test
    void while_a_draft_waits_for_the_person_the_case_goes_to_no_other_unit_and_may_go_to_another_department() {
        Facts stays = all(true);
        Facts leaves = leaving(stays);
        for (Actor actor : Set.of(SPECIALIST, APPROVER, DIRECTOR)) {
            assertThat(happens(CLAIMED, Flags.NONE, HAND_ON, Set.of(actor), stays))
                    .isTrue();
            assertThat(refusal(CLAIMED, Flags.NONE, HAND_ON, actor, leaves).guard())
                    .isEqualTo(Guard.DRAFT_STAYS);
        }
        assertThat(refusal(OPEN, Flags.NONE, HAND_ON, DIRECTOR, leaves).guard()).isEqualTo(Guard.DRAFT_STAYS);
        assertThat(CaseTable.ROWS).filteredOn(r -> r.act() == HAND_ON).allMatch(r -> r.when()
                .contains(Guard.DRAFT_STAYS));
    }

    private static Facts leaving(Facts like) {
        return new Facts(
                like.heldByCaller(),
                like.leaseOver(),
                like.singleHand(),
                like.proposedByCaller(),
                like.resultUploaded(),
                like.extensionAsked(),
                like.extensionPossible(),
                like.examined(),
                like.opinionsOpen(),
                like.opinionsLate(),
                like.handed(),
                like.draftAsked(),
                like.draftOffered(),
                like.draftAgreed(),
                like.draftTimeOver(),
                like.elsewhere(),
                like.comeBack(),
                true);
    }

    private static Facts drafts(Facts like, boolean asked, boolean offered, boolean agreed) {
        return new Facts(
                like.heldByCaller(),
                like.leaseOver(),
                like.singleHand(),
                like.proposedByCaller(),
                like.resultUploaded(),
                like.extensionAsked(),
                like.extensionPossible(),
                like.examined(),
                like.opinionsOpen(),
                like.opinionsLate(),
                like.handed(),
                asked,
                offered,
                agreed,
                like.draftTimeOver(),
                like.elsewhere(),
                like.comeBack(),
                like.leavesDraft());
    }

    private static boolean happens(State state, Flags flags, Act act, Set<Actor> parts, Facts facts) {
        return refusal(state, flags, act, parts.iterator().next(), facts) == null;
    }

    private static ActRefused refusal(State state, Flags flags, Act act, Actor actor, Facts facts) {
        return catchThrowableOfType(ActRefused.class, () -> CaseTable.find(state, flags, act, Set.of(actor), facts));
    }

    private static Facts all(boolean value) {
        return new Facts(
                value, value, value, value, value, value, value, value, value, value, value, value, value, value, value,
                false, false, false);
    }
}
