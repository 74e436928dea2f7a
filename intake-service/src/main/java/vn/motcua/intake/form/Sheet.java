package vn.motcua.intake.form;

import java.util.List;

/**
 * An official form ready to be printed: what stands on it, in order.
 *
 * @param en the same labels in English, or null where the person did not ask for it
 * @param lines under the items
 * @param qr SVG of the tracking address
 */
record Sheet(
        Head head,
        Label title,
        List<Row> rows,
        Label itemsTitle,
        List<Item> items,
        List<Row> after,
        List<Label> lines,
        List<Signature> signatures,
        String qr,
        String foot,
        boolean en) {
    /** The head of every form. */
    record Head(String committee, String centre, String nation, String motto, String number, String placeAndDate) {}

    /** A label in both languages. */
    record Label(String vi, String en) {}

    /** A labelled value; rows without a value are left out. */
    record Row(Label label, Label value) {}

    /** A numbered line with how it was presented or why it is asked for, or null. */
    record Item(int no, String name, Label as, int quantity, Label reason) {}

    /** A place to sign. */
    record Signature(Label role, String hint, String name) {}
}
