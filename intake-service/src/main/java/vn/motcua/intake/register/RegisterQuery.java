package vn.motcua.intake.register;

import vn.motcua.intake.access.Access;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
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

    private static final int SYLLABLES_OF_A_PHRASE = 5;
    private static final Pattern BETWEEN_SYLLABLES = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");
    private static final String WHOLE_NAME = "exists (select from dossier_person p where p.dossier_id = d.id"
            + " and ' ' || name_words(p.name) || ' ' like '% ' || name_words(?) || ' %') and ";

    private final List<Branch> branches = new ArrayList<>();
    private final List<String> filters = new ArrayList<>();
    private final List<Object> filterArgs = new ArrayList<>();
    private final boolean byDue;
    private List<Object> last = List.of();
    private String name;
    private boolean filedOnly;

    /** @param unit by which the names of its dossiers are found; null where they are not looked for */
    private record Branch(String unit, String condition, List<Object> args, boolean drafts) {}

    /** @param byDue most urgent first instead of newest first */
    RegisterQuery(boolean byDue) {
        this.byDue = byDue;
    }

    /** What this caller may see; {@code unit} narrows it to one of theirs, or to nothing. */
    void visibleTo(Access access, String unit) {
        for (String each : access.wholeUnits()) {
            if (unit == null || unit.equals(each)) {
                receiving(each, access);
                branch(each, "d.competent_unit = ? and d.sequence > 0", each);
                branch(each, "d.returning_unit = ? and d.sequence > 0", each);
            }
        }
        for (String each : access.departmentUnits()) {
            if (unit == null || unit.equals(each)) {
                branch(each, "d.competent_unit = ? and d.department = ? and d.sequence > 0", each, access.department());
            }
        }
        if (access.opensDossiers()) {
            String own = access.people()
                    ? "d.opened_by = ? and (d.sequence = 0 or d.channel = 'ONLINE')"
                    : "d.opened_by = ? and d.sequence = 0";
            List<Object> who = unit == null ? List.of(access.subject()) : List.of(access.subject(), unit);
            branches.add(
                    new Branch(null, own + (unit == null ? "" : " and d.receiving_unit = ?"), who, !access.people()));
        }
        if (access.service()) {
            branch(null, "d.sequence > 0");
        }
    }

    /** Where a dossier is received its opener sees the draft too, so that a name finds it in the same range of the index. */
    private void receiving(String unit, Access access) {
        if (access.opensDossiers() && !access.people()) {
            branch(unit, "d.receiving_unit = ? and (d.sequence > 0 or d.opened_by = ?)", unit, access.subject());
        } else {
            branch(unit, "d.receiving_unit = ? and d.sequence > 0", unit);
        }
    }

    private void branch(String unit, String condition, Object... args) {
        branches.add(new Branch(unit, condition, List.of(args), false));
    }

    /**
     * Only dossiers of people whose name has these syllables in a row, with or without diacritics; found by the index of names, in the
     * order of the page, so that a common name costs no more than a rare one.
     */
    void named(String asked) {
        this.name = asked;
    }

    /** Nothing that a draft can be is asked for, so that nobody's drafts are read. */
    void filedOnly() {
        filedOnly = true;
    }

    private List<Branch> branches() {
        return branches.stream()
                .filter(b -> !(b.drafts() && (filedOnly || name != null)))
                .toList();
    }

    /** Whether the caller sees nothing at all, so that there is nothing to ask. */
    boolean nothing() {
        return branches().isEmpty();
    }

    void where(String condition, Object... args) {
        filters.add(condition);
        filterArgs.addAll(List.of(args));
    }

    /** Begins after the last row of the page before. */
    void after(Instant key, UUID id) {
        last = List.of(key, id);
    }

    String sql() {
        String order = byDue ? "due, id" : "opened_at desc, id desc";
        String key = byDue ? "due" : "opened_at";
        String filter = filters.stream().map(f -> " and " + f).collect(Collectors.joining());
        String union = branches().stream()
                .map(branch -> "(select d.id, d." + key + " from " + from(branch) + branch.condition() + filter
                        + after(branch) + " order by "
                        + (byName(branch) ? "i.opened_at desc, i.dossier_id desc" : order) + " limit ?)")
                .collect(Collectors.joining(" union "));
        String page = "with page as (select id from (" + union + ") seen order by " + order + " limit ?) ";
        return page + ROW + (byDue ? "d.due, d.id" : "d.opened_at desc, d.id desc");
    }

    private String after(Branch branch) {
        if (last.isEmpty()) {
            return "";
        }
        String key = byDue
                ? "(d.due, d.id) > "
                : byName(branch) ? "(i.opened_at, i.dossier_id) < " : "(d.opened_at, d.id) < ";
        return " and " + key + "(?, ?)";
    }

    private boolean byName(Branch branch) {
        return name != null && branch.unit() != null;
    }

    private String from(Branch branch) {
        if (name == null) {
            return "dossier d where ";
        }
        String found = byName(branch)
                ? "name_index i join dossier d on d.id = i.dossier_id where i.unit = ? and i.phrase = name_phrase(?) and "
                : "dossier d where ";
        return wholeName(branch) ? found + WHOLE_NAME : found;
    }

    /** The index holds phrases of five syllables; a longer name, or one looked for past the index, is compared as a whole. */
    private boolean wholeName(Branch branch) {
        return name != null && (!byName(branch) || BETWEEN_SYLLABLES.split(name).length > SYLLABLES_OF_A_PHRASE);
    }

    Object[] args(int limit) {
        List<Object> args = new ArrayList<>();
        for (Branch branch : branches()) {
            if (byName(branch)) {
                args.add(branch.unit());
                args.add(name);
            }
            if (wholeName(branch)) {
                args.add(name);
            }
            args.addAll(branch.args());
            args.addAll(filterArgs);
            args.addAll(last);
            args.add(limit);
        }
        args.add(limit);
        return args.toArray();
    }
}
