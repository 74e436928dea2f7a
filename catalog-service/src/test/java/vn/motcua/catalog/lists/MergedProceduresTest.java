package vn.motcua.catalog.lists;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vn.motcua.catalog.lists.RowError.Fault;
import vn.motcua.catalog.procedure.Channel;
import vn.motcua.catalog.procedure.DueAt;
import vn.motcua.catalog.procedure.Fee;
import vn.motcua.catalog.procedure.FeeKind;
import vn.motcua.catalog.procedure.FeeRule;
import vn.motcua.catalog.procedure.Limit;
import vn.motcua.catalog.procedure.LimitUnit;
import vn.motcua.catalog.procedure.OpenFee;
import vn.motcua.catalog.procedure.OpenFee.Reason;
import vn.motcua.catalog.procedure.Procedure;

import java.nio.charset.StandardCharsets;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

class MergedProceduresTest {
    private static final MergedProcedures MERGED = MergedProcedures.from(ListSource.shipped());
    private static final Map<String, Procedure> BY_CODE =
            MERGED.procedures().stream().collect(Collectors.toMap(Procedure::code, each -> each));

    @Test
    void the_shipped_lists_hold_544_procedures_and_no_error() {
        assertThat(MERGED.errors()).isEmpty();
        assertThat(MERGED.procedures()).hasSize(544);
        assertThat(BY_CODE.values().stream()
                        .mapToInt(p -> p.components().size())
                        .sum())
                .isEqualTo(1_846);
        assertThat(BY_CODE.values().stream().mapToInt(p -> p.results().size()).sum())
                .isEqualTo(469);
    }

    @Test
    void every_field_has_a_department_in_the_shipped_routing() {
        assertThat(MERGED.procedures()).noneMatch(p -> p.department().equals(MergedProcedures.UNROUTED));
    }

    @Test
    void a_channel_has_at_most_one_counting_limit_and_never_a_shorter_one_than_the_others() {
        for (Procedure p : MERGED.procedures()) {
            assertThat(p.limits().stream().map(Limit::channel)).doesNotHaveDuplicates();
            for (Limit other : p.otherLimits()) {
                assertThat(p.limits())
                        .as(p.code())
                        .anyMatch(l -> l.channel() == other.channel() && l.length() >= other.length());
            }
        }
    }

    @Test
    void certifying_copies_is_same_day_before_15_00_on_every_channel_and_decided_single_handed() {
        Procedure p = BY_CODE.get("2.000815");
        assertThat(p.singleHand()).isTrue();
        assertThat(p.sameDay()).isTrue();
        assertThat(p.department()).isEqualTo("office");
        assertThat(p.limits()).hasSize(3).allSatisfy(limit -> {
            assertThat(limit.unit()).isEqualTo(LimitUnit.SAME_DAY);
            assertThat(limit.amount()).isZero();
            assertThat(limit.cutOff()).isEqualTo(LocalTime.of(15, 0));
            assertThat(limit.grade()).isEqualTo("V");
        });
    }

    @Test
    void certifying_copies_costs_by_page_in_two_tiers_with_a_cap_and_nothing_in_dollars() {
        List<Fee> fees = BY_CODE.get("2.000815").fees();
        assertThat(fees).hasSize(2).allSatisfy(fee -> {
            assertThat(fee.channel()).isNull();
            assertThat(fee.kind()).isEqualTo(FeeKind.FEE);
            assertThat(fee.rule()).isEqualTo(FeeRule.TIERED_PER_PAGE);
            assertThat(fee.capVnd()).isEqualTo(200_000);
            assertThat(fee.dueAt()).isEqualTo(DueAt.RETURN);
        });
        assertThat(fees).extracting(Fee::amountVnd).containsExactly(2_000L, 1_000L);
        assertThat(fees).extracting(Fee::fromUnit).containsExactly(1, 3);
        assertThat(fees).extracting(Fee::toUnit).containsExactly(2, null);
        assertThat(BY_CODE.get("2.000815").openFees()).isEmpty();
    }

