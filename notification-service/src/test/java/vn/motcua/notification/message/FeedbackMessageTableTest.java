package vn.motcua.notification.message;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.notification.delivery.ChannelKind.EMAIL;
import static vn.motcua.notification.delivery.ChannelKind.SMS;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import vn.motcua.notification.delivery.ChannelKind;
import vn.motcua.notification.wording.Sentences;
import vn.motcua.notification.wording.ShippedTexts;

import java.time.Instant;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

class FeedbackMessageTableTest {
    private static final Set<String> FACTS = Set.of("receivingUnit", "code", "at", "due");

    private static FeedbackTold told(FeedbackFact fact, Instant due) {
        Instant at = Instant.parse("2026-11-23T03:00:00Z");
        return new FeedbackTold(UUID.randomUUID(), 3, fact, "14-03712-20250701", "K7QX-2MNP-94RT", "vi", SMS, at, due);
    }

    @Test
    void each_fact_by_each_way_says_one_thing_and_nothing_by_the_page_alone() {
        Set<FeedbackTemplate> used = EnumSet.noneOf(FeedbackTemplate.class);
        for (FeedbackFact fact : FeedbackFact.values()) {
            assertThat(FeedbackMessageTable.rows())
                    .filteredOn(row -> row.fact() == fact)
                    .hasSize(1);
            for (ChannelKind way : ChannelKind.values()) {
                var found = FeedbackMessageTable.find(fact, way);
                assertThat(found.isPresent()).as("%s by %s", fact, way).isEqualTo(way == SMS || way == EMAIL);
                found.ifPresent(row -> used.add(row.template()));
            }
            assertThat(FeedbackMessageTable.find(fact, null)).isEmpty();
        }
        assertThat(used).isEqualTo(EnumSet.allOf(FeedbackTemplate.class));
        assertThat(FeedbackMessageTable.rows()).allMatch(row -> row.audience() == Audience.PERSON);
    }

    /** The rows written down a second time by hand. */
    @ParameterizedTest
    @CsvSource({
        "RECEIVED, feedback-received",
        "ASKED_BACK, feedback-asked",
        "ANSWERED, feedback-answered",
        "FORWARDED, feedback-forwarded",
        "HANDED_OVER, feedback-handed-over",
        "CLOSED, feedback-closed"
    })
    void the_design_says_this(FeedbackFact fact, String template) {
        assertThat(FeedbackMessageTable.find(fact, SMS).orElseThrow().template().key())
                .isEqualTo(template);
    }

    @ParameterizedTest
    @EnumSource(FeedbackTemplate.class)
    void every_text_stands_in_both_languages_with_the_same_variables(FeedbackTemplate template) {
        for (String part : new String[] {".title", ".body"}) {
            String vi = FeedbackTexts.in("vi").getProperty(template.key() + part);
            String en = FeedbackTexts.in("en").getProperty(template.key() + part);
            assertThat(vi).as(template.key() + part).isNotBlank();
            assertThat(en).as(template.key() + part).isNotBlank();
            assertThat(Sentences.variables(en)).isEqualTo(Sentences.variables(vi));
            assertThat(FACTS).containsAll(Sentences.variables(vi));
            assertThat(en.split("\n")).hasSameSizeAs(vi.split("\n"));
        }
        assertThat(ShippedTexts.templates()).contains(template.key());
        assertThat(Sentences.variables(ShippedTexts.of(template.key(), "vi")))
                .contains("code", "link")
                .isSubsetOf("unit", "code", "at", "due", "link");
    }

    @Test
    void no_text_belongs_to_a_template_that_does_not_exist() {
        Set<String> keys = new HashSet<>(Set.of("details"));
        for (FeedbackTemplate template : FeedbackTemplate.values()) {
            keys.add(template.key() + ".title");
            keys.add(template.key() + ".body");
        }
        assertThat(FeedbackTexts.in("vi").stringPropertyNames()).isEqualTo(keys);
        assertThat(FeedbackTexts.in("en").stringPropertyNames()).isEqualTo(keys);
    }

    @ParameterizedTest
    @EnumSource(FeedbackTemplate.class)
    void a_letter_shows_no_gap_and_a_limit_only_where_one_is_promised(FeedbackTemplate template) {
        for (String language : new String[] {"vi", "en"}) {
            Map<String, String> facts =
                    FeedbackTexts.facts(told(FeedbackFact.ANSWERED, null), "Xã Mường Sại", language);
            Rendered rendered = FeedbackTexts.render(template, language, facts);
            assertThat(rendered.title() + rendered.body()).doesNotContain("{", "null");
            assertThat(rendered.body().split("\n\n", 2)).hasSize(2);
        }
    }

    @Test
    void an_acknowledgement_reads_like_a_letter_of_the_office() {
        FeedbackTold told = told(FeedbackFact.RECEIVED, Instant.parse("2026-12-14T10:00:00Z"));

        Rendered vi = FeedbackTexts.render(
                FeedbackTemplate.FEEDBACK_RECEIVED, "vi", FeedbackTexts.facts(told, "Xã Mường Sại", "vi"));

        assertThat(vi.body())
                .startsWith(
                        """
                        Trung tâm Phục vụ hành chính công xã Mường Sại đã nhận được góp ý, phản ánh của Ông/Bà lúc 10:00 23/11/2026.
                        Hạn trả lời: ngày 14/12/2026.
                        """)
                .contains("Mã góp ý: K7QX-2MNP-94RT");
    }
}
