package vn.motcua.catalog.lists;

import vn.motcua.catalog.procedure.Channel;
import vn.motcua.catalog.procedure.LimitUnit;
import vn.motcua.catalog.procedure.Name;
import vn.motcua.catalog.procedure.Procedure;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The national lists with the overlays laid over them, one content per procedure.
 *
 * @param procedures those without an error in any row of theirs, in the list's order
 * @param refused codes of those with an error
 * @param errors of all rows, by file, row and column
 */
public record MergedProcedures(List<Procedure> procedures, Set<String> refused, List<RowError> errors) {
    /** Queue of what no department is named for (data, to be confirmed by each commune). */
    public static final String UNROUTED = "unrouted";

    /** Reads and merges; never throws for what the lists contain. */
    public static MergedProcedures from(ListSource source) {
        NationalLists lists = new ListReader(source).read();
        Set<String> refused = new HashSet<>();
        lists.errors().stream().map(RowError::code).forEach(refused::add);
        refused.remove(null);
        List<Procedure> merged = lists.procedures().stream()
                .filter(row -> row.code() != null && !refused.contains(row.code()))
                .map(row -> merge(row, lists))
                .toList();
        return new MergedProcedures(merged, refused, List.copyOf(lists.errors()));
    }

    private static Procedure merge(ProcedureRow row, NationalLists lists) {
        String code = row.code();
        List<MethodRow> methods = lists.methods().getOrDefault(code, List.of());
        List<OverlayLimit> overlay = lists.limits().getOrDefault(code, List.of());
        boolean clockHours = lists.clockHours().contains(code);
        LimitRules limits = LimitRules.of(row, methods, overlay, clockHours);
        FeeRules fees = FeeRules.of(row, methods, lists.fees().getOrDefault(code, List.of()));
        return new Procedure(
                code,
                new Name(row.name(), null),
                row.field(),
                row.level(),
                lists.departments().getOrDefault(row.field(), UNROUTED),
                overlay.stream().anyMatch(OverlayLimit::singleHand),
                limits.counting().stream().anyMatch(limit -> limit.unit() == LimitUnit.SAME_DAY),
                channels(methods),
                limits.counting(),
                limits.others(),
                fees.established(),
                fees.open(),
                lists.components().getOrDefault(code, List.of()),
                lists.results().getOrDefault(code, List.of()),
                null,
                null,
                row.serviceLevel(),
                row.authority(),
                row.legalBasis(),
                row.source(),
                null);
    }

    private static List<Channel> channels(List<MethodRow> methods) {
        Set<Channel> found = EnumSet.noneOf(Channel.class);
        methods.stream().map(MethodRow::channel).forEach(found::add);
        return List.copyOf(found);
    }
}
