package vn.motcua.processing.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import vn.motcua.platform.problem.ProblemException;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.HexFormat;

class UploadTest {
    @Test
    void the_type_is_told_by_the_first_bytes() {
        assertThat(Upload.mediaType("%PDF-1.4".getBytes(StandardCharsets.US_ASCII)))
                .isEqualTo("application/pdf");
        assertThat(Upload.mediaType(HexFormat.of().parseHex("89504e470d0a1a0a")))
                .isEqualTo("image/png");
        assertThat(Upload.mediaType(HexFormat.of().parseHex("ffd8ffe000104a46")))
                .isEqualTo("image/jpeg");
        assertThat(Upload.mediaType("<html>".getBytes(StandardCharsets.US_ASCII)))
                .isNull();
        assertThat(Upload.mediaType(new byte[0])).isNull();
    }

    @Test
    void a_received_file_is_measured_hashed_and_deleted_in_the_end() {
        byte[] body = "%PDF-1.7".getBytes(StandardCharsets.US_ASCII);
        Upload upload = Upload.receive(new ByteArrayInputStream(body), body.length);
        try (upload) {
            assertThat(upload.size()).isEqualTo(body.length);
            assertThat(upload.sha256()).hasSize(64);
            assertThat(upload.file()).exists();
        }
        assertThat(upload.file()).doesNotExist();
    }

    @Test
    void one_byte_too_many_is_refused_and_leaves_nothing_behind() throws IOException {
        byte[] body = "%PDF-1.7".getBytes(StandardCharsets.US_ASCII);
        long before = uploads();
        assertThatThrownBy(() -> Upload.receive(new ByteArrayInputStream(body), body.length - 1))
                .isInstanceOf(ProblemException.class);
        assertThat(uploads()).isEqualTo(before);
    }

    private static long uploads() throws IOException {
        try (var files = Files.list(java.nio.file.Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(f -> f.getFileName().toString().endsWith(".upload"))
                    .count();
        }
    }
}
