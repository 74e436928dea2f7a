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

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

/**
 * Reminds people of what they have not collected, after each of their unit's numbers of days once, and never after it was returned.
 * Units without their own go by the setting.
 */
@ApplicationScoped
class CollectionReminders implements Round {
    private static final Duration EVERY = Duration.ofHours(1);
    private static final Duration GO_ON = Duration.ofSeconds(1);
    private static final int MOST = 200;

    /**
     * What lies at the counter, and the numbers of days of its unit that are over and after which nobody was reminded yet; what goes by
     * post, or into the inbox by itself once it is paid, is nobody's to fetch, nor is what does not lie yet at the centre that returns it.
     */
    private static final String DUE =
            """
            select r.dossier_id, r.unit, over.days, r.announced_at, r.id from dossier_return r join known_dossier d on d.id = r.dossier_id
            cross join lateral (
                select array_agg(n.day order by n.day) days from unnest(coalesce(
                    (select own.days from reminder_days own where own.unit = r.unit order by own.revision desc limit 1), ?)) n(day)
                where r.announced_at <= ?::timestamptz - n.day * interval '24 hours'
                    and not exists (select from collection_reminder m where m.return_id = r.id and m.days >= n.day)) over
            where r.closed_at is null and r.pending is null and r.lies_at is null and over.days is not null
                and (r.state = 'ON_SHELF' or r.state = 'ANNOUNCED'
                    and (coalesce(d.return_mode, 'COUNTER') = 'COUNTER' or d.return_mode = 'ELECTRONIC' and d.originals_held))
                and (r.announced_at, r.id) > (?::timestamptz, ?)
            order by r.announced_at, r.id limit ?
            """;

    private static final String NOTE =
            "insert into collection_reminder (return_id, days, at) values (?,?,?) on conflict do nothing";

    /** How far a walk through what is due has come; what could not be sent stays behind it until the next walk. */
    record Reached(Instant announcedAt, UUID returnId) {
        static final Reached NOTHING = new Reached(Instant.EPOCH, new UUID(0, 0));
    }

    /** @param days ascending */
    private record Due(UUID dossier, String unit, Integer[] days, Reached place) {}

    /** Of this process alone: another one begins a walk of its own, and nobody is reminded twice by that. */
    private Reached reached = Reached.NOTHING;

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
        reached = remind(clock.instant(), reached, MOST);
        return reached.equals(Reached.NOTHING) ? EVERY : GO_ON;
    }

    /**
     * Reminds whom it is due, the longest first. Where several are due at once, because the service stood still or the days were
     * changed, one message goes out for them all.
     *
     * @param after how far the walk has come
     * @param most as many are looked at
     * @return how far it has come now; {@link Reached#NOTHING} at its end
     */
    Reached remind(Instant now, Reached after, int most) {
        Integer[] setting = config.reminders().days().toArray(Integer[]::new);
        List<Due> due =
                Sql.query(source, DUE, CollectionReminders::due, setting, now, after.announcedAt, after.returnId, most);
        due.forEach(each -> one(each, now));
        return due.size() < most ? Reached.NOTHING : due.get(due.size() - 1).place;
    }

    private static Due due(ResultSet row) throws SQLException {
        Reached place = new Reached(row.getObject(4, OffsetDateTime.class).toInstant(), row.getObject(5, UUID.class));
        return new Due(
                row.getObject(1, UUID.class),
                row.getString(2),
                (Integer[]) row.getArray(3).getArray(),
                place);
    }

    /** Under the dossier's lock, so that it is not being handed over meanwhile, and lies where its days were looked up. */
    private void one(Due due, Instant now) {
        KnownDossier dossier = dossiers.locked(due.dossier).orElseThrow();
        Giveback giveback = givebacks.of(due.dossier).orElseThrow();
        boolean over = giveback.pending()
                || giveback.times().closed() != null
                || !giveback.unit().equals(due.unit);
        if (over || !waits(giveback, dossier) || transfers.liesAt(giveback.id()).isPresent()) {
            return;
        }
        int longest = due.days[due.days.length - 1];
        if (message.send(
                dossier,
                giveback.unit(),
                giveback.id(),
                longest,
                giveback.times().announced())) {
            for (int each : due.days) {
                Sql.update(source, NOTE, giveback.id(), each, now);
            }
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
