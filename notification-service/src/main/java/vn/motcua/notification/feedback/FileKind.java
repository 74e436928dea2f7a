package vn.motcua.notification.feedback;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/** What may be sent along with a feedback, told by its first bytes and never by its name. */
enum FileKind {
    JPEG("image/jpeg", new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff}),
    PNG("image/png", new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'}),
    PDF("application/pdf", "%PDF-1.".getBytes(StandardCharsets.US_ASCII));

    /** Most files of one feedback. */
    static final int MOST = 3;
    /** Most bytes of one file. */
    static final int BYTES_MOST = 3 * 1024 * 1024;

    private static final byte[] PDF_END = "%%EOF".getBytes(StandardCharsets.US_ASCII);
    private static final int TAIL = 1024;

    private final String mediaType;
    private final byte[] magic;

    FileKind(String mediaType, byte[] magic) {
        this.mediaType = mediaType;
        this.magic = magic;
    }

    /** A file that may be kept. */
    record Checked(FileKind kind, byte[] bytes) {}

    String mediaType() {
        return mediaType;
    }

    /** The file with its kind; empty for one that is empty, too large, cut short or none of these. */
    static Optional<Checked> check(byte[] bytes) {
        if (bytes.length == 0 || bytes.length > BYTES_MOST) {
            return Optional.empty();
        }
        return Stream.of(values())
                .filter(kind -> kind.begins(bytes) && kind.ends(bytes))
                .findFirst()
                .map(kind -> new Checked(kind, bytes));
    }

    private boolean begins(byte[] bytes) {
        return bytes.length > magic.length && Arrays.equals(bytes, 0, magic.length, magic, 0, magic.length);
    }

    private boolean ends(byte[] bytes) {
        return switch (this) {
            case JPEG -> contains(bytes, new byte[] {(byte) 0xff, (byte) 0xd9});
            case PNG -> contains(bytes, "IEND".getBytes(StandardCharsets.US_ASCII));
            case PDF -> contains(bytes, PDF_END);
        };
    }

    private static boolean contains(byte[] bytes, byte[] end) {
        int first = Math.max(0, bytes.length - TAIL);
        for (int at = bytes.length - end.length; at >= first; at--) {
            if (Arrays.equals(bytes, at, at + end.length, end, 0, end.length)) {
                return true;
            }
        }
        return false;
    }
}
