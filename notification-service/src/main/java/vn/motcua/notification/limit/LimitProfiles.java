package vn.motcua.notification.limit;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.motcua.platform.sql.Sql;

import java.time.OffsetDateTime;
import java.util.List;

/** The limits as data: those of every unit, and stricter ones that a unit has set for itself with their source. */
@ApplicationScoped
public class LimitProfiles {
    private static final String EVERY = "*";
    private static final String OF =
            """
            select screen_days, ask_days, resolve_days, publish_days, source, unit = ? own, officer_name, changed_at, revision
            from feedback_limit where unit in (?, ?) order by unit = ? desc
            """;
    /** Revision of what no unit has set: a state like any other, so that a stale look at it is told apart. */
    private static final long THE_RULE = 1;

    private static final String PUT =
            """
            insert into feedback_limit values (?,?,?,?,?,?,?,?,?,?) on conflict (unit) do update set
                screen_days = excluded.screen_days, ask_days = excluded.ask_days, resolve_days = excluded.resolve_days,
                publish_days = excluded.publish_days, source = excluded.source, revision = excluded.revision,
                officer_name = excluded.officer_name, officer_title = excluded.officer_title, changed_at = excluded.changed_at
            """;

    @Inject
    AgroalDataSource source;

    /** The limits of a unit: its own, else those of every unit. */
    public LimitProfile of(String unit) {
        return both(unit).get(0);
    }

    /** What no unit may exceed. */
    LimitProfile ofEvery() {
        return both(EVERY).get(0);
    }

    /** Locked until the end of the transaction, so that two directors do not overwrite each other. */
    LimitProfile locked(String unit) {
        Sql.query(source, "select 1 from feedback_limit where unit = ? for update", row -> row.getInt(1), EVERY);
        return of(unit);
    }

    void put(LimitProfile profile, String officerTitle) {
        Sql.update(
                source,
                PUT,
                profile.unit(),
                profile.screenDays(),
                profile.askDays(),
                profile.resolveDays(),
                profile.publishDays(),
                profile.source(),
                profile.revision(),
                profile.officerName(),
                officerTitle,
                profile.changedAt());
    }

    private List<LimitProfile> both(String unit) {
        return Sql.query(
                source,
                OF,
                row -> new LimitProfile(
                        unit,
                        row.getInt(1),
                        row.getInt(2),
                        row.getInt(3),
                        row.getInt(4),
                        row.getString(5),
                        row.getBoolean(6),
                        row.getString(7),
                        row.getObject(8, OffsetDateTime.class).toInstant(),
                        row.getBoolean(6) ? row.getLong(9) : THE_RULE),
                unit,
                unit,
                EVERY,
                unit);
    }
}
