package vn.motcua.notification.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.motcua.notification.redaction.PersonalData.Kind;

class PersonalDataTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Xin gọi 0987654321 sau giờ làm việc | PHONE",
                "Số 098 765 43 21 | PHONE",
                "Số 098.765.4321. | PHONE",
                "(0212) 385-4321 là số của tôi | PHONE",
                "+84 98 765 4321 | PHONE",
                "０９８７６５４３２１ | PHONE",
                "CCCD 014190001234 | CITIZEN_NUMBER",
                "CCCD 014 190 001 234 | CITIZEN_NUMBER",
                "CMND 050123456 | CITIZEN_NUMBER",
                "thư vui.q@example.org | EMAIL",
                "vui (at) example.com.vn | EMAIL",
                "hồ sơ H52.712.00-261124-0007 | DOSSIER_CODE",
                "hồ sơ h52.712.00-261124-0007 | DOSSIER_CODE",
                "tài khoản 12345678901234 | LONG_NUMBER"
            })
    void a_number_or_address_is_found_however_it_is_written(String text, Kind kind) {
        assertThat(PersonalData.in(text, null)).contains(kind);
    }

    @Test
    void digits_parted_by_characters_nobody_sees_are_found() {
        assertThat(PersonalData.in("0987\u200b654\u200b321", null)).containsExactly(Kind.PHONE);
    }

    @Test
    void the_contact_itself_is_found_whatever_it_is() {
        assertThat(PersonalData.in("Nhắn Zalo Vui-Quang nhé", "vui-quang")).containsExactly(Kind.CONTACT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Hồ sơ hẹn trả 16:30 24/11/2026, trả ngày 26-11-2026.",
                "Lệ phí 1.500.000 đồng, tổng 12.345.678.900 đ",
                "Theo Nghị định 118/2025/NĐ-CP và Quyết định 766/QĐ-TTg, thủ tục 2.000815",
                "Có 3 cán bộ, 12 người chờ, 2 giờ 30 phút",
                "Năm 2025 2026"
            })
    void dates_money_rules_and_small_numbers_are_no_personal_data(String text) {
        assertThat(PersonalData.in(text, null)).isEmpty();
    }
}
