package vn.motcua.processing.officer;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.motcua.platform.sql.Sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Who works in a department, as far as cases tell: whoever claimed one there. No service keeps accounts; this is what a director can
 * choose from when a case is given to somebody.
 */
@ApplicationScoped
public class DepartmentOfficers {
    /** Seen again within this time is not written again, so that claims of one officer do not wait for one another. */
    private static final Duration SEEN_ANEW = Duration.ofMinutes(10);

    private static final String SEE =
            """
            insert into department_officer as known (unit, department, subject, name, title, last_seen)
            select ?, ?, ?, ?, ?, ? where not exists (select 1 from department_officer
                where unit = ? and subject = ? and department = ? and last_seen > ?)
            on conflict (unit, subject, department) do update
                set name = excluded.name, title = excluded.title, last_seen = excluded.last_seen
                where known.last_seen < excluded.last_seen
            """;

    /** Who was seen in another department since has moved there; the cases held are counted where the lease runs. */
    private static final String LIST =
            """
            select o.subject, o.name, o.title, o.last_seen,
                (select count(*) from cases c where c.unit = o.unit and c.holder = o.subject and c.state = 'CLAIMED'
                    and c.lease_until > ?) as open_cases
            from department_officer o
            where o.unit = ? and o.department = ?
                and not exists (select 1 from department_officer moved where moved.unit = o.unit
                    and moved.subject = o.subject and moved.last_seen > o.last_seen)
            """;

    @Inject
    AgroalDataSource source;

    /** Where a page goes on: the key of its last row. */
    record After(Instant lastSeen, String subject) {}

    /** In the caller's transaction. */
    public void seen(String unit, String department, Officer officer, Instant at) {
        Sql.update(
                source,
                SEE,
                unit,
                department,
                officer.subject(),
                officer.name(),
                officer.title(),
                at,
                unit,
                officer.subject(),
                department,
                at.minus(SEEN_ANEW));
    }

    /** Somebody with the name the department knows them by; null where the account has none. */
    public record Named(String subject, String name) {}

    /** An officer who was seen in the department; null where nobody was. */
    public Named named(String unit, String department, String subject) {
        return Sql.query(
                        source,
                        "select subject, name from department_officer where unit = ? and subject = ? and department = ?",
                        row -> new Named(row.getString(1), row.getString(2)),
                        unit,
                        subject,
                        department)
                .stream()
                .findFirst()
                .orElse(null);
    }

    /** One row more than the limit, seen last first. */
    List<DepartmentOfficerView> of(String unit, String department, After after, int limit, Instant now) {
        List<Object> args = new ArrayList<>(List.of(now, unit, department));
        String page = "";
        if (after != null) {
            page = "and (o.last_seen, o.subject) < (?, ?) ";
            args.add(after.lastSeen());
            args.add(after.subject());
        }
        args.add(limit + 1);
        return Sql.query(
                source,
                LIST + page + "order by o.last_seen desc, o.subject desc limit ?",
                DepartmentOfficers::view,
                args.toArray());
    }

    private static DepartmentOfficerView view(ResultSet row) throws SQLException {
        return new DepartmentOfficerView(
                row.getString("subject"),
                row.getString("name"),
                row.getString("title"),
                row.getTimestamp("last_seen").toInstant(),
                row.getInt("open_cases"));
    }
}
