package vn.motcua.notification.giveback;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.motcua.notification.NotificationConfig;
import vn.motcua.notification.dossier.Dossiers;
import vn.motcua.notification.dossier.KnownDossier;
import vn.motcua.notification.dossier.StageChanged.ReturnMode;
import vn.motcua.notification.message.RemindToCollect;
import vn.motcua.platform.sql.Sql;
import vn.motcua.platform.timer.Round;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Reminds people of what they have not collected, after each of the configured numbers of days once, and never after it was returned. */
@ApplicationScoped
class CollectionReminders implements Round {
    private static final Duration EVERY = Duration.ofHours(1);
    private static final Duration GO_ON = Duration.ofSeconds(1);
    private static final int MOST = 200;

    /**
     * What lies at the counter; what goes by post, or into the inbox by itself once it is paid, is nobody's to fetch, nor is what does
     * not lie yet at the centre that returns it.
     */
    private static final String DUE =
            """
            select r.dossier_id from dossier_return r join known_dossier d on d.id = r.dossier_id
            where r.closed_at is null and r.pending is null and r.lies_at is null and r.announced_at <= ?
                and (r.state = 'ON_SHELF' or r.state = 'ANNOUNCED'
                    and (coalesce(d.return_mode, 'COUNTER') = 'COUNTER' or d.return_mode = 'ELECTRONIC' and d.originals_held))
                and not exists (select from collection_reminder m where m.return_id = r.id and m.days >= ?)
            order by r.announced_at limit ?
            """;

    private static final String NOTE =
            "insert into collection_reminder (return_id, days, at) values (?,?,?) on conflict do nothing";

    @Inject
    AgroalDataSource source;

    @Inject
    NotificationConfig config;

    @Inject
    Dossiers dossiers;

    @Inject
    Givebacks givebacks;

    @Inject
    Transfers transfers;

    @Inject
    RemindToCollect message;

    @Inject
    Clock clock;

    @Override
    public String task() {
        return "collection-reminders";
    }

    @Override
    public Duration round() {
        return remind(clock.instant()) ? GO_ON : EVERY;
    }

    /**
     * Reminds whom it is due, the longest first. Where several are due at once, because the service stood still or the days were
     * changed, one message goes out for them all.
     *
     * @return whether there may be more
     */
    boolean remind(Instant now) {
        List<Integer> days = config.reminders().days().stream().sorted().toList();
        boolean more = false;
        for (int i = days.size() - 1; i >= 0; i--) {
            int each = days.get(i);
            List<Integer> upTo = days.subList(0, i + 1);
            List<UUID> due = Sql.query(
                    source, DUE, row -> row.getObject(1, UUID.class), now.minus(Duration.ofDays(each)), each, MOST);
            due.forEach(dossier -> one(dossier, each, upTo, now));
            more |= due.size() == MOST;
        }
        return more;
    }

    /** Under the dossier's lock, so that it is not being handed over meanwhile. */
    private void one(UUID dossierId, int days, List<Integer> upTo, Instant now) {
        KnownDossier dossier = dossiers.locked(dossierId).orElseThrow();
        Giveback giveback = givebacks.of(dossierId).orElseThrow();
        boolean over = giveback.pending() || giveback.times().closed() != null;
        if (over || !waits(giveback, dossier) || transfers.liesAt(giveback.id()).isPresent()) {
            return;
        }
        if (message.send(
                dossier, giveback.unit(), giveback.id(), days, giveback.times().announced())) {
            upTo.forEach(each -> Sql.update(source, NOTE, giveback.id(), each, now));
        }
    }

    /** As {@link #DUE} asks. */
    private static boolean waits(Giveback giveback, KnownDossier dossier) {
        boolean fetched = dossier.returnMode() == null
                || dossier.returnMode() == ReturnMode.COUNTER
                || dossier.returnMode() == ReturnMode.ELECTRONIC && dossier.originalsHeld();
        return giveback.state() == ReturnState.ON_SHELF || giveback.state() == ReturnState.ANNOUNCED && fetched;
    }
}
