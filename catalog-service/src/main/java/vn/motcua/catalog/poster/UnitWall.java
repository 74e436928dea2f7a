package vn.motcua.catalog.poster;

import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionGoTo;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDBorderStyleDictionary;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageFitDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import vn.motcua.catalog.procedure.ListedProcedure;
import vn.motcua.catalog.qr.QrCode;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The whole wall of a unit: a cover with the unit's code, an index by field with page numbers, then a poster per procedure.
 * Index and bookmarks lead to the pages.
 */
class UnitWall {
    private static final float MARGIN = 15;
    private static final float NAME = 9.5f;
    private static final float CODES = 26;
    private static final float PAGES = 12;

    private final PosterTexts says;
    private final Paper paper;
    private final String unit;
    private final String province;
    private final String address;
    private final String asOf;

    UnitWall(PosterTexts says, Paper paper, String unit, String province, String address, String asOf) {
        this.says = says;
        this.paper = paper;
        this.unit = unit;
        this.province = province;
        this.address = address;
        this.asOf = asOf;
    }

    /** One line of the index: a field where {@code procedure} is null. */
    private record Line(String field, ListedProcedure procedure, List<String> text, int page) {
        float height() {
            return procedure == null ? 4 + Sheet.height(text.size(), NAME + 2) : Sheet.height(text.size(), NAME) + 0.8f;
        }
    }

    /** Reads the facts of listed procedures, some at a time. */
    interface Source {
        List<Facts> facts(List<ListedProcedure> some);
    }

    /** Draws all pages into the booklet. */
    void draw(Booklet booklet, List<ListedProcedure> procedures, Source source) throws IOException {
        List<List<Line>> index = index(booklet, procedures);
        int pages = 1 + index.size() + procedures.size();
        cover(booklet, procedures.size());
        List<PDPage> indexPages = new ArrayList<>();
        for (int i = 0; i < index.size(); i++) {
            indexPages.add(index(booklet, index.get(i), i + 2, pages));
        }
        List<PDPage> posters = new ArrayList<>();
        for (int from = 0; from < procedures.size(); from += 50) {
            List<ListedProcedure> some = procedures.subList(from, Math.min(procedures.size(), from + 50));
            for (Facts facts : source.facts(some)) {
                try (Sheet sheet = booklet.sheet(paper)) {
                    new ProcedurePoster(says, facts, paper).draw(sheet);
                    number(sheet, posters.size() + index.size() + 2, pages);
                    posters.add(sheet.page());
                }
            }
        }
        lead(index, indexPages, posters, index.size() + 2);
        bookmarks(booklet, procedures, indexPages, posters);
    }

    private void cover(Booklet booklet, int procedures) throws IOException {
        try (Sheet sheet = booklet.sheet(paper)) {
            float middle = paper.width() / 2;
            float width = paper.width() - 2 * MARGIN;
            float scale = paper.width() / Paper.A4.width();
            float code = 80 * scale;
            float y = paper.height() * 0.14f;
            sheet.textAround(middle, y, 18 * scale, true, says.suite());
            y += Sheet.height(2, 18 * scale);
            for (String line : sheet.face(true).wrap(unit, 44 * scale, width, 3)) {
                sheet.textAround(middle, y, 44 * scale, true, line);
                y += Sheet.height(1, 44 * scale);
            }
            sheet.textAround(middle, y, 20 * scale, false, province);
            y += Sheet.height(2, 20 * scale);
            for (String line : List.of(says.wall_title(), says.procedures(procedures))) {
                sheet.textAround(middle, y, 26 * scale, false, line);
                y += Sheet.height(1, 26 * scale);
            }
            y += 10 * scale;
            sheet.code(middle - code / 2, y, code, QrCode.onPaper(address));
            y += code + Sheet.quiet(code, QrCode.onPaper(address));
            sheet.textAround(middle, y, sheet.sizeFor(address, 13 * scale, true, width), true, address);
            y += Sheet.height(1, 13 * scale);
            sheet.textAround(middle, y, 13 * scale, false, says.scan_unit());
            sheet.textAround(middle, paper.height() - MARGIN - 5, 10 * scale, false, asOf);
        }
    }

