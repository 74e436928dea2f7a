package vn.motcua.processing.numbering;

import java.time.LocalDate;

/**
 * One line of a register.
 *
 * @param text the number as it is written on the document
 * @param givenOn by legal time
 * @param code of the dossier, by which the register of intake tells the person to those who may know
 * @param requester who asked for a certification; null where it was not noted, and for readers who print no register
 * @param voidReason code; only of a void line
 */
record LineView(
        int number,
        String text,
        LocalDate givenOn,
        String code,
        String requester,
        String subject,
        int pages,
        int copies,
        String signer,
        State state,
        String voidReason) {

    /** What became of a number. */
    enum State {
        GIVEN,
        ISSUED,
        VOID
    }
}
