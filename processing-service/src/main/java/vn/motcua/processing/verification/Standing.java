package vn.motcua.processing.verification;

import vn.motcua.platform.clock.LegalTime;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * How a genuine result stands today: what is printed on it and whether it holds.
 *
 * @param replacedBy number of the result that corrects it; null unless replaced, and where that one has no number of ours
 * @param timestamped whether the signature in the file proves when it was made
 * @param sha256 of the file, lower-case hexadecimal; null where none was signed
 * @param destroyedAt when the office destroyed its copy after the time to keep it, UTC; null while it is kept
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
        boolean timestamped,
        String sha256,
        Instant destroyedAt) {

    /** The digest in parts between which a line may break. */
    public List<String> digest() {
        return sha256 == null ? List.of() : List.of(sha256.split("(?<=\\G.{16})"));
    }

    /** {@code dd/MM/yyyy} by legal time. */
    public String destroyedOn() {
        return LegalTime.day(destroyedAt);
    }

    /** Whether it holds. */
    enum State {
        VALID,
        REPLACED,
        REVOKED,
        /** Signed, but the dossier has not taken the decision yet. */
        NOT_YET
    }
}
