package vn.motcua.processing.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vn.motcua.platform.json.EventJson;
import vn.motcua.processing.Contracts;
import vn.motcua.processing.Contracts.Example;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

class WorkCalendarTest {
    private static final String MUONG_SAI = "14-03712-20250701";

    private final WorkCalendar nation = Calendars.joined(years("VN"), Calendars.USUAL);
    private final WorkCalendar unit = Calendars.joined(both(), Calendars.USUAL);

    @Test
    void days_keep_the_time_of_day_and_leave_out_what_is_not_worked() {
        assertThat(nation.plusWorkingDays(legal("2026-11-20T10:00"), 1)).isEqualTo(legal("2026-11-23T10:00"));
        // Tuesday 24 November 2026 is Vietnam Culture Day
        assertThat(nation.plusWorkingDays(legal("2026-11-23T10:00"), 1)).isEqualTo(legal("2026-11-25T10:00"));
        assertThat(nation.plusWorkingDays(legal("2026-11-21T10:00"), 2)).isEqualTo(legal("2026-11-26T07:30"));
        assertThat(nation.plusWorkingDays(legal("2026-11-20T18:00"), 0)).isEqualTo(legal("2026-11-23T07:30"));
    }

    @Test
    void a_swap_saturday_is_worked() {
        assertThat(nation.isWorkingDay(LocalDate.parse("2026-01-10"))).isTrue();
        assertThat(nation.isWorkingDay(LocalDate.parse("2026-01-02"))).isFalse();
        assertThat(nation.plusWorkingDays(legal("2026-01-09T09:00"), 1)).isEqualTo(legal("2026-01-10T09:00"));
    }

    @Test
    void days_before_a_date_leave_out_the_same_days() {
        assertThat(nation.minusWorkingDays(legal("2026-11-25T10:00"), 2)).isEqualTo(legal("2026-11-20T10:00"));
        assertThat(nation.minusWorkingDays(legal("2026-11-23T17:00"), 1)).isEqualTo(legal("2026-11-20T17:00"));
    }

    @Test
    void a_day_before_that_falls_outside_office_hours_ends_at_the_close_before_it() {
        assertThat(nation.minusWorkingDays(legal("2026-11-25T12:30"), 1)).isEqualTo(legal("2026-11-23T11:30"));
        assertThat(nation.minusWorkingDays(legal("2026-11-25T19:00"), 1)).isEqualTo(legal("2026-11-23T17:00"));
        assertThat(nation.minusWorkingDays(legal("2026-11-25T06:00"), 1)).isEqualTo(legal("2026-11-20T17:00"));
    }

    @Test
    void office_time_stands_still_at_noon_at_night_and_on_days_off() {
        assertThat(nation.plusOfficeTime(legal("2026-11-20T11:00"), Duration.ofHours(1)))
                .isEqualTo(legal("2026-11-20T14:00"));
        assertThat(nation.plusOfficeTime(legal("2026-11-20T16:00"), Duration.ofHours(2)))
                .isEqualTo(legal("2026-11-23T08:30"));
        assertThat(nation.plusOfficeTime(legal("2026-11-20T16:00"), Duration.ofHours(1)))
                .isEqualTo(legal("2026-11-20T17:00"));
        assertThat(nation.plusOfficeTime(legal("2026-11-23T16:30"), Duration.ofHours(1)))
                .isEqualTo(legal("2026-11-25T08:00"));
    }

    @Test
    void office_time_between_two_instants_leaves_out_noon_nights_and_days_off() {
        assertThat(nation.officeTime(legal("2026-11-23T10:30"), legal("2026-11-23T14:00")))
                .isEqualTo(Duration.ofMinutes(90));
        assertThat(nation.officeTime(legal("2026-11-23T16:00"), legal("2026-11-25T08:30")))
                .isEqualTo(Duration.ofHours(2));
        assertThat(nation.officeTime(legal("2026-11-21T08:00"), legal("2026-11-22T20:00")))
                .isZero();
        assertThat(nation.officeTime(legal("2026-11-25T08:30"), legal("2026-11-23T16:00")))
                .isZero();
    }

    @Test
    void a_time_that_stood_still_has_at_least_what_was_left_of_it_by_the_office_and_by_the_clock() {
        // a night: no office time was lost, the evening was
        assertThat(nation.resumed(legal("2026-11-26T15:30"), legal("2026-11-25T17:00"), legal("2026-11-26T07:30")))
                .isEqualTo(legal("2026-11-27T07:30"));
        // it runs again on a Friday: the week-end is no time of the office
        assertThat(nation.resumed(legal("2026-11-26T15:30"), legal("2026-11-25T15:30"), legal("2026-11-27T15:30")))
                .isEqualTo(legal("2026-11-30T15:30"));
        assertThat(nation.resumed(legal("2026-11-26T15:30"), legal("2026-11-26T15:30"), legal("2026-11-27T15:30")))
                .isEqualTo(legal("2026-11-26T15:30"));
    }

    @Test
    void a_unit_has_its_half_days_and_its_summer_hours() {
        assertThat(unit.plusOfficeTime(legal("2026-12-31T10:30"), Duration.ofHours(2))
                        .isAfter(legal("2026-12-31T17:00")))
                .isTrue();
        assertThat(unit.nextWorkingInstant(legal("2026-06-01T06:30"))).isEqualTo(legal("2026-06-01T07:00"));
        assertThat(unit.nextWorkingInstant(legal("2026-06-01T12:00"))).isEqualTo(legal("2026-06-01T14:00"));
    }

    @Test
    void every_calendar_and_unit_ever_committed_is_read_also_with_an_unknown_field() {
        for (Example example : Contracts.examples("catalog.calendars")) {
            CalendarYear read =
                    EventJson.read(example.with("fieldOfTomorrow", "x").data(), CalendarYear.class);
            assertThat(read.days()).hasSize(example.data().get("days").size());
        }
        for (Example example : Contracts.examples("catalog.units")) {
            UnitHours read = EventJson.read(example.with("fieldOfTomorrow", "x").data(), UnitHours.class);
            assertThat(read.id()).isEqualTo(example.data().get("id").asText());
        }
    }

    private static List<CalendarYear> years(String area) {
        return Contracts.examples("catalog.calendars").stream()
                .map(each -> EventJson.read(each.data(), CalendarYear.class))
                .filter(year -> year.area().equals(area))
                .toList();
    }

    private static List<CalendarYear> both() {
        return java.util.stream.Stream.concat(years("VN").stream(), years(MUONG_SAI).stream())
                .toList();
    }

    private static Instant legal(String local) {
        return java.time.OffsetDateTime.parse(local + ":00+07:00").toInstant();
    }
}
