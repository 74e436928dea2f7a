package vn.motcua.intake.act;

import jakarta.enterprise.context.ApplicationScoped;
import vn.motcua.intake.dossier.Action;
import vn.motcua.intake.dossier.Dossier;
import vn.motcua.intake.dossier.Dossiers;
import vn.motcua.platform.timer.TimerTask;

import java.time.Clock;
import java.util.UUID;

/** Stops a dossier whose supplement never came, where the procedure's version says so with its ground. */
@ApplicationScoped
class LapseTimer implements TimerTask {
    private final Dossiers dossiers;
    private final Acts acts;
    private final Clock clock;

    LapseTimer(Dossiers dossiers, Acts acts, Clock clock) {
        this.dossiers = dossiers;
        this.acts = acts;
        this.clock = clock;
    }

    @Override
    public String task() {
        return DossierTimers.LAPSE;
    }

    @Override
    public void fire(String instance) {
        dossiers.lock(UUID.fromString(instance))
                .filter(this::lapsed)
                .ifPresent(dossier -> acts.apply(dossier, Deed.ofClock(Action.LAPSE)));
    }

    private boolean lapsed(Dossier dossier) {
        return dossier.awaitsSupplement()
                && dossier.waiting().lapseAt() != null
                && !clock.instant().isBefore(dossier.waiting().lapseAt());
    }
}
