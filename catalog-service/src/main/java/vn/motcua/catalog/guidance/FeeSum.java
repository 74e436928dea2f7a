package vn.motcua.catalog.guidance;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.motcua.catalog.procedure.Channel;
import vn.motcua.catalog.procedure.DueAt;
import vn.motcua.catalog.procedure.Fee;
import vn.motcua.catalog.procedure.FeeRule;
import vn.motcua.catalog.procedure.OpenFee;
import vn.motcua.catalog.procedure.Procedure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What filing by one channel costs, as the counter will reckon it: rows of the channel win over rows for all; a part of a fee
 * is never told as the fee; what cannot be named is never free.
 *
 * @param totalVnd in đồng; 0 only for FREE; null unless FREE or AMOUNT
 * @param dueAt null unless AMOUNT
 * @param refundable null where no source tells
 */
@Schema(name = "FeeSum")
public record FeeSum(Channel channel, State state, Long totalVnd, DueAt dueAt, Boolean refundable) {
    /** What is known of the amount. COUNT_MISSING: the number of pages or copies decides and was not answered. */
    @Schema(name = "FeeSumState")
    public enum State {
        FREE,
        AMOUNT,
        COUNT_MISSING,
        PROVINCE,
        DEPENDS_ON_CASE,
        NOT_ESTABLISHED
    }

    /**
     * @param pages of one original, null: not known
     * @param copies of it, null: not known
     */
    public static FeeSum of(Procedure procedure, Channel channel, Integer pages, Integer copies) {
        List<Fee> rows = procedure.feesOf(channel);
        OpenFee open = procedure.openFeeOf(channel);
        if (open != null) {
            return new FeeSum(channel, State.valueOf(open.reason().name()), null, null, null);
        }
        if (rows.isEmpty()) {
            return new FeeSum(channel, State.NOT_ESTABLISHED, null, null, null);
        }
        if (rows.stream().allMatch(fee -> fee.rule() == FeeRule.FREE)) {
            return new FeeSum(channel, State.FREE, 0L, null, null);
        }
        return counted(channel, rows, pages, copies);
    }

    private static FeeSum counted(Channel channel, List<Fee> rows, Integer pages, Integer copies) {
        boolean needsPages = rows.stream().anyMatch(fee -> fee.rule() == FeeRule.TIERED_PER_PAGE);
        boolean needsCopies = rows.stream().anyMatch(FeeSum::perCopy);
        if (needsPages && pages == null || needsCopies && copies == null) {
            return new FeeSum(channel, State.COUNT_MISSING, null, null, null);
        }
        long total = 0;
        for (List<Fee> group : grouped(rows).values()) {
            Fee first = group.get(0);
            long perUnit = first.rule() == FeeRule.TIERED_PER_PAGE ? tiered(group, pages) : first.amountVnd();
            total += perUnit * (perCopy(first) ? copies : 1);
        }
        boolean filing = rows.stream().anyMatch(fee -> fee.rule() != FeeRule.FREE && fee.dueAt() != DueAt.RETURN);
        List<Boolean> refundable = rows.stream().map(Fee::refundable).distinct().toList();
        return new FeeSum(
                channel,
                State.AMOUNT,
                total,
                filing ? DueAt.FILING : DueAt.RETURN,
                refundable.size() == 1 ? refundable.get(0) : null);
    }

    private static boolean perCopy(Fee fee) {
        return "copy".equals(fee.per()) && fee.rule() != FeeRule.FREE;
    }

    /** {@code min(200000, 2000·min(p,2) + 1000·max(p−2,0))} for a certified copy of p pages. */
    private static long tiered(List<Fee> tiers, int pages) {
        long sum = 0;
        Long cap = null;
        for (Fee tier : tiers) {
            int from = tier.fromUnit() == null ? 1 : tier.fromUnit();
            int to = tier.toUnit() == null ? pages : Math.min(tier.toUnit(), pages);
            sum += tier.amountVnd() * Math.max(0, to - from + 1);
            cap = tier.capVnd() == null ? cap : tier.capVnd();
        }
        return cap == null ? sum : Math.min(cap, sum);
    }

    /** The tiers of one fee belong together; every other row stands alone. */
    private static Map<Object, List<Fee>> grouped(List<Fee> rows) {
        Map<Object, List<Fee>> groups = new LinkedHashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            Fee row = rows.get(i);
            Object key = row.rule() == FeeRule.TIERED_PER_PAGE
                    ? row.kind() + "/" + row.per() + "/" + row.dueAt()
                    : Integer.valueOf(i);
            groups.computeIfAbsent(key, k -> new ArrayList<>()).add(row);
        }
        return groups;
    }
}
