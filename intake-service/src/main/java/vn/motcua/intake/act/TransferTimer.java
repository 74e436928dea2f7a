package vn.motcua.intake.act;

import jakarta.enterprise.context.ApplicationScoped;
import vn.motcua.intake.dossier.Action;
import vn.motcua.intake.dossier.Dossier;
import vn.motcua.intake.dossier.Dossiers;
import vn.motcua.platform.timer.TimerTask;

import java.util.UUID;

/** Hands a received dossier on to its case by the end of the receipt day, where nobody did. */
@ApplicationScoped
class TransferTimer implements TimerTask {
    private final Dossiers dossiers;
    private final Acts acts;

    TransferTimer(Dossiers dossiers, Acts acts) {
        this.dossiers = dossiers;
        this.acts = acts;
    }

    @Override
    public String task() {
        return DossierTimers.TRANSFER;
    }

    @Override
    public void fire(String instance) {
        dossiers.lock(UUID.fromString(instance))
                .filter(Dossier::awaitsTransfer)
                .ifPresent(dossier -> acts.apply(dossier, Deed.ofClock(Action.TRANSFER)));
    }
}
