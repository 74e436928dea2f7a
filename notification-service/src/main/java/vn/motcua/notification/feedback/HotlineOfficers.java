package vn.motcua.notification.feedback;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.motcua.platform.identity.Caller;
import vn.motcua.platform.sql.Sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * Who can be given a feedback: officers of the unit who have asked for their notices. No service keeps accounts; this is what a director can
 * choose from.
 */
@ApplicationScoped
class HotlineOfficers {
    /** Seen again within this time is not written again. */
    private static final Duration SEEN_ANEW = Duration.ofMinutes(10);
    /** Who was not seen for so long is not offered any more. */
    private static final Duration GONE = Duration.ofDays(90);

    private static final int MOST = 200;

    private static final String SEE =
            """
            insert into hotline_officer as known (unit, subject, name, title, reception, last_seen) values (?,?,?,?,?,?)
            on conflict (unit, subject) do update set name = excluded.name, title = excluded.title,
                reception = excluded.reception, last_seen = excluded.last_seen
            where known.last_seen < ? or known.reception <> excluded.reception or known.name is distinct from excluded.name
            """;

    @Inject
    AgroalDataSource source;

    @Inject
    Clock clock;

    /** @param reception whether they receive at the counter */
    record Known(String subject, String name, String title, boolean reception, Instant lastSeen) {}

    /** Remembers a caller who can be given feedback. */
    void seen(Caller caller) {
        if (!caller.has("reception") && !caller.has("specialist") && !caller.has("director")) {
            return;
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        for (String unit : caller.units()) {
            Sql.update(
                    source,
                    SEE,
                    unit,
                    caller.subject(),
                    caller.name(),
                    caller.title(),
                    caller.has("reception"),
                    now,
                    now.minus(SEEN_ANEW));
        }
    }

    List<Known> of(String unit) {
        return Sql.query(
                source,
                "select subject, name, title, reception, last_seen from hotline_officer where unit = ? and last_seen > ?"
                        + " order by name, subject limit " + MOST,
                HotlineOfficers::read,
                unit,
                clock.instant().minus(GONE));
    }

    Optional<Known> find(String unit, String subject) {
        return Sql.query(
                        source,
                        "select subject, name, title, reception, last_seen from hotline_officer where unit = ? and subject = ?",
                        HotlineOfficers::read,
                        unit,
                        subject)
                .stream()
                .findFirst();
    }

    private static Known read(ResultSet row) throws SQLException {
        return new Known(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getBoolean(4),
                Feedbacks.instant(row, "last_seen"));
    }
}
