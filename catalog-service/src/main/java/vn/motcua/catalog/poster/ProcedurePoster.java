package vn.motcua.catalog.poster;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * One procedure on one sheet: its name, five lines, the code with its address, the five steps, small print. Letters get
 * smaller within bounds, then papers are left to the page behind the code; nothing ever runs over anything.
 */
class ProcedurePoster {
    private static final float[] SCALES = {1f, 0.92f, 0.85f, 0.78f};
    private static final int LINES_OF_A_FACT = 4;
    private static final int LINES_OF_A_PAPER = 4;

    private final PosterTexts says;
    private final Facts facts;
    private final Measures measures;

    ProcedurePoster(PosterTexts says, Facts facts, Paper paper) {
        this.says = says;
        this.facts = facts;
        this.measures = paper == Paper.A5 ? Measures.A5 : Measures.A4;
    }

    /** Sizes of letters in points, distances in millimetres. */
    private enum Measures {
        A5(11, 22, 12.5f, 50, 8.5f, 7, 2.2f),
        A4(15, 34, 19, 70, 12, 9, 3.5f);

        private final float margin;
        private final float name;
        private final float fact;
        private final float code;
        private final float note;
        private final float small;
        private final float gap;

        Measures(float margin, float name, float fact, float code, float note, float small, float gap) {
            this.margin = margin;
            this.name = name;
            this.fact = fact;
            this.code = code;
            this.note = note;
            this.small = small;
            this.gap = gap;
        }
    }

    /** A label and what stands beside it. */
    private record Fact(String label, List<String> lines) {}

    void draw(Sheet sheet) throws IOException {
        float left = measures.margin;
        float width = sheet.paper().width() - 2 * left;
        sheet.text(left, left, measures.note, true, says.suite());
        sheet.textTo(left + width, left, measures.note, true, facts.code());
        float y = left + Sheet.height(1, measures.note) + 1;
        sheet.bar(left, y, width, 0.7f);
        y = name(sheet, left, y + measures.gap, width);
        float bottom = foot(sheet, left, width);
        facts(sheet, left, y + measures.gap / 2, width, bottom - measures.gap);
    }

    private float name(Sheet sheet, float x, float y, float width) throws IOException {
        float size = measures.name;
        List<String> lines = sheet.face(true).wrap(facts.name(), size, width, 99);
        while (lines.size() * size > 3.2f * measures.name && size > measures.name / 2) {
            size -= 1;
            lines = sheet.face(true).wrap(facts.name(), size, width, 99);
        }
        float after = sheet.lines(x, y, size, true, sheet.face(true).wrap(facts.name(), size, width, 6));
        if (facts.translation() == null) {
            return after;
        }
        String translated = facts.translation() + " (" + says.unofficial() + ")";
        return sheet.lines(x, after, measures.fact, false, sheet.face(false).wrap(translated, measures.fact, width, 2));
    }

    /** Small print, the five steps and the code, from the lower edge upwards; answers where they begin. */
    private float foot(Sheet sheet, float x, float width) throws IOException {
        float y = sheet.paper().height() - measures.margin - Sheet.height(1, measures.small);
        sheet.text(x, y, measures.small, false, facts.edition());
        y = steps(sheet, x, y - measures.gap, width);
        float addressSize = measures.note;
        y -= measures.gap + Sheet.height(1, addressSize);
        float quiet = Sheet.quiet(measures.code, facts.qr());
        float top = y - quiet - measures.code;
        sheet.code(x, top, measures.code, facts.qr());
        sheet.text(x, y, sheet.sizeFor(facts.address(), addressSize, true, width), true, facts.address());
        float beside = x + measures.code + quiet + 2;
        float size = measures.fact;
        List<String> call =
                sheet.face(true).wrap(facts.online() ? says.scan_online() : says.scan(), size, x + width - beside, 6);
        float after = sheet.lines(beside, top, size, true, call);
        sheet.lines(
                beside,
                after + measures.gap,
                measures.note,
                false,
                sheet.face(false).wrap(says.papers_rule(), measures.note, x + width - beside, 6));
        return top - Math.max(quiet - measures.gap, measures.gap);
    }

