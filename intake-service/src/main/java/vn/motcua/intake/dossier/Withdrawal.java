package vn.motcua.intake.dossier;

import java.util.UUID;

/**
 * The open request to withdraw and what the case answered to it. An answer holds for this very request only. It is no embeddable: one
 * that is null while nothing is asked would have to be filled when it is read, and so be written by whoever reads.
 */
public final class Withdrawal {
    private static final String FROZEN = "FROZEN";

    private final Dossier dossier;

    Withdrawal(Dossier dossier) {
        this.dossier = dossier;
    }

    /** @param request id of the event that published the request */
    public void ask(UUID request) {
        dossier.withdrawal(request, null);
    }

    public void close() {
        dossier.withdrawal(null, null);
    }

    /** FROZEN or DECISION_EXISTS; what answers another request than the open one says nothing. */
    public void answered(UUID request, String answer) {
        UUID open = dossier.withdrawalEvent();
        if (open != null && open.equals(request)) {
            dossier.withdrawal(open, answer);
        }
    }

    boolean caseFrozen() {
        return FROZEN.equals(answer());
    }

    /** FROZEN, DECISION_EXISTS, or null while the case has not answered. */
    public String answer() {
        return dossier.withdrawalAnswer();
    }
}
