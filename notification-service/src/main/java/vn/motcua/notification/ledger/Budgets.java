package vn.motcua.notification.ledger;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jboss.logging.Logger;
import vn.motcua.notification.NotificationConfig;
import vn.motcua.platform.clock.LegalTime;
import vn.motcua.platform.sql.Sql;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What short messages cost and what a unit may spend in a calendar month (legal time). At four fifths and at the whole an alarm is
 * noted once a month; at the whole nothing more is sent by phone. Sendings under way may go a few segments over it.
 */
@ApplicationScoped
public class Budgets {
    private static final Logger LOG = Logger.getLogger(Budgets.class);
    private static final int[] ALARMS = {80, 100};

    private final AgroalDataSource source;
    private final Clock clock;
    private final MeterRegistry meters;
    private final Map<String, Long> budgets;
    private final Map<String, Long> prices;

    @Inject
    Budgets(AgroalDataSource source, Clock clock, MeterRegistry meters, NotificationConfig config) {
        this(
                source,
                clock,
                meters,
                read(config.sms().budgets().orElse(List.of())),
                Stream.of(config.sms().first(), config.sms().second())
                        .flatMap(java.util.Optional::stream)
                        .collect(java.util.stream.Collectors.toUnmodifiableMap(
                                NotificationConfig.Smpp::name, NotificationConfig.Smpp::segmentVnd)));
    }

    /**
     * @param budgets đồng a month by unit; a unit that is not named has no limit
     * @param prices đồng a segment by provider
     */
    public Budgets(
            AgroalDataSource source,
            Clock clock,
            MeterRegistry meters,
            Map<String, Long> budgets,
            Map<String, Long> prices) {
        this.source = source;
        this.clock = clock;
        this.meters = meters;
        this.budgets = Map.copyOf(budgets);
        this.prices = Map.copyOf(prices);
    }

    /** @throws IllegalArgumentException for an entry that is not {@code unit=đồng} */
    static Map<String, Long> read(List<String> entries) {
        Map<String, Long> budgets = new HashMap<>();
        for (String entry : entries) {
            String[] parts = entry.split("=", 2);
            if (parts.length < 2 || !parts[1].strip().matches("\\d{1,15}")) {
                throw new IllegalArgumentException("notification.sms.budgets are unit=đồng, not: " + entry);
            }
            budgets.put(parts[0].strip(), Long.parseLong(parts[1].strip()));
        }
        return budgets;
    }

    /** đồng for a segment of a provider; 0 for one that is not configured any more. */
    public long price(String provider) {
        return prices.getOrDefault(provider, 0L);
    }

    /** Null where the unit has no limit. */
    Long of(String unit) {
        return budgets.get(unit);
    }

    /** Whether the month's money of a unit is spent. */
    public boolean spent(String unit) {
        Long budget = budgets.get(unit);
        return budget != null && cost(unit) >= budget;
    }

    private long cost(String unit) {
        return Sql.query(
                        source,
                        "select cost_vnd from sms_month where unit = ? and month = ?",
                        row -> row.getLong(1),
                        unit,
                        month(clock.instant()))
                .stream()
                .findFirst()
                .orElse(0L);
    }

    /** Adds to the month in the caller's transaction and notes the alarms it reaches. */
    public void spend(String unit, int segments, long costVnd) {
        Instant now = clock.instant();
        long cost = Sql.query(
                        source,
                        "insert into sms_month (unit, month, segments, cost_vnd) values (?,?,?,?) on conflict (unit, month) do"
                                + " update set segments = sms_month.segments + excluded.segments,"
                                + " cost_vnd = sms_month.cost_vnd + excluded.cost_vnd returning cost_vnd",
                        row -> row.getLong(1),
                        unit,
                        month(now),
                        segments,
                        costVnd)
                .get(0);
        Long budget = budgets.get(unit);
        for (int percent : ALARMS) {
            if (budget != null && cost * 100 >= budget * percent) {
                alarm(unit, month(now), percent, now);
            }
        }
    }

    private void alarm(String unit, LocalDate month, int percent, Instant at) {
        int noted = Sql.update(
                source,
                "insert into budget_alarm (unit, month, percent, at) values (?,?,?,?) on conflict do nothing",
                unit,
                month,
                percent,
                at);
        if (noted == 1) {
            LOG.warnf("%s has spent %d percent of its money for short messages this month", unit, percent);
            meters.counter("motcua.sms.budget.alarms", "unit", unit, "percent", Integer.toString(percent))
                    .increment();
        }
    }

    /** The first day of an instant's month, legal time. */
    static LocalDate month(Instant at) {
        return LegalTime.date(at).withDayOfMonth(1);
    }
}
