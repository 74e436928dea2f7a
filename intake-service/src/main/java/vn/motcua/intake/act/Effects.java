package vn.motcua.intake.act;

import jakarta.enterprise.context.ApplicationScoped;
import vn.motcua.intake.dossier.Action;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;

/** What each act brings into the dossier and its papers, payments and people. Each checks first and changes afterwards. */
@ApplicationScoped
class Effects {
    private final Map<Action, Consumer<Doing>> byAction = new EnumMap<>(Action.class);

    Effects(ReceptionEffects reception, WaitingEffects waiting, EndingEffects ending) {
        byAction.put(Action.SUBMIT, reception::submit);
        byAction.put(Action.RECEIVE, reception::receive);
        byAction.put(Action.TRANSFER, reception::transfer);
        byAction.put(Action.CORRECT, reception::correct);
        byAction.put(Action.ASK_SUPPLEMENT, waiting::askSupplement);
        byAction.put(Action.SUPPLY, waiting::supply);
        byAction.put(Action.ASK_PAYMENT, waiting::askPayment);
        byAction.put(Action.PAY, waiting::pay);
        byAction.put(Action.EXTEND, waiting::extend);
        byAction.put(Action.APOLOGISE, waiting::apologise);
        byAction.put(Action.ASK_WITHDRAWAL, ending::askWithdrawal);
        byAction.put(Action.DENY, ending::keepGoing);
        byAction.put(Action.CANCEL, ending::keepGoing);
        byAction.put(Action.CONFIRM, ending::endWithoutResult);
        byAction.put(Action.REFUSE, ending::endWithoutResult);
        byAction.put(Action.ABANDON, ending::abandon);
        byAction.put(Action.LAPSE, ending::endWithoutResult);
        byAction.put(Action.DECIDE, ending::decide);
        byAction.put(Action.REISSUE, ending::reissue);
        byAction.put(Action.HAND_OVER, ending::handOver);
    }

    /**
     * @throws UnfitBody where what the act says does not fit
     * @throws vn.motcua.platform.problem.ProblemException where it rests on a ground that the law does not let stand; in both cases nothing has changed
     */
    void bring(Doing doing) {
        Grounds.require(doing);
        byAction.getOrDefault(doing.deed().action(), nothing -> {}).accept(doing);
    }
}
