package vn.motcua.intake.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.motcua.intake.catalogue.ContractExamples.Example;
import vn.motcua.intake.deadline.Limit;
import vn.motcua.intake.deadline.LimitUnit;
import vn.motcua.platform.json.EventJson;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.stream.Stream;

class CatalogueContractTest {
    static Stream<Example> procedures() {
        return ContractExamples.of("catalog.procedures").stream();
    }

    static Stream<Example> units() {
        return ContractExamples.of("catalog.units").stream();
    }

    static Stream<Example> calendars() {
        return ContractExamples.of("catalog.calendars").stream();
    }

    @ParameterizedTest
    @MethodSource("procedures")
    void every_procedure_ever_published_is_read(Example example) {
        Procedure procedure = EventJson.read(withUnknownField(example), Procedure.class);
        assertThat(procedure.code() + "@" + procedure.version()).isEqualTo(example.key());
        assertThat(procedure.name().vi()).isNotBlank();
        for (Channel channel : Channel.values()) {
            assertThat(procedure.limitFor(channel)).isNotNull();
        }
    }

    @ParameterizedTest
    @MethodSource("units")
    void every_unit_ever_published_is_read(Example example) {
        Unit unit = EventJson.read(withUnknownField(example), Unit.class);
        assertThat(unit.id()).isEqualTo(example.key());
    }

    @ParameterizedTest
    @MethodSource("calendars")
    void every_calendar_ever_published_is_read(Example example) {
        CalendarYear calendar = EventJson.read(withUnknownField(example), CalendarYear.class);
        assertThat(calendar.area() + "+" + calendar.year() + "@" + calendar.version())
                .isEqualTo(example.key());
        assertThat(calendar.days().size()
                        + calendar.halfDays().size()
                        + calendar.officeHours().size())
                .isPositive();
    }

    @Test
    void a_calendar_of_a_unit_has_its_half_days_and_hours() {
        CalendarYear own = read("catalog.calendars", "muong-sai-2026.json", CalendarYear.class);
        assertThat(own.halfDays())
                .containsExactly(new CalendarYear.HalfDay(
                        LocalDate.of(2026, 12, 31), LocalTime.of(7, 30), LocalTime.of(11, 30)));
        assertThat(own.officeHours()).hasSize(1);
        assertThat(own.officeHours().get(0).hours()).hasSize(2);
    }

    @Test
    void a_certified_copy_has_its_limit_fee_and_department() {
        Procedure copy = read("catalog.procedures", "certified-copy.json", Procedure.class);
        assertThat(copy.limitFor(Channel.COUNTER)).contains(new Limit(0, LimitUnit.SAME_DAY, LocalTime.of(15, 0)));
        assertThat(copy.singleHand()).isTrue();
        assertThat(copy.fees()).hasSize(2);
        assertThat(copy.department()).isNotBlank();
    }

    @Test
    void a_procedure_without_a_limit_promises_no_date() {
        Procedure open = read("catalog.procedures", "without-limit.json", Procedure.class);
        assertThat(open.limitFor(Channel.COUNTER)).isEmpty();
        assertThat(open.openFees()).isNotEmpty();
    }

    @Test
    void a_unit_has_its_agency_code_while_it_is_in_force_only() {
        Unit unit = read("catalog.units", "muong-sai.json", Unit.class);
        assertThat(unit.agencyCodeOn(LocalDate.of(2026, 11, 24))).contains("H52.712.00");
        assertThat(unit.agencyCodeOn(LocalDate.of(2025, 6, 30))).isEmpty();
        assertThat(unit.inForce(LocalDate.of(2025, 7, 1))).isTrue();
        assertThat(unit.inForce(LocalDate.of(2025, 6, 30))).isFalse();
        Unit former = read("catalog.units", "former-muong-sai.json", Unit.class);
        assertThat(former.inForce(LocalDate.of(2025, 6, 30))).isTrue();
        assertThat(former.inForce(LocalDate.of(2025, 7, 1))).isFalse();
    }

    private static <T> T read(String topic, String name, Class<T> type) {
        return ContractExamples.of(topic).stream()
                .filter(e -> e.name().equals(name))
                .map(e -> EventJson.read(e.data(), type))
                .findFirst()
                .orElseThrow();
    }

    private static ObjectNode withUnknownField(Example example) {
        ObjectNode data = example.data().deepCopy();
        data.put("aFieldOfLater", true);
        return data;
    }
}
