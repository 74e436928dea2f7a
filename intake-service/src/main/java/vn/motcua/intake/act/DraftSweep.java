package vn.motcua.intake.act;

import jakarta.enterprise.context.ApplicationScoped;
import vn.motcua.intake.dossier.Action;
import vn.motcua.intake.dossier.Dossier;
import vn.motcua.intake.dossier.Dossiers;
import vn.motcua.intake.dossier.Opened;
import vn.motcua.platform.timer.Round;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Gives up drafts thirty days after their last write. One timer for all of them, every hour: a timer per draft would cost every
 * dossier of the counter a row that almost never fires.
 */
@ApplicationScoped
class DraftSweep implements Round {
    private static final String TASK = "draft-sweep";
    private static final int MOST = 100;
    private static final Duration EVERY = Duration.ofHours(1);

    private final Dossiers dossiers;
    private final Acts acts;
    private final Clock clock;

    DraftSweep(Dossiers dossiers, Acts acts, Clock clock) {
        this.dossiers = dossiers;
        this.acts = acts;
        this.clock = clock;
    }

    @Override
    public String task() {
        return TASK;
    }

    @Override
    public Duration round() {
        Instant now = clock.instant();
        List<UUID> idle = dossiers.idleDrafts(now.minus(Opened.DRAFT_LIFE), MOST);
        for (UUID id : idle) {
            dossiers.lock(id)
                    .filter(Dossier::inPreparation)
                    .filter(dossier -> !dossier.idleAt().isAfter(now))
                    .ifPresent(dossier -> acts.apply(dossier, Deed.ofClock(Action.ABANDON)));
        }
        return idle.size() < MOST ? EVERY : Duration.ZERO;
    }
}
