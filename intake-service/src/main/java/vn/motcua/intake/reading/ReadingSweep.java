package vn.motcua.intake.reading;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import vn.motcua.intake.IntakeConfig;
import vn.motcua.platform.sql.Sql;
import vn.motcua.platform.timer.Round;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Lets go what is older than the retention, once a day, in small deletions. */
@ApplicationScoped
class ReadingSweep implements Round {
    private static final String TASK = "reading-sweep";
    private static final int MOST = 10_000;
    private static final Duration EVERY = Duration.ofDays(1);

    private final AgroalDataSource source;
    private final Clock clock;
    private final Duration kept;

    ReadingSweep(AgroalDataSource source, Clock clock, IntakeConfig config) {
        this.source = source;
        this.clock = clock;
        this.kept = config.reading().kept();
    }

    @Override
    public String task() {
        return TASK;
    }

    @Override
    public Duration first() {
        return EVERY;
    }

    @Override
    public Duration round() {
        return sweep(clock.instant()) < MOST ? EVERY : Duration.ZERO;
    }

    /** @return how many readings went, at most {@value #MOST} */
    int sweep(Instant now) {
        return Sql.on(source, connection -> {
            Sql.query(connection, "select set_config('intake.retention', 'sweep', true)", row -> row.getString(1));
            return Sql.update(
                    connection,
                    "delete from person_reading where id in (select id from person_reading where at < ? order by at limit ?)",
                    now.minus(kept),
                    MOST);
        });
    }
}
