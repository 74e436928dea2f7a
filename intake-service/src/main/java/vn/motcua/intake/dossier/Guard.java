package vn.motcua.intake.dossier;

import java.util.function.Predicate;

/** The conditions of the table by name. A refused act says the name, so that the counter and the other services read the same word. */
public enum Guard implements Condition {
    /** One supplement request per dossier, all items together (Decree 118/2025 Art. 11); a further one names its legal ground. */
    FIRST_SUPPLEMENT(s -> s.dossier().waiting().supplements() == 0 || s.grounded()),
    NO_DECISION_YET(s -> !s.dossier().decided()),
    /** Each component presented, attached, reused, or marked not applicable by an officer with a reason. */
    PAPERS_COMPLETE(s -> s.dossier().papersOpen() == 0),
    /** At RECEIVE the fees due at filing, at HAND_OVER all others too. */
    FEES_SETTLED(s -> s.action() == Action.RECEIVE
            ? s.dossier().charges().filingOpenVnd() == 0
            : !s.dossier().feesOpen()),
    /** The version publishes a limit for the channel, or RECEIVE carries one agreed with the person and its reason. */
    LIMIT_KNOWN(s -> s.dossier().clock().limit() != null || s.grounded()),
    /** Once, at least one working day before due; certification: the same day, at most two working days more (Decree 23/2015 Art. 21). */
    EXTENSION_RULE(s -> s.dossier().clock().extensible(s.at(), s.newDue(), s.calendar())),
    /** The case answered FROZEN to this very request. */
    CASE_FROZEN(s -> s.dossier().withdrawal().caseFrozen()),
    NOT_TRANSFERRED(s -> !s.dossier().transferred()),
    SUPPLEMENT_OPEN(s -> s.dossier().waiting().supplementOpen()),
    PAYMENT_OPEN(s -> s.dossier().feesOpen()),
    ORIGINALS_HELD(s -> s.dossier().originalsHeld()),
    LATE(s -> s.dossier().clock().lateAt(s.at())),
    /** One form 04 in all, extension or apology. */
    FIRST_FORM_04(s -> s.dossier().clock().firstForm04()),
    /** The procedure's version sets the lapse with its ground, and its time has come. */
    LAPSE_SET(s -> reached(s.dossier().waiting().lapseAt(), s)),
    TRANSFER_TIME(s -> reached(s.dossier().transferAt(), s)),
    /** Thirty days after the last write. */
    DRAFT_IDLE(s -> reached(s.dossier().idleAt(), s));

    private final Predicate<Situation> condition;

    Guard(Predicate<Situation> condition) {
        this.condition = condition;
    }

    @Override
    public boolean holds(Situation situation) {
        return condition.test(situation);
    }

    @Override
    public Guard named() {
        return this;
    }

    @Override
    public String words() {
        return name();
    }

    private static boolean reached(java.time.Instant moment, Situation situation) {
        return moment != null && !situation.at().isBefore(moment);
    }
}
