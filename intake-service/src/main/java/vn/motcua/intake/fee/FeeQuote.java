package vn.motcua.intake.fee;

import vn.motcua.intake.catalogue.DueAt;
import vn.motcua.intake.catalogue.Procedure.FeeKind;

import java.util.List;

/**
 * What a dossier costs by the version it is received under.
 *
 * @param lines empty where the fee is not established
 * @param totalVnd in đồng; 0 only where the procedure says free; null where the fee is not established
 * @param dueAt FILING if any amount is due then, or where there is nothing to pay
 */
public record FeeQuote(List<Line> lines, Long totalVnd, DueAt dueAt) {
    /**
     * One line of the slip.
     *
     * @param kind null where no source tells
     * @param units what is multiplied: copies, else 1
     * @param perUnitVnd for one unit, after tiers and cap
     */
    public record Line(
            FeeKind kind,
            String per,
            int units,
            long perUnitVnd,
            long amountVnd,
            DueAt dueAt,
            boolean refundable,
            String source) {}

    /** Whether an amount can be named at all; free is an amount. */
    public boolean established() {
        return totalVnd != null;
    }

    /** The part of the total due at this time. */
    public long dueVnd(DueAt when) {
        return lines.stream()
                .filter(l -> l.dueAt() == when)
                .mapToLong(Line::amountVnd)
                .sum();
    }
}
