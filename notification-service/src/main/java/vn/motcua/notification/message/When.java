package vn.motcua.notification.message;

import vn.motcua.notification.dossier.Stage;
import vn.motcua.notification.dossier.StageChanged;
import vn.motcua.notification.dossier.StageChanged.ReturnMode;

import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/** The conditions rows of the message table may name. */
enum When {
    ALWAYS(c -> true),
    ORIGINALS_HELD(StageChanged::originalsHeld),
    NO_ORIGINALS(c -> !c.originalsHeld()),
    BEFORE_RECEIPT(c -> !c.received()),
    AFTER_RECEIPT(StageChanged::received),
    WAS_AWAITING_PAYMENT(c -> c.previousStage() == Stage.AWAITING_PAYMENT && c.moved()),
    WAS_NOT_AWAITING_PAYMENT(c -> !WAS_AWAITING_PAYMENT.holds(c)),
    WITHDRAWAL_WAS_ASKED(c -> c.previousStage() == Stage.WITHDRAWAL_REQUESTED),
    WITHDRAWAL_WAS_NOT_ASKED(c -> !WITHDRAWAL_WAS_ASKED.holds(c)),
    RETURN_BY_POST(c -> c.returnMode() == ReturnMode.POST),
    /** Originals go back by post: there is something for the postman though nothing was decided. */
    ORIGINALS_BY_POST(c -> ORIGINALS_HELD.holds(c) && RETURN_BY_POST.holds(c)),
    /** The person has changed to the post just now. */
    NOW_BY_POST((c, before) -> RETURN_BY_POST.holds(c) && before != ReturnMode.POST),
    PROMISED(c -> c.promised() != null),
    NOT_PROMISED(c -> !PROMISED.holds(c));

    /** Pairs of which exactly one holds: two rows for the same act and stage must name such a pair. */
    static final Set<Set<When>> OPPOSITES = Set.of(
            Set.of(ORIGINALS_HELD, NO_ORIGINALS),
            Set.of(BEFORE_RECEIPT, AFTER_RECEIPT),
            Set.of(WAS_AWAITING_PAYMENT, WAS_NOT_AWAITING_PAYMENT),
            Set.of(WITHDRAWAL_WAS_ASKED, WITHDRAWAL_WAS_NOT_ASKED),
            Set.of(PROMISED, NOT_PROMISED));

    private final BiPredicate<StageChanged, ReturnMode> condition;

    When(Predicate<StageChanged> condition) {
        this((change, before) -> condition.test(change));
    }

    When(BiPredicate<StageChanged, ReturnMode> condition) {
        this.condition = condition;
    }

    boolean holds(StageChanged change) {
        return holds(change, null);
    }

    /** @param before how the person wanted the result before this change, null where it was not known */
    boolean holds(StageChanged change, ReturnMode before) {
        return condition.test(change, before);
    }
}
