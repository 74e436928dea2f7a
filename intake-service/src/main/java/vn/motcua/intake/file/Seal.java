package vn.motcua.intake.file;

import com.google.crypto.tink.StreamingAead;
import com.google.crypto.tink.subtle.AesGcmHkdfStreaming;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.UUID;

/**
 * Seals and opens the files of one dossier: AES-256-GCM in segments of 64 KiB, each bound to its place and the last one marked, so that
 * a file is read as a stream or anywhere in it, and one that was cut, altered or of another dossier does not open (Google Tink).
 */
final class Seal {
    static final int KEY_BYTES = 32;
    private static final int SEGMENT = 64 * 1024;

    private final StreamingAead cipher;
    private final byte[] bound;

    Seal(byte[] dataKey, UUID dossierId) {
        try {
            cipher = new AesGcmHkdfStreaming(dataKey, "HmacSha256", KEY_BYTES, SEGMENT, 0);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM is not to be had", e);
        }
        bound = ("intake-file " + dossierId).getBytes(StandardCharsets.US_ASCII);
    }

    /** What is written to it goes on sealed; complete once it is closed. */
    OutputStream sealing(OutputStream to) throws IOException {
        try {
            return cipher.newEncryptingStream(to, bound);
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    InputStream opening(InputStream sealed) throws IOException {
        try {
            return cipher.newDecryptingStream(sealed, bound);
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    SeekableByteChannel opening(SeekableByteChannel sealed) throws IOException {
        try {
            return cipher.newSeekableDecryptingChannel(sealed, bound);
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }
}
