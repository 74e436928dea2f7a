package vn.motcua.notification.ledger;

import java.time.Instant;
import java.util.List;

/**
 * A unit's month, legal time.
 *
 * @param budgetVnd null where the unit has no limit
 * @param spentVnd what the segments of the month cost
 */
public record LedgerView(
        String unit,
        String month,
        Long budgetVnd,
        long spentVnd,
        List<Alarm> alarms,
        List<Ways> ways,
        List<Provider> providers) {

    /** A share of the budget that was reached. */
    public record Alarm(int percent, Instant at) {}

    /** Messages opened in the month on a way, by where they stand now. */
    public record Ways(String channel, String state, long messages) {}

    /** Segments a provider took in the month, as it bills them. */
    public record Provider(String provider, long segments, long delivered, long failed, long costVnd) {}
}
