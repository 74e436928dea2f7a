package vn.motcua.processing.signing;

import vn.motcua.processing.signature.Level;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A signing as officers see it.
 *
 * @param number as printed
 * @param issuedOn by legal time
 * @param reason why it is void; null otherwise
 * @param level how long the signature can be proven: {@code B_B} has no time-stamp; null before the signature
 * @param certificate subject of the signer's certificate (RFC 2253)
 * @param declared that the signer declared to have no part in the matter
 */
record SigningView(
        UUID id,
        UUID caseId,
        String act,
        Signing.State state,
        String number,
        LocalDate issuedOn,
        UUID result,
        UUID replaces,
        String signer,
        String signerTitle,
        boolean declared,
        Level level,
        String certificate,
        String serial,
        String reason,
        Instant at) {

    static SigningView of(Signing signing) {
        return new SigningView(
                signing.id(),
                signing.caseId(),
                signing.act(),
                signing.state(),
                signing.number(),
                signing.issuedOn(),
                signing.result(),
                signing.replaces(),
                signing.signerName(),
                signing.signerTitle(),
                true,
                signing.level(),
                signing.certificate(),
                signing.serial(),
                signing.reason(),
                signing.givenAt());
    }
}
