package vn.motcua.notification.satisfaction;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.motcua.platform.clock.LegalTime;
import vn.motcua.platform.sql.Sql;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What people said of a unit within the last twelve whole months and the one that runs, with the numbers of answers behind every figure.
 * Answers are counted in groups, each in the month in which it was full and for as long, so that no figure and no difference of two shows
 * what one of them was ({@link Groups}); nothing is shown of fewer than {@link Groups#TOGETHER}, and what few name beside the mark grows by
 * as many at once.
 */
@ApplicationScoped
class Satisfaction {
    private static final int PROCEDURES = 50;

    /** Whole months that figures go back, besides the one that runs. */
    private static final int MONTHS = 12;

    private static final String OF_UNIT =
            "select count(*), avg(mark), count(*) filter (where mark >= 4) from survey_answer where unit = ? and in_unit and in_unit_month >= ?";

    private static final String BY_PROCEDURE =
            """
            select procedure_code, count(*), avg(mark), count(*) filter (where mark >= 4) from survey_answer
            where unit = ? and in_procedure and in_procedure_month >= ? group by procedure_code order by count(*) desc, procedure_code limit ?
            """;

    private static final String PARTS =
            """
            select what, sum(answers), sum(total)::numeric / sum(answers) from survey_tally where unit = ? and month >= ?
            group by what order by sum(answers) desc, what
            """;

    @Inject
    AgroalDataSource source;

    @Inject
    Clock clock;

    /**
     * A mean with its number.
     *
     * @param mean of marks 1 to 5, two decimals; null below the minimum
     * @param satisfied how many gave 4 or 5
     */
    @Schema(name = "SatisfactionFigure")
    record Figure(long answers, BigDecimal mean, long satisfied) {}

    @Schema(name = "SatisfactionOfProcedure")
    record OfProcedure(String procedureCode, Figure figure) {}

    /** @param mean null where fewer than the minimum gave a mark for it */
    @Schema(name = "SatisfactionOfStep")
    record OfStep(int step, long answers, BigDecimal mean) {}

    @Schema(name = "SatisfactionReason")
    record Named(Reason reason, boolean good, long answers) {}

    /**
     * Of a unit.
     *
     * @param minimum answers below which nothing is shown
     * @param onTablet how many were given by a code of the counter
     */
    @Schema(name = "SatisfactionView")
    record View(
            String unit,
            int minimum,
            Figure all,
            long onTablet,
            List<OfProcedure> procedures,
            List<OfStep> steps,
            List<Named> reasons) {}

    /** A part of answers that is shown: the marks of a step, a reason or the tablet. */
    private record Part(String what, long answers, BigDecimal mean) {}

    View of(String unit) {
        LocalDate since = LegalTime.date(clock.instant()).withDayOfMonth(1).minusMonths(MONTHS);
        Figure all =
                Sql.query(source, OF_UNIT, row -> figure(row, 1), unit, since).get(0);
        List<OfProcedure> procedures = Sql.query(
                source,
                BY_PROCEDURE,
                row -> new OfProcedure(row.getString(1), figure(row, 2)),
                unit,
                since,
                PROCEDURES);
        List<Part> parts = Sql.query(
                source,
                PARTS,
                row -> new Part(row.getString(1), row.getLong(2), rounded(row.getBigDecimal(3))),
                unit,
                since);
        return new View(unit, Groups.TOGETHER, all, onTablet(parts), procedures, steps(parts), reasons(parts));
    }

    private static List<OfStep> steps(List<Part> parts) {
        List<OfStep> steps = new ArrayList<>();
        for (int step = 1; step <= Answer.STEPS; step++) {
            String what = "STEP" + step;
            int no = step;
            steps.add(parts.stream()
                    .filter(each -> each.what.equals(what))
                    .findFirst()
                    .map(each -> new OfStep(no, each.answers, each.mean))
                    .orElseGet(() -> new OfStep(no, 0, null)));
        }
        return steps;
    }

    private static List<Named> reasons(List<Part> parts) {
        List<String> known = Arrays.stream(Reason.values()).map(Reason::name).toList();
        return parts.stream()
                .filter(each -> known.contains(each.what))
                .map(each -> new Named(
                        Reason.valueOf(each.what), Reason.valueOf(each.what).good(), each.answers))
                .toList();
    }

    private static long onTablet(List<Part> parts) {
        return parts.stream()
                .filter(each -> each.what.equals("TABLET"))
                .mapToLong(Part::answers)
                .sum();
    }

    private static Figure figure(ResultSet row, int at) throws SQLException {
        long answers = row.getLong(at);
        return answers < Groups.TOGETHER
                ? new Figure(0, null, 0)
                : new Figure(answers, rounded(row.getBigDecimal(at + 1)), row.getLong(at + 2));
    }

    private static BigDecimal rounded(BigDecimal mean) {
        return mean.setScale(2, RoundingMode.HALF_UP);
    }
}
