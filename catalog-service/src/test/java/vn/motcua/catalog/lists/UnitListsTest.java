package vn.motcua.catalog.lists;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vn.motcua.catalog.calendar.CalendarDay;
import vn.motcua.catalog.calendar.CalendarYear;
import vn.motcua.catalog.unit.Part;
import vn.motcua.catalog.unit.Predecessor;
import vn.motcua.catalog.unit.Unit;
import vn.motcua.catalog.unit.UnitKind;
import vn.motcua.catalog.unit.UnitName;

import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;

class UnitListsTest {
    private static final UnitLists LISTS = UnitLists.from(ListSource.shipped());
    private static final Map<String, Unit> BY_ID =
            LISTS.units().stream().collect(Collectors.toMap(Unit::id, each -> each));

    @Test
    void there_are_3321_units_in_force_and_10035_former_ones_and_10602_mergers() {
        assertThat(LISTS.errors()).isEmpty();
        assertThat(LISTS.units().stream().filter(Unit::receives)).hasSize(3_321);
        assertThat(LISTS.units().stream().filter(unit -> !unit.receives())).hasSize(10_035);
        assertThat(LISTS.mergers()).isEqualTo(10_602);
        assertThat(BY_ID).hasSize(13_356);
    }

    @Test
    void members_are_conserved_by_the_mergers() {
        long into =
                LISTS.units().stream().mapToLong(u -> u.predecessors().size()).sum();
        long from = LISTS.units().stream().mapToLong(u -> u.successors().size()).sum();
        assertThat(into).isEqualTo(10_602);
        assertThat(from).isEqualTo(10_597); // five island districts had no communes
        assertThat(LISTS.units().stream().filter(u -> !u.receives()))
                .allMatch(u -> !u.successors().isEmpty()
                        && u.successors().stream().allMatch(next -> BY_ID.containsKey(next.id())));
    }

    @Test
    void a_former_unit_goes_as_a_whole_into_one_or_in_parts_into_several() {
        assertThat(LISTS.units().stream().filter(u -> !u.receives()))
                .allMatch(u -> u.successors().size() == 1
                        ? u.successors().get(0).part() == Part.WHOLE
                        : u.successors().stream().allMatch(next -> next.part() == Part.PART));
    }

    @Test
    void muong_sai_carries_the_name_of_one_former_commune_and_the_code_of_another() {
        Unit unit = BY_ID.get("14-03712-20250701");
        assertThat(unit.nameOn(LocalDate.of(2026, 11, 24)).name()).isEqualTo("Xã Mường Sại");
        assertThat(unit.predecessors())
                .extracting(Predecessor::id)
                .containsExactlyInAnyOrder("14-03709-00000000", "14-03712-00000000");
        assertThat(unit.agencyCodes()).singleElement().satisfies(code -> {
            assertThat(code.code()).isEqualTo("H52.712.00");
            assertThat(code.invented()).isTrue();
        });
        assertThat(unit.hours()).hasSize(2);
        assertThat(BY_ID.get("14-03712-00000000").hours()).isEmpty();
    }

    @Test
    void the_id_of_a_commune_that_became_a_ward_did_not_change_but_name_and_kind_did() {
        Unit unit = BY_ID.get("75-26368-20250701");
        UnitName before = unit.nameOn(LocalDate.of(2026, 4, 29));
        UnitName after = unit.nameOn(LocalDate.of(2026, 4, 30));
        assertThat(before.name()).isEqualTo("Xã Long Thành");
        assertThat(before.kind()).isEqualTo(UnitKind.COMMUNE);
        assertThat(before.provinceName()).isEqualTo("Tỉnh Đồng Nai");
        assertThat(after.name()).isEqualTo("Phường Long Thành");
        assertThat(after.kind()).isEqualTo(UnitKind.WARD);
        assertThat(after.provinceName()).isEqualTo("Thành phố Đồng Nai");
    }

    @Test
    void every_unit_has_exactly_one_name_on_every_day_of_its_time() {
        for (Unit unit : LISTS.units()) {
            LocalDate day = unit.validFrom() == null ? LocalDate.of(2025, 6, 30) : unit.validFrom();
            LocalDate end = unit.validTo() == null ? LocalDate.of(2026, 12, 31) : unit.validTo();
            for (; !day.isAfter(end); day = day.plusDays(29)) {
                LocalDate on = day;
                assertThat(unit.names().stream().filter(name -> name.on(on)))
                        .as(unit.id())
                        .hasSize(1);
            }
        }
    }

    @Test
    void the_calendars_of_three_years_are_there_and_only_2027_is_provisional() {
        CalendarLists calendars = CalendarLists.from(ListSource.shipped());
        assertThat(calendars.errors()).isEmpty();
        assertThat(calendars.years())
                .extracting(CalendarYear::key)
                .containsExactly("VN+2025@1", "VN+2026@1", "VN+2027@1");
        assertThat(calendars.years()).extracting(CalendarYear::provisional).containsExactly(false, false, true);
        assertThat(calendars.years().get(1).days())
                .filteredOn(day -> day.kind() == CalendarDay.Kind.WORKING_SWAP)
                .extracting(CalendarDay::date)
                .containsExactly(LocalDate.of(2026, 1, 10), LocalDate.of(2026, 8, 22));
    }
}
