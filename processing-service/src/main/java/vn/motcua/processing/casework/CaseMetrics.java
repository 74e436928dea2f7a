package vn.motcua.processing.casework;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import vn.motcua.platform.sql.Sql;
import vn.motcua.processing.routing.Routing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;

/** What operators watch: cases no rule could place, acts without an answer. Each is one look into a partial index. */
@ApplicationScoped
class CaseMetrics {
    @Inject
    AgroalDataSource source;

    @Inject
    MeterRegistry meters;

    @Inject
    Clock clock;

    void start(@Observes StartupEvent event) {
        meters.gauge("motcua.cases.unrouted", this, CaseMetrics::unrouted);
        meters.gauge("motcua.cases.pending", this, CaseMetrics::pending);
        meters.gauge("motcua.cases.pending.oldest.seconds", this, CaseMetrics::oldestPending);
    }

    private double unrouted() {
        return number("select count(*) from cases where department = '" + Routing.UNROUTED + "' and rank is not null");
    }

    private double pending() {
        return number("select count(*) from cases where pending_event is not null");
    }

    private double oldestPending() {
        Instant now = clock.instant();
        return Sql.query(source, "select min(pending_since) from cases where pending_event is not null", row -> {
                    OffsetDateTime since = row.getObject(1, OffsetDateTime.class);
                    return since == null
                            ? 0d
                            : Duration.between(since.toInstant(), now).toSeconds();
                })
                .get(0);
    }

    private double number(String sql) {
        return Sql.query(source, sql, row -> row.getDouble(1)).get(0);
    }
}
