package vn.motcua.intake.register;

import vn.motcua.intake.IntakeProblem;
import vn.motcua.intake.access.Access;
import vn.motcua.intake.catalogue.CatalogueNames;
import vn.motcua.intake.dossier.Reported;
import vn.motcua.intake.register.Branch.Condition;
import vn.motcua.platform.problem.ProblemException;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** One question to the register with what its words stand for, as facets of the index and as conditions on a line. */
final class Asked {
    /** Into how many named things one page looks at most. */
    static final int NAMED_MOST = 16;

    private static final Pattern END_OF_CODE = Pattern.compile("[0-9A-Z.-]*?([0-9]{1,12})");
    private static final Pattern WHOLE_CODE = Pattern.compile("[A-Y]\\d{2}[0-9A-Z.]*-\\d{6,8}-\\d{4,12}");
    private static final Pattern REFERENCE = Pattern.compile("[0-9A-HJKMNP-TV-Z]{10}");

    private final Access access;
    private final CatalogueNames names;
    private final RegisterFilters filters;
    private final RegisterPlan.Terms terms;
    private final String code;
    private final String number;
    private final List<String> procedures;
    private final Set<String> involved;
    private final Set<String> units;

    Asked(Access access, CatalogueNames names, RegisterFilters filters, RegisterPlan.Terms terms) {
        this.access = access;
        this.names = names;
        this.filters = filters;
        this.terms = terms;
        this.code = filters.code() == null ? null : filters.code().strip().toUpperCase(Locale.ROOT);
        this.number = code == null ? null : numberAtTheEnd(code);
        this.procedures = filters.procedure() == null
                ? null
                : few("/procedure", names.procedures(filters.procedure(), NAMED_MOST + 1));
        this.involved = filters.involving() == null ? null : few("/involving", resolved(filters.involving()));
        this.units = filters.unit() == null ? null : own(filters.unit());
    }

    /** The running number at the end of what was typed of a code, without its zeros; null where there is none. */
    private static String numberAtTheEnd(String code) {
        var end = END_OF_CODE.matcher(code);
        return end.matches() ? end.group(1).replaceFirst("^0+(?=.)", "") : null;
    }

    private static <C extends Collection<String>> C few(String pointer, C found) {
        if (found.size() > NAMED_MOST) {
            throw new ProblemException(IntakeProblem.TOO_MANY_NAMED, NAMED_MOST)
                    .violation(pointer, "1..." + NAMED_MOST);
        }
        return found;
    }

    private Set<String> mine() {
        Set<String> mine = new LinkedHashSet<>(access.wholeUnits());
        mine.addAll(access.departmentUnits());
        return mine;
    }

    private Set<String> own(String asked) {
        return mine().contains(asked) || access.people() ? Set.of(asked) : resolved(asked);
    }

    private Set<String> resolved(String asked) {
        Set<String> provinces = mine().stream()
                .map(id -> id.substring(0, Math.min(2, id.length())))
                .collect(Collectors.toSet());
        return names.units(asked, provinces);
    }

    RegisterFilters filters() {
        return filters;
    }

    /** The units to which the question is narrowed, or null. */
    Set<String> units() {
        return units;
    }

    /** Whether its words stand for nothing. */
    boolean nothing() {
        return procedures != null && procedures.isEmpty()
                || involved != null && involved.isEmpty()
                || code != null && wholeCode() == null && number == null;
    }

    /** A condition on the whole code or the reference; null where neither was typed. */
    Condition wholeCode() {
        if (code == null) {
            return null;
        }
        if (REFERENCE.matcher(code).matches()) {
            return Condition.of("d.reference = ?", code);
        }
        // people and services know whole codes only, and the index of the register is not theirs
        boolean whole = WHOLE_CODE.matcher(code).matches() || access.service() || access.people();
        return whole ? Condition.of("d.code = ?", code) : null;
    }

    /** Whether one thing it names leaves so few lines that nothing else need drive. */
    boolean singled() {
        return code != null || involved != null;
    }

    /** Whether no draft can be meant, so that nobody's drafts are read. */
    boolean neverDraft() {
        return filters.stage() != null && !filters.stage().holdsDrafts()
                || code != null && wholeCode() == null
                || filters.receivedFrom() != null
                || filters.receivedTo() != null
                || filters.punctuality() != null
                || filters.department() != null
                || filters.holder() != null;
    }

    /** By what the index of the register finds fewest lines; empty where it has nothing to go by. */
    List<String> facets() {
        if (code != null) {
            return List.of("#" + number);
        }
        if (involved != null) {
            return involved.stream().map(id -> "u:" + id).toList();
        }
        if (procedures != null) {
            return procedures.stream().map(each -> "p:" + each).toList();
        }
        if (filters.punctuality() != null) {
            return List.of("e:" + filters.punctuality().name());
        }
        if (filters.channel() != null) {
            return List.of("c:" + filters.channel().name());
        }
        return filters.receivedFrom() != null || filters.receivedTo() != null ? List.of("r") : List.of();
    }

