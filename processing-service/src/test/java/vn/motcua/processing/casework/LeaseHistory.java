package vn.motcua.processing.casework;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Whether a recorded history of one case's lease can have happened one act after the other: the search of Wing and Gong over a register of
 * holder, fencing number and end of the lease. Each act must take effect at one moment between its call and its answer.
 */
final class LeaseHistory {
    /** What came back. */
    enum Outcome {
        /** Claimed or renewed: {@code fence} and {@code until} are of the answer. */
        HOLDS,
        RELEASED,
        /** Refused to a claim, with who holds it until when. */
        HELD_BY_ANOTHER,
        /** Refused to a renewal or a release: the number is not the one that holds. */
        NOT_HELD,
        /** Refused for an old revision; says nothing about the lease. */
        STALE
    }

    /**
     * One call.
     *
     * @param begun ended positions in real time
     * @param from to what the service's clock showed before and after
     * @param sent the fencing number sent; null without
     */
    record Call(
            String officer,
            long begun,
            long ended,
            Instant from,
            Instant to,
            Long sent,
            Outcome outcome,
            String heldBy,
            Long fence,
            Instant until) {}

    /** Who holds the case under which number until when, and the service's time so far. */
    private record Register(String holder, long fence, Instant until, Instant time) {
        boolean free(Instant at) {
            return holder == null || !at.isBefore(until);
        }
    }

    private record Seen(BitSet done, Register register) {}

    private final List<Call> calls;
    private final Duration lease;
    private final Set<Seen> dead = new HashSet<>();

    private LeaseHistory(List<Call> calls, Duration lease) {
        this.calls =
                calls.stream().sorted(Comparator.comparingLong(Call::begun)).toList();
        this.lease = lease;
    }

    /** @param lease how long one claim holds */
    static boolean hasAnOrder(List<Call> calls, Duration lease) {
        LeaseHistory history = new LeaseHistory(calls, lease);
        return history.search(new BitSet(), new Register(null, 0, Instant.EPOCH, Instant.EPOCH));
    }

    private boolean search(BitSet done, Register now) {
        if (done.cardinality() == calls.size()) {
            return true;
        }
        Seen here = new Seen(done, now);
        if (!dead.add(here)) {
            return false;
        }
        for (int i : next(done)) {
            Register after = after(now, calls.get(i));
            if (after != null) {
                BitSet more = (BitSet) done.clone();
                more.set(i);
                if (search(more, after)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Those that began before any other that is left had ended; what changes nothing first. */
    private List<Integer> next(BitSet done) {
        long bound = Long.MAX_VALUE;
        for (int i = done.nextClearBit(0); i < calls.size(); i = done.nextClearBit(i + 1)) {
            bound = Math.min(bound, calls.get(i).ended());
        }
        List<Integer> next = new ArrayList<>();
        for (int i = done.nextClearBit(0); i < calls.size(); i = done.nextClearBit(i + 1)) {
            if (calls.get(i).begun() <= bound) {
                next.add(i);
            }
        }
        next.sort(Comparator.comparing(
                i -> calls.get(i).outcome() == Outcome.HOLDS || calls.get(i).outcome() == Outcome.RELEASED));
        return next;
    }

    /** The register after the call took effect as early as it can; null where it cannot have been answered so. */
    private Register after(Register now, Call call) {
        Instant earliest = later(now.time, call.from);
        if (earliest.isAfter(call.to)) {
            return null;
        }
        return switch (call.outcome) {
            case HOLDS -> holds(now, call);
            case RELEASED -> mine(now, call, earliest) ? new Register(null, now.fence, Instant.EPOCH, earliest) : null;
            case HELD_BY_ANOTHER ->
                call.heldBy.equals(now.holder) && call.until.equals(now.until) && !now.free(earliest)
                        ? at(now, earliest)
                        : null;
            case NOT_HELD -> notHeld(now, call, earliest);
            case STALE -> at(now, earliest);
        };
    }

    /** The answer tells the moment: the end of the lease less its length. */
    private Register holds(Register now, Call call) {
        Instant moment = call.until.minus(lease);
        if (moment.isBefore(later(now.time, call.from)) || moment.isAfter(call.to)) {
            return null;
        }
        boolean renewed = mine(now, call, moment) && call.fence.equals(call.sent);
        boolean claimed = now.free(moment) && call.fence == now.fence + 1;
        return renewed || claimed ? new Register(call.officer, call.fence, call.until, moment) : null;
    }

    private static Register notHeld(Register now, Call call, Instant earliest) {
        if (!mine(now, call, earliest)) {
            return at(now, earliest);
        }
        return now.until.isAfter(call.to) ? null : at(now, later(earliest, now.until));
    }

    private static boolean mine(Register now, Call call, Instant moment) {
        return call.officer.equals(now.holder) && call.sent != null && call.sent == now.fence && !now.free(moment);
    }

    private static Register at(Register now, Instant moment) {
        return new Register(now.holder, now.fence, now.until, moment);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
