package vn.motcua.processing.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.processing.retention.RetentionKind.CONTRACT;
import static vn.motcua.processing.retention.RetentionKind.COPY;
import static vn.motcua.processing.retention.RetentionKind.RESULT;
import static vn.motcua.processing.retention.RetentionKind.SIGNATURE;

import org.junit.jupiter.api.Test;
import vn.motcua.processing.retention.KeptFiles.Verdict;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

class KeptFilesTest {
    private static final LocalDate SIGNED = LocalDate.of(2026, 11, 23);
    private static final LocalDate MUCH_LATER = LocalDate.of(2126, 1, 1);

    @Test
    void a_certified_signature_is_kept_two_years_to_the_day() {
        assertThat(because(files(SIGNATURE), LocalDate.of(2028, 11, 23))).isEqualTo(KeptBecause.NOT_OVER);
        Verdict over = files(SIGNATURE).judged(rules(), LocalDate.of(2028, 11, 24));
        assertThat(over.due()).isTrue();
        assertThat(over.until()).isEqualTo(LocalDate.of(2028, 11, 23));
        assertThat(over.rule().kind()).isEqualTo(SIGNATURE);
    }

    @Test
    void what_was_signed_on_a_leap_day_is_over_on_the_first_of_march() {
        KeptFiles leap = new KeptFiles(
                UUID.randomUUID(), "x", "01", true, false, Set.of(SIGNATURE), LocalDate.of(2028, 2, 29), 1, 1);
        assertThat(leap.judged(rules(), LocalDate.of(2030, 2, 28)).because()).isEqualTo(KeptBecause.NOT_OVER);
        assertThat(leap.judged(rules(), LocalDate.of(2030, 3, 1)).due()).isTrue();
    }

    @Test
    void of_several_registers_the_longest_time_counts() {
        assertThat(because(files(SIGNATURE, CONTRACT), LocalDate.of(2046, 11, 23)))
                .isEqualTo(KeptBecause.NOT_OVER);
        Verdict over = files(SIGNATURE, CONTRACT).judged(rules(), LocalDate.of(2046, 11, 24));
        assertThat(over.rule().kind()).isEqualTo(CONTRACT);
    }

    @Test
    void what_has_no_rule_or_a_rule_without_end_is_kept_for_ever_and_takes_the_others_with_it() {
        assertThat(because(files(RESULT), MUCH_LATER)).isEqualTo(KeptBecause.FOR_EVER);
        assertThat(because(files(COPY, SIGNATURE), MUCH_LATER)).isEqualTo(KeptBecause.FOR_EVER);
        assertThat(because(files(), MUCH_LATER)).isEqualTo(KeptBecause.FOR_EVER);
        Map<RetentionKind, RetentionRule> none = new EnumMap<>(RetentionKind.class);
        assertThat(files(SIGNATURE).judged(none, MUCH_LATER).because()).isEqualTo(KeptBecause.FOR_EVER);
    }

    @Test
    void what_was_issued_without_a_number_of_ours_is_kept_for_ever() {
        KeptFiles elsewhere = new KeptFiles(UUID.randomUUID(), "x", "01", true, true, Set.of(SIGNATURE), SIGNED, 1, 1);
        assertThat(because(elsewhere, MUCH_LATER)).isEqualTo(KeptBecause.FOR_EVER);
    }

    @Test
    void an_open_case_is_kept_whatever_its_age() {
        KeptFiles open = new KeptFiles(UUID.randomUUID(), "x", "01", false, false, Set.of(SIGNATURE), SIGNED, 1, 1);
        assertThat(because(open, MUCH_LATER)).isEqualTo(KeptBecause.CASE_OPEN);
    }

    @Test
    void an_item_that_changed_since_it_was_counted_stays() {
        KeptFiles two = files(SIGNATURE);
        Verdict verdict = two.judged(rules(), LocalDate.of(2028, 11, 24));
        assertThat(item(SIGNATURE, 1, 2, 20).now(two, verdict)).isNull();
        assertThat(item(SIGNATURE, 1, 1, 20).now(two, verdict)).isEqualTo(KeptBecause.FILES_CHANGED);
        assertThat(item(SIGNATURE, 1, 2, 21).now(two, verdict)).isEqualTo(KeptBecause.FILES_CHANGED);
        assertThat(item(SIGNATURE, 2, 2, 20).now(two, verdict)).isEqualTo(KeptBecause.RULE_CHANGED);
        assertThat(item(CONTRACT, 1, 2, 20).now(two, verdict)).isEqualTo(KeptBecause.RULE_CHANGED);
    }

    private static KeptBecause because(KeptFiles files, LocalDate today) {
        return files.judged(rules(), today).because();
    }

    private static KeptFiles files(RetentionKind... kinds) {
        return new KeptFiles(UUID.randomUUID(), "x", "01", true, false, Set.of(kinds), SIGNED, 2, 20);
    }

    private static RetentionItem item(RetentionKind kind, int version, int files, long bytes) {
        return new RetentionItem(
                UUID.randomUUID(), 1, UUID.randomUUID(), "x", "01", kind, version, SIGNED, SIGNED, files, bytes);
    }

    private static Map<RetentionKind, RetentionRule> rules() {
        Map<RetentionKind, RetentionRule> rules = new EnumMap<>(RetentionKind.class);
        rules.put(SIGNATURE, rule(SIGNATURE, 2));
        rules.put(CONTRACT, rule(CONTRACT, 20));
        rules.put(COPY, rule(COPY, null));
        rules.put(RESULT, rule(RESULT, null));
        return rules;
    }

    private static RetentionRule rule(RetentionKind kind, Integer years) {
        return new RetentionRule(kind, 1, years, "source", LocalDate.of(2015, 4, 10));
    }
}
