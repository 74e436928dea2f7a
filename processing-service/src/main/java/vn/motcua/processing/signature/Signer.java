package vn.motcua.processing.signature;

import vn.motcua.platform.problem.ProblemException;

import java.time.Instant;

/** Puts an officer's electronic signature under a finished PDF. Reaches out to other systems: never called inside a transaction. */
public interface Signer {
    /**
     * Whether there is a key for this officer, and its certificate holds today; asked before a number is given.
     *
     * @throws ProblemException if there is none, it cannot be read, or its certificate has ended or not begun
     */
    void require(Signatory who);

    /**
     * Signs; what was in the file before stays byte by byte in front of the signature.
     *
     * @param pdf a whole PDF
     * @param at the time of signing, UTC
     * @throws ProblemException if {@link #require} would, the certificate is revoked, or the file is no PDF that can be signed
     */
    SignedFile sign(byte[] pdf, Signatory who, Instant at);
}
