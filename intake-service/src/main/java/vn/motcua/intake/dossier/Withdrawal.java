package vn.motcua.intake.dossier;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

import java.util.UUID;

/** The open request to withdraw and what the case answered to it. An answer holds for this very request only. */
@Embeddable
public class Withdrawal {
    private static final String FROZEN = "FROZEN";

    @Column(name = "withdrawal_event")
    private UUID event;

    @Column(name = "withdrawal_answer")
    private String answer;

    /** @param request id of the event that published the request */
    public void ask(UUID request) {
        event = request;
        answer = null;
    }

    public void close() {
        event = null;
        answer = null;
    }

    /** FROZEN or DECISION_EXISTS; what answers another request than the open one says nothing. */
    public void answered(UUID request, String withdrawalAnswer) {
        if (event != null && event.equals(request)) {
            answer = withdrawalAnswer;
        }
    }

    boolean caseFrozen() {
        return FROZEN.equals(answer);
    }

    /** FROZEN, DECISION_EXISTS, or null while the case has not answered. */
    public String answer() {
        return answer;
    }
}
