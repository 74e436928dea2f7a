package vn.motcua.catalog.figures;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.motcua.catalog.calendar.Calendars;
import vn.motcua.catalog.calendar.WorkingTime;
import vn.motcua.catalog.procedure.Procedure;
import vn.motcua.catalog.unit.Hours;
import vn.motcua.platform.clock.LegalTime;
import vn.motcua.platform.json.EventJson;
import vn.motcua.platform.sql.Sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;

/** The figures of what a unit's board lists. A unit without a known board has no rows, and figures over nothing. */
@ApplicationScoped
public class PublicityOfUnits {
    /** A version that came by a list was posted elsewhere before, nobody knows when. */
    private static final String POSTED =
            """
            select o.code, v.name, v.content, v.effective_from,
              coalesce(v.decision_number, o.decision), v.decision_date, o.since,
              case when v.approver_sub is not null then v.published_at end
            from unit_offer o left join procedure_version v on v.code = o.code and v.effective_from <= ?
              and (v.effective_to is null or v.effective_to >= ?)
            where o.unit_id = ? order by o.code limit 2000
            """;

    /** Working days are counted, not hours. */
    private static final List<Hours> ANY_HOURS = List.of(new Hours(LocalTime.MIN, LocalTime.NOON));

    @Inject
    AgroalDataSource source;

    @Inject
    Calendars calendars;

    /** All procedures of a unit as they stand on a legal day, by code. */
    public List<Publicity.Row> rows(String unit, LocalDate on) {
        WorkingTime time = calendars.of(null, ANY_HOURS);
        return Sql.query(source, POSTED, PublicityOfUnits::posted, on, on, unit).stream()
                .map(each -> Publicity.row(each, time))
                .toList();
    }

    private static Publicity.Posted posted(ResultSet row) throws SQLException {
        String content = row.getString(3);
        LocalDate since = row.getObject(7, LocalDate.class);
        OffsetDateTime published = row.getObject(8, OffsetDateTime.class);
        return new Publicity.Posted(
                row.getString(1),
                row.getString(2),
                content == null ? null : EventJson.read(EventJson.tree(content), Procedure.class),
                row.getObject(4, LocalDate.class),
                row.getString(5),
                row.getObject(6, LocalDate.class),
                since != null ? since : published == null ? null : LegalTime.date(published.toInstant()));
    }
}
