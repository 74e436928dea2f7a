package vn.motcua.intake.register;

import vn.motcua.intake.register.Branch.Condition;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Writes the one statement of a register page. Who may see a row is part of it: a branch per way of seeing, each on an index in the
 * order of the page and cut to its length, then joined; so a page reads its own rows only, however many dossiers there are.
 *
 * <p>Where a branch has conditions that its index does not answer, it looks through a window of {@value #WINDOW} entries and no further:
 * the page may then be short, or empty, and still have a next one, which begins where the looking ended. Rare combinations cost more
 * pages, never a slow one.
 */
final class RegisterQuery {
    /** Most entries that one page looks through. */
    static final int WINDOW = 250;

    static final int WINDOW_LEAST = 40;

    private static final String COLUMNS =
            """
            d.id, d.reference, d.code, d.procedure_code, d.procedure_version, d.channel, d.stage, d.stage_since, d.transferred_at, d.department,
                d.receiving_unit, d.competent_unit, d.returning_unit, d.opened_at, d.received_at, d.due, d.promised, d.paused_since,
                d.ended_at, d.punctuality, d.fees_open_vnd, d.supplements, p.name, page.k
            """;

    private static final String LINES =
            "page join dossier d on d.id = page.id left join dossier_person p on p.dossier_id = d.id and p.part = 'OWNER'";

    private final boolean urgentFirst;
    private final List<Branch> branches = new ArrayList<>();
    private List<Object> last = List.of();

    /** @param urgentFirst earliest key first instead of newest first */
    RegisterQuery(boolean urgentFirst) {
        this.urgentFirst = urgentFirst;
    }

    void add(Branch branch) {
        branches.add(branch);
    }

    /** Every branch keeps only what fits, and looks no further than its window for it. */
    void fit(List<Condition> conditions) {
        branches.replaceAll(branch -> branch.and(conditions));
    }

    /** Every branch is narrowed by a condition that its index answers, or that leaves few rows. */
    void within(Condition condition) {
        branches.replaceAll(branch -> branch.within(condition));
    }

    void withoutDrafts() {
        branches.removeIf(Branch::drafts);
    }

    /** Whether the caller sees nothing at all, so that there is nothing to ask. */
    boolean nothing() {
        return branches.isEmpty();
    }

    /** Begins after the last row of the page before. */
    void after(Instant key, UUID id) {
        last = List.of(key, id);
    }

    private boolean windowed() {
        return branches.stream().anyMatch(branch -> !branch.fit().isEmpty());
    }

    private int window() {
        return Math.max(WINDOW_LEAST, WINDOW / branches.size());
    }

    /** Rows with their key {@code k}, and where the looking ended as {@code hk}, {@code hid}: both null where all was looked through. */
    String sql() {
        String direction = urgentFirst ? "" : " desc";
        String order = "k" + direction + ", id" + direction;
        String seen = IntStream.range(0, branches.size())
                .mapToObj(n -> branch(n, direction))
                .collect(Collectors.joining(" union all "));
        if (!windowed()) {
            return "with seen as (" + seen + "), page as (select distinct id, k from seen order by " + order
                    + " limit ?) select null::timestamptz hk, null::uuid hid, " + COLUMNS + "from " + LINES
                    + " order by page.k" + direction + ", page.id" + direction;
        }
        return "with seen as materialized (" + seen
                + "), horizon as (select k, id from (select k, id, row_number() over"
                + " (partition by b order by " + order + ") n from seen) each where n = ? order by "
                + (urgentFirst ? "k, id" : "k desc, id desc")
                + " limit 1), page as (select distinct s.id, s.k from seen s where s.fit and not exists (select from horizon h"
                + " where (s.k, s.id) " + (urgentFirst ? ">" : "<") + " (h.k, h.id)) order by "
                + (urgentFirst ? "s.k, s.id" : "s.k desc, s.id desc") + " limit ?) select h.k hk, h.id hid, " + COLUMNS
                + "from (select 1) one left join horizon h on true left join (" + LINES + ") on true"
                + " order by page.k" + direction + ", page.id" + direction;
    }

    private String branch(int n, String direction) {
        Branch branch = branches.get(n);
        String fit = branch.fit().isEmpty()
                ? "true"
                : branch.fit().stream().map(Condition::sql).collect(Collectors.joining(" and "));
        String after = last.isEmpty()
                ? ""
                : " and (" + branch.key() + ", " + branch.idColumn() + ") " + (urgentFirst ? ">" : "<") + " (?, ?)";
        return "(select " + n + " b, d.id, " + branch.key() + " k, (" + fit + ") fit from " + branch.from() + after
                + " order by " + branch.key() + direction + ", " + branch.idColumn() + direction + " limit ?)";
    }

    /** @param limit lines of the page and one */
    Object[] args(int limit) {
        boolean windowed = windowed();
        List<Object> args = new ArrayList<>();
        for (Branch branch : branches) {
            branch.fit().forEach(condition -> args.addAll(condition.args()));
            args.addAll(branch.fromArgs());
            args.addAll(last);
            args.add(windowed ? Math.max(window(), branch.fit().isEmpty() ? limit : 0) : limit);
        }
        if (windowed) {
            args.add(window());
        }
        args.add(limit);
        return args.toArray();
    }
}
