package vn.motcua.catalog.unit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.motcua.platform.problem.ProblemTexts;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a name, a code or a whole address means on a day. A unit in force stands for itself; a former one for its successors,
 * all of them where it was divided; one not yet formed for what it was formed from. Names alike give several answers: no
 * guess.
 */
@ApplicationScoped
public class ResolveUnit {
    /** Resolution 190/2025/QH15 Art.10: papers under the old name stay valid; nobody may ask to have them issued again. */
    static final String PAPERS_STAY_VALID = "190/2025/QH15, Art.10";

    @Inject
    KnownUnits units;

    @Inject
    FindUnit find;

    /** Why a unit answers the question. */
    public enum Why {
        IN_FORCE,
        RENAMED,
        MERGED_INTO,
        PARTLY_MERGED_INTO,
        BEFORE_ITS_SUCCESSOR
    }

    /** How sure the answer is. */
    public enum Sureness {
        /** One unit, and every word says so. */
        CERTAIN,
        /** One unit, but by a slip in its name or beside words that nothing is known of. */
        LIKELY,
        /** Several units; more words, or the person, must tell which. */
        SEVERAL,
        /** Nothing is called so. */
        NOTHING
    }

    /** One reason, with the unit that was called so where it is not the answer itself. */
    @Schema(name = "ResolutionReason")
    public record Reason(Why why, String fromId, String fromName, String fromParentName, String fromProvinceName) {}

    /** A unit in force on the day, and every reason why it is an answer. */
    public record Candidate(
            String id, String code, String name, UnitKind kind, String provinceName, List<Reason> reasons) {}

    /** What the law says of papers under an old name, in two languages, with its source. */
    @Schema(name = "PapersStayValid")
    public record Papers(String vi, String en, String source) {}

    /**
     * All candidates; empty where nothing is called so.
     *
     * @param certain exactly one candidate, and not by a part only
     * @param sureness how sure the answer is
     * @param below hamlet, street and house of the address, which have no part in the answer; null without any
     * @param papersStayValid legal source for papers under an old name; null where none is involved
     * @param papers the same as sentences
     */
    public record Resolution(
            String name,
            String within,
            LocalDate on,
            boolean certain,
            Sureness sureness,
            String below,
            List<Candidate> units,
            String papersStayValid,
            Papers papers) {}

    /** Answers for a legal day; {@code within} may be null. */
    public Resolution resolve(String name, String within, LocalDate on) {
        Address address = Address.of(name);
        FindUnit.Found meant = meant(name, address, within);
        List<Unit> all = meant.units().isEmpty() ? List.of() : units.withRelated(meant.units());
        Set<String> asked = Set.copyOf(meant.units());
        List<Unit> called =
                all.stream().filter(unit -> asked.contains(unit.id())).toList();
        Map<String, Unit> related =
                all.stream().filter(unit -> unit.inForce(on)).collect(Collectors.toMap(Unit::id, unit -> unit));
        Map<Unit, List<Reason>> found = new LinkedHashMap<>();
        for (Unit unit : called) {
            if (unit.inForce(on)) {
                Why why = renamed(unit, meant.kind(), on) ? Why.RENAMED : Why.IN_FORCE;
                note(found, unit, new Reason(why, null, null, null, null));
            } else if (unit.validTo() != null && unit.validTo().isBefore(on)) {
                unit.successors()
                        .forEach(next ->
                                note(found, related.get(next.id()), merged(next, unit, related.get(next.id()))));
            }
        }
        if (found.isEmpty()) {
            called.forEach(unit -> unit.predecessors().stream()
                    .filter(before -> related.containsKey(before.id()))
                    .forEach(before -> note(found, related.get(before.id()), reason(Why.BEFORE_ITS_SUCCESSOR, unit))));
        }
        List<Why> reasons =
                found.values().stream().flatMap(List::stream).map(Reason::why).toList();
        Sureness sureness = sureness(found.size(), reasons, meant);
        boolean old = reasons.stream().anyMatch(why -> why != Why.IN_FORCE);
        return new Resolution(
                name,
                within,
                on,
                sureness == Sureness.CERTAIN,
                sureness,
                address.below(),
                candidates(found, on),
                old ? PAPERS_STAY_VALID : null,
                old ? new Papers(words("vi"), words("en"), PAPERS_STAY_VALID) : null);
    }

    /** A dash parts places as a comma does, unless a name that is spelt so holds it and explains every word. */
    private FindUnit.Found meant(String name, Address address, String within) {
        Address dashed = Address.withDashedNames(name);
        if (dashed != null) {
            FindUnit.Found found = find.find(dashed, within);
            if (found.complete() && !slip(found)) {
                return found;
            }
        }
        return find.find(address, within);
    }

    private static boolean slip(FindUnit.Found meant) {
        return meant.spelling() == FindUnit.Spelling.SLIP || meant.spelling() == FindUnit.Spelling.OTHER_DIACRITICS;
    }

    private static Sureness sureness(int found, List<Why> reasons, FindUnit.Found meant) {
        if (found != 1) {
            return found == 0 ? Sureness.NOTHING : Sureness.SEVERAL;
        }
        boolean inPart =
                reasons.stream().allMatch(why -> why == Why.PARTLY_MERGED_INTO || why == Why.BEFORE_ITS_SUCCESSOR);
        return inPart || slip(meant) || !meant.complete() ? Sureness.LIKELY : Sureness.CERTAIN;
    }

    private static void note(Map<Unit, List<Reason>> found, Unit unit, Reason reason) {
        if (unit != null) {
            Unit known = found.keySet().stream()
                    .filter(each -> each.id().equals(unit.id()))
                    .findFirst()
                    .orElse(unit);
            found.computeIfAbsent(known, u -> new ArrayList<>()).add(reason);
        }
    }

    private static Why why(Successor next) {
        return next.part() == Part.WHOLE ? Why.MERGED_INTO : Why.PARTLY_MERGED_INTO;
    }

    /** The unit is in force, but under another name or kind than the one asked for. */
    private static boolean renamed(Unit unit, UnitKind asked, LocalDate on) {
        UnitName then = unit.nameOn(on);
        if (unit.names().size() == 1 || asked == null) {
            return false;
        }
        return asked != then.kind() && unit.names().stream().anyMatch(each -> each.kind() == asked);
    }

    private static String words(String language) {
        return ProblemTexts.text("units.papers-stay-valid", Locale.forLanguageTag(language));
    }

    /** The former unit is called as the resolution spells it, which may differ from the statistical list. */
    private static Reason merged(Successor next, Unit from, Unit into) {
        Reason reason = reason(why(next), from);
        return (into == null ? List.<Predecessor>of() : into.predecessors())
                .stream()
                        .filter(each -> from.id().equals(each.id()))
                        .findFirst()
                        .map(each -> new Reason(
                                reason.why(),
                                from.id(),
                                each.name(),
                                reason.fromParentName(),
                                reason.fromProvinceName()))
                        .orElse(reason);
    }

    private static Reason reason(Why why, Unit from) {
        UnitName name = from.names().get(from.names().size() - 1);
        return new Reason(why, from.id(), name.name(), name.parentName(), name.provinceName());
    }

    private static List<Candidate> candidates(Map<Unit, List<Reason>> found, LocalDate on) {
        List<Candidate> candidates = new ArrayList<>();
        found.forEach((unit, reasons) -> {
            UnitName name = unit.nameOn(on);
            candidates.add(
                    new Candidate(unit.id(), unit.code(), name.name(), name.kind(), name.provinceName(), reasons));
        });
        return candidates;
    }
}
