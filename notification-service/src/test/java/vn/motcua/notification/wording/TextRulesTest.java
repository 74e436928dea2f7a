package vn.motcua.notification.wording;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.motcua.notification.sms.Segments;

import java.util.Map;
import java.util.Set;

class TextRulesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Hồ sơ {code} {procedure} đã xong",
                "Ông {name}, hồ sơ {code} đã xong",
                "Hồ sơ {code} của {receivedBy}",
                "Hồ sơ {code}, lý do {reason}",
                "Hồ sơ đã xong, xem {link}",
                "Hồ sơ {code} của số 014199001123",
                "Hồ sơ {code}, số CMND 051234567",
                "Hồ sơ {code}, xem http://example.com",
                "Hồ sơ {code}, xem bit.ly.com",
                "Hồ sơ {code}, xem bit.ly/3xYz",
                "Hồ sơ {code}, mở zalo://chat",
                "Hồ sơ {code} của số 014 199 001 123",
                "Hồ sơ {code} của số 0141-9900-1123",
                "Hồ sơ {code}, xem {link",
                "Hồ sơ {code} \u0007",
                " "
            })
    void a_short_message_says_nothing_of_a_person_or_the_matter_and_links_nowhere_else(String text) {
        assertThat(TextRules.wrong(TextChannel.SMS, "received", text)).isNotEmpty();
    }

    @Test
    void a_text_about_feedback_names_no_fact_of_a_dossier() {
        assertThat(TextRules.wrong(TextChannel.EMAIL, "feedback-answered", "Góp ý {code}: {procedure}"))
                .isNotEmpty();
        assertThat(TextRules.wrong(TextChannel.SMS, "feedback-answered", "Góp ý {code}, hẹn {promised}"))
                .isNotEmpty();
        assertThat(TextRules.wrong(TextChannel.SMS, "feedback-received", "{unit}: góp ý {code} {at} {due} {link}"))
                .isEmpty();
    }

    @Test
    void what_keeps_to_the_rules_is_taken() {
        assertThat(TextRules.wrong(
                        TextChannel.SMS,
                        "received",
                        "TTPVHCC {unit}: hồ sơ {code}.\nHẹn trả {due}.\nXem {link}. LH 02123831234"))
                .isEmpty();
        assertThat(TextRules.wrong(TextChannel.EMAIL, "refused", "Hồ sơ {code}: {procedure}.\nLý do: {reason}."))
                .isEmpty();
        assertThat(TextRules.wrong(
                        TextChannel.SMS, "received", "{code} làm việc 07.30-11.30 13.30-17.00, LH 0212 383 1234"))
                .isEmpty();
        assertThat(TextRules.wrong(TextChannel.SMS, "received", "{code}" + "x".repeat(480)))
                .isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "SMS, result-ready, Hồ sơ {code} hẹn trả {due}",
        "SMS, received, Hồ sơ {code} dự kiến trả {promised}",
        "SMS, supplement, Hồ sơ {code} trả lời đến {draftUntil}",
        "SMS, pick-up, Hồ sơ {code} xem {link}",
        "EMAIL, received, Hồ sơ {code} lý do {reason}",
        "EMAIL, refused, Hồ sơ {code} hẹn trả {due}",
        "EMAIL, result-ready, Hồ sơ {code} nhận lúc {receivedAt}"
    })
    void a_variable_that_the_template_never_has_is_refused_since_its_line_would_never_be_said(
            TextChannel channel, String template, String text) {
        assertThat(TextRules.wrong(channel, template, text)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "SMS, result-ready, {unit}: hồ sơ {code} trả tại {returningUnit} từ {at}. {link}",
        "SMS, draft-offered, Hồ sơ {code} trả lời đến {draftUntil}",
        "EMAIL, received, {receivingUnit} nhận {code} lúc {receivedAt} hẹn {due}: {procedure} {competentUnit} {link}",
        "EMAIL, extended, Hồ sơ {code} hẹn {originalDue} nay {due} vì {reason}"
    })
    void a_variable_that_the_shipped_text_has_or_every_dossier_knows_is_taken(
            TextChannel channel, String template, String text) {
        assertThat(TextRules.wrong(channel, template, text)).isEmpty();
    }

    @Test
    void every_shipped_text_keeps_to_the_rules_in_both_languages_with_the_same_variables() {
        for (String template : ShippedTexts.templates()) {
            String vi = ShippedTexts.of(template, "vi");
            String en = ShippedTexts.of(template, "en");
            assertThat(TextRules.wrong(TextChannel.SMS, template, vi))
                    .as(template)
                    .isEmpty();
            assertThat(en).as(template).isNotNull();
            assertThat(TextRules.wrong(TextChannel.SMS, template, en))
                    .as(template)
                    .isEmpty();
            assertThat(Sentences.variables(en)).as(template).isEqualTo(Sentences.variables(vi));
        }
    }

    @Test
    void every_shipped_letter_keeps_to_the_rules_in_both_languages_with_the_same_variables() {
        assertThat(ShippedTexts.letters()).containsExactlyInAnyOrder("returned", "originals-returned");
        for (String template : ShippedTexts.letters()) {
            String vi = ShippedTexts.letter(template, "vi");
            String en = ShippedTexts.letter(template, "en");
            assertThat(TextRules.wrong(TextChannel.EMAIL, template, vi))
                    .as(template)
                    .isEmpty();
            assertThat(TextRules.wrong(TextChannel.EMAIL, template, en))
                    .as(template)
                    .isEmpty();
            assertThat(Sentences.variables(en)).as(template).isEqualTo(Sentences.variables(vi));
        }
    }

    @Test
    void every_shipped_text_needs_two_segments_at_most() {
        Map<String, String> facts = Map.of(
                "receivingUnit", "xã Mường Sại",
                "code", "H52.712.00-261123-0001",
                "due", "17:00 24/11/2026",
                "promised", "17:00 24/11/2026",
                "survey", "https://motcua.sonla.gov.vn/danh-gia/0123456789AB");
        for (String template : ShippedTexts.templates()) {
            String link = "https://motcua.sonla.gov.vn/x/0123456789ab";
            String vi = Wording.oneLine(ShippedTexts.of(template, "vi"), facts, link);
            assertThat(Segments.cheapest(vi, 0).count())
                    .as("%s: %s", template, vi)
                    .isLessThanOrEqualTo(2);
            String en = Wording.oneLine(ShippedTexts.of(template, "en"), facts, link);
            assertThat(Segments.cheapest(en, 0).count())
                    .as("%s: %s", template, en)
                    .isLessThanOrEqualTo(2);
        }
        for (String template : new String[] {"returned", "originals-returned"}) {
            String asked = Wording.oneLine(ShippedTexts.of(template, "vi"), facts, null);
            assertThat(asked).endsWith("/danh-gia/0123456789AB");
            assertThat(Segments.cheapest(asked, 0).count()).as(asked).isEqualTo(1);
        }
        String received =
                Wording.oneLine(ShippedTexts.of("received", "vi"), facts, "https://motcua.sonla.gov.vn/x/0123456789ab");
        assertThat(Segments.cheapest(received, 0).count()).isEqualTo(1);
    }

    @Test
    void only_allowed_facts_are_filled_and_a_dossier_without_a_code_goes_by_its_reference() {
        Map<String, String> facts =
                Map.of("reference", "7K3M9QX2TD", "procedure", "Chứng thực", "receivingUnit", "xã Mường Sại");

        assertThat(Wording.oneLine("{unit}: {code}.\n{procedure}\n{due}", facts, null))
                .isEqualTo("xã Mường Sại: 7K3M9QX2TD.");
        assertThat(Sentences.variables("{code} {link} x")).isEqualTo(Set.of("code", "link"));
    }
}
