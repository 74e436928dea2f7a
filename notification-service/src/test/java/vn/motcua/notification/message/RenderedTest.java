package vn.motcua.notification.message;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.notification.dossier.SampleChanges.change;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import vn.motcua.notification.catalogue.Names;
import vn.motcua.notification.contract.Contracts;
import vn.motcua.notification.dossier.Action;
import vn.motcua.notification.dossier.SampleChanges;
import vn.motcua.notification.dossier.Stage;
import vn.motcua.notification.dossier.StageChanged;
import vn.motcua.notification.wording.Sentences;
import vn.motcua.platform.json.EventJson;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

class RenderedTest {
    private static final Names NAMES = new Names(
            Map.of(SampleChanges.MUONG_SAI, "Xã Mường Sại"),
            Map.of("vi", "Chứng thực bản sao từ bản chính", "en", "Certification of copies"));
    private static final Facts.Officers OFFICERS =
            new Facts.Officers("Lò Thị Hoa – Công chức một cửa", "Quàng Văn Thành – Phó Chủ tịch");

    private static Rendered render(Template template, StageChanged change, String language) {
        return Rendered.of(template, language, Facts.of(change, OFFICERS, NAMES, language));
    }

    @ParameterizedTest
    @EnumSource(Template.class)
    void every_template_has_title_and_body_in_both_languages_with_the_same_variables(Template template) {
        for (String part : new String[] {".title", ".body"}) {
            String vi = Texts.in("vi").phrase(template.key() + part);
            String en = Texts.in("en").phrase(template.key() + part);
            assertThat(vi).as(template.key() + part).isNotBlank();
            assertThat(en).as(template.key() + part).isNotBlank();
            assertThat(variables(en)).isEqualTo(variables(vi));
            assertThat(en.split("\n")).hasSameSizeAs(vi.split("\n"));
        }
        assertThat(variables(Texts.in("vi").phrase(template.key() + ".title")))
                .as("a title stands in every case")
                .isEmpty();
    }

    @Test
    void both_languages_have_the_same_keys_and_only_known_variables() {
        assertThat(Texts.in("en").all().stringPropertyNames())
                .isEqualTo(Texts.in("vi").all().stringPropertyNames());
        Set<String> known = Arrays.stream(Fact.values()).map(Fact::placeholder).collect(Collectors.toSet());
        Set<String> used = new HashSet<>();
        Texts.in("vi").all().forEach((key, text) -> used.addAll(variables((String) text)));
        assertThat(used).isEqualTo(known);
    }

    @Test
    void no_text_belongs_to_a_template_that_does_not_exist() {
        Set<String> keys = Arrays.stream(Template.values()).map(Template::key).collect(Collectors.toSet());
        Texts.in("vi").all().stringPropertyNames().stream()
                .filter(key -> key.endsWith(".title") || key.endsWith(".body"))
                .forEach(key -> assertThat(keys).contains(key.substring(0, key.lastIndexOf('.'))));
    }

    @ParameterizedTest
    @EnumSource(
            value = Template.class,
            names = {"PICK_UP", "PICK_UP_ORIGINALS"},
            mode = EnumSource.Mode.EXCLUDE)
    void every_message_carries_the_minimum_content_by_law(Template template) {
        StageChanged change = SampleChanges.decided(UUID.randomUUID()).build();

        String vi = render(template, change, "vi").body();

        assertThat(vi)
                .contains("Mã hồ sơ: H52.712.00-261123-0001")
                .contains("Cơ quan tiếp nhận: Trung tâm Phục vụ hành chính công xã Mường Sại")
                .contains("Cơ quan giải quyết: Xã Mường Sại")
                .contains("Người tiếp nhận: Lò Thị Hoa – Công chức một cửa")
                .contains("Người xử lý: Quàng Văn Thành – Phó Chủ tịch")
                .contains("Thời điểm tiếp nhận: 15:01 23/11/2026")
                .contains("Thời điểm xử lý: 15:01 23/11/2026")
                .contains("Hẹn trả kết quả: 17:00 24/11/2026");
        assertThat(render(template, change, "en").body())
                .contains("Time of receipt: 15:01 23/11/2026")
                .contains("Handling officer: Quàng Văn Thành – Phó Chủ tịch");
    }

