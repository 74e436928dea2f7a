package vn.motcua.notification.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

class FileKindTest {

    private static byte[] text(String content) {
        return content.getBytes(StandardCharsets.ISO_8859_1);
    }

    @Test
    void a_file_is_what_its_bytes_say() {
        assertThat(FileKind.check(text("%PDF-1.7\nx\n%%EOF\n")).orElseThrow().kind())
                .isEqualTo(FileKind.PDF);
        assertThat(FileKind.check(text("\u00ff\u00d8\u00ff\u00e0x\u00ff\u00d9"))
                        .orElseThrow()
                        .kind())
                .isEqualTo(FileKind.JPEG);
        assertThat(FileKind.check(text("\u0089PNG\r\n\u001a\nxIENDabcd"))
                        .orElseThrow()
                        .kind())
                .isEqualTo(FileKind.PNG);
    }

    @Test
    void what_is_empty_cut_short_too_large_or_something_else_is_not_kept() {
        assertThat(FileKind.check(new byte[0])).isEmpty();
        assertThat(FileKind.check(text("%PDF-1.7\nx"))).isEmpty();
        assertThat(FileKind.check(text("\u0089PNG\r\n\u001a\nx"))).isEmpty();
        assertThat(FileKind.check(text("MZ\u0090"))).isEmpty();
        assertThat(FileKind.check(text("<html>%PDF-1.7 %%EOF"))).isEmpty();
        byte[] large = Arrays.copyOf(text("%PDF-1.7"), FileKind.BYTES_MOST + 1);
        assertThat(FileKind.check(large)).isEmpty();
    }
}
