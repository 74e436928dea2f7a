package vn.motcua.notification.giveback;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.motcua.notification.dossier.Dossiers;
import vn.motcua.notification.dossier.KnownDossier;
import vn.motcua.platform.sql.Sql;
import vn.motcua.platform.timer.TimerTask;
import vn.motcua.platform.timer.Timers;

import java.time.Clock;
import java.util.List;
import java.util.UUID;

/**
 * Places electronic results that were announced before lying in the inbox was a return, and that nothing has changed since: once, set by
 * a migration. Each timer does one batch in the order of the dossiers and sets the next one where the batch ended, in one transaction; so
 * a repeat places nothing twice and a restart goes on where it was.
 */
@ApplicationScoped
class PlaceAnnounced implements TimerTask {
    static final String TASK = "place-announced";
    private static final int A_BATCH = 100;

    /** What the dossier has refused before waits for its next change, as ever. */
    private static final String NEXT =
            """
            select r.dossier_id from dossier_return r join known_dossier d on d.id = r.dossier_id
            where r.dossier_id > ? and r.closed_at is null and r.pending is null and r.refused_reason is null
                and r.state in ('ANNOUNCED', 'ON_SHELF') and r.holds = 'RESULT' and r.result_id is not null
                and d.stage = 'DECIDED' and d.return_mode = 'ELECTRONIC' and not d.fees_open and not d.originals_held
            order by r.dossier_id limit ?
            """;

    @Inject
    AgroalDataSource source;

    @Inject
    Dossiers dossiers;

    @Inject
    Givebacks givebacks;

    @Inject
    Placing placing;

    @Inject
    Timers timers;

    @Inject
    Clock clock;

    @Override
    public String task() {
        return TASK;
    }

    /** @param after the dossier with which the batch before ended */
    @Override
    public void fire(String after) {
        batch(UUID.fromString(after), A_BATCH);
    }

    void batch(UUID after, int most) {
        List<UUID> found = Sql.query(source, NEXT, row -> row.getObject(1, UUID.class), after, most);
        found.forEach(this::one);
        if (found.size() == most) {
            timers.ensure(TASK, found.get(most - 1).toString(), clock.instant());
        }
    }

    /** Under the dossier's lock: what has changed meanwhile is looked at again. */
    private void one(UUID dossierId) {
        KnownDossier dossier = dossiers.locked(dossierId).orElseThrow();
        Giveback before = givebacks.of(dossierId).orElseThrow();
        if (before.refusedReason() != null || !placing.fits(before, dossier)) {
            return;
        }
        placing.now(before, dossier);
    }
}
