package vn.motcua.processing.signature;

/** How long a signature can be proven (ETSI EN 319 142-1). */
public enum Level {
    /** The signature alone: no proof of when it was made, none once the certificate has ended. */
    B_B,
    /** With a time-stamp and the revocation lists in the file: provable from the file alone. */
    B_LT
}
