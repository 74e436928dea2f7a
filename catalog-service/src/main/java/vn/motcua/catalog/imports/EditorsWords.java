package vn.motcua.catalog.imports;

import vn.motcua.catalog.procedure.Component;
import vn.motcua.catalog.procedure.Name;
import vn.motcua.catalog.procedure.Procedure;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What editors added to a procedure and the national lists never tell: a list that says nothing about it does not take it away. */
final class EditorsWords {
    private EditorsWords() {}

    /**
     * What a list says now, with what editors had added to the version before: the English name, when and by which ground a dossier
     * lapses, all that is {@code further}, and of papers that are still asked for their certified copies, their form and the data in their place.
     */
    static Procedure kept(Procedure listed, Procedure before) {
        return new Procedure(
                listed.code(),
                listed.name().en() == null
                        ? new Name(listed.name().vi(), before.name().en())
                        : listed.name(),
                listed.field(),
                listed.level(),
                listed.department(),
                listed.singleHand(),
                listed.sameDay(),
                listed.channels(),
                listed.limits(),
                listed.otherLimits(),
                listed.fees(),
                listed.openFees(),
                papers(listed.components(), before.components()),
                listed.results(),
                listed.lapseAfterWorkingDays() == null
                        ? before.lapseAfterWorkingDays()
                        : listed.lapseAfterWorkingDays(),
                listed.lapseGround() == null ? before.lapseGround() : listed.lapseGround(),
                listed.serviceLevel(),
                listed.authority(),
                listed.legalBasis(),
                listed.source(),
                listed.further() == null ? before.further() : listed.further());
    }

    /** A paper is known again by its name and case; of several the first that is left. */
    private static List<Component> papers(List<Component> listed, List<Component> before) {
        List<Component> left = new ArrayList<>(before);
        return listed.stream()
                .map(paper -> {
                    Component old = left.stream()
                            .filter(each -> each.name().equals(paper.name())
                                    && Objects.equals(each.caseName(), paper.caseName()))
                            .findFirst()
                            .orElse(null);
                    left.remove(old);
                    return old == null ? paper : with(paper, old);
                })
                .toList();
    }

    private static Component with(Component paper, Component old) {
        return new Component(
                paper.id(),
                paper.name(),
                paper.caseName(),
                paper.originals(),
                paper.copies(),
                paper.certified() == null ? old.certified() : paper.certified(),
                paper.templateFile() == null ? old.templateFile() : paper.templateFile(),
                paper.replacedBy() == null ? old.replacedBy() : paper.replacedBy());
    }
}