    @Test
    void the_bare_1_of_a_birth_registration_is_no_limit_but_the_same_day_of_the_law_is() {
        Procedure p = BY_CODE.get("1.001193");
        assertThat(p.limits()).hasSize(3).allMatch(limit -> limit.unit() == LimitUnit.SAME_DAY);
        assertThat(p.otherLimits()).isEmpty();
        assertThat(p.singleHand()).isFalse();
        assertThat(p.fees()).hasSize(3).allMatch(fee -> fee.rule() == FeeRule.FREE && fee.amountVnd() == 0);
        assertThat(p.components()).hasSize(8);
        assertThat(p.components().get(0).id()).isEqualTo("1.001193-01");
        assertThat(p.components().get(7).id()).isEqualTo("1.001193-08");
        assertThat(p.components().get(7).caseName()).isNull();
    }

    @Test
    void a_same_day_limit_of_the_list_itself_has_the_cut_off_too() {
        assertThat(BY_CODE.get("2.000547").limits())
                .isNotEmpty()
                .allMatch(limit -> limit.unit() == LimitUnit.SAME_DAY
                        && limit.amount() == 0
                        && limit.cutOff().equals(Limit.SAME_DAY_CUT_OFF));
    }

    @Test
    void without_a_limit_in_list_and_overlay_none_is_established() {
        Procedure p = BY_CODE.get("1.001612");
        assertThat(p.limits()).isEmpty();
        assertThat(p.sameDay()).isFalse();
    }

    @Test
    void a_zero_of_the_methods_is_not_free_where_the_province_sets_the_charge() {
        Procedure p = BY_CODE.get("1.000080");
        assertThat(p.fees()).isEmpty();
        assertThat(p.openFees()).hasSize(3).extracting(OpenFee::reason).containsOnly(Reason.PROVINCE);
    }

    @Test
    void a_number_that_is_a_slip_is_no_fee() {
        Procedure p = BY_CODE.get("2.001827");
        assertThat(p.fees()).isEmpty();
        assertThat(p.openFees()).hasSize(3).extracting(OpenFee::reason).containsOnly(Reason.NOT_ESTABLISHED);
    }

    @Test
    void no_amount_comes_from_a_row_in_dollars() {
        assertThat(MERGED.procedures()).allSatisfy(p -> assertThat(p.fees())
                .allMatch(fee -> fee.rule() == FeeRule.FREE || fee.amountVnd() >= 1_000));
    }

    @Test
    void a_stay_is_noted_within_one_hour_of_the_clock() {
        assertThat(BY_CODE.get("2.001159").limits())
                .hasSize(2)
                .allMatch(limit -> limit.unit() == LimitUnit.CLOCK_HOUR && limit.amount() == 1);
    }

    @Test
    void other_hours_are_working_hours() {
        assertThat(BY_CODE.get("1.013065").limits()).singleElement().satisfies(limit -> assertThat(limit.unit())
                .isEqualTo(LimitUnit.HOUR));
    }

    @Test
    void the_longest_of_several_limits_counts_and_the_others_are_kept_with_their_description() {
        Procedure p = BY_CODE.get("1.013067");
        assertThat(p.limits()).singleElement().satisfies(limit -> {
            assertThat(limit.amount()).isEqualTo(7);
            assertThat(limit.unit()).isEqualTo(LimitUnit.WORKING_DAY);
        });
        assertThat(p.otherLimits()).hasSize(2).allMatch(limit -> limit.description() != null);
    }

    @Test
    void fee_and_overlay_are_per_channel() {
        List<Fee> fees = BY_CODE.get("1.004222").fees();
        assertThat(fees.stream().filter(fee -> fee.channel() == Channel.ONLINE))
                .singleElement()
                .satisfies(fee -> assertThat(fee.amountVnd()).isEqualTo(10_000));
        assertThat(fees.stream().filter(fee -> fee.channel() == Channel.COUNTER))
                .singleElement()
                .satisfies(fee -> assertThat(fee.amountVnd()).isEqualTo(20_000));
    }

