package vn.motcua.processing.supplement;

import static vn.motcua.platform.clock.LegalTime.ZONE;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.motcua.platform.sql.Sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** How many incomplete dossiers were returned and how many late: of a unit, of its departments, of each officer. */
@ApplicationScoped
class SupplementFigures {
    /** Departments and officers together; far above what a commune has. */
    private static final int ROWS_MAX = 1000;

    private static final String COUNT =
            """
            select grouping(department) as whole, grouping(returned_by) as anybody, department, returned_by,
                max(returned_by_name) as name, count(*) as returns, count(*) filter (where late_return) as late_return,
                count(*) filter (where coalesce(late_telling, false) or told_at is null and tell_by < ?) as late_telling
            from supplement_return where unit = ? and returned_at >= ? and returned_at < ?
            group by grouping sets ((), (department), (department, returned_by))
            order by whole desc, anybody desc, department, 7 desc, returns desc, returned_by limit ?
            """;

    @Inject
    AgroalDataSource source;

    /**
     * Returns of one unit in a span of legal days.
     *
     * @param lateReturn returned after 2 working days
     * @param lateTelling told after 1 working day, or not told although it is over
     * @param departments that returned something, by code
     * @param officers by department, who returned the most late ones first
     */
    record Figures(
            LocalDate from,
            LocalDate to,
            long all,
            long lateReturn,
            long lateTelling,
            List<DepartmentReturns> departments,
            List<OfficerReturns> officers) {}

    /** Returns of one department, as in {@link Figures}. */
    record DepartmentReturns(String department, long all, long lateReturn, long lateTelling) {}

    /**
     * Returns of one officer in one department, as in {@link Figures}.
     *
     * @param subject of the account; null where nobody wrote down who it was
     * @param name null where the account has none
     */
    record OfficerReturns(
            String department, String subject, String name, long all, long lateReturn, long lateTelling) {}

    private record Row(
            boolean whole,
            boolean anybody,
            String department,
            String subject,
            String name,
            long all,
            long lateReturn,
            long lateTelling) {}

    /** Both days included. */
    Figures of(String unit, LocalDate from, LocalDate to, Instant now) {
        List<Row> rows = Sql.query(
                source,
                COUNT,
                SupplementFigures::row,
                now,
                unit,
                from.atStartOfDay(ZONE).toInstant(),
                to.plusDays(1).atStartOfDay(ZONE).toInstant(),
                ROWS_MAX);
        Row whole = rows.get(0);
        return new Figures(
                from,
                to,
                whole.all(),
                whole.lateReturn(),
                whole.lateTelling(),
                rows.stream()
                        .filter(each -> !each.whole() && each.anybody())
                        .map(each -> new DepartmentReturns(
                                each.department(), each.all(), each.lateReturn(), each.lateTelling()))
                        .toList(),
                rows.stream()
                        .filter(each -> !each.anybody())
                        .map(each -> new OfficerReturns(
                                each.department(),
                                each.subject(),
                                each.name(),
                                each.all(),
                                each.lateReturn(),
                                each.lateTelling()))
                        .toList());
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getInt("whole") == 1,
                row.getInt("anybody") == 1,
                row.getString("department"),
                row.getString("returned_by"),
                row.getString("name"),
                row.getLong("returns"),
                row.getLong("late_return"),
                row.getLong("late_telling"));
    }
}
