package vn.motcua.processing.queue;

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
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** How many cases lie in each part of a queue: exact to five hundred, above it "five hundred and more", so that no count grows with the queue. */
@ApplicationScoped
public class QueueFigures {
    /** Up to here is counted. */
    public static final int COUNTED = 500;

    private static final String OLDEST =
            "(select c.opened_at from cases c where c.unit = ? and c.department = q.department and c.rank is not null"
                    + " order by c.opened_at limit 1)";

    @Inject
    AgroalDataSource source;

    /**
     * A count.
     *
     * @param count right where {@code more} is false, else {@link #COUNTED}
     * @param more whether there are more than were counted
     */
    public record Figure(int count, boolean more) {
        public static Figure of(int counted) {
            return new Figure(Math.min(counted, COUNTED), counted > COUNTED);
        }
    }

    /**
     * The figures of one queue.
     *
     * @param oldest when the case that is longest in the queue was opened, UTC; null in an empty one
     */
    public record DepartmentFigures(
            String department,
            Instant oldest,
            Figure all,
            Figure unclaimed,
            Figure held,
            Figure mine,
            Figure proposed,
            Figure paused,
            Figure late,
            Figure today,
            Figure atRisk,
            Figure sentBack) {
        static DepartmentFigures of(String department, Instant oldest, Map<Show, Figure> of) {
            return new DepartmentFigures(
                    department,
                    oldest,
                    of.get(Show.ALL),
                    of.get(Show.UNCLAIMED),
                    of.get(Show.HELD),
                    of.get(Show.MINE),
                    of.get(Show.PROPOSED),
                    of.get(Show.PAUSED),
                    of.get(Show.LATE),
                    of.get(Show.TODAY),
                    of.get(Show.AT_RISK),
                    of.get(Show.SENT_BACK));
        }
    }

    /** All parts of these queues of a unit, in one statement. */
    public List<DepartmentFigures> of(String unit, List<String> departments, Officer officer, Instant now) {
        List<String> columns = new ArrayList<>(List.of("q.department", OLDEST));
        List<Object> values = new ArrayList<>(List.of(unit));
        for (Show show : Show.values()) {
            Condition part = new Condition("c.unit = ? and c.department = q.department", unit)
                    .and(show.condition(officer.subject(), now));
            columns.add("(select count(*) from (select 1 from cases c where " + part.sql() + " limit " + (COUNTED + 1)
                    + ") as counted)");
            values.addAll(part.values());
        }
        values.add(String.join(",", departments));
        return Sql.query(
                source,
                "select " + String.join(", ", columns)
                        + " from string_to_table(?, ',') with ordinality as q(department, place) order by q.place",
                QueueFigures::row,
                values.toArray());
    }

    private static DepartmentFigures row(ResultSet row) throws SQLException {
        Map<Show, Figure> figures = new EnumMap<>(Show.class);
        for (Show show : Show.values()) {
            figures.put(show, Figure.of(row.getInt(show.ordinal() + 3)));
        }
        OffsetDateTime oldest = row.getObject(2, OffsetDateTime.class);
        return DepartmentFigures.of(row.getString(1), oldest == null ? null : oldest.toInstant(), figures);
    }
}
