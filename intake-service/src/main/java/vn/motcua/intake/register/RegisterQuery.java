package vn.motcua.intake.register;

import vn.motcua.intake.access.Access;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Writes the one statement of a register page. Who may see a row is part of it: a branch per way of seeing, each on an index in the
 * order of the page and cut to its length, then joined; so a page reads its own rows only, however many dossiers there are.
 */
final class RegisterQuery {
    private static final String ROW =
            """
            select d.id, d.reference, d.code, d.procedure_code, d.procedure_version, d.channel, d.stage, d.stage_since, d.transferred_at, d.department,
                d.receiving_unit, d.competent_unit, d.returning_unit, d.opened_at, d.received_at, d.due, d.promised, d.paused_since,
                d.ended_at, d.punctuality, d.fees_open_vnd, p.name
            from page join dossier d on d.id = page.id left join dossier_person p on p.dossier_id = d.id and p.part = 'OWNER'
            order by\s""";

    private final List<Branch> branches = new ArrayList<>();
    private final List<String> filters = new ArrayList<>();
    private final List<Object> filterArgs = new ArrayList<>();
    private final boolean byDue;

    private record Branch(String condition, List<Object> args) {}

    /** @param byDue most urgent first instead of newest first */
    RegisterQuery(boolean byDue) {
        this.byDue = byDue;
    }

    /** What this caller may see; {@code unit} narrows it to one of theirs, or to nothing. */
    void visibleTo(Access access, String unit) {
        for (String each : access.wholeUnits()) {
            if (unit == null || unit.equals(each)) {
                branch("d.receiving_unit = ? and d.sequence > 0", each);
                branch("d.competent_unit = ? and d.sequence > 0", each);
                branch("d.returning_unit = ? and d.sequence > 0", each);
            }
        }
        for (String each : access.departmentUnits()) {
            if (unit == null || unit.equals(each)) {
                branch("d.competent_unit = ? and d.department = ? and d.sequence > 0", each, access.department());
            }
        }
        if (access.opensDossiers()) {
            String own = "d.opened_by = ? and (d.sequence = 0 or d.channel = 'ONLINE' and ?)";
            if (unit == null) {
                branch(own, access.subject(), access.people());
            } else {
                branch(own + " and d.receiving_unit = ?", access.subject(), access.people(), unit);
            }
        }
        if (access.service()) {
            branch("d.sequence > 0");
        }
    }

    private void branch(String condition, Object... args) {
        branches.add(new Branch(condition, List.of(args)));
    }

    /** Whether the caller sees nothing at all, so that there is nothing to ask. */
    boolean nothing() {
        return branches.isEmpty();
    }

    void where(String condition, Object... args) {
        filters.add(condition);
        filterArgs.addAll(List.of(args));
    }

    /** Begins after the last row of the page before. */
    void after(Instant key, UUID id) {
        where(byDue ? "(d.due, d.id) > (?, ?)" : "(d.opened_at, d.id) < (?, ?)", key, id);
    }

    String sql() {
        String order = byDue ? "due, id" : "opened_at desc, id desc";
        String key = byDue ? "due" : "opened_at";
        String filter = filters.stream().map(f -> " and " + f).collect(Collectors.joining());
        String union = branches.stream()
                .map(branch -> "(select d.id, d." + key + " from dossier d where " + branch.condition() + filter
                        + " order by " + order + " limit ?)")
                .collect(Collectors.joining(" union "));
        String page = "with page as (select id from (" + union + ") seen order by " + order + " limit ?) ";
        return page + ROW + (byDue ? "d.due, d.id" : "d.opened_at desc, d.id desc");
    }

    Object[] args(int limit) {
        List<Object> args = new ArrayList<>();
        for (Branch branch : branches) {
            args.addAll(branch.args());
            args.addAll(filterArgs);
            args.add(limit);
        }
        args.add(limit);
        return args.toArray();
    }
}
