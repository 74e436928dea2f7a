package vn.motcua.intake.portal;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import vn.motcua.intake.tracking.OwnTracking;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The templates of people's pages, checked at build time. */
@CheckedTemplate(basePath = "portal")
final class PortalTemplates {
    private PortalTemplates() {}

    /**
     * One dossier of the list.
     *
     * @param code the code, before receipt the reference
     * @param received which of the two it is
     * @param since when it came into its stage
     * @param due null where none is running
     */
    record Line(
            UUID id,
            String procedure,
            String code,
            boolean received,
            String owner,
            String stage,
            String since,
            String openedAt,
            String due) {}

    /** The procedure a form is about. */
    record Matter(String code, String name) {}

    /**
     * The form "who".
     *
     * @param address where it is sent, with the beginning of a query
     * @param correcting whether a draft is corrected, in which the centre stays
     * @param caseName null for all papers
     * @param counted whether the fee counts pages and copies
     * @param open the person's own dossiers on the same procedure that nothing has ended yet
     */
    record WhoForm(
            String address, boolean correcting, Matter matter, String caseName, boolean counted, List<Same> open) {}

    /** A dossier of the same person on the same procedure. */
    record Same(UUID id, String handle, String stage) {}

    /** One line of what was entered. */
    record Fact(String label, String value) {}

    /** One choice of a list. */
    record Choice(String value, String label) {}

    /**
     * An act offered to the person.
     *
     * @param label of its button
     * @param says what will happen
     */
    record Act(String action, String label, String says) {}

    /**
     * One paper.
     *
     * @param state in words
     * @param ready whether nothing of it is missing
     * @param changeable whether the person may change it now
     * @param removable whether what is there came from the person
     * @param fileOnly whether the office has seen it, so that the person adds a file to it and nothing else
     * @param file its name, pages and size, or null
     * @param picture whether there is one of its first page
     * @param source where it comes from, or why it is missing, or null
     * @param replacedBy the data that may be taken in its place, or null
     * @param asked why the supplement asks for it, or null
     * @param wrong what was wrong with what was just sent, or null
     */
    record PaperLine(
            String component,
            String name,
            String state,
            boolean ready,
            boolean changeable,
            boolean removable,
            boolean fileOnly,
            String file,
            boolean picture,
            String source,
            String replacedBy,
            String asked,
            String note,
            String etag,
            String wrong) {
        PaperLine refused(String said) {
            return new PaperLine(
                    component,
                    name,
                    state,
                    ready,
                    changeable,
                    removable,
                    fileOnly,
                    file,
                    picture,
                    source,
                    replacedBy,
                    asked,
                    note,
                    etag,
                    said);
        }
    }

    /** A paper of an earlier dossier; {@code until} is its last day, or null. */
    record Earlier(
            UUID dossier, String code, String component, String name, String day, String until, boolean expired) {}

    /** The papers of a dossier, and how many of them are there. */
    record PaperList(List<PaperLine> lines, long ready) {
        PaperList refused(String component, String said) {
            return new PaperList(
                    lines.stream()
                            .map(line -> line.component().equals(component) ? line.refused(said) : line)
                            .toList(),
                    ready);
        }

        /** Those still missing. */
        public List<PaperLine> missing() {
            return lines.stream().filter(line -> !line.ready()).toList();
        }
    }

    /** One amount, in words. */
    record FeeLine(String kind, String amount, String dueAt) {}

    /**
     * All of a draft before it is handed in.
     *
     * @param fees empty where nothing is to be paid
     * @param feesSay what holds for the whole, or null
     */
    record Summary(
            Matter matter,
            String caseName,
            String centre,
            List<Fact> facts,
            PaperList papers,
            List<FeeLine> fees,
            String feesSay,
            boolean correctable,
            boolean abandonable,
            String keptUntil) {}

    static native TemplateInstance list(String name, List<Line> lines, String next, boolean first, String lang);

    static native TemplateInstance cases(Matter matter, List<String> cases, String lang);

    static native TemplateInstance who(
            WhoForm form, Typed typed, Map<String, String> wrong, List<Choice> centres, List<Choice> ways, String lang);

    static native TemplateInstance codes(UUID id, Filing.Own own, String address, String lang);

    static native TemplateInstance papers(
            UUID id, Filing.Own own, PaperList papers, boolean supply, long megabytes, String keptUntil, String lang);

    static native TemplateInstance reuse(
            UUID id, Filing.Own own, PaperLine line, List<Earlier> earlier, String next, String lang);

    static native TemplateInstance check(UUID id, Filing.Own own, Summary summary, String error, String lang);

    static native TemplateInstance confirm(
            UUID id, Filing.Own own, Act act, String error, String reason, boolean asksReason, String lang);

    static native TemplateInstance dossier(
            UUID id,
            OwnTracking.Shown shown,
            Filing.Own own,
            List<Act> acts,
            PaperList papers,
            String done,
            String lang);

    static native TemplateInstance problem(String title, String detail, String lang);

    static native TemplateInstance left(String lang);
}
