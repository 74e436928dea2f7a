package vn.motcua.intake.virus;

import java.io.IOException;
import java.io.InputStream;

/** A scanner for viruses. */
public interface VirusScan {
    /**
     * What it says of a file.
     *
     * @param signature the name of what it found, null for a clean file
     */
    record Verdict(String signature) {
        public boolean clean() {
            return signature == null;
        }
    }

    /** The scanner does not answer. */
    final class Away extends RuntimeException {
        public Away(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /** The scanner answers that it cannot scan what it was given, as one that is larger than it takes. */
    final class NotScanned extends RuntimeException {
        public NotScanned(String message) {
            super(message);
        }
    }

    /**
     * Scans a file as it is read, in constant memory.
     *
     * @throws Away where the scanner is not to be had
     * @throws NotScanned where it cannot scan this file
     * @throws IOException where the file cannot be read
     */
    Verdict scan(InputStream content) throws IOException;

    /** Whether it answers now. */
    boolean answers();
}
