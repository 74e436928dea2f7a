package vn.motcua.processing.verification;

import java.time.LocalDate;

/**
 * How a genuine result stands today: what is printed on it and whether it holds.
 *
 * @param replacedBy number of the result that corrects it; null unless replaced, and where that one has no number of ours
 * @param timestamped whether the signature in the file proves when it was made
 */
record Standing(
        State state,
        String number,
        LocalDate on,
        String unit,
        String title,
        String signer,
        String signerTitle,
        String replacedBy,
        boolean timestamped) {

    /** Whether it holds. */
    enum State {
        VALID,
        REPLACED,
        REVOKED,
        /** Signed, but the dossier has not taken the decision yet. */
        NOT_YET
    }
}
