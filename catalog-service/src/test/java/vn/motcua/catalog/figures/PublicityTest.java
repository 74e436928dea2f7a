package vn.motcua.catalog.figures;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.motcua.catalog.calendar.WorkingTime;
import vn.motcua.catalog.figures.Publicity.Figure;
import vn.motcua.catalog.figures.Publicity.Part;
import vn.motcua.catalog.figures.Publicity.Posted;
import vn.motcua.catalog.figures.Publicity.Row;
import vn.motcua.catalog.figures.Publicity.State;
import vn.motcua.catalog.lists.CalendarLists;
import vn.motcua.catalog.lists.ListSource;
import vn.motcua.catalog.lists.MergedProcedures;
import vn.motcua.catalog.procedure.Procedure;
import vn.motcua.catalog.unit.Hours;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

class PublicityTest {
    private static final List<Procedure> PROCEDURES =
            MergedProcedures.from(ListSource.shipped()).procedures();
    private static final WorkingTime TIME = new WorkingTime(
            CalendarLists.from(ListSource.shipped()).years(),
            List.of(new Hours(LocalTime.of(7, 30), LocalTime.of(17, 0))));

    @ParameterizedTest
    @CsvSource({
        "123/QĐ-UBND, 2026-11-16, 2026-11-23, FULFILLED", // five working days
        "123/QĐ-UBND, 2026-11-17, 2026-11-23, NOT_FULFILLED",
        "123/QĐ-UBND, 2026-11-17, 2026-11-25, FULFILLED", // the 24th is Culture Day
        "123/QĐ-UBND, 2026-11-17, 2026-11-24, FULFILLED", // counted back from it, five as well
        "123/QĐ-UBND, 2026-11-18, 2026-11-24, NOT_FULFILLED",
        "77/QĐ-BTP, 2026-11-16, 2026-11-23, NOT_FULFILLED",
        "77/QĐ-BTP, 2026-10-26, 2026-11-23, FULFILLED", // twenty working days
        "77/QĐ-BTP, 2026-10-27, 2026-11-23, NOT_FULFILLED"
    })
    void a_province_announces_five_and_a_ministry_twenty_working_days_ahead(
            String decision, LocalDate decided, LocalDate inForce, State expected) {
        Row row = row(decision, decided, inForce, null);
        assertThat(row.announcedInTime()).isEqualTo(expected);
        assertThat(row.postedInTime()).isEqualTo(State.NOT_ESTABLISHED);
    }

    @ParameterizedTest
    @CsvSource({
        "123/QĐ-UBND, 2026-11-16, 2026-11-23, FULFILLED",
        "123/QĐ-UBND, 2026-11-16, 2026-11-25, NOT_FULFILLED",
        "77/QĐ-BTP, 2026-11-16, 2026-12-01, FULFILLED",
        "77/QĐ-BTP, 2026-11-16, 2026-12-02, NOT_FULFILLED"
    })
    void what_a_province_announced_is_posted_within_five_and_of_a_ministry_within_ten(
            String decision, LocalDate decided, LocalDate posted, State expected) {
        assertThat(row(decision, decided, LocalDate.of(2027, 1, 1), posted).postedInTime())
                .isEqualTo(expected);
    }

    @Test
    void without_a_date_nothing_is_established_and_nothing_is_counted_as_good() {
        List<Row> rows = PROCEDURES.stream()
                .map(each -> Publicity.row(
                        new Posted(each.code(), each.name().vi(), each, LocalDate.of(2025, 7, 1), null, null, null),
                        TIME))
                .toList();
        for (Figure figure : Publicity.figures(rows).subList(0, 2)) {
            assertThat(figure.notEstablished()).isEqualTo(544);
            assertThat(figure.percent()).isEqualTo("N/A");
        }
    }

    @Test
    void nothing_is_a_hundred_percent_of_nothing() {
        assertThat(Publicity.figures(List.of())).allSatisfy(each -> {
            assertThat(each.denominator()).isZero();
            assertThat(each.percent()).isEqualTo("N/A");
        });
    }

    @Test
    void a_part_that_is_lacking_is_named_and_one_the_lists_never_carried_is_not_held_against_anybody() {
        Row whole = complete("1.001193");
        assertThat(whole.missing()).isEmpty();
        assertThat(whole.unknown()).containsExactly(Part.ORDER_OF_STEPS, Part.SUBJECTS);
        assertThat(whole.complete()).isEqualTo(State.NOT_ESTABLISHED);
        Row lacking = complete("1.001612");
        assertThat(lacking.missing()).contains(Part.TIME_LIMIT);
        assertThat(lacking.complete()).isEqualTo(State.NOT_FULFILLED);
        Row unknown = Publicity.row(new Posted("9.999999", null, null, null, null, null, null), TIME);
        assertThat(unknown.missing()).containsExactly(Part.CONTENT);
        assertThat(unknown.complete()).isEqualTo(State.NOT_FULFILLED);
    }

    @Test
    void the_share_has_two_decimals() {
        Row yes = row("1/QĐ-UBND", LocalDate.of(2026, 1, 5), LocalDate.of(2026, 3, 2), null);
        Row no = row("1/QĐ-UBND", LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 2), null);
        assertThat(Publicity.figures(List.of(yes, yes, no)).get(0).percent()).isEqualTo("66.67");
        assertThat(Publicity.figures(List.of(no)).get(0).percent()).isEqualTo("0.00");
    }

    private static Row complete(String code) {
        Procedure content = PROCEDURES.stream()
                .filter(each -> each.code().equals(code))
                .findFirst()
                .orElseThrow();
        return Publicity.row(
                new Posted(code, content.name().vi(), content, LocalDate.of(2025, 7, 1), null, null, null), TIME);
    }

    private static Row row(String decision, LocalDate decided, LocalDate inForce, LocalDate posted) {
        return Publicity.row(new Posted("1.001193", "x", PROCEDURES.get(0), inForce, decision, decided, posted), TIME);
    }
}
