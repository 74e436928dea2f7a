package vn.motcua.notification.reminder;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.motcua.notification.NotificationConfig;
import vn.motcua.platform.sql.Sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;

/** What units have set, every revision of it; methods join the caller's transaction. */
@ApplicationScoped
class ReminderDaysBook {
    /** Revision of what no unit has set: a state like any other, so that a stale look at it is told apart. */
    private static final long THE_SETTING = 1;

    private static final int SHOWN = 10;

    private static final String NEWEST =
            """
            select days, officer_name, officer_title, changed_at, revision from reminder_days where unit = ?
            order by revision desc limit ?
            """;

    private static final String ADD =
            """
            insert into reminder_days (unit, revision, days, officer_subject, officer_name, officer_title, changed_at)
            values (?,?,?,?,?,?,?) on conflict (unit, revision) do nothing
            """;

    private record Kept(ReminderDays.Former set, long revision) {}

    @Inject
    AgroalDataSource source;

    @Inject
    NotificationConfig config;

    /** Who sets them, and when. */
    record By(String subject, String name, String title, Instant at) {}

    /** The days of a unit: its own, else those of the setting. */
    ReminderDays of(String unit) {
        List<Kept> kept = Sql.query(source, NEWEST, ReminderDaysBook::read, unit, SHOWN + 1);
        if (kept.isEmpty()) {
            List<Integer> days = config.reminders().days().stream().sorted().toList();
            return new ReminderDays(unit, days, false, null, null, null, List.of(), THE_SETTING);
        }
        ReminderDays.Former now = kept.get(0).set;
        List<ReminderDays.Former> before = kept.stream().skip(1).map(Kept::set).toList();
        return new ReminderDays(
                unit, now.days(), true, now.officer(), now.title(), now.changedAt(), before, kept.get(0).revision);
    }

    /** @return false where another was faster with this revision */
    boolean add(String unit, long revision, List<Integer> days, By by) {
        return Sql.update(
                        source, ADD, unit, revision, days.toArray(Integer[]::new), by.subject, by.name, by.title, by.at)
                == 1;
    }

    private static Kept read(ResultSet row) throws SQLException {
        Integer[] days = (Integer[]) row.getArray(1).getArray();
        Instant at = row.getObject(4, OffsetDateTime.class).toInstant();
        return new Kept(
                new ReminderDays.Former(Arrays.asList(days), row.getString(2), row.getString(3), at), row.getLong(5));
    }
}
