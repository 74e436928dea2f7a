package vn.motcua.intake.fee;

import vn.motcua.intake.catalogue.Channel;
import vn.motcua.intake.catalogue.DueAt;
import vn.motcua.intake.catalogue.Procedure;
import vn.motcua.intake.catalogue.Procedure.Fee;
import vn.motcua.intake.catalogue.Procedure.FeeRule;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The arithmetic of fees (Circular 226/2016/TT-BTC Art. 4 and the fee rows of each procedure's version), in đồng. */
public final class Fees {
    /** More pages or copies than this in one dossier is a typing mistake. */
    public static final int MAX_QUANTITY = 100_000;

    private Fees() {}

    /** What a row counts of one original. */
    public record Counted(int pages, int copies) {}

    /**
     * The fee of a dossier with one original. Rows of the channel win over rows for all channels; a channel without a row, or
     * with a part that cannot be named, is not established. An amount that is not published makes the whole fee not established: a part of a fee is never promised as the fee.
     *
     * @param pages of one original; looked at only where a row counts pages
     * @param copies of it; looked at only where a row counts copies
     * @throws IllegalArgumentException if a quantity is negative, or one that a row counts is not 1..100000
     */
    public static FeeQuote amount(Procedure procedure, Channel channel, int pages, int copies) {
        if (pages < 0 || copies < 0) {
            throw new IllegalArgumentException("pages " + pages + ", copies " + copies);
        }
        return amount(procedure, channel, List.of(new Counted(pages, copies)));
    }

    /**
     * The fee of a dossier with several originals: what counts pages or copies is owed for each of them, in their order; what counts neither once.
     *
     * @throws IllegalArgumentException if a quantity that a row counts is not 1..100000
     */
    public static FeeQuote amount(Procedure procedure, Channel channel, List<Counted> originals) {
        List<Fee> rows = rowsFor(procedure, channel);
        List<FeeQuote.Line> lines = new ArrayList<>();
        for (List<Fee> group : grouped(rows).values()) {
            Fee first = group.get(0);
            if (group.stream().anyMatch(f -> f.rule() != FeeRule.FREE && f.amountVnd() == null)) {
                return new FeeQuote(List.of(), null, DueAt.FILING);
            }
            boolean byCopy = "copy".equals(first.per()) && first.rule() != FeeRule.FREE;
            boolean byPage = first.rule() == FeeRule.TIERED_PER_PAGE;
            for (Counted original : byCopy || byPage ? originals : originals.subList(0, 1)) {
                int units = byCopy ? counted("copies", original.copies()) : 1;
                long perUnit =
                        switch (first.rule()) {
                            case FREE -> 0;
                            case FIXED -> first.amountVnd();
                            case TIERED_PER_PAGE -> tiered(group, counted("pages", original.pages()));
                        };
                lines.add(line(first, units, perUnit));
            }
        }
        if (lines.isEmpty()) {
            return new FeeQuote(List.of(), null, DueAt.FILING);
        }
        long total = lines.stream().mapToLong(FeeQuote.Line::amountVnd).reduce(0, Math::addExact);
        boolean filing = total == 0 || lines.stream().anyMatch(l -> l.amountVnd() > 0 && l.dueAt() == DueAt.FILING);
        return new FeeQuote(List.copyOf(lines), total, filing ? DueAt.FILING : DueAt.RETURN);
    }

    /** The certified copy: {@code n × min(200000, 2000·min(p,2) + 1000·max(p−2,0))} for p pages and n copies. */
    static long tiered(List<Fee> tiers, int pages) {
        long sum = 0;
        Long cap = null;
        for (Fee tier : tiers) {
            int from = tier.fromUnit() == null ? 1 : tier.fromUnit();
            int to = tier.toUnit() == null ? pages : Math.min(tier.toUnit(), pages);
            sum = Math.addExact(sum, Math.multiplyExact(tier.amountVnd(), (long) Math.max(0, to - from + 1)));
            cap = tier.capVnd() == null ? cap : tier.capVnd();
        }
        return cap == null ? sum : Math.min(cap, sum);
    }

    private static List<Fee> rowsFor(Procedure procedure, Channel channel) {
        Objects.requireNonNull(channel, "channel");
        List<Fee> own =
                procedure.fees().stream().filter(f -> f.channel() == channel).toList();
        List<Fee> rows = own.isEmpty()
                ? procedure.fees().stream().filter(f -> f.channel() == null).toList()
                : own;
        boolean open = procedure.openFees().stream()
                .anyMatch(o -> o.channel() == channel || (o.channel() == null && own.isEmpty()));
        return open ? List.of() : rows;
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

    private static FeeQuote.Line line(Fee row, int units, long perUnit) {
        return new FeeQuote.Line(
                row.kind(),
                row.per(),
                units,
                perUnit,
                Math.multiplyExact(perUnit, (long) units),
                row.dueAt() == null ? DueAt.FILING : row.dueAt(),
                Boolean.TRUE.equals(row.refundable()),
                row.source());
    }

    private static int counted(String what, int quantity) {
        if (quantity < 1 || quantity > MAX_QUANTITY) {
            throw new IllegalArgumentException(what + " must be 1 to " + MAX_QUANTITY + ", not " + quantity);
        }
        return quantity;
    }
}
