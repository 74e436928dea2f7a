package vn.motcua.catalog.poster;

import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import vn.motcua.catalog.qr.QrCode;

import java.io.IOException;
import java.util.List;

/** A page being drawn, black on white; places in millimetres from the upper left corner, sizes of letters in points. */
class Sheet implements AutoCloseable {
    private static final float LEADING = 1.3f;
    private static final float ASCENT = 0.95f;
    private static final float HAIR = 0.25f;

    private final Booklet booklet;
    private final Paper paper;
    private final PDPage page;
    private final PDPageContentStream pen;

    Sheet(Booklet booklet, Paper paper, PDPage page) throws IOException {
        this.booklet = booklet;
        this.paper = paper;
        this.page = page;
        this.pen = new PDPageContentStream(booklet.document(), page);
    }

    Paper paper() {
        return paper;
    }

    PDPage page() {
        return page;
    }

    /** Height of so many lines. */
    static float height(int lines, float size) {
        return Paper.mm(lines * size * LEADING);
    }

    Typeface face(boolean bold) {
        return bold ? booklet.bold() : booklet.regular();
    }

    /** Writes lines below each other and answers where the next thing may begin. */
    float lines(float x, float y, float size, boolean bold, List<String> lines) throws IOException {
        float top = y;
        for (String line : lines) {
            text(x, top, size, bold, line);
            top += height(1, size);
        }
        return top;
    }

    /** Writes one line whose upper edge is at {@code y}. */
    void text(float x, float y, float size, boolean bold, String text) throws IOException {
        pen.beginText();
        pen.setFont(face(bold).font(), size);
        pen.newLineAtOffset(Paper.points(x), Paper.points(paper.height() - y) - size * ASCENT);
        pen.showText(face(bold).plain(text));
        pen.endText();
    }

    /** Writes one line that ends at {@code right}. */
    void textTo(float right, float y, float size, boolean bold, String text) throws IOException {
        text(right - face(bold).width(face(bold).plain(text), size), y, size, bold, text);
    }

    /** Writes one line around the middle. */
    void textAround(float middle, float y, float size, boolean bold, String text) throws IOException {
        text(middle - face(bold).width(face(bold).plain(text), size) / 2, y, size, bold, text);
    }

    /** The largest size, of at most {@code size}, in which the text takes one line of this width. */
    float sizeFor(String text, float size, boolean bold, float width) {
        float needed = face(bold).width(face(bold).plain(text), size);
        return needed <= width ? size : size * width / needed;
    }

    void rule(float x, float y, float width) throws IOException {
        bar(x, y, width, HAIR);
    }

    /** A black rectangle. */
    void bar(float x, float y, float width, float height) throws IOException {
        pen.addRect(
                Paper.points(x), Paper.points(paper.height() - y - height), Paper.points(width), Paper.points(height));
        pen.fill();
    }

    /** A filled circle around a point. */
    void dot(float x, float y, float radius) throws IOException {
        float cx = Paper.points(x);
        float cy = Paper.points(paper.height() - y);
        float r = Paper.points(radius);
        float k = r * 0.5523f;
        pen.moveTo(cx + r, cy);
        pen.curveTo(cx + r, cy + k, cx + k, cy + r, cx, cy + r);
        pen.curveTo(cx - k, cy + r, cx - r, cy + k, cx - r, cy);
        pen.curveTo(cx - r, cy - k, cx - k, cy - r, cx, cy - r);
        pen.curveTo(cx + k, cy - r, cx + r, cy - k, cx + r, cy);
        pen.fill();
    }

    /** Millimetres of white that a code of this side needs around it. */
    static float quiet(float side, QrCode code) {
        return side / code.side() * QrCode.QUIET;
    }

    /** A code of {@code side} millimetres without its quiet zone, which the caller leaves white. */
    void code(float x, float y, float side, QrCode code) throws IOException {
        float module = Paper.points(side) / code.side();
        float left = Paper.points(x);
        float top = Paper.points(paper.height() - y);
        for (int row = 0; row < code.side(); row++) {
            for (int column = 0; column < code.side(); column++) {
                int from = column;
                while (column < code.side() && code.modules().get(column, row)) {
                    column++;
                }
                if (column > from) {
                    pen.addRect(left + from * module, top - (row + 1) * module, (column - from) * module, module);
                }
            }
        }
        pen.fill();
    }

    @Override
    public void close() throws IOException {
        pen.close();
    }
}
