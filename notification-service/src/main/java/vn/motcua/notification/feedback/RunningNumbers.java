package vn.motcua.notification.feedback;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.motcua.platform.clock.LegalTime;
import vn.motcua.platform.sql.Sql;

import java.time.Instant;

/**
 * Numbers per unit and year: given in the transaction that uses them, taken back with it. Those of complaints have no gaps; one of a
 * feedback is left out where the same form is sent twice at the same instant.
 */
@ApplicationScoped
class RunningNumbers {
    private static final String NEXT =
            """
            insert into running_number (what, unit, year, last_number) values (?, ?, ?, 1) on conflict (what, unit, year)
            do update set last_number = running_number.last_number + 1 returning last_number
            """;

    @Inject
    AgroalDataSource source;

    /** What is numbered. */
    enum What {
        FEEDBACK,
        COMPLAINT
    }

    /** The next one of the legal year of {@code at}; others of the unit wait until the transaction ends. */
    long next(What what, String unit, Instant at) {
        return Sql.query(
                        source,
                        NEXT,
                        row -> row.getLong(1),
                        what.name(),
                        unit,
                        LegalTime.date(at).getYear())
                .get(0);
    }
}