    /** What singles out few dossiers. */
    List<Condition> exact() {
        List<Condition> conditions = new ArrayList<>();
        if (terms.ids() != null) {
            conditions.add(Condition.of("d.id = any(?)", (Object) terms.ids()));
        }
        if (terms.identifier() != null) {
            conditions.add(person("identifier_index = ?", terms.identifier()));
        }
        if (terms.phone() != null) {
            conditions.add(person("phone_index = ?", terms.phone()));
        }
        if (wholeCode() != null) {
            conditions.add(wholeCode());
        }
        if (terms.name() != null) {
            conditions.add(Condition.of(Sight.WHOLE_NAME, terms.name()));
        }
        return conditions;
    }

    private static Condition person(String condition, byte[] index) {
        return Condition.of("d.id in (select dossier_id from dossier_person where " + condition + ")", (Object) index);
    }

    /** Everything that was asked of a line, but for what singles out few. */
    List<Condition> all() {
        List<Condition> conditions = new ArrayList<>(rest(""));
        conditions.addAll(received());
        conditions.addAll(standing());
        return conditions;
    }

    /** Everything but what these facets, and the days of receipt as a stretch of them, answer already. */
    List<Condition> besides(List<String> facets) {
        List<Condition> conditions = new ArrayList<>(rest(facets.get(0).substring(0, 1)));
        conditions.addAll(standing());
        return conditions;
    }

    /** What runs, between the due dates that were asked for; nothing where none were. */
    List<Condition> running() {
        if (!filters.byDue()) {
            return List.of();
        }
        List<Condition> conditions = new ArrayList<>();
        conditions.add(Condition.of("d.due is not null and d.ended_at is null and d.paused_since is null"));
        if (filters.dueFrom() != null) {
            conditions.add(Condition.of("d.due >= ?", filters.dueFrom()));
        }
        if (filters.dueBefore() != null) {
            conditions.add(Condition.of("d.due < ?", filters.dueBefore()));
        }
        return conditions;
    }

    /** Everything but stage, department and holder. */
    List<Condition> ofTheLine() {
        List<Condition> conditions = new ArrayList<>(rest(""));
        conditions.addAll(received());
        return conditions;
    }

    List<Condition> standing() {
        List<Condition> conditions = new ArrayList<>();
        if (filters.stage() != null) {
            conditions.add(Condition.of("d.stage = ?", filters.stage().name()));
        }
        conditions.addAll(department());
        if (filters.holder() != null) {
            Object mine = mine().toArray(String[]::new);
            conditions.add(Condition.of(
                    "d.holder = ? and (d.competent_unit = any(?) or d.handling_unit = any(?))", holder(), mine, mine));
        }
        return conditions;
    }

    /** The holder as a dossier names it. */
    String holder() {
        return RegisterFilters.NOBODY.equals(filters.holder()) ? Reported.NOBODY : filters.holder();
    }

    List<Condition> department() {
        return filters.department() == null
                ? List.of()
                : List.of(Condition.of("d.department = ?", filters.department()));
    }

    private List<Condition> received() {
        List<Condition> conditions = new ArrayList<>();
        Instant since = filters.receivedSince();
        Instant until = filters.receivedUntil();
        if (since != null) {
            conditions.add(Condition.of("d.received_at >= ?", since));
        }
        if (until != null) {
            conditions.add(Condition.of("d.received_at < ?", until));
        }
        return conditions;
    }

    /** @param driving kind of facet that is answered already, or empty */
    private List<Condition> rest(String driving) {
        List<Condition> conditions = new ArrayList<>();
        boolean numberAlone = code != null && number != null && code.matches("0*" + number);
        if (code != null && wholeCode() == null && !(driving.equals("#") && numberAlone)) {
            conditions.add(
                    numberAlone
                            ? Condition.of("ltrim(substring(d.code from '[0-9]+$'), '0') = ?", number)
                            : Condition.of("d.code like '%' || ?", code));
        }
        if (involved != null && !driving.equals("u")) {
            Object ids = involved.toArray(String[]::new);
            conditions.add(Condition.of(
                    "(d.receiving_unit = any(?) or d.competent_unit = any(?) or d.returning_unit = any(?))",
                    ids,
                    ids,
                    ids));
        }
        if (procedures != null && !driving.equals("p")) {
            conditions.add(Condition.of("d.procedure_code = any(?)", (Object) procedures.toArray(String[]::new)));
        }
        if (filters.punctuality() != null && !driving.equals("e")) {
            conditions.add(
                    Condition.of("d.punctuality = ?", filters.punctuality().name()));
        }
        if (filters.channel() != null && !driving.equals("c")) {
            conditions.add(Condition.of("d.channel = ?", filters.channel().name()));
        }
        return conditions;
    }
}
