package vn.motcua.processing.checklist;

/**
 * One thing to examine under a version of a procedure.
 *
 * @param id of a paper {@code <code>-NN}, of a condition {@code condition-NN} by its order in the version
 * @param text as the catalogue words it
 */
public record ChecklistItem(String id, Kind kind, String text) {
    /** What is examined. */
    public enum Kind {
        CONDITION,
        PAPER
    }
}
