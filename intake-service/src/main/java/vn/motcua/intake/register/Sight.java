package vn.motcua.intake.register;

import vn.motcua.intake.access.Access;
import vn.motcua.intake.register.Branch.Condition;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The ways in which one caller sees dossiers, each as a branch of the question on an index of its own. */
final class Sight {
    static final String WHOLE_NAME = "exists (select from dossier_person p where p.dossier_id = d.id"
            + " and ' ' || name_words(p.name) || ' ' like '% ' || name_words(?) || ' %')";

    private static final int SYLLABLES_OF_A_PHRASE = 5;
    private static final Pattern BETWEEN_SYLLABLES = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");
    private static final String FACET =
            "register_index i join dossier d on d.id = i.dossier_id where i.unit = ? and i.facet = ?";
    private static final String NAME =
            "name_index i join dossier d on d.id = i.dossier_id where i.unit = ? and i.phrase = name_phrase(?)"
                    + " and i.unit in (d.receiving_unit, d.competent_unit, d.returning_unit)";

    /** Each dossier of a unit is found once, in the first of its parts: the indexes of the other two hold what is received elsewhere. */
    private static final String RECEIVED_HERE = "d.receiving_unit = ? and d.sequence > 0";

    private static final String DECIDED_HERE =
            "d.competent_unit = ? and d.competent_unit <> d.receiving_unit and d.sequence > 0";
    /** Of what runs out the index of the competent unit holds all: a changed calendar goes by it. */
    private static final String RUNNING_HERE = "d.competent_unit = ? and d.sequence > 0";

    private static final String RETURNED_HERE = "d.returning_unit = ? and d.returning_unit <> d.receiving_unit"
            + " and d.returning_unit <> d.competent_unit and d.sequence > 0";
    private static final String HELD = "d.competent_unit = ? and d.holder = ? and d.sequence > 0";
    private static final String OF_DEPARTMENT = "d.competent_unit = ? and d.department = ? and d.sequence > 0";

    private static final String HANDLED_HERE = "d.handling_unit = ? and d.sequence > 0";
    private static final String HANDLED_IN_DEPARTMENT =
            "d.handling_unit = ? and d.handling_department = ? and d.sequence > 0";

    /** The indexes of words and names hold the units of a dossier, not the one that handles it now: that one's few are looked at one by one. */
    private static final String HANDLED =
            "dossier d cross join lateral (select coalesce(d.received_at, d.opened_at) at, d.id dossier_id) i where ";

    private final Access access;
    private final RegisterQuery query;
    private final Set<String> narrowed;

    /** @param narrowed to these units, or null */
    Sight(Access access, RegisterQuery query, Set<String> narrowed) {
        this.access = access;
        this.query = query;
        this.narrowed = narrowed;
    }

    private List<String> mine(Set<String> units) {
        return units.stream()
                .filter(unit -> narrowed == null || narrowed.contains(unit))
                .toList();
    }

    /** Newest first. @param department of the competent unit to which it is narrowed, or null */
    void plain(String department) {
        dossiers("d.opened_at", department);
    }

    /** Most urgent first. */
    void byDue() {
        dossiers("d.due", null);
    }

    /** Newest first, of the caller's units as those that decide or handle. @param holder as a dossier names it */
    void byHolder(String holder) {
        for (String unit : mine(access.wholeUnits())) {
            branch("d.opened_at", HELD, unit, holder);
        }
        for (String unit : mine(access.departmentUnits())) {
            branch("d.opened_at", HELD + " and d.department = ?", unit, holder, access.department());
        }
        handled("d.opened_at", Condition.of("d.holder = ?", holder));
    }

    private void dossiers(String key, String department) {
        for (String unit : mine(access.wholeUnits())) {
            if (department == null) {
                branch(key, RECEIVED_HERE, unit);
                branch(key, key.equals("d.due") ? RUNNING_HERE : DECIDED_HERE, unit);
                branch(key, RETURNED_HERE, unit);
            } else {
                branch(key, OF_DEPARTMENT, unit, department);
            }
        }
        for (String unit : mine(access.departmentUnits())) {
            if (department == null || department.equals(access.department())) {
                branch(key, OF_DEPARTMENT, unit, access.department());
            }
        }
        if (department == null) {
            handled(key);
        }
        own(key);
        if (access.service()) {
            branch(key, "d.sequence > 0");
        }
    }

