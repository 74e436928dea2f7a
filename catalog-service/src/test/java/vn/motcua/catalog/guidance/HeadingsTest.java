package vn.motcua.catalog.guidance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.motcua.catalog.guidance.Headings.Kind;
import vn.motcua.catalog.lists.ListSource;
import vn.motcua.catalog.lists.MergedProcedures;
import vn.motcua.catalog.procedure.Component;
import vn.motcua.catalog.procedure.Procedure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

class HeadingsTest {
    private static final Path REVIEWED = Path.of("src/test/resources/headings.txt");
    static final List<Procedure> PROCEDURES =
            MergedProcedures.from(ListSource.shipped()).procedures();

    /** Every heading of the shipped lists was read by a person once; {@code -Dheadings.update=true} writes them anew. */
    @Test
    void every_heading_of_the_lists_means_what_was_found_when_it_was_read() throws IOException {
        Map<String, String> found = new TreeMap<>();
        for (Procedure each : PROCEDURES) {
            headings(each).forEach((heading, kind) -> found.put(heading, kind + "\t" + heading));
        }
        List<String> lines = found.values().stream().toList();
        if (Boolean.getBoolean("headings.update")) {
            Files.write(REVIEWED, lines);
        }
        assertThat(lines).isEqualTo(Files.readAllLines(REVIEWED));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Giấy tờ phải nộp | PLAIN",
                "Giấy tờ phải nộp để lưu giữ tại cơ quan đăng ký phương tiện | PLAIN",
                "Các giấy tờ phải xuất trình (bản chính) | TO_SHOW",
                "Xuất trình khi nộp trực tiếp | TO_SHOW",
                "Các giấy tờ phải nộp đối với tàu biển | CASE",
                "Trường hợp ủy quyền thực hiện thủ tục | PROXY",
                "Trường hợp đăng ký tổ hợp tác trên môi trường điện tử | ONLINE",
                "Tùy từng trường hợp thì nộp thêm | IF_IT_APPLIES",
                "Lưu ý | NOTE",
                "(1.7) Đối với công trình nhà ở riêng lẻ | CASE",
                "Hồ sơ của người nhận con nuôi | PLAIN",
                "Một đầu mục chưa ai thấy | PLAIN"
            })
    void a_heading_alone_is_told_by_its_words(String heading, Kind kind) {
        assertThat(Headings.kinds(List.of(heading))).containsEntry(heading, kind);
    }

    @Test
    void two_headings_that_nobody_knows_are_cases_of_each_other() {
        assertThat(Headings.kinds(List.of("Xác định khuyết tật", "Xác định lại khuyết tật", "Giấy tờ phải nộp"))
                        .values())
                .containsExactly(Kind.CASE, Kind.CASE, Kind.PLAIN);
    }

    @Test
    void numbering_and_the_word_for_a_list_are_no_part_of_a_case() {
        assertThat(Stream.of(
                                "(iv) Trường hợp chết, Hồ sơ gồm",
                                "a.Trường hợp mất",
                                "1.3.1.2. Hồ sơ cấp lại bao gồm",
                                "+ Trường hợp X, thành phần hồ sơ gồm:")
                        .map(Headings::bare))
                .containsExactly("Trường hợp chết", "Trường hợp mất", "Hồ sơ cấp lại", "Trường hợp X");
    }

    static Map<String, Kind> headings(Procedure procedure) {
        return Headings.kinds(procedure.components().stream()
                .map(Component::caseName)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
    }
}