    /** Breaks the index into pages; a field's heading never stands last on one. */
    private List<List<Line>> index(Booklet booklet, List<ListedProcedure> procedures) {
        float room = paper.height() - 2 * MARGIN - 18;
        List<Line> lines = new ArrayList<>();
        String field = null;
        for (ListedProcedure each : procedures) {
            if (!each.field().equals(field)) {
                field = each.field();
                lines.add(new Line(field, null, booklet.bold().wrap(field, NAME + 2, width(), 2), 0));
            }
            float width = width() - CODES - PAGES - 3;
            lines.add(new Line(field, each, booklet.regular().wrap(each.name(), NAME, width, 2), lines.size()));
        }
        List<List<Line>> pages = new ArrayList<>();
        List<Line> page = new ArrayList<>();
        float used = 0;
        for (int i = 0; i < lines.size(); i++) {
            float needed = lines.get(i).height()
                    + (lines.get(i).procedure() == null && i + 1 < lines.size()
                            ? lines.get(i + 1).height()
                            : 0);
            if (used + needed > room && !page.isEmpty()) {
                pages.add(page);
                page = new ArrayList<>();
                used = 0;
            }
            page.add(lines.get(i));
            used += lines.get(i).height();
        }
        pages.add(page);
        return numbered(pages);
    }

    private static List<List<Line>> numbered(List<List<Line>> pages) {
        List<List<Line>> numbered = new ArrayList<>();
        int next = pages.size() + 2;
        for (List<Line> page : pages) {
            List<Line> lines = new ArrayList<>();
            for (Line line : page) {
                lines.add(new Line(line.field(), line.procedure(), line.text(), line.procedure() == null ? 0 : next++));
            }
            numbered.add(lines);
        }
        return numbered;
    }

    private float width() {
        return paper.width() - 2 * MARGIN;
    }

    private PDPage index(Booklet booklet, List<Line> lines, int number, int pages) throws IOException {
        try (Sheet sheet = booklet.sheet(paper)) {
            sheet.text(MARGIN, MARGIN, 20, true, says.index());
            float y = MARGIN + 12;
            for (Line line : lines) {
                if (line.procedure() == null) {
                    sheet.lines(MARGIN, y + 4, NAME + 2, true, line.text());
                } else {
                    sheet.text(MARGIN, y, NAME, false, line.procedure().code());
                    sheet.lines(MARGIN + CODES, y, NAME, false, line.text());
                    sheet.textTo(MARGIN + width(), y, NAME, true, Integer.toString(line.page()));
                }
                y += line.height();
            }
            number(sheet, number, pages);
            return sheet.page();
        }
    }

    private void number(Sheet sheet, int number, int pages) throws IOException {
        sheet.textTo(
                paper.width() - (paper == Paper.A5 ? 11 : MARGIN),
                paper.height() - MARGIN + (paper == Paper.A5 ? 1 : 0) - Sheet.height(1, 9),
                paper == Paper.A5 ? 7 : 9,
                false,
                says.page_of(number, pages));
    }

    private void lead(List<List<Line>> index, List<PDPage> from, List<PDPage> to, int first) throws IOException {
        for (int i = 0; i < index.size(); i++) {
            float y = MARGIN + 12;
            for (Line line : index.get(i)) {
                if (line.procedure() != null) {
                    from.get(i).getAnnotations().add(link(y, line.height(), to.get(line.page() - first)));
                }
                y += line.height();
            }
        }
    }

    private PDAnnotationLink link(float y, float height, PDPage to) {
        PDPageFitDestination page = new PDPageFitDestination();
        page.setPage(to);
        PDActionGoTo go = new PDActionGoTo();
        go.setDestination(page);
        PDAnnotationLink link = new PDAnnotationLink();
        link.setAction(go);
        link.setRectangle(new PDRectangle(
                Paper.points(MARGIN),
                Paper.points(paper.height() - y - height),
                Paper.points(width()),
                Paper.points(height)));
        PDBorderStyleDictionary none = new PDBorderStyleDictionary();
        none.setWidth(0);
        link.setBorderStyle(none);
        return link;
    }

    private void bookmarks(
            Booklet booklet, List<ListedProcedure> procedures, List<PDPage> index, List<PDPage> posters) {
        PDDocumentOutline outline = new PDDocumentOutline();
        booklet.document().getDocumentCatalog().setDocumentOutline(outline);
        outline.addLast(bookmark(says.index(), index.get(0)));
        String field = null;
        for (int i = 0; i < procedures.size(); i++) {
            if (!procedures.get(i).field().equals(field)) {
                field = procedures.get(i).field();
                outline.addLast(bookmark(field, posters.get(i)));
            }
        }
    }

    private static PDOutlineItem bookmark(String title, PDPage page) {
        PDOutlineItem item = new PDOutlineItem();
        item.setTitle(title);
        item.setDestination(page);
        return item;
    }
}
