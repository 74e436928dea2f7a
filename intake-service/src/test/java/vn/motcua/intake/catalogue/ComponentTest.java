package vn.motcua.intake.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.motcua.platform.json.EventJson;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

class ComponentTest {

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "Giấy tờ phải nộp",
                "Giấy tờ phải xuất trình",
                "Các giấy tờ phải xuất trình (bản chính)",
                "Xuất trình khi nộp trực tiếp",
                "Người yêu cầu chứng thực phải xuất trình các giấy tờ sau",
                "Hồ sơ của người nhận con nuôi",
                "Thành phần hồ sơ"
            })
    void a_heading_that_says_what_is_done_with_papers_is_no_case_and_all_need_them(String heading) {
        assertThat(under(heading).always()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Trường hợp ủy quyền thực hiện thủ tục",
                "(1.7) Đối với công trình nhà ở riêng lẻ",
                "Hồ sơ đăng ký tạm trú gồm",
                "Tách hộ để đăng ký thường trú tại cùng một chỗ ở hợp pháp, hồ sơ gồm"
            })
    void a_heading_that_says_for_whom_papers_are_is_a_case(String heading) {
        assertThat(under(heading).always()).isFalse();
    }

    /** But for two that stand alone in their procedures: that a single heading is no case only the procedure can tell. */
    @Test
    void headings_mean_here_what_the_catalogues_reviewed_list_says() throws IOException {
        Set<String> always = Set.of("PLAIN", "TO_SHOW", "NOTE", "IF_IT_APPLIES");
        List<String> otherwise = new ArrayList<>();
        for (String line : Files.readAllLines(Path.of("../catalog-service/src/test/resources/headings.txt"))) {
            String[] parts = line.split("\t", 2);
            if (parts.length == 2 && !parts[1].endsWith("…") && under(parts[1]).always() != always.contains(parts[0])) {
                otherwise.add(line);
            }
        }
        assertThat(otherwise)
                .containsExactly(
                        "PLAIN\t(i) Hồ sơ tổ chức nộp tại cơ quan tiếp nhận",
                        "PLAIN\tThành phần hồ sơ cơ quan quản lý đất đai trình Chủ tịch Ủy ban nhân dân cấp xã, bao gồm");
    }

    @Test
    void one_heading_alone_that_speaks_of_no_case_is_none_and_no_paper_is_lost() throws IOException {
        Procedure one = with("(i) Hồ sơ tổ chức nộp tại cơ quan tiếp nhận", "Giấy tờ phải nộp", null);
        assertThat(one.cases()).isEmpty();
        assertThat(one.componentsFor(null)).hasSize(3);
        Procedure two = with("Đối với tàu biển", "Đối với tàu cá", "Xuất trình khi nộp trực tiếp");
        assertThat(two.cases()).containsExactly("Đối với tàu biển", "Đối với tàu cá");
        assertThat(two.componentsFor("Đối với tàu cá"))
                .extracting(Procedure.Component::caseName)
                .containsExactly("Đối với tàu cá", "Xuất trình khi nộp trực tiếp");
    }

    private static Procedure with(String... headings) throws IOException {
        Path example = Path.of("../deploy/contracts/examples/catalog.procedures/without-limit.json");
        ObjectNode data = (ObjectNode) EventJson.tree(Files.readString(example)).get("data");
        ArrayNode papers = data.putArray("components");
        for (String heading : headings) {
            papers.addPOJO(under(heading));
        }
        return EventJson.read(EventJson.tree(EventJson.write(data)), Procedure.class);
    }

    private static Procedure.Component under(String heading) {
        return new Procedure.Component("1.000000-01", "Tờ khai", heading, 1, 0, null);
    }
}