    /** What lies here while another unit is competent. @param each what else holds of each */
    private void handled(String key, Condition... each) {
        for (String unit : mine(access.handlingUnits())) {
            lying(key, Condition.of(HANDLED_HERE, unit), each);
        }
        for (String unit : mine(access.departmentUnits())) {
            if (!access.handlingUnits().contains(unit)) {
                lying(key, Condition.of(HANDLED_IN_DEPARTMENT, unit, access.department()), each);
            }
        }
    }

    private void lying(String key, Condition here, Condition... each) {
        Branch branch = new Branch(HANDLED + here.sql(), here.args(), key, "d.id", List.of(), false);
        for (Condition condition : each) {
            branch = branch.within(condition);
        }
        query.add(branch);
    }

    private void own(String key) {
        if (!access.opensDossiers()) {
            return;
        }
        if (access.people()) {
            own(key, "d.opened_by = ? and (d.sequence = 0 or d.channel = 'ONLINE')", false);
        } else {
            own(key, "d.opened_by = ? and d.sequence = 0", true);
            own(key, "d.continued_by = ? and d.sequence = 0", true);
        }
    }

    private void own(String key, String mine, boolean drafts) {
        List<Object> who = new ArrayList<>(List.of(access.subject()));
        if (narrowed != null) {
            who.add(narrowed.toArray(String[]::new));
        }
        query.add(new Branch(
                "dossier d where " + mine + (narrowed == null ? "" : " and d.receiving_unit = any(?)"),
                List.copyOf(who),
                key,
                "d.id",
                List.of(),
                drafts));
    }

    private void branch(String key, String condition, Object... args) {
        query.add(new Branch("dossier d where " + condition, List.of(args), key, "d.id", List.of(), false));
    }

    /** In the order of the register: the receipt, before it the opening. */
    void byFacets(List<String> facets) {
        for (String facet : facets) {
            for (String unit : mine(access.wholeUnits())) {
                query.add(indexed(FACET, "i.at", unit, facet));
            }
            for (String unit : mine(access.departmentUnits())) {
                query.add(new Branch(
                        FACET + " and d.sequence > 0",
                        List.of(unit, facet),
                        "i.at",
                        "i.dossier_id",
                        List.of(ofDepartment(unit)),
                        false));
            }
        }
        Object asked = facets.toArray(String[]::new);
        handled("i.at", Condition.of("exists (select from register_lines(d) l where l.facet = any(?))", asked));
    }

    /**
     * Only dossiers of people whose name has these syllables in a row, with or without diacritics; found by the index of names, in the
     * order of the page, so that a common name costs no more than a rare one.
     */
    void byName(String name) {
        boolean longer = BETWEEN_SYLLABLES.split(name).length > SYLLABLES_OF_A_PHRASE;
        Condition whole = Condition.of(WHOLE_NAME, name);
        for (String unit : mine(access.wholeUnits())) {
            Branch branch = indexed(NAME, "i.opened_at", unit, name);
            query.add(longer ? branch.within(whole) : branch);
        }
        for (String unit : mine(access.departmentUnits())) {
            Branch branch = new Branch(
                            NAME + " and d.sequence > 0",
                            List.of(unit, name),
                            "i.opened_at",
                            "i.dossier_id",
                            List.of(),
                            false)
                    .within(ofDepartment(unit));
            query.add(longer ? branch.within(whole) : branch);
        }
        handled("d.opened_at", whole);
    }

    private Branch indexed(String from, String key, String unit, String term) {
        boolean officerOpens = access.opensDossiers() && !access.people();
        Branch found = new Branch(from, List.of(unit, term), key, "i.dossier_id", List.of(), false);
        return found.within(
                officerOpens
                        ? Condition.of(
                                "(d.sequence > 0 or ? in (d.opened_by, d.continued_by) and d.receiving_unit = ?)",
                                access.subject(),
                                unit)
                        : Condition.of("d.sequence > 0"));
    }

    private Condition ofDepartment(String unit) {
        return Condition.of("d.competent_unit = ? and d.department = ?", unit, access.department());
    }
}
