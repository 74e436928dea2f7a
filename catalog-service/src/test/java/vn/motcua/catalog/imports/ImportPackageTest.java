package vn.motcua.catalog.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import vn.motcua.catalog.lists.ListSource;
import vn.motcua.platform.problem.ProblemException;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

class ImportPackageTest {
    private static final int MAX = 1 << 20;

    @Test
    void files_are_found_whatever_folder_they_lie_in() throws IOException {
        ListSource lists = ImportPackage.open(zip(Map.of("lists/procedures.csv", "code\n")), MAX);
        assertThat(lists.bytes("procedures.csv")).isEqualTo("code\n".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void overlays_come_from_the_shipped_lists_but_procedures_never() throws IOException {
        ListSource lists = ImportPackage.open(zip(Map.of("procedures.csv", "code\n")), MAX);
        assertThat(lists.bytes("limits_overlay.csv")).isNotEmpty();
        assertThat(lists.bytes("procedure_methods.csv")).isNull();
    }

    @Test
    void what_is_no_zip_is_refused() {
        assertThatThrownBy(() -> ImportPackage.open("not a zip".getBytes(StandardCharsets.UTF_8), MAX))
                .isInstanceOf(ProblemException.class)
                .hasMessage("package-unreadable");
    }

    @Test
    void a_package_over_its_limit_is_refused() {
        assertThatThrownBy(() -> ImportPackage.open(new byte[2_000], 1_999)).hasMessage("payload-too-large");
    }

    @Test
    void a_small_package_that_unfolds_into_a_huge_one_is_refused() throws IOException {
        byte[] bomb = zip(Map.of("procedures.csv", "0".repeat(1 << 20)));
        assertThat(bomb.length).isLessThan(8_192);
        assertThatThrownBy(() -> ImportPackage.open(bomb, 8_192)).hasMessage("payload-too-large");
    }

    static byte[] zip(Map<String, String> files) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}
