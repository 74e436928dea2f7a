package vn.motcua.processing.checklist;

import java.util.ArrayList;
import java.util.List;

/** What the examination reads of {@code catalog.procedures}: the papers and, where editors told them, the conditions. */
record ProcedureToExamine(String code, int version, List<Component> components, Further further) {

    record Component(String id, String name, String caseName) {}

    record Further(List<String> conditions) {}

    /** Conditions first, then the papers, each in the order of the version. */
    List<ChecklistItem> items() {
        List<ChecklistItem> items = new ArrayList<>();
        List<String> conditions = further == null || further.conditions() == null ? List.of() : further.conditions();
        for (String condition : conditions) {
            items.add(new ChecklistItem(
                    "condition-%02d".formatted(items.size() + 1), ChecklistItem.Kind.CONDITION, condition));
        }
        for (Component paper : components == null ? List.<Component>of() : components) {
            items.add(new ChecklistItem(
                    paper.id(), ChecklistItem.Kind.PAPER, paper.name() == null ? paper.id() : paper.name()));
        }
        return List.copyOf(items);
    }
}