    @Test
    void listed_amounts_may_differ_by_channel() {
        assertThat(BY_CODE.get("1.004194").fees())
                .extracting(Fee::channel, Fee::amountVnd)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(Channel.COUNTER, 10_000L),
                        org.assertj.core.groups.Tuple.tuple(Channel.ONLINE, 7_000L));
    }

    @Test
    void a_listed_price_by_page_is_read_from_its_words_and_never_taken_as_a_fixed_one() {
        assertThat(BY_CODE.get("2.000942").fees())
                .hasSize(2)
                .allMatch(fee -> fee.rule() == FeeRule.TIERED_PER_PAGE && fee.capVnd() == 200_000);
    }

    @Test
    void originals_and_copies_are_told_apart() {
        assertThat(MERGED.procedures().stream().flatMap(p -> p.components().stream()))
                .allMatch(c -> c.originals() + c.copies() > 0)
                .anyMatch(c -> c.originals() == 1 && c.copies() == 1);
    }

    @Test
    void an_unknown_field_goes_to_the_unrouted_queue() {
        Map<String, String> files = small();
        files.put("field_to_department.csv", "field,department\nKhác,office\n");
        assertThat(merge(files).procedures()).singleElement().satisfies(p -> assertThat(p.department())
                .isEqualTo("unrouted"));
    }

    @Test
    void a_bad_row_refuses_its_procedure_and_no_other() {
        Map<String, String> files = small();
        files.put("procedures.csv", files.get("procedures.csv") + "9.000002,Khác,Hộ tịch,,,,,,,,x\n");
        files.put(
                "procedure_methods.csv",
                files.get("procedure_methods.csv")
                        + "9.000001,by_pigeon,three,day,0,,,x\n9.999999,online,3,day,0,,,x\n");
        MergedProcedures merged = merge(files);
        assertThat(merged.procedures()).extracting(Procedure::code).containsExactly("9.000002");
        assertThat(merged.refused()).contains("9.000001");
        assertThat(merged.errors())
                .extracting(RowError::file, RowError::row, RowError::column, RowError::fault)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(
                                "procedure_methods.csv", 3, "method", Fault.NOT_A_LISTED_WORD),
                        org.assertj.core.groups.Tuple.tuple(
                                "procedure_methods.csv", 3, "time_value", Fault.NOT_A_NUMBER),
                        org.assertj.core.groups.Tuple.tuple(
                                "procedure_methods.csv", 4, "procedure_code", Fault.UNKNOWN_PROCEDURE));
    }

    @Test
    void a_missing_file_or_column_is_told_and_stops_nothing_else() {
        Map<String, String> files = small();
        files.remove("procedure_results.csv");
        files.put("procedure_methods.csv", "procedure_code,method\n");
        assertThat(merge(files).errors())
                .extracting(RowError::fault)
                .contains(Fault.FILE_MISSING)
                .doesNotContain(Fault.FILE_UNREADABLE);
    }

    @Test
    void decomposed_letters_are_stored_composed() {
        Map<String, String> files = small();
        String decomposed = java.text.Normalizer.normalize("Đăng ký thử", java.text.Normalizer.Form.NFD);
        files.put("procedures.csv", files.get("procedures.csv").replace("Thủ tục thử", decomposed));
        assertThat(merge(files).procedures())
                .singleElement()
                .satisfies(p -> assertThat(p.name().vi()).isEqualTo("Đăng ký thử"));
    }

    static Map<String, String> small() {
        Map<String, String> files = new HashMap<>();
        files.put(
                "procedures.csv",
                "code,name,field,level,time_limit_value,time_limit_unit,fee_vnd,service_level,authority,legal_basis,source\n"
                        + "9.000001,Thủ tục thử,Hộ tịch,Cấp xã,,,,,,,x\n");
        files.put(
                "procedure_methods.csv",
                "procedure_code,method,time_value,time_unit,fee_vnd,fee_note,description,source\n"
                        + "9.000001,in_person,3,working_day,,,,x\n");
        files.put(
                "procedure_documents.csv",
                "procedure_code,document_name,original_or_copy,quantity,source,case_name\n9.000001,Tờ khai,original,1,x,\n");
        files.put("procedure_results.csv", "procedure_code,result_name,result_code,source\n9.000001,Giấy,,x\n");
        return files;
    }

    private static MergedProcedures merge(Map<String, String> files) {
        Map<String, byte[]> bytes = new HashMap<>();
        files.forEach((name, text) -> bytes.put(name, text.getBytes(StandardCharsets.UTF_8)));
        ListSource shipped = ListSource.shipped();
        return MergedProcedures.from(
                ListSource.of(bytes, file -> file.startsWith("procedure") ? null : shipped.bytes(file)));
    }
}
