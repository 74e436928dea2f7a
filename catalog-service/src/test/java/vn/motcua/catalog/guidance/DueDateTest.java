package vn.motcua.catalog.guidance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import vn.motcua.catalog.calendar.CalendarDay;
import vn.motcua.catalog.calendar.CalendarYear;
import vn.motcua.catalog.calendar.DatedHours;
import vn.motcua.catalog.calendar.HalfDay;
import vn.motcua.catalog.calendar.Reception;
import vn.motcua.catalog.calendar.WorkingTime;
import vn.motcua.catalog.lists.CalendarLists;
import vn.motcua.catalog.lists.ListSource;
import vn.motcua.catalog.procedure.Channel;
import vn.motcua.catalog.procedure.Limit;
import vn.motcua.catalog.procedure.LimitUnit;
import vn.motcua.catalog.unit.Hours;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

class DueDateTest {
    /** The list that intake's rule is tested by: the two rules must give the same dates. */
    private static final Path EXAMPLES = Path.of("../intake-service/src/test/resources/deadline_examples.csv");

    private static final List<Hours> USUAL = List.of(
            new Hours(LocalTime.of(7, 30), LocalTime.of(11, 30)), new Hours(LocalTime.of(13, 30), LocalTime.of(17, 0)));
    private static final List<CalendarYear> NATIONAL =
            CalendarLists.from(ListSource.shipped()).years();
    private static final WorkingTime TIME = new WorkingTime(NATIONAL, USUAL);

    @TestFactory
    List<DynamicTest> the_examples_of_intake_without_a_pause_give_the_same_date_here() throws IOException {
        List<String> lines = Files.readAllLines(EXAMPLES);
        List<DynamicTest> tests = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", 7);
            if (cells[4].isEmpty()) {
                tests.add(DynamicTest.dynamicTest(cells[6], () -> {
                    LimitUnit unit = LimitUnit.valueOf(cells[2].toUpperCase(Locale.ROOT));
                    DueDate found =
                            DueDate.of(LocalDateTime.parse(cells[0]), limit(Integer.parseInt(cells[1]), unit), TIME);
                    assertThat(found.due()).isEqualTo(LocalDateTime.parse(cells[5]));
                    assertThat(found.provisional()).isEqualTo(cells[5].startsWith("2027"));
                }));
            }
        }
        assertThat(lines).hasSizeGreaterThanOrEqualTo(25);
        assertThat(tests).hasSizeGreaterThanOrEqualTo(18);
        return tests;
    }

    @Test
    void on_a_half_day_the_same_day_ends_when_the_office_closes_and_hours_are_fewer() {
        WorkingTime time = with(halfDay("2026-11-20"));
        assertThat(due("2026-11-20T10:00", 0, LimitUnit.SAME_DAY, time)).isEqualTo("2026-11-20T11:30");
        assertThat(due("2026-11-20T14:00", 0, LimitUnit.SAME_DAY, time)).isEqualTo("2026-11-23T17:00");
        assertThat(due("2026-11-20T10:30", 2, LimitUnit.HOUR, time)).isEqualTo("2026-11-23T08:30");
        assertThat(due("2026-11-19T10:00", 1, LimitUnit.WORKING_DAY, time)).isEqualTo("2026-11-20T10:00");
        assertThat(due("2026-11-19T15:00", 1, LimitUnit.WORKING_DAY, time)).isEqualTo("2026-11-23T07:30");
    }

    @Test
    void hours_of_a_season_count_in_their_season_and_reception_on_saturday_does_not_count() {
        CalendarYear summer = new CalendarYear(
                "14-03712-20250701",
                2026,
                1,
                false,
                List.of(),
                List.of(),
                List.of(new DatedHours(
                        LocalDate.of(2026, 5, 1),
                        LocalDate.of(2026, 8, 31),
                        List.of(
                                new Hours(LocalTime.of(7, 0), LocalTime.of(11, 0)),
                                new Hours(LocalTime.of(14, 0), LocalTime.of(17, 30))))),
                List.of(new Reception(List.of(DayOfWeek.SATURDAY), List.of(USUAL.get(0)), null, null)),
                "Quyết định của xã");
        WorkingTime time = with(summer);
        assertThat(due("2026-06-12T16:00", 0, LimitUnit.SAME_DAY, time)).isEqualTo("2026-06-15T17:30");
        assertThat(due("2026-06-13T09:00", 1, LimitUnit.WORKING_DAY, time)).isEqualTo("2026-06-16T07:00");
        assertThat(due("2026-11-20T16:00", 1, LimitUnit.WORKING_DAY, time)).isEqualTo("2026-11-23T16:00");
    }

    @Test
    void a_day_off_of_the_unit_is_one_more_day_off() {
        CalendarYear flood = new CalendarYear(
                "14-03712-20250701",
                2026,
                1,
                false,
                List.of(new CalendarDay(LocalDate.of(2026, 11, 23), CalendarDay.Kind.DAY_OFF, "lũ", false, "x")),
                null,
                null,
                null,
                "x");
        assertThat(due("2026-11-20T09:00", 1, LimitUnit.WORKING_DAY, with(flood)))
                .isEqualTo("2026-11-25T09:00");
    }

    @Test
    void a_year_without_a_calendar_or_with_one_that_is_not_final_is_told() {
        Limit limit = limit(5, LimitUnit.DAY);
        assertThat(DueDate.of(LocalDateTime.parse("2026-12-30T09:00"), limit, TIME)
                        .provisional())
                .isTrue();
        assertThat(DueDate.of(LocalDateTime.parse("2028-03-01T09:00"), limit, TIME)
                        .provisional())
                .isTrue();
        assertThat(DueDate.of(LocalDateTime.parse("2026-03-02T09:00"), limit, TIME)
                        .provisional())
                .isFalse();
    }

    private static String due(String received, int amount, LimitUnit unit, WorkingTime time) {
        return DueDate.of(LocalDateTime.parse(received), limit(amount, unit), time)
                .due()
                .toString();
    }

    private static Limit limit(int amount, LimitUnit unit) {
        return Limit.of(Channel.COUNTER, amount, unit, null, null, null);
    }

    private static CalendarYear halfDay(String date) {
        HalfDay half =
                new HalfDay(LocalDate.parse(date), LocalTime.of(7, 30), LocalTime.of(11, 30), "nửa ngày", false, "x");
        return new CalendarYear("14-03712-20250701", 2026, 1, false, List.of(), List.of(half), null, null, "x");
    }

    private static WorkingTime with(CalendarYear own) {
        List<CalendarYear> years = new ArrayList<>(NATIONAL);
        years.add(own);
        return new WorkingTime(years, USUAL);
    }
}
