package vn.motcua.processing.result;

import vn.motcua.platform.problem.ProblemException;
import vn.motcua.processing.ProcessingProblem;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A file received outside any transaction: on disk, measured, hashed, its type told by its content. Close it to delete it.
 *
 * @param size bytes
 */
public record Upload(Path file, String sha256, long size, String mediaType) implements AutoCloseable {
    private static final int BUFFER_BYTES = 64 * 1024;
    private static final int HEAD_BYTES = 8;

    /**
     * @param most bytes at most
     * @throws ProblemException for a file that is too large, empty or not PDF, PNG or JPEG
     */
    public static Upload receive(InputStream body, long most) {
        Path file = null;
        try {
            file = Files.createTempFile("result-", ".upload");
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            long size;
            try (OutputStream out = new DigestOutputStream(Files.newOutputStream(file), digest)) {
                size = copy(body, out, most);
            }
            return new Upload(file, HexFormat.of().formatHex(digest.digest()), size, mediaType(file));
        } catch (IOException e) {
            delete(file);
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        } catch (RuntimeException e) {
            delete(file);
            throw e;
        }
    }

    /** A file made here. */
    public static Upload of(byte[] bytes) {
        return receive(new ByteArrayInputStream(bytes), bytes.length);
    }

    @Override
    public void close() {
        delete(file);
    }

    private static long copy(InputStream in, OutputStream out, long most) throws IOException {
        byte[] buffer = new byte[BUFFER_BYTES];
        long size = 0;
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            size += read;
            if (size > most) {
                throw new ProblemException(ProcessingProblem.RESULT_TOO_LARGE, most / (1024 * 1024))
                        .with("maxBytes", most);
            }
            out.write(buffer, 0, read);
        }
        return size;
    }

    private static String mediaType(Path file) throws IOException {
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(HEAD_BYTES);
        }
        String type = mediaType(head);
        if (type == null) {
            throw new ProblemException(ProcessingProblem.RESULT_TYPE);
        }
        return type;
    }

    /** The type by the first bytes, whatever the sender calls it; null for anything that is not accepted. */
    static String mediaType(byte[] head) {
        String hex = HexFormat.of().formatHex(head);
        if (hex.startsWith("255044462d")) {
            return "application/pdf";
        }
        if (hex.startsWith("89504e470d0a1a0a")) {
            return "image/png";
        }
        return hex.startsWith("ffd8ff") ? "image/jpeg" : null;
    }

    private static void delete(Path file) {
        try {
            if (file != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
