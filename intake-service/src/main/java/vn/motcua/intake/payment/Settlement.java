package vn.motcua.intake.payment;

import vn.motcua.intake.catalogue.DueAt;
import vn.motcua.intake.fee.FeeQuote;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Sets off what was paid of a fee against what is quoted now. In đồng. */
final class Settlement {
    private final Map<DueAt, Long> paid = new EnumMap<>(DueAt.class);

    private Settlement(Map<DueAt, Long> paid) {
        this.paid.putAll(paid);
    }

    /** What is still owed of a line; 0 where it is settled. */
    record Owed(FeeQuote.Line line, long amountVnd) {}

    /**
     * First against what is due at the same time, then what is left of it against the rest: what was taken as the procedure's fee counts
     * whenever that fee falls due now.
     *
     * @param paid by when it was due as it was paid
     * @return every line, those due first in front, else in the order of the quote
     */
    static List<Owed> of(List<FeeQuote.Line> lines, Map<DueAt, Long> paid) {
        Settlement settlement = new Settlement(paid);
        List<Owed> like = new ArrayList<>();
        for (DueAt dueAt : DueAt.values()) {
            lines.stream()
                    .filter(line -> line.dueAt() == dueAt)
                    .forEach(line -> like.add(settlement.less(new Owed(line, line.amountVnd()), dueAt)));
        }
        return like.stream().map(settlement::lessWhatIsLeft).toList();
    }

    private Owed lessWhatIsLeft(Owed owed) {
        Owed left = owed;
        for (DueAt from : DueAt.values()) {
            left = less(left, from);
        }
        return left;
    }

    private Owed less(Owed owed, DueAt from) {
        long has = paid.getOrDefault(from, 0L);
        long takes = Math.min(has, owed.amountVnd);
        paid.put(from, has - takes);
        return new Owed(owed.line, owed.amountVnd - takes);
    }
}
