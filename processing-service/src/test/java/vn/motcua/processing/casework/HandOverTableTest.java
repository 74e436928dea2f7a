package vn.motcua.processing.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static vn.motcua.processing.casework.Act.*;
import static vn.motcua.processing.casework.Actor.*;
import static vn.motcua.processing.casework.State.*;

import org.junit.jupiter.api.Test;
import vn.motcua.processing.casework.ActRefused.Reason;
import vn.motcua.processing.casework.CaseTable.Flags;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What the table says of a case that another unit handles, over all answers of all guards. */
class HandOverTableTest {
    private static final int OTHERS = Facts.class.getRecordComponents().length - 3 - 4;
    private static final Facts ELSEWHERE = facts((1 << OTHERS) - 1, true, false);

    @Test
    void while_another_unit_handles_it_nobody_speaks_to_the_person_proposes_or_decides() {
        Set<Act> competent = Set.of(OFFER_DRAFT, ASK_SUPPLEMENT, ASK_PAYMENT, PROPOSE, DECIDE);
        for (Facts facts : all(true)) {
            for (State state : State.values()) {
                for (Actor actor : Actor.values()) {
                    if (CaseTable.allowed(state, Flags.NONE, Set.of(actor), facts).stream()
                            .anyMatch(competent::contains)) {
                        throw new AssertionError("%s by %s %s".formatted(state, actor, facts));
                    }
                }
            }
        }
        assertThat(refusal(CLAIMED, PROPOSE, SPECIALIST, ELSEWHERE).guard()).isEqualTo(Guard.AT_HOME);
        assertThat(refusal(CLAIMED, ASK_SUPPLEMENT, SPECIALIST, ELSEWHERE).guard())
                .isEqualTo(Guard.AT_HOME);
        assertThat(refusal(PROPOSED, DECIDE, APPROVER, ELSEWHERE).guard()).isEqualTo(Guard.AT_HOME);
    }

    @Test
    void who_handles_it_claims_examines_asks_opinions_and_hands_it_back() {
        assertThat(CaseTable.allowed(CLAIMED, Flags.NONE, Set.of(SPECIALIST), ELSEWHERE))
                .containsExactly(CLAIM, RELEASE, HAND_ON, EXAMINE, ASK_OPINION, WITHDRAW_OPINION, ASK_EXTENSION);
        assertThat(CaseTable.allowed(OPEN, Flags.NONE, Set.of(SPECIALIST), ELSEWHERE))
                .containsExactly(CLAIM, ACCEPT, DECLINE);
        assertThat(CaseTable.allowed(CLAIMED, Flags.NONE, Set.of(DIRECTOR), ELSEWHERE))
                .containsExactly(RELEASE, REASSIGN, HAND_ON);
    }

    @Test
    void only_the_competent_unit_takes_back_and_extends_and_takes_back_only_from_elsewhere() {
        for (State state : List.of(OPEN, CLAIMED)) {
            assertThat(CaseTable.allowed(state, Flags.NONE, Set.of(COMPETENT_DIRECTOR), ELSEWHERE))
                    .containsExactly(RECALL, EXTEND);
            assertThat(CaseTable.allowed(state, Flags.NONE, Set.of(SPECIALIST, APPROVER, DIRECTOR), ELSEWHERE))
                    .doesNotContain(RECALL, EXTEND);
            for (Facts facts : all(false)) {
                assertThat(CaseTable.allowed(state, Flags.NONE, Set.of(COMPETENT_DIRECTOR), facts))
                        .doesNotContain(RECALL);
            }
        }
        assertThat(refusal(OPEN, RECALL, DIRECTOR, ELSEWHERE).reason()).isEqualTo(Reason.NOT_YOURS);
        assertThat(refusal(PROPOSED, RECALL, COMPETENT_DIRECTOR, ELSEWHERE).reason())
                .isEqualTo(Reason.NOT_NOW);
    }

    @Test
    void what_comes_back_to_the_competent_unit_is_taken_over_and_not_declined() {
        Facts comeBack = facts((1 << OTHERS) - 1, false, true);
        assertThat(refusal(OPEN, DECLINE, SPECIALIST, comeBack).guard()).isEqualTo(Guard.NOT_COME_BACK);
        assertThat(CaseTable.allowed(OPEN, Flags.NONE, Set.of(SPECIALIST), comeBack))
                .containsExactly(CLAIM, ACCEPT);
    }

    private static ActRefused refusal(State state, Act act, Actor actor, Facts facts) {
        return catchThrowableOfType(
                ActRefused.class, () -> CaseTable.find(state, Flags.NONE, act, Set.of(actor), facts));
    }

    private static List<Facts> all(boolean elsewhere) {
        List<Facts> all = new ArrayList<>();
        for (int bits = 0; bits < 1 << OTHERS; bits++) {
            all.add(facts(bits, elsewhere, false));
        }
        return all;
    }

    private static Facts facts(int bits, boolean elsewhere, boolean comeBack) {
        boolean[] is = new boolean[OTHERS];
        for (int bit = 0; bit < OTHERS; bit++) {
            is[bit] = (bits >> bit & 1) == 1;
        }
        boolean draft = (bits & 2) == 0;
        return new Facts(
                is[0], is[1], is[2], is[3], is[4], is[5], is[6], is[7], is[8], is[9], is[10], draft, draft, true, draft,
                elsewhere, comeBack, false);
    }
}
