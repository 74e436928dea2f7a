package vn.motcua.intake.act;

import jakarta.enterprise.context.ApplicationScoped;
import vn.motcua.intake.dossier.Dossier;
import vn.motcua.platform.timer.Timers;

/** The legal time-outs of one dossier, set again whenever it comes to stand where they count. */
@ApplicationScoped
class DossierTimers {
    static final String TRANSFER = "transfer";
    static final String LAPSE = "lapse";

    private final Timers timers;

    DossierTimers(Timers timers) {
        this.timers = timers;
    }

    void set(Dossier dossier) {
        String id = dossier.id().toString();
        if (dossier.awaitsTransfer()) {
            timers.schedule(TRANSFER, id, dossier.transferAt());
        } else if (dossier.transferred() && dossier.transferAt().isAfter(dossier.stageSince())) {
            timers.cancel(TRANSFER, id);
        }
        if (dossier.awaitsSupplement() && dossier.waiting().lapseAt() != null) {
            timers.schedule(LAPSE, id, dossier.waiting().lapseAt());
        }
    }
}
