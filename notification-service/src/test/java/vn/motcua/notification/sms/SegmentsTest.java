package vn.motcua.notification.sms;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.motcua.notification.sms.Segments.Encoding;

import java.nio.charset.StandardCharsets;

/** Cutting as 3GPP TS 23.038 and TS 23.040 count. */
class SegmentsTest {

    @ParameterizedTest
    @CsvSource({"1, 1", "160, 1", "161, 2", "306, 2", "307, 3", "459, 3", "460, 4"})
    void plain_letters_count_one_septet_160_alone_and_153_in_parts(int letters, int segments) {
        assertThat(Segments.of("a".repeat(letters), Encoding.GSM7).count()).isEqualTo(segments);
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "70, 1", "71, 2", "134, 2", "135, 3"})
    void other_letters_count_one_unit_70_alone_and_67_in_parts(int letters, int segments) {
        assertThat(Segments.of("ế".repeat(letters), Encoding.UCS2).count()).isEqualTo(segments);
    }

    @Test
    void every_sign_of_the_extension_table_counts_two_septets_and_is_written_behind_an_escape() {
        String extension = "\f^{}\\[~]|€";
        byte[] codes = {0x0A, 0x14, 0x28, 0x29, 0x2F, 0x3C, 0x3D, 0x3E, 0x40, 0x65};
        byte[] bytes = Gsm7.bytes(extension);
        for (int i = 0; i < codes.length; i++) {
            assertThat(Gsm7.septets(extension.charAt(i))).isEqualTo(2);
            assertThat(bytes[2 * i]).isEqualTo((byte) 0x1B);
            assertThat(bytes[2 * i + 1]).isEqualTo(codes[i]);
        }
        assertThat(Segments.of("€".repeat(80), Encoding.GSM7).count()).isEqualTo(1);
        assertThat(Segments.of("€".repeat(81), Encoding.GSM7).count()).isEqualTo(2);
    }

    @Test
    void an_escape_is_never_parted_from_its_sign() {
        Segments cut = Segments.of("a".repeat(152) + "€" + "a".repeat(20), Encoding.GSM7);

        assertThat(cut.texts()).containsExactly("a".repeat(152), "€" + "a".repeat(20));
        assertThat(cut.bytes(0, 7)).hasSize(6 + 152);
        assertThat(cut.bytes(1, 7)).startsWith(5, 0, 3, 7, 2, 2, 0x1B, 0x65);
    }

    @Test
    void the_halves_of_a_pair_are_never_parted() {
        Segments cut = Segments.of("ế".repeat(66) + "😀" + "ế".repeat(5), Encoding.UCS2);

        assertThat(cut.texts()).containsExactly("ế".repeat(66), "😀" + "ế".repeat(5));
        assertThat(new String(cut.bytes(1, 0), 6, cut.bytes(1, 0).length - 6, StandardCharsets.UTF_16BE))
                .startsWith("😀");
    }

    @Test
    void the_default_alphabet_stands_at_its_places() {
        assertThat(Gsm7.bytes("@£$¥èéùìòÇ\nØø\rÅå"))
                .containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);
        assertThat(Gsm7.bytes("Δ_ΦΓΛΩΠΨΣΘΞ")).containsExactly(16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26);
        assertThat(Gsm7.bytes("ÆæßÉ !")).containsExactly(28, 29, 30, 31, 32, 33);
        assertThat(Gsm7.bytes("¤?¡AZÄÖÑÜ§¿az")).containsExactly(36, 63, 64, 65, 90, 91, 92, 93, 94, 95, 96, 97, 122);
        assertThat(Gsm7.bytes("äöñüà")).containsExactly(123, 124, 125, 126, 127);
        assertThat(Gsm7.holds("ạ")).isFalse();
        assertThat(Gsm7.holds("`")).isFalse();
        assertThat(Gsm7.text(Gsm7.bytes("Ho so {x} 5€"))).isEqualTo("Ho so {x} 5€");
    }

    @Test
    void segments_carry_their_number_and_one_reference_and_a_single_one_carries_none() {
        Segments two = Segments.of("a".repeat(161), Encoding.GSM7);

        assertThat(two.bytes(0, 0x1FE)).startsWith(5, 0, 3, 0xFE, 2, 1).hasSize(159);
        assertThat(two.bytes(1, 0x1FE)).startsWith(5, 0, 3, 0xFE, 2, 2).hasSize(14);
        assertThat(Segments.of("a", Encoding.GSM7).bytes(0, 7)).containsExactly('a');
    }

    @Test
    void vietnamese_keeps_its_diacritics_only_where_they_cost_no_more() {
        String brief = "Đã có kết quả hồ sơ 0001";
        String full = "TTPVHCC xã Mường Sại: Đã tiếp nhận hồ sơ H52.712.00-261123-0001. Hẹn trả 17:00 24/11/2026."
                + " Tra cứu: https://example.vn/x/0123456789ab";

        assertThat(Segments.cheapest(brief, 0)).isEqualTo(Segments.of(brief, Encoding.UCS2));
        assertThat(Segments.cheapest(full, 0).encoding()).isEqualTo(Encoding.GSM7);
        assertThat(Segments.cheapest(full, 0).texts())
                .containsExactly(
                        "TTPVHCC xa Muong Sai: Da tiep nhan ho so H52.712.00-261123-0001. Hen tra 17:00 24/11/2026."
                                + " Tra cuu: https://example.vn/x/0123456789ab");
        assertThat(Segments.cheapest(full, 2).encoding()).isEqualTo(Encoding.UCS2);
    }

    @Test
    void letters_that_no_stripping_brings_into_the_alphabet_are_sent_as_they_are() {
        assertThat(Segments.cheapest("ຂໍ້ຄວາມ", 0).encoding()).isEqualTo(Encoding.UCS2);
        assertThat(Gsm7.plain("Đường “ớt” – đỏ…")).isEqualTo("Duong \"ot\" - do...");
    }

    @ParameterizedTest
    @CsvSource({"0912345678, 84912345678", "+84912345678, 84912345678", "84912345678, 84912345678"})
    void a_number_goes_out_with_its_country_and_without_a_plus(String number, String sent) {
        assertThat(SmppProvider.international(number)).isEqualTo(sent);
    }
}
