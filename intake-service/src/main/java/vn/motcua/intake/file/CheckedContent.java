package vn.motcua.intake.file;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.HexFormat;

/** A file being read: its last bytes are given only once it has shown to be what its address says. */
final class CheckedContent extends InputStream {
    private static final int BUFFER = 64 * 1024;

    private final BufferedInputStream content;
    private final MessageDigest digest = Sealing.sha256();
    private final String sha256;
    private boolean ended;

    /** Reads the first bytes, so that a file that does not open at all is known at once. */
    CheckedContent(InputStream content, String sha256) throws IOException {
        this.content = new BufferedInputStream(content, BUFFER);
        this.sha256 = sha256;
        try {
            lookForTheEnd();
        } catch (IOException e) {
            content.close();
            throw e;
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (ended) {
            return -1;
        }
        int read = content.read(into, offset, length);
        if (read > 0) {
            digest.update(into, offset, read);
        }
        lookForTheEnd();
        return read;
    }

    private void lookForTheEnd() throws IOException {
        content.mark(1);
        ended = content.read() < 0;
        if (!ended) {
            content.reset();
        } else if (!HexFormat.of().formatHex(digest.digest()).equals(sha256)) {
            throw new IOException("the file is not what its address says");
        }
    }

    @Override
    public void close() throws IOException {
        content.close();
    }
}
