package vn.motcua.notification.ledger;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.motcua.platform.clock.LegalTime;
import vn.motcua.platform.sql.Sql;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/** Reads the ledger, in three queries. */
@ApplicationScoped
class LedgerQueries {
    private final AgroalDataSource source;
    private final Budgets budgets;

    @Inject
    LedgerQueries(AgroalDataSource source, Budgets budgets) {
        this.source = source;
        this.budgets = budgets;
    }

    LedgerView month(String unit, YearMonth month) {
        Instant from = start(month.atDay(1));
        Instant to = start(month.plusMonths(1).atDay(1));
        List<LedgerView.Provider> providers = providers(unit, from, to);
        return new LedgerView(
                unit,
                month.toString(),
                budgets.of(unit),
                providers.stream().mapToLong(LedgerView.Provider::costVnd).sum(),
                alarms(unit, month.atDay(1)),
                ways(unit, from, to),
                providers);
    }

    private List<LedgerView.Provider> providers(String unit, Instant from, Instant to) {
        return Sql.query(
                source,
                "select provider, count(*), count(*) filter (where receipt = 'DELIVERED'), count(*) filter (where receipt ="
                        + " 'FAILED'), sum(cost_vnd) from sms_part where unit = ? and handed_over_at >= ? and handed_over_at < ?"
                        + " group by provider order by provider",
                row -> new LedgerView.Provider(
                        row.getString(1), row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5)),
                unit,
                from,
                to);
    }

    private List<LedgerView.Ways> ways(String unit, Instant from, Instant to) {
        return Sql.query(
                source,
                "select channel, state, count(*) from delivery where unit = ? and opened_at >= ? and opened_at < ?"
                        + " group by channel, state order by channel, state",
                row -> new LedgerView.Ways(row.getString(1), row.getString(2), row.getLong(3)),
                unit,
                from,
                to);
    }

    private List<LedgerView.Alarm> alarms(String unit, LocalDate month) {
        return Sql.query(
                source,
                "select percent, at from budget_alarm where unit = ? and month = ? order by percent",
                row -> new LedgerView.Alarm(row.getInt(1), row.getTimestamp(2).toInstant()),
                unit,
                month);
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(LegalTime.ZONE).toInstant();
    }
}
