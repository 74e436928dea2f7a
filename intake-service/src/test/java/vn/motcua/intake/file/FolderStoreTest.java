package vn.motcua.intake.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.motcua.platform.problem.ProblemException;
import vn.motcua.platform.problem.Problems;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.NoSuchElementException;
import java.util.stream.Stream;

class FolderStoreTest {
    private static final byte[] PDF = "%PDF-1.7 a page".getBytes(StandardCharsets.US_ASCII);

    @TempDir
    Path folder;

    @Test
    void a_file_is_found_by_its_content_and_stored_once() throws IOException {
        FolderStore store = new FolderStore(folder);
        StoredFile once = store.put(new ByteArrayInputStream(PDF), 100);
        StoredFile again = store.put(new ByteArrayInputStream(PDF), 100);
        assertThat(again).isEqualTo(once);
        assertThat(once.size()).isEqualTo(PDF.length);
        assertThat(once.mediaType()).isEqualTo("application/pdf");
        assertThat(once.sha256()).hasSize(64);
        try (InputStream in = store.get(once.sha256())) {
            assertThat(in.readAllBytes()).isEqualTo(PDF);
        }
        assertThat(files()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "ffd8ffe000104a46,image/jpeg",
        "89504e470d0a1a0a00,image/png",
        "49492a0008000000,image/tiff",
        "4d4d002a00000008,image/tiff"
    })
    void the_type_is_told_by_the_first_bytes(String hex, String mediaType) {
        byte[] content = HexFormat.of().parseHex(hex);
        assertThat(new FolderStore(folder)
                        .put(new ByteArrayInputStream(content), 100)
                        .mediaType())
                .isEqualTo(mediaType);
    }

    @Test
    void another_type_is_refused_whatever_it_says_it_is() {
        for (String content : new String[] {"<html>", "MZ a program", "%PD", ""}) {
            assertThatThrownBy(() -> new FolderStore(folder)
                            .put(new ByteArrayInputStream(content.getBytes(StandardCharsets.US_ASCII)), 100))
                    .isInstanceOfSatisfying(ProblemException.class, e -> assertThat(e.type())
                            .isEqualTo(Problems.UNSUPPORTED_MEDIA_TYPE));
        }
        assertThat(files()).isZero();
    }

    @Test
    void one_byte_too_many_is_refused_and_leaves_nothing() {
        FolderStore store = new FolderStore(folder);
        assertThatThrownBy(() -> store.put(new ByteArrayInputStream(PDF), PDF.length - 1))
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.type()).isEqualTo(Problems.PAYLOAD_TOO_LARGE));
        assertThat(files()).isZero();
        assertThat(store.put(new ByteArrayInputStream(PDF), PDF.length).size()).isEqualTo(PDF.length);
    }

    @Test
    void an_upload_that_breaks_off_leaves_nothing() {
        InputStream breaking = new InputStream() {
            private int at;

            @Override
            public int read() throws IOException {
                if (at < PDF.length) {
                    return PDF[at++];
                }
                throw new IOException("connection reset");
            }
        };
        assertThatThrownBy(() -> new FolderStore(folder).put(breaking, 100)).isInstanceOf(UncheckedIOException.class);
        assertThat(files()).isZero();
    }

    @Test
    void what_is_not_there_or_no_address_is_not_found() {
        FolderStore store = new FolderStore(folder);
        assertThatThrownBy(() -> store.get("0".repeat(64))).isInstanceOf(NoSuchElementException.class);
        assertThatThrownBy(() -> store.get("../../etc/passwd")).isInstanceOf(NoSuchElementException.class);
        assertThatThrownBy(() -> store.get(null)).isInstanceOf(NoSuchElementException.class);
    }

    private long files() {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
