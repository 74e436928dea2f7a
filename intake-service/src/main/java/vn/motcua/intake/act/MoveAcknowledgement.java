package vn.motcua.intake.act;

import jakarta.enterprise.context.ApplicationScoped;
import vn.motcua.intake.access.Signature;
import vn.motcua.intake.deadline.WorkCalendar;
import vn.motcua.intake.dossier.Acknowledgement;
import vn.motcua.intake.dossier.Actor;
import vn.motcua.intake.dossier.Dossier;
import vn.motcua.intake.dossier.Dossiers;
import vn.motcua.intake.history.History;
import vn.motcua.intake.watch.Watch;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;

/** Gives a filing that nobody answered yet the time to be answered that another calendar says: a line in its history, and no message. */
@ApplicationScoped
public class MoveAcknowledgement {
    /** What the history calls it. */
    private static final String MOVED = "ACKNOWLEDGEMENT_MOVED";

    private final Dossiers dossiers;
    private final History history;
    private final Watch watch;
    private final Clock clock;

    MoveAcknowledgement(Dossiers dossiers, History history, Watch watch, Clock clock) {
        this.dossiers = dossiers;
        this.history = history;
        this.watch = watch;
        this.clock = clock;
    }

    /** @param desk calendar of the receiving unit */
    public void of(UUID id, WorkCalendar desk) {
        Dossier dossier = dossiers.lock(id).orElseThrow();
        Instant before = dossier.clock().acknowledgeBy();
        if (!Acknowledgement.recompute(dossier, desk)) {
            return;
        }
        dossier.touched();
        watch.follow(dossier);
        history.note(
                dossier,
                MOVED,
                Actor.CLOCK.role(),
                Signature.NONE,
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                null,
                Map.of(
                        "acknowledgeByWas",
                        before,
                        "acknowledgeBy",
                        dossier.clock().acknowledgeBy()));
    }
}
