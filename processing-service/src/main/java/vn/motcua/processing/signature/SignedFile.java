package vn.motcua.processing.signature;

import java.time.Instant;

/**
 * A signed PDF.
 *
 * @param certificate subject of the signer's certificate (RFC 2253)
 * @param serial of that certificate, hexadecimal
 * @param at as written in the signature, UTC
 */
public record SignedFile(byte[] bytes, Level level, String certificate, String serial, Instant at) {}
