package vn.motcua.intake.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/** Tells a file's type by its first bytes; a name or a header is what somebody says, not what it is. */
final class MediaTypes {
    static final int LOOKED_AT = 8;
    static final List<String> ACCEPTED = List.of("application/pdf", "image/jpeg", "image/png", "image/tiff");

    private record Beginning(String hex, String mediaType) {
        boolean fits(byte[] content) {
            byte[] wanted = HexFormat.of().parseHex(hex);
            return content.length >= wanted.length
                    && Arrays.equals(wanted, Arrays.copyOfRange(content, 0, wanted.length));
        }
    }

    private static final List<Beginning> BEGINNINGS = List.of(
            new Beginning("255044462d", "application/pdf"),
            new Beginning("ffd8ff", "image/jpeg"),
            new Beginning("89504e470d0a1a0a", "image/png"),
            new Beginning("49492a00", "image/tiff"),
            new Beginning("4d4d002a", "image/tiff"));

    private MediaTypes() {}

    /** The type, or null if it is none of those accepted. */
    static String of(SeekableByteChannel content) throws IOException {
        ByteBuffer first = ByteBuffer.allocate(LOOKED_AT);
        while (first.hasRemaining() && content.read(first) >= 0) {
            // as much as there is
        }
        return of(Arrays.copyOf(first.array(), first.position()));
    }

    static String of(byte[] beginning) {
        return BEGINNINGS.stream()
                .filter(b -> b.fits(beginning))
                .map(Beginning::mediaType)
                .findFirst()
                .orElse(null);
    }
}
