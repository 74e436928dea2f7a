package vn.motcua.intake.register;

import java.io.IOException;
import java.util.List;

/**
 * Lines of CSV (RFC 4180) that a spreadsheet opens without running them: a cell that would be a formula begins with an apostrophe, a line
 * break inside a cell becomes a space, so that every line of the file is a line of the register.
 */
final class Csv {
    /** Tells Excel that the text is UTF-8. */
    static final String BOM = "\uFEFF";

    private static final String BEGINS_A_FORMULA = "=+-@\t\r\n";

    private Csv() {}

    static void write(Appendable out, List<String> cells) throws IOException {
        for (int i = 0; i < cells.size(); i++) {
            if (i > 0) {
                out.append(',');
            }
            cell(out, cells.get(i));
        }
        out.append("\r\n");
    }

    private static void cell(Appendable out, String value) throws IOException {
        String text = harmless(value).replaceAll("[\\r\\n]+", " ");
        if (text.indexOf(',') < 0 && text.indexOf('"') < 0) {
            out.append(text);
        } else {
            out.append('"').append(text.replace("\"", "\"\"")).append('"');
        }
    }

    /** Also behind spaces, which spreadsheets take away, and written in full width. */
    private static String harmless(String value) {
        String shown = value.stripLeading();
        boolean formula = !value.isEmpty() && BEGINS_A_FORMULA.indexOf(value.charAt(0)) >= 0
                || !shown.isEmpty() && (BEGINS_A_FORMULA + "＝＋－＠").indexOf(shown.charAt(0)) >= 0;
        return formula ? "'" + value : value;
    }
}
