package vn.motcua.processing.board;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.motcua.platform.clock.LegalTime;
import vn.motcua.platform.sql.Sql;
import vn.motcua.processing.ProcessingConfig;
import vn.motcua.processing.board.BoardView.OfficerRow;
import vn.motcua.processing.queue.QueueFigures;
import vn.motcua.processing.queue.QueueFigures.Figure;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;

/** Who holds how much and how late it stands, per officer of a unit: one statement, each officer's cases counted to five hundred. */
@ApplicationScoped
class Board {
    /** The most officers that one unit shows. */
    private static final int OFFICERS = 200;

    /** Who was seen in another department since has moved there. */
    private static final String READ =
            """
            select o.subject, o.name, o.title, o.department, h.held, h.late, h.today, h.risk, h.oldest, a.ends, a.substitute_name
            from department_officer o
            cross join lateral (
                select count(*) as held,
                    count(*) filter (where m.due < ?) as late,
                    count(*) filter (where m.due >= ? and m.due < ?) as today,
                    count(*) filter (where m.due >= ? and m.risk_at <= ?) as risk,
                    min(m.held_since) as oldest
                from (select c.due, c.risk_at, c.held_since from cases c where c.unit = o.unit and c.holder = o.subject
                    and c.department = o.department and c.state = 'CLAIMED' and c.lease_until > ? limit ?) as m) as h
            left join lateral (select ends, substitute_name from absence b where b.unit = o.unit and b.subject = o.subject
                and b.begins <= ? and b.ends > ? order by b.ends desc limit 1) as a on true
            where o.unit = ? and not exists (select 1 from department_officer moved where moved.unit = o.unit
                and moved.subject = o.subject and moved.last_seen > o.last_seen)
            order by o.department, h.held desc, o.subject limit ?
            """;

    @Inject
    AgroalDataSource source;

    @Inject
    ProcessingConfig config;

    List<OfficerRow> officers(String unit, Instant now) {
        Instant end =
                LegalTime.date(now).plusDays(1).atStartOfDay(LegalTime.ZONE).toInstant();
        return Sql.query(
                source,
                READ,
                this::row,
                now,
                now,
                end,
                now,
                now,
                now,
                QueueFigures.COUNTED + 1,
                now,
                now,
                unit,
                OFFICERS);
    }

    private OfficerRow row(ResultSet row) throws SQLException {
        String department = row.getString("department");
        return new OfficerRow(
                row.getString("subject"),
                row.getString("name"),
                row.getString("title"),
                department,
                Figure.of(row.getInt("held")),
                Figure.of(row.getInt("late")),
                Figure.of(row.getInt("today")),
                Figure.of(row.getInt("risk")),
                instant(row, "oldest"),
                config.inProgressOf().getOrDefault(department, config.inProgress()),
                instant(row, "ends"),
                row.getString("substitute_name"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
