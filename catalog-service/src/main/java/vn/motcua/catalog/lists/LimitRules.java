package vn.motcua.catalog.lists;

import vn.motcua.catalog.procedure.Channel;
import vn.motcua.catalog.procedure.Limit;
import vn.motcua.catalog.procedure.LimitUnit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which limit counts per channel. An overlay wins; then the method rows with a unit, the longest counts and the others
 * are kept with their description; a limit of the procedure as a whole counts only where no method row has a unit.
 * Where nothing is left, none is established: no guess.
 */
class LimitRules {
    private static final Comparator<Limit> LONGEST_FIRST =
            Comparator.comparingDouble(Limit::length).reversed();

    private final boolean clockHours;
    private final Map<Channel, List<Limit>> found = new EnumMap<>(Channel.class);

    private LimitRules(boolean clockHours) {
        this.clockHours = clockHours;
    }

    static LimitRules of(
            ProcedureRow procedure, List<MethodRow> methods, List<OverlayLimit> overlay, boolean clockHours) {
        LimitRules rules = new LimitRules(clockHours);
        rules.overlaid(overlay);
        rules.listed(procedure, methods, Set.copyOf(rules.found.keySet()));
        return rules;
    }

    private void overlaid(List<OverlayLimit> overlay) {
        for (OverlayLimit each : overlay) {
            for (Channel channel : each.channel() == null ? EnumSet.allOf(Channel.class) : EnumSet.of(each.channel())) {
                add(channel, each.amount(), each.unit(), null, each.source(), each.grade());
            }
        }
    }

    private void listed(ProcedureRow procedure, List<MethodRow> methods, Set<Channel> settled) {
        for (MethodRow each : methods) {
            if (each.hasLimit() && !settled.contains(each.channel())) {
                add(each.channel(), each.limit(), each.limitUnit(), each.description(), each.source(), null);
            }
        }
        boolean asAWhole = procedure.limitUnit() != null && methods.stream().noneMatch(MethodRow::hasLimit);
        if (asAWhole) {
            for (Channel channel : methods.isEmpty() ? EnumSet.of(Channel.COUNTER) : channels(methods)) {
                if (!settled.contains(channel)) {
                    int amount = procedure.limit() == null ? 0 : procedure.limit();
                    add(channel, amount, procedure.limitUnit(), null, procedure.source(), null);
                }
            }
        }
    }

    private static Set<Channel> channels(List<MethodRow> methods) {
        Set<Channel> found = EnumSet.noneOf(Channel.class);
        methods.stream().filter(each -> !each.abroad()).forEach(each -> found.add(each.channel()));
        return found;
    }

    private void add(Channel channel, int amount, LimitUnit unit, String words, String source, String grade) {
        LimitUnit counted = clockHours && unit == LimitUnit.HOUR ? LimitUnit.CLOCK_HOUR : unit;
        List<Limit> limits = found.computeIfAbsent(channel, c -> new ArrayList<>());
        limits.add(Limit.of(channel, amount, counted, words, source, grade));
        limits.sort(LONGEST_FIRST);
    }

    /** The one that counts, per channel. */
    List<Limit> counting() {
        return found.values().stream().map(limits -> limits.get(0)).toList();
    }

    /** The shorter ones. */
    List<Limit> others() {
        return found.values().stream()
                .flatMap(limits -> limits.stream().skip(1))
                .toList();
    }
}
