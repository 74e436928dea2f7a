package vn.motcua.intake.file;

import vn.motcua.platform.problem.ProblemException;
import vn.motcua.platform.problem.Problems;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Writes a stream down sealed, flushed to the disk, in constant memory; nothing of it ever lies there in plain. */
final class Sealing {
    private static final int BUFFER = 64 * 1024;

    private Sealing() {}

    /** What was written. */
    record Written(String sha256, long size) {}

    /** @throws ProblemException 413 if it is larger than {@code maxBytes} */
    static Written write(InputStream content, Seal seal, Path to, long maxBytes) throws IOException {
        MessageDigest digest = sha256();
        byte[] buffer = new byte[BUFFER];
        long size = 0;
        try (FileChannel file = FileChannel.open(to, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            OutputStream sealed = seal.sealing(new Held(file));
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                size += read;
                if (size > maxBytes) {
                    throw new ProblemException(Problems.PAYLOAD_TOO_LARGE).with("maxBytes", maxBytes);
                }
                digest.update(buffer, 0, read);
                sealed.write(buffer, 0, read);
            }
            sealed.close();
            file.force(true);
        }
        return new Written(HexFormat.of().formatHex(digest.digest()), size);
    }

    /** Stays open when the seal is complete: the file is still to be flushed. */
    private static final class Held extends OutputStream {
        private final OutputStream file;

        Held(FileChannel file) {
            this.file = Channels.newOutputStream(file);
        }

        @Override
        public void write(int one) throws IOException {
            file.write(one);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            file.write(bytes, offset, length);
        }
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
