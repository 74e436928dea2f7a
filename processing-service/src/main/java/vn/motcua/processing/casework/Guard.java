package vn.motcua.processing.casework;

import java.util.function.Predicate;

/** Conditions of the rows of {@link CaseTable}, each a question about the {@link Facts}. */
enum Guard {
    /** The caller holds the case under a lease that has not run out. */
    HOLDS(Facts::heldByCaller),
    /** The lease has run out. */
    LEASE_OVER(Facts::leaseOver),
    /** The version of the procedure lets one person do the whole. */
    SINGLE_HAND(Facts::singleHand),
    /** Somebody else proposed, or the procedure is single-hand. */
    OTHER_HAND(facts -> facts.singleHand() || !facts.proposedByCaller()),
    /** The result named in the act was uploaded for this case and is not issued yet. */
    RESULT_UPLOADED(Facts::resultUploaded),
    /** Every item of the checklist has a finding, or the procedure is single-hand and nobody else relies on it. */
    EXAMINED(facts -> facts.singleHand() || facts.examined()),
    /** Some opinion is still awaited. */
    OPINIONS_OPEN(Facts::opinionsOpen),
    /** No opinion is awaited whose time is not over: it was answered, withdrawn, or is late. */
    OPINIONS_IN(facts -> !facts.opinionsOpen() || facts.opinionsLate()),
    /** Another department handed the case on to this one, which has not answered yet. */
    HANDED(Facts::handed),
    /** The person has to see a draft: none was offered, or the newest was objected to, or the words have changed since. */
    DRAFT_ASKED(Facts::draftAsked),
    /** A draft waits for the person's answer. */
    DRAFT_OFFERED(Facts::draftOffered),
    /** No draft waits for the person's answer. */
    DRAFT_ANSWERED(facts -> !facts.draftOffered()),
    /** The person agreed to the draft, or none is asked for, or what is proposed is a refusal, of which there is no draft. */
    DRAFT_AGREED(Facts::draftAgreed),
    /** The time in which the person may answer is over. */
    DRAFT_TIME_OVER(Facts::draftTimeOver),
    /** The case lies in its dossier's competent unit, which alone speaks to the person and decides. */
    AT_HOME(facts -> !facts.elsewhere()),
    /** Another unit handles the case. */
    ELSEWHERE(Facts::elsewhere),
    /** What comes back to the competent unit is its own case and cannot be declined. */
    NOT_COME_BACK(facts -> !facts.comeBack()),
    /** It stays in its unit, or no draft waits for the person's answer: what they object to comes back to who offered it. */
    DRAFT_STAYS(facts -> !facts.leavesDraft()),
    EXTENSION_ASKED(Facts::extensionAsked),
    /** Not extended before and not due yet; whether it is early enough is for the dossier to say. */
    EXTENSION_POSSIBLE(Facts::extensionPossible);

    private final Predicate<Facts> question;

    Guard(Predicate<Facts> question) {
        this.question = question;
    }

    boolean holds(Facts facts) {
        return question.test(facts);
    }
}
