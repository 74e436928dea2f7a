package vn.motcua.notification.feedback;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.motcua.platform.clock.LegalTime;
import vn.motcua.platform.sql.Sql;

import java.time.Instant;
import java.time.LocalDate;

/**
 * How people find the answers to their feedback. Ratings are counted in groups, which also leave the figures together: no figure and no
 * difference of two shows what one of them was. Methods join the caller's transaction.
 */
@ApplicationScoped
class Ratings {
    /** As many at least are counted at once, and shown. */
    static final int TOGETHER = 5;

    /** Whole months that figures go back, besides the one that runs. */
    private static final int MONTHS = 12;

    private static final String WAITING =
            "select count(*) from feedback where unit = ? and rating is not null and rating_counted is null";

    private static final String COUNT =
            "update feedback set rating_counted = ? where unit = ? and rating is not null and rating_counted is null";

    private static final String MEAN =
            "select count(*), avg(rating) from feedback where unit = ? and rating_counted >= ?";

    @Inject
    AgroalDataSource source;

    /**
     * What is shown of them.
     *
     * @param count null below {@link #TOGETHER}
     * @param mean 1 to 5; null below {@link #TOGETHER}
     */
    record Figure(Long count, Double mean) {}

    /** One was kept: counts those that wait, as soon as there are enough. */
    void given(String unit, Instant at) {
        Sql.query(source, "select pg_advisory_xact_lock(hashtext('rating ' || ?))", row -> 0, unit);
        if (Sql.query(source, WAITING, row -> row.getLong(1), unit).get(0) >= TOGETHER) {
            Sql.update(source, COUNT, month(at), unit);
        }
    }

    /** Of a unit's groups that were full within the last twelve whole months or are by now. */
    Figure of(String unit, Instant now) {
        return Sql.query(
                        source,
                        MEAN,
                        row -> row.getLong(1) < TOGETHER
                                ? new Figure(null, null)
                                : new Figure(row.getLong(1), row.getDouble(2)),
                        unit,
                        month(now).minusMonths(MONTHS))
                .get(0);
    }

    private static LocalDate month(Instant at) {
        return LegalTime.date(at).withDayOfMonth(1);
    }
}
