package vn.motcua.catalog.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.motcua.catalog.calendar.WorkingTime;
import vn.motcua.catalog.check.Finding.Code;
import vn.motcua.catalog.check.PublishChecks.Known;
import vn.motcua.catalog.check.PublishChecks.Proposal;
import vn.motcua.catalog.lists.CalendarLists;
import vn.motcua.catalog.lists.ListSource;
import vn.motcua.catalog.lists.MergedProcedures;
import vn.motcua.catalog.procedure.Announcement;
import vn.motcua.catalog.procedure.Procedure;
import vn.motcua.catalog.procedure.ProcedureVersion;
import vn.motcua.catalog.unit.Hours;
import vn.motcua.platform.json.EventJson;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;

class PublishChecksTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    private static final LocalDate FIRST_DAY = LocalDate.of(2026, 12, 7);
    private static final Announcement DECISION = new Announcement("1234/QĐ-UBND", LocalDate.of(2026, 11, 25));
    private static final WorkingTime DAYS = new WorkingTime(
            CalendarLists.from(ListSource.shipped()).years(),
            List.of(new Hours(LocalTime.of(7, 30), LocalTime.of(17, 0))));
    private static final Known KNOWN = new Known(
            Set.of("office", "economy"),
            "to-khai.docx"::equals,
            "https://example.vn/mat.docx"::equals,
            day -> DAYS.minusWorkingDays(day, 5));
    private static final Procedure COPY = MergedProcedures.from(ListSource.shipped()).procedures().stream()
            .filter(each -> each.code().equals("2.000815"))
            .findFirst()
            .orElseThrow();
    private static final ProcedureVersion PUBLISHED =
            ProcedureVersion.of(1, LocalDate.of(2025, 7, 1), COPY, Instant.EPOCH);

    @Test
    void a_whole_procedure_announced_in_time_has_no_error() {
        assertThat(draft(content -> content.put("source", "Quyết định 1234/QĐ-UBND")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "limits, NO_LIMIT",
        "components, NO_PAPERS",
        "channels, NO_CHANNEL",
        "fees, NO_FEE",
        "results, NO_RESULT",
        "legalBasis, NO_LEGAL_BASIS"
    })
    void an_empty_list_is_found_where_it_stands(String list, Code code) {
        assertThat(draft(content -> {
                    content.putArray(list);
                    content.putArray("openFees");
                }))
                .contains(new Finding(code, "/content/" + list, ""));
    }

    @Test
    void a_fee_without_a_ground_is_found_by_its_row_and_a_free_one_needs_none() {
        assertThat(draft(content -> ((ObjectNode) content.at("/fees/1")).putNull("source")))
                .containsExactly(new Finding(Code.FEE_WITHOUT_GROUND, "/content/fees/1/source", ""));
        assertThat(draft(content -> {
                    ((ObjectNode) content.at("/fees/1")).putNull("source");
                    ((ObjectNode) content.at("/fees/1")).put("rule", "FREE");
                }))
                .isEmpty();
    }

    @Test
    void an_exemption_names_its_ground_and_online_in_part_its_reason() {
        assertThat(draft(content -> content.putObject("further")
                        .putArray("exemptions")
                        .addObject()
                        .put("who", "Hộ nghèo")))
                .containsExactly(
                        new Finding(Code.EXEMPTION_WITHOUT_GROUND, "/content/further/exemptions/0/ground", ""));
        assertThat(draft(content -> content.put("serviceLevel", "partial")))
                .containsExactly(new Finding(Code.ONLINE_REASON_MISSING, "/content/further/onlineReason", ""));
        assertThat(draft(content -> content.put("serviceLevel", "partial")
                        .putObject("further")
                        .put("onlineReason", "Phải ký trước mặt người chứng thực")))
                .isEmpty();
    }

    @Test
    void who_handles_it_must_be_named_and_exist() {
        assertThat(codes(content -> content.put("department", "unrouted"))).containsExactly(Code.DEPARTMENT_MISSING);
        assertThat(codes(content -> content.put("department", "space"))).containsExactly(Code.DEPARTMENT_UNKNOWN);
        assertThat(codes(content -> content.putNull("authority"))).containsExactly(Code.UNIT_MISSING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Chung thuc ban sao tu ban chinh", "THU TUC CAP BAN SAO"})
    void a_name_without_diacritics_is_found(String name) {
        assertThat(codes(content -> ((ObjectNode) content.get("name")).put("vi", name)))
                .containsExactly(Code.NAME_WITHOUT_DIACRITICS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Chứng thực ban sao", "Khai sinh", "Hoa lan hòa"})
    void a_short_name_or_one_with_any_diacritic_passes(String name) {
        assertThat(codes(content -> ((ObjectNode) content.get("name")).put("vi", name)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "http://example.vn/a.docx, LINK_NOT_HTTPS",
        "ftp://example.vn/a.docx, LINK_NOT_HTTPS",
        "www.example.vn/a.docx, LINK_NOT_HTTPS",
        "https://, LINK_UNREADABLE",
        "https://nowhere/a, LINK_UNREADABLE",
        "https://exa%zzmple.vn/a, LINK_UNREADABLE",
        "https://example.vn/mat.docx, LINK_DEAD"
    })
    void a_link_that_leads_nowhere_is_found_in_any_text(String link, Code code) {
        assertThat(draft(content -> ((ObjectNode) content.at("/components/0")).put("name", "Mẫu đơn (" + link + ").")))
                .singleElement()
                .satisfies(found -> {
                    assertThat(found.code()).isEqualTo(code);
                    assertThat(found.pointer()).isEqualTo("/content/components/0/name");
                });
    }

    @Test
    void a_link_by_https_passes_wherever_it_stands() {
        assertThat(draft(content -> content.put("source", "xem https://dichvucong.gov.vn/p/home.html.")))
                .isEmpty();
    }

    @Test
    void a_code_that_is_published_is_no_new_one_and_an_older_base_must_be_compared() {
        Proposal fresh = new Proposal(COPY, null, FIRST_DAY, DECISION);
        assertThat(PublishChecks.ofDraft(fresh, PUBLISHED, TODAY, KNOWN))
                .contains(new Finding(Code.DUPLICATE_CODE, "/code", "2.000815"));
        assertThat(PublishChecks.ofDraft(fresh, null, TODAY, KNOWN)).isEmpty();
        ProcedureVersion second = ProcedureVersion.of(2, LocalDate.of(2026, 8, 1), COPY, Instant.EPOCH);
        assertThat(PublishChecks.ofDraft(new Proposal(COPY, 1, FIRST_DAY, DECISION), second, TODAY, KNOWN))
                .containsExactly(new Finding(Code.BASED_ON_OLDER_VERSION, "/basedOn", "2"));
    }

    @Test
    void the_same_words_again_are_a_warning() {
        assertThat(PublishChecks.ofDraft(new Proposal(COPY, 1, FIRST_DAY, DECISION), PUBLISHED, TODAY, KNOWN))
                .containsExactly(new Finding(Code.NOTHING_CHANGED, "/content", ""))
                .noneMatch(Finding::error);
    }

    @Test
    void without_decision_and_first_day_it_cannot_be_announced() {
        assertThat(dated(null, new Announcement(null, null)))
                .containsExactly(Code.EFFECTIVE_DATE_MISSING, Code.ANNOUNCEMENT_MISSING);
        assertThat(dated(FIRST_DAY, new Announcement("1/QĐ", null))).containsExactly(Code.ANNOUNCEMENT_MISSING);
        assertThat(dated(FIRST_DAY, null)).containsExactly(Code.ANNOUNCEMENT_MISSING);
    }

    @Test
    void a_first_day_before_today_or_before_the_newest_version_is_refused_by_the_timeline() {
        Announcement old = new Announcement("1/QĐ", LocalDate.of(2025, 1, 2));
        assertThat(dated(TODAY.minusDays(1), old)).containsExactly(Code.EFFECTIVE_DATE_REFUSED);
        assertThat(dated(LocalDate.of(2025, 7, 1), old)).containsExactly(Code.EFFECTIVE_DATE_REFUSED);
        assertThat(dated(TODAY, old)).isEmpty();
    }

    /** 24 November 2026 is Culture Day, so five working days before 30 November are 20 November. */
    @ParameterizedTest
    @CsvSource({
        "2026-11-30, 2026-11-20, ",
        "2026-11-30, 2026-11-23, ANNOUNCED_LATE",
        "2026-12-07, 2026-11-30, ",
        "2026-12-07, 2026-12-01, ANNOUNCED_LATE",
        "2026-12-07, 2026-12-07, ANNOUNCED_LATE",
        "2026-12-07, 2026-12-08, EFFECTIVE_BEFORE_DECISION"
    })
    void a_decision_is_in_time_five_working_days_before_the_first_day(LocalDate from, LocalDate decided, Code code) {
        assertThat(dated(from, new Announcement("1/QĐ", decided))).isEqualTo(code == null ? List.of() : List.of(code));
    }

    @ParameterizedTest
    @EnumSource(Code.class)
    void every_finding_has_its_sentence_in_both_languages(Code code) {
        Finding finding = new Finding(code, "/content", "x");
        assertThat(finding.message(Locale.forLanguageTag("vi"))).isNotBlank();
        assertThat(finding.message(Locale.ENGLISH))
                .isNotBlank()
                .isNotEqualTo(finding.message(Locale.forLanguageTag("vi")));
    }

    private static List<Code> dated(LocalDate from, Announcement decision) {
        return PublishChecks.ofDraft(new Proposal(changed(COPY), 1, from, decision), PUBLISHED, TODAY, KNOWN).stream()
                .map(Finding::code)
                .toList();
    }

    private static List<Code> codes(Consumer<ObjectNode> change) {
        return draft(change).stream().map(Finding::code).toList();
    }

    private static List<Finding> draft(Consumer<ObjectNode> change) {
        ObjectNode tree = EventJson.mapper().valueToTree(changed(COPY));
        change.accept(tree);
        Procedure content = EventJson.read(tree, Procedure.class);
        return PublishChecks.ofDraft(new Proposal(content, 1, FIRST_DAY, DECISION), PUBLISHED, TODAY, KNOWN);
    }

    private static Procedure changed(Procedure procedure) {
        ObjectNode tree = EventJson.mapper().valueToTree(procedure);
        tree.put("lapseGround", "x");
        return EventJson.read(tree, Procedure.class);
    }
}