    /** Five dots on a line, with the steps' names under them; answers their upper edge. */
    private float steps(Sheet sheet, float x, float bottom, float width) throws IOException {
        List<String> names = List.of(says.step_1(), says.step_2(), says.step_3(), says.step_4(), says.step_5());
        float column = width / names.size();
        float radius = measures.gap * 0.6f;
        float text = bottom - Sheet.height(1, measures.note);
        float line = text - radius - 1;
        sheet.bar(x + column / 2, line - 0.3f, column * (names.size() - 1), 0.6f);
        for (int i = 0; i < names.size(); i++) {
            float middle = x + column * i + column / 2;
            String name = (i + 1) + ". " + names.get(i);
            sheet.dot(middle, line, radius);
            sheet.textAround(middle, text, sheet.sizeFor(name, measures.note, false, column - 1), false, name);
        }
        return line - radius;
    }

    private void facts(Sheet sheet, float x, float y, float width, float bottom) throws IOException {
        float labels = width * 0.2f;
        for (float scale : SCALES) {
            float size = measures.fact * scale;
            for (int papers =
                            scale == SCALES[SCALES.length - 1] ? facts.papers().size() : 99;
                    papers >= 0;
                    papers--) {
                List<Fact> five = five(sheet, size, width - labels - 2, papers);
                if (y + height(five, size) <= bottom) {
                    draw(sheet, five, size, x, y, width, labels);
                    return;
                }
                if (papers == 99) {
                    break;
                }
            }
        }
        float size = measures.fact * SCALES[SCALES.length - 1];
        draw(sheet, five(sheet, size, width - labels - 2, 0), size, x, y, width, labels);
    }

    private float height(List<Fact> five, float size) {
        float height = 0;
        for (Fact fact : five) {
            height += Sheet.height(fact.lines().size(), size) + measures.gap;
        }
        return height;
    }

    private void draw(Sheet sheet, List<Fact> five, float size, float x, float from, float width, float labels)
            throws IOException {
        float y = from;
        for (Fact fact : five) {
            sheet.rule(x, y, width);
            y += measures.gap / 2;
            sheet.text(x, y, sheet.sizeFor(fact.label(), size * 0.8f, true, labels), true, fact.label());
            y = sheet.lines(x + labels + 2, y, size, false, fact.lines()) + measures.gap / 2;
        }
    }

    private List<Fact> five(Sheet sheet, float size, float width, int papers) {
        Typeface face = sheet.face(false);
        String who = facts.who().isEmpty() ? says.who_text() : String.join("; ", facts.who());
        return List.of(
                new Fact(says.who(), face.wrap(who, size, width, LINES_OF_A_FACT)),
                new Fact(says.bring(), bring(face, size, width, papers)),
                new Fact(says.fee(), each(face, facts.fees(), size, width)),
                new Fact(says.how_long(), each(face, facts.limits(), size, width)),
                new Fact(says.where(), face.wrap(facts.channels(), size, width, LINES_OF_A_FACT)));
    }

    private List<String> bring(Typeface face, float size, float width, int most) {
        if (facts.papers().isEmpty()) {
            return face.wrap(says.bring_unknown(), size, width, LINES_OF_A_FACT);
        }
        List<String> lines = new ArrayList<>();
        if (facts.papersRule() != null && most > 0) {
            lines.addAll(face.wrap(facts.papersRule(), size, width, LINES_OF_A_FACT));
        }
        List<String> papers = facts.papers();
        papers.stream()
                .limit(most)
                .forEach(paper -> lines.addAll(face.wrap("– " + paper, size, width, LINES_OF_A_PAPER)));
        if (papers.size() > most) {
            lines.addAll(face.wrap(
                    most == 0 ? says.papers(papers.size()) : says.more_papers(papers.size() - most),
                    size,
                    width,
                    LINES_OF_A_PAPER));
        }
        return lines;
    }

    private static List<String> each(Typeface face, List<String> texts, float size, float width) {
        return texts.stream()
                .limit(LINES_OF_A_FACT)
                .flatMap(text -> face.wrap(text, size, width, LINES_OF_A_FACT).stream())
                .toList();
    }
}
