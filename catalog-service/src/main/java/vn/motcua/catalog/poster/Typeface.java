package vn.motcua.catalog.poster;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

import java.io.IOException;
import java.io.InputStream;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One cut of the typeface inside one document, embedded with the letters used; measures and breaks text. */
class Typeface {
    private static final String ELLIPSIS = "…";

    private final PDType0Font font;
    private final Map<Integer, String> shown = new HashMap<>();
    private final Map<Integer, Float> widths = new HashMap<>();

    private Typeface(PDType0Font font) {
        this.font = font;
    }

    static Typeface regular(PDDocument document) throws IOException {
        return load(document, "BeVietnamPro-Regular.ttf");
    }

    static Typeface bold(PDDocument document) throws IOException {
        return load(document, "BeVietnamPro-Bold.ttf");
    }

    private static Typeface load(PDDocument document, String file) throws IOException {
        try (InputStream in = Typeface.class.getResourceAsStream("/fonts/" + file)) {
            return new Typeface(PDType0Font.load(document, in, true));
        }
    }

    PDType0Font font() {
        return font;
    }

    /** The text as this typeface can show it: NFC, one line, a letter it lacks as the nearest one or a question mark. */
    String plain(String text) {
        StringBuilder plain = new StringBuilder();
        Normalizer.normalize(text, Normalizer.Form.NFC)
                .strip()
                .replaceAll("\\s+", " ")
                .codePoints()
                .forEach(letter -> plain.append(shown.computeIfAbsent(letter, this::nearest)));
        return plain.toString();
    }

    private String nearest(int letter) {
        String itself = Character.toString(letter);
        if (has(itself)) {
            return itself;
        }
        if (Character.getType(letter) == Character.FORMAT || Character.isISOControl(letter)) {
            return "";
        }
        String simpler = Normalizer.normalize(itself, Normalizer.Form.NFKC);
        return !simpler.equals(itself) && has(simpler) ? simpler : "?";
    }

    private boolean has(String text) {
        try {
            font.encode(text);
            return true;
        } catch (IOException | IllegalArgumentException lacking) {
            return false;
        }
    }

    /** Width of a plain text in millimetres. */
    float width(String plain, float size) {
        float width = 0;
        for (int letter : plain.codePoints().toArray()) {
            width += widths.computeIfAbsent(letter, this::width);
        }
        return Paper.mm(width * size / 1_000);
    }

    private float width(int letter) {
        try {
            return font.getStringWidth(Character.toString(letter));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Lines that fit the width; what goes beyond the last line ends with an ellipsis. */
    List<String> wrap(String text, float size, float width, int most) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : plain(text).split(" ")) {
            for (String piece : pieces(word, size, width)) {
                if (!line.isEmpty() && width(line + " " + piece, size) > width) {
                    lines.add(line.toString());
                    line.setLength(0);
                }
                line.append(line.isEmpty() ? "" : " ").append(piece);
            }
        }
        lines.add(line.toString());
        return lines.size() <= most ? lines : cut(lines.subList(0, most), size, width);
    }

    /** A word that is longer than a line is broken where the line ends. */
    private List<String> pieces(String word, float size, float width) {
        List<String> pieces = new ArrayList<>();
        StringBuilder piece = new StringBuilder();
        for (int letter : word.codePoints().toArray()) {
            if (!piece.isEmpty() && width(piece.toString() + Character.toString(letter), size) > width) {
                pieces.add(piece.toString());
                piece.setLength(0);
            }
            piece.appendCodePoint(letter);
        }
        pieces.add(piece.toString());
        return pieces;
    }

    private List<String> cut(List<String> lines, float size, float width) {
        List<String> cut = new ArrayList<>(lines);
        String last = cut.remove(cut.size() - 1);
        while (last.length() > 1 && width(last + ELLIPSIS, size) > width) {
            last = last.substring(0, last.offsetByCodePoints(last.length(), -1));
        }
        cut.add(last.stripTrailing().replaceAll("[,;:.]$", "") + ELLIPSIS);
        return cut;
    }
}
