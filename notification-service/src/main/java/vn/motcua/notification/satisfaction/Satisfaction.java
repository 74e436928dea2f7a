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
import java.util.List;

/**
 * What people said of a unit within the last twelve whole months and the one that runs, with the numbers of answers behind every figure.
 * Answers are counted in groups, each in the month in which it was full and for as long, so that no figure and no difference of two shows
 * what one of them was; nothing is shown of fewer than {@link Surveys#TOGETHER}.
 */
@ApplicationScoped
class Satisfaction {
    private static final int PROCEDURES = 50;

    /** Whole months that figures go back, besides the one that runs. */
    private static final int MONTHS = 12;

    private static final String OF_UNIT =
            """
            select count(*), avg(mark), count(*) filter (where mark >= 4), count(*) filter (where way = 'TABLET'),
                count(step1), avg(step1), count(step2), avg(step2), count(step3), avg(step3), count(step4), avg(step4), count(step5), avg(step5)
            from survey_answer where unit = ? and in_unit and in_unit_month >= ?
            """;

    private static final String BY_PROCEDURE =
            """
            select procedure_code, count(*), avg(mark), count(*) filter (where mark >= 4) from survey_answer
            where unit = ? and in_procedure and in_procedure_month >= ? group by procedure_code having count(*) >= ? order by count(*) desc, procedure_code limit ?
            """;

    private static final String BY_REASON =
            """
            select reason, count(*) from survey_answer cross join lateral unnest(reasons) reason
            where unit = ? and in_unit and in_unit_month >= ? group by reason having count(*) >= ? order by count(*) desc, reason
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

    View of(String unit) {
        LocalDate since = LegalTime.date(clock.instant()).withDayOfMonth(1).minusMonths(MONTHS);
        View whole =
                Sql.query(source, OF_UNIT, row -> whole(unit, row), unit, since).get(0);
        if (whole.all.answers < Surveys.TOGETHER) {
            return whole;
        }
        List<OfProcedure> procedures = Sql.query(
                source,
                BY_PROCEDURE,
                row -> new OfProcedure(row.getString(1), figure(row.getLong(2), row.getBigDecimal(3), row.getLong(4))),
                unit,
                since,
                Surveys.TOGETHER,
                PROCEDURES);
        List<Named> reasons = Sql.query(
                source,
                BY_REASON,
                row -> {
                    Reason reason = Reason.valueOf(row.getString(1));
                    return new Named(reason, reason.good(), row.getLong(2));
                },
                unit,
                since,
                Surveys.TOGETHER);
        return new View(unit, whole.minimum, whole.all, whole.onTablet, procedures, whole.steps, reasons);
    }

    private static View whole(String unit, ResultSet row) throws SQLException {
        long answers = row.getLong(1);
        Figure all = figure(answers, row.getBigDecimal(2), row.getLong(3));
        List<OfStep> steps = new ArrayList<>();
        for (int step = 1; step <= Answer.STEPS; step++) {
            long marks = row.getLong(3 + 2 * step);
            boolean enough = marks >= Surveys.TOGETHER;
            steps.add(new OfStep(step, enough ? marks : 0, enough ? rounded(row.getBigDecimal(4 + 2 * step)) : null));
        }
        long onTablet = row.getLong(4);
        return new View(
                unit, Surveys.TOGETHER, all, onTablet < Surveys.TOGETHER ? 0 : onTablet, List.of(), steps, List.of());
    }

    private static Figure figure(long answers, BigDecimal mean, long satisfied) {
        return answers < Surveys.TOGETHER ? new Figure(0, null, 0) : new Figure(answers, rounded(mean), satisfied);
    }

    private static BigDecimal rounded(BigDecimal mean) {
        return mean.setScale(2, RoundingMode.HALF_UP);
    }
}
