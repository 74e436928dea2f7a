package vn.motcua.catalog.poster;

import vn.motcua.catalog.qr.QrCode;

import java.io.IOException;
import java.util.List;

/** All procedures of a field on A3, ten to a sheet, each with its code; the field's own code stands in the head of every sheet. */
class FieldBoard {
    static final int CARDS = 10;
    private static final float MARGIN = 14;
    private static final float CODE = 50;
    private static final float HEAD = 70;
    private static final float CARD = 65;

    /** Between a code and what stands beside it: its quiet zone. */
    private static final float WHITE = 5.7f;

    private static final float GUTTER = 10;
    private static final float NAME = 48;
    private static final float SMALL = 11;

    private final PosterTexts says;
    private final String name;
    private final int procedures;
    private final String address;
    private final String asOf;

    /** @param address where the field's code leads */
    FieldBoard(PosterTexts says, String name, int procedures, String address, String asOf) {
        this.says = says;
        this.name = name;
        this.procedures = procedures;
        this.address = address;
        this.asOf = asOf;
    }

    int sheets() {
        return Math.max(1, (procedures + CARDS - 1) / CARDS);
    }

    /**
     * @param number of the sheet, from 1
     * @param cards at most {@link #CARDS}
     */
    void draw(Sheet sheet, int number, List<Facts> cards) throws IOException {
        float width = sheet.paper().width() - 2 * MARGIN;
        head(sheet, width);
        float column = (width - GUTTER) / 2;
        for (int i = 0; i < cards.size(); i++) {
            float x = MARGIN + (i % 2) * (column + GUTTER);
            float y = MARGIN + HEAD + (i / 2) * CARD;
            card(sheet, x, y, column, cards.get(i));
        }
        float foot = sheet.paper().height() - MARGIN + 3;
        sheet.text(MARGIN, foot, 10, false, asOf);
        sheet.textTo(MARGIN + width, foot, 10, false, says.page_of(number, sheets()));
    }

    private void head(Sheet sheet, float width) throws IOException {
        float room = width - CODE - GUTTER;
        sheet.text(MARGIN, MARGIN, 16, true, says.suite());
        float size = NAME;
        List<String> lines = sheet.face(true).wrap(name, size, room, 99);
        while (lines.size() * size > 2.2f * NAME && size > NAME / 2) {
            size -= 1;
            lines = sheet.face(true).wrap(name, size, room, 99);
        }
        float y = sheet.lines(MARGIN, MARGIN + 9, size, true, sheet.face(true).wrap(name, size, room, 4));
        sheet.text(MARGIN, y + 1, 16, false, says.procedures(procedures) + " · " + says.scan_field());
        sheet.code(MARGIN + width - CODE, MARGIN, CODE, QrCode.onPaper(address));
        sheet.textTo(MARGIN + width, MARGIN + CODE + WHITE, sheet.sizeFor(address, 10, true, width / 2), true, address);
        sheet.bar(MARGIN, MARGIN + HEAD - 6, width, 0.8f);
    }

    private void card(Sheet sheet, float x, float y, float width, Facts facts) throws IOException {
        sheet.code(x, y, CODE, facts.qr());
        sheet.text(x, y + CODE + WHITE, sheet.sizeFor(facts.address(), 9, true, CODE + 4), true, facts.address());
        float left = x + CODE + 7;
        float room = width - CODE - 7;
        sheet.text(left, y, 12, false, facts.code());
        float size = 18;
        List<String> name = sheet.face(true).wrap(facts.name(), size, room, 99);
        while (Sheet.height(name.size(), size) > 31 && size > 11) {
            size -= 0.5f;
            name = sheet.face(true).wrap(facts.name(), size, room, 99);
        }
        int most = (int) (31 / Sheet.height(1, size));
        float below = sheet.lines(left, y + 6, size, true, sheet.face(true).wrap(facts.name(), size, room, most)) + 1;
        float rest = y + CODE + WHITE + Sheet.height(1, 9) - below;
        int lines = Math.max(1, Math.min(3, (int) (rest / Sheet.height(2, SMALL))));
        below = sheet.lines(left, below, SMALL, false, line(sheet, says.how_long(), facts.limits(), room, lines));
        sheet.lines(left, below, SMALL, false, line(sheet, says.fee(), facts.fees(), room, lines));
    }

    private static List<String> line(Sheet sheet, String label, List<String> texts, float room, int most) {
        return sheet.face(false).wrap(label + ": " + String.join("; ", texts), SMALL, room, most);
    }
}