    @ParameterizedTest
    @EnumSource(Template.class)
    void no_message_shows_a_gap_however_little_is_known(Template template) {
        StageChanged bare = change(Action.SUBMIT, Stage.PREPARING, Stage.SUBMITTED)
                .received(false)
                .build();
        for (String language : new String[] {"vi", "en"}) {
            Rendered rendered =
                    Rendered.of(template, language, Facts.of(bare, new Facts.Officers(null, null), NAMES, language));
            assertThat(rendered.title()).isNotBlank().doesNotContain("{", "null");
            assertThat(rendered.body()).isNotBlank().doesNotContain("{", "null");
            assertThat(rendered.body().split("\n\n", 2)[0]).as("the sentences").isNotBlank();
        }
    }

    @Test
    void the_post_learns_what_to_fetch_and_nothing_of_the_matter() {
        StageChanged change = SampleChanges.decided(UUID.randomUUID()).build();

        assertThat(render(Template.PICK_UP, change, "vi").body())
                .contains("H52.712.00-261123-0001", "Trung tâm Phục vụ hành chính công xã Mường Sại")
                .doesNotContain("Chứng thực", "Mã tra cứu", "Lò Thị Hoa");
    }

    @Test
    void a_received_dossier_reads_like_a_letter_of_the_office() {
        Rendered vi = render(
                Template.RECEIVED,
                change(Action.RECEIVE, Stage.PREPARING, Stage.RECEIVED).build(),
                "vi");

        assertThat(vi.title()).isEqualTo("Hồ sơ đã được tiếp nhận");
        assertThat(vi.body())
                .startsWith(
                        """
                        Trung tâm Phục vụ hành chính công xã Mường Sại đã tiếp nhận hồ sơ của Ông/Bà lúc 15:01 23/11/2026.
                        Thời gian hẹn trả kết quả: 17:00 24/11/2026.
                        Đề nghị Ông/Bà giữ Giấy tiếp nhận hồ sơ và hẹn trả kết quả để xuất trình khi nhận kết quả.

                        Mã hồ sơ: """);
    }

    @Test
    void a_paused_dossier_promises_no_date() {
        StageChanged asked = change(Action.ASK_SUPPLEMENT, Stage.IN_PROCESS, Stage.AWAITING_SUPPLEMENT)
                .reason("PAPER_MISSING")
                .build();

        assertThat(render(Template.SUPPLEMENT, asked, "vi").body())
                .contains("Lý do: thiếu giấy tờ theo danh mục đã công bố.")
                .doesNotContain("Hẹn trả kết quả");
    }

    @Test
    void a_reason_without_a_phrase_is_left_unsaid() {
        StageChanged refused = change(Action.REFUSE, Stage.SUBMITTED, Stage.REFUSED)
                .reason("SOMETHING_NEW")
                .build();

        assertThat(render(Template.REFUSED, refused, "vi").body()).doesNotContain("Lý do:", "SOMETHING_NEW");
    }

    @ParameterizedTest
    @MethodSource("publishedReasons")
    void every_reason_of_the_committed_examples_has_a_phrase(String code) {
        assertThat(Texts.in("vi").phrase("reason." + code)).isNotBlank();
    }

    /** Reasons of acts; a refused answer's reason is told to nobody. */
    static Set<String> publishedReasons() {
        return Contracts.examples("dossier.stage-changed").stream()
                .map(example -> EventJson.read(example.data(), StageChanged.class))
                .filter(change -> !change.refusedAnswer() && change.reasonCode() != null)
                .map(StageChanged::reasonCode)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void open_fees_are_named_with_the_result() {
        StageChanged decided =
                SampleChanges.decided(UUID.randomUUID()).feesOpen(true).build();

        assertThat(render(Template.RESULT_READY, decided, "vi").body()).contains("phí, lệ phí chưa nộp");
        assertThat(render(Template.RESULT_READY, decided, "en").body()).contains("Fees of the dossier are still open");
    }

    @Test
    void a_text_in_braces_never_becomes_a_variable() {
        assertThat(Texts.fill("{procedure}", Map.of("procedure", "{code} $1 \\")))
                .isEqualTo("{code} $1 \\");
    }

    private static Set<String> variables(String text) {
        return Sentences.variables(text);
    }
}
