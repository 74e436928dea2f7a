package vn.motcua.intake.deadline;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

import java.time.Duration;
import java.time.Instant;

/** What the properties of deadlines are tried on. */
final class DeadlineArbitraries {
    private static final int MINUTES = 400 * 24 * 60;

    private DeadlineArbitraries() {}

    /** Every minute of four hundred days. */
    static Arbitrary<Instant> instants(Instant first) {
        return Arbitraries.integers().between(0, MINUTES).map(minutes -> first.plus(Duration.ofMinutes(minutes)));
    }

    static Arbitrary<Limit> limits() {
        return Combinators.combine(
                        Arbitraries.of(
                                LimitUnit.WORKING_DAY,
                                LimitUnit.DAY,
                                LimitUnit.HOUR,
                                LimitUnit.MONTH,
                                LimitUnit.SAME_DAY),
                        Arbitraries.integers().between(1, 40))
                .as((unit, amount) -> Limit.of(unit == LimitUnit.MONTH ? 1 + amount % 6 : amount, unit));
    }
}
