package vn.motcua.processing.casework;

import jakarta.persistence.Embeddable;
import vn.motcua.processing.dossier.Dossier;
import vn.motcua.processing.urgency.Urgency;

import java.time.Instant;

/**
 * What the queue's indexes hold of a case beside its due date, written with it.
 *
 * @param advance by how many seconds the due date is brought forward
 * @param riskAt from when the case is at risk, UTC; null without a due date
 */
@Embeddable
record Ordering(int advance, Instant riskAt, String procedureCode, String channel) {

    static Ordering of(Dossier dossier, Instant opened) {
        Urgency urgency = Urgency.of(known(dossier), opened);
        return new Ordering(urgency.advanceSeconds(), urgency.riskAt(), dossier.procedureCode(), dossier.channel());
    }

    /** What the dossier's events tell of its urgency. */
    static Urgency.Known known(Dossier dossier) {
        return new Urgency.Known(
                dossier.receivedAt(), dossier.due(), dossier.originalDue(), dossier.channel(), dossier.returnMode());
    }
}
