package vn.motcua.processing.absence;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.motcua.platform.sql.Sql;
import vn.motcua.processing.officer.Officer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Who is away, and for whom somebody else stands in. */
@ApplicationScoped
public class Absences {
    private static final String READ =
            "select id, unit, department, subject, name, substitute, substitute_name, begins, ends, revision,"
                    + " handed_over_at, handed_on, given_back from absence where ";

    @Inject
    AgroalDataSource source;

    /** Where a page goes on: the key of its last row. */
    record After(Instant ends, UUID id) {}

    /** The absence of an officer of a unit at this instant; null while they are there. */
    public Absence now(String unit, String subject, Instant now) {
        return first(Sql.query(
                source,
                READ + "unit = ? and subject = ? and begins <= ? and ends > ? order by ends desc limit 1",
                Absences::row,
                unit,
                subject,
                now,
                now));
    }

    /** Absences of a unit that have not ended, the one that ends first first; one row more than the limit. */
    List<Absence> of(String unit, String department, String subject, After after, int limit, Instant now) {
        StringBuilder where = new StringBuilder("unit = ? and ends > ?");
        List<Object> values = new ArrayList<>(List.of(unit, now));
        if (department != null) {
            where.append(" and department = ?");
            values.add(department);
        }
        if (subject != null) {
            where.append(" and subject = ?");
            values.add(subject);
        }
        if (after != null) {
            where.append(" and (ends, id) > (?, ?)");
            values.addAll(List.of(after.ends(), after.id()));
        }
        values.add(limit + 1);
        return Sql.query(source, READ + where + " order by ends, id limit ?", Absences::row, values.toArray());
    }

    /** Whether the officer is away at any time between these. The caller holds {@link #lock}. */
    boolean overlaps(String unit, String subject, Instant begins, Instant ends) {
        return !Sql.query(
                        source,
                        "select 1 from absence where unit = ? and subject = ? and begins < ? and ends > ? limit 1",
                        row -> row.getInt(1),
                        unit,
                        subject,
                        ends,
                        begins)
                .isEmpty();
    }

    /** One change at a time of what one officer's absences are. */
    void lock(String unit, String subject) {
        Sql.query(
                source,
                "select pg_advisory_xact_lock(hashtextextended(?, 0))",
                row -> true,
                "absence " + unit + " " + subject);
    }

    /** Null where there is none; its row is locked until the end of the transaction. */
    Absence locked(UUID id) {
        return first(Sql.query(source, READ + "id = ? for update", Absences::row, id));
    }

    void add(Absence absence, Officer by, Instant at) {
        Sql.update(
                source,
                "insert into absence (id, unit, department, subject, name, substitute, substitute_name, begins, ends, revision,"
                        + " entered_by, entered_by_name, entered_at) values (?,?,?,?,?,?,?,?,?,?,?,?,?)",
                absence.id(),
                absence.unit(),
                absence.department(),
                absence.subject(),
                absence.name(),
                absence.substitute(),
                absence.substituteName(),
                absence.begins(),
                absence.ends(),
                absence.revision(),
                by.subject(),
                by.name(),
                at);
    }

    /** Writes down that what was held is with others now. */
    void handedOver(UUID id, Instant at, int handedOn, int givenBack) {
        Sql.update(
                source,
                "update absence set handed_over_at = ?, handed_on = ?, given_back = ?, revision = revision + 1 where id = ?",
                at,
                handedOn,
                givenBack,
                id);
    }

    /** Ends it now; one that has not begun never was. */
    void end(Absence absence, Instant now) {
        if (absence.begins().isBefore(now)) {
            Sql.update(source, "update absence set ends = ?, revision = revision + 1 where id = ?", now, absence.id());
        } else {
            Sql.update(source, "delete from absence where id = ?", absence.id());
        }
    }

    private static Absence first(List<Absence> rows) {
        return rows.isEmpty() ? null : rows.get(0);
    }

    private static Absence row(ResultSet row) throws SQLException {
        OffsetDateTime handedOver = row.getObject("handed_over_at", OffsetDateTime.class);
        return new Absence(
                row.getObject("id", UUID.class),
                row.getString("unit"),
                row.getString("department"),
                row.getString("subject"),
                row.getString("name"),
                row.getString("substitute"),
                row.getString("substitute_name"),
                row.getObject("begins", OffsetDateTime.class).toInstant(),
                row.getObject("ends", OffsetDateTime.class).toInstant(),
                row.getLong("revision"),
                handedOver == null ? null : handedOver.toInstant(),
                row.getInt("handed_on"),
                row.getInt("given_back"));
    }
}
