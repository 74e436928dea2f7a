package vn.motcua.intake.formername;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

import java.text.Normalizer;

class FormerNameTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Giấy khai sinh ghi tên xã cũ",
                "giay khai sinh ghi ten xa cu",
                "Địa chỉ cũ, đề nghị cấp lại.",
                "Căn cước cấp TRƯỚC KHI SÁP NHẬP",
                "Giấy tờ chưa cập nhật địa chỉ theo đơn vị hành chính mới",
                "Sổ ghi huyện cũ (Quỳnh Nhai)",
                "the paper shows the former name"
            })
    void words_of_a_former_name_are_heard_with_and_without_diacritics(String text) {
        assertThat(FormerName.in(text)).isTrue();
        assertThat(FormerName.in(Normalizer.normalize(text, Normalizer.Form.NFD)))
                .isTrue();
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(
            strings = {
                "Giấy tờ đã hết hạn",
                "Thiếu bản chính giấy khai sinh",
                "Bản sao mờ, không đọc được",
                "Giấy tờ cũ nát, không đọc được số",
                "Chưa ghi tên người đề nghị",
                "Bản chụp bị xa, cứng nét"
            })
    void other_grounds_are_not_taken_for_one(String text) {
        assertThat(FormerName.in(text)).isFalse();
    }
}
