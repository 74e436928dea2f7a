package vn.motcua.catalog.guidance;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import java.util.List;

/**
 * The papers of somebody's answers.
 *
 * @param notNeeded ids of the papers that these answers leave out
 * @param open what was not answered; papers of open questions are neither listed nor left out
 * @param unknown cases of a link that this version of the procedure does not know
 */
public record Checklist(List<Section> sections, List<String> notNeeded, List<Question> open, List<String> unknown) {
    /** What can be asked. */
    @Schema(name = "GuidanceQuestion")
    public enum Question {
        CASE,
        PROXY,
        PAGES,
        COPIES,
        CHANNEL
    }

    /** Papers under one title; null for those that everybody needs. */
    @Schema(name = "ChecklistSection")
    public record Section(String title, List<Paper> papers) {}

    /**
     * A paper to bring.
     *
     * @param toShow is shown and taken home again
     * @param note not a paper but something to know
     * @param ifItApplies may be needed; the list does not say when
     */
    @Schema(name = "ChecklistPaper")
    public record Paper(
            String component,
            String name,
            int originals,
            int copies,
            int certified,
            boolean toShow,
            boolean note,
            boolean ifItApplies) {}

    /** Every paper, in the order of the sections. */
    public List<Paper> papers() {
        return sections.stream().flatMap(each -> each.papers().stream()).toList();
    }
}
