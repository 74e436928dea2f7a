package vn.motcua.intake.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

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

    private static Procedure.Component under(String heading) {
        return new Procedure.Component("1.000000-01", "Tờ khai", heading, 1, 0);
    }
}
