package vn.motcua.intake.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.devstack.StackResource;
import vn.motcua.devstack.TestEvents;
import vn.motcua.intake.deadline.Deadline;
import vn.motcua.intake.deadline.Limit;
import vn.motcua.intake.deadline.LimitUnit;
import vn.motcua.platform.inbox.ParkedKeys;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
class CatalogueConsumerTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    @Inject
    Catalogue catalogue;

    @Inject
    SampleCatalogue samples;

    @Inject
    ParkedKeys parked;

    @BeforeEach
    void load() {
        samples.loaded();
    }

    @Test
    void procedures_units_and_calendars_are_known_after_the_first_load() {
        assertThat(catalogue.procedureOn(SampleCatalogue.CERTIFIED_COPY, TODAY))
                .hasValueSatisfying(p -> assertThat(p.version()).isEqualTo(1));
        assertThat(catalogue.procedure(SampleCatalogue.CERTIFIED_COPY, 1)).isPresent();
        assertThat(catalogue.procedure(SampleCatalogue.CERTIFIED_COPY, 99)).isEmpty();
        assertThat(catalogue.procedureOn(SampleCatalogue.CERTIFIED_COPY, LocalDate.of(2025, 6, 30)))
                .isEmpty();
        assertThat(catalogue.unit(SampleCatalogue.MUONG_SAI).flatMap(u -> u.agencyCodeOn(TODAY)))
                .contains("H52.712.00");
        assertThat(catalogue.unit("14-00000-20250701")).isEmpty();
    }

    @Test
    void the_calendar_of_a_unit_joins_the_years_with_its_hours() {
        var due = Deadline.due(
                legal("2026-12-30T16:30"),
                Limit.of(3, LimitUnit.WORKING_DAY),
                catalogue.calendarFor(SampleCatalogue.MUONG_SAI),
                List.of());
        assertThat(due.due()).isEqualTo(legal("2027-01-05T16:30"));
        assertThat(due.provisional()).isTrue();
        assertThat(catalogue.calendarFor(SampleCatalogue.MUONG_SAI).provisional(TODAY))
                .isFalse();
    }

    @Test
    void a_unit_nobody_knows_has_provisional_dates_only() {
        assertThat(catalogue.calendarFor("14-00000-20250701").provisional(TODAY))
                .isTrue();
    }

    @Test
    void a_new_version_of_a_year_replaces_the_old_one() {
        LocalDate swap = LocalDate.of(2032, 3, 1);
        publishYear(1, swap, true);
        await().until(() -> !catalogue.calendarFor(SampleCatalogue.QUYNH_NHAI).isWorkingDay(swap));
        assertThat(catalogue.calendarFor(SampleCatalogue.QUYNH_NHAI).provisional(swap))
                .isTrue();
        publishYear(2, swap.plusDays(1), false);
        await().until(() -> catalogue.calendarFor(SampleCatalogue.QUYNH_NHAI).isWorkingDay(swap));
        assertThat(catalogue.calendarFor(SampleCatalogue.QUYNH_NHAI).provisional(swap))
                .isFalse();
    }

    @Test
    void the_end_of_a_version_is_taken_over_and_a_field_of_later_does_not_matter() {
        ObjectNode body = procedure("1.999001", 1, "2025-07-01");
        body.put("aFieldOfLater", "x");
        publishProcedure(body);
        await().until(() -> catalogue.procedureOn("1.999001", TODAY).isPresent());
        body.put("effectiveTo", "2026-11-23");
        publishProcedure(body);
        publishProcedure(procedure("1.999001", 2, "2026-11-24"));
        await().until(() -> catalogue
                .procedureOn("1.999001", TODAY)
                .filter(p -> p.version() == 2)
                .isPresent());
        assertThat(catalogue.procedureOn("1.999001", TODAY.minusDays(1)))
                .hasValueSatisfying(p -> assertThat(p.version()).isEqualTo(1));
        assertThat(catalogue.procedure("1.999001", 1)).isPresent();
    }

    @Test
    void the_same_event_twice_has_one_effect() {
        ObjectNode body = procedure("1.999002", 1, "2025-07-01");
        UUID id = UUID.randomUUID();
        publish(body, id);
        ObjectNode other = body.deepCopy();
        other.put("field", "other");
        publish(other, id);
        publishProcedure(procedure("1.999003", 1, "2025-07-01"));
        await().until(() -> catalogue.procedure("1.999003", 1).isPresent());
        await().until(() -> catalogue.procedure("1.999002", 1).isPresent());
        assertThat(catalogue.procedure("1.999002", 1).orElseThrow().field()).isNotEqualTo("other");
    }

    @Test
    void a_record_that_cannot_be_taken_parks_its_key_and_the_others_go_on() {
        ObjectNode broken = procedure("1.999004", 1, "2025-07-01");
        broken.put("effectiveFrom", "not a date");
        publishProcedure(broken);
        publishProcedure(procedure("1.999005", 1, "2025-07-01"));
        await().until(() -> catalogue.procedure("1.999005", 1).isPresent());
        await().untilAsserted(() ->
                assertThat(parked.list()).anySatisfy(k -> assertThat(k.key()).isEqualTo("1.999004@1")));
        assertThat(catalogue.procedure("1.999004", 1)).isEmpty();
    }

    private static void publishYear(int version, LocalDate dayOff, boolean provisional) {
        String body =
                """
                {"area":"VN","year":2032,"version":%d,"provisional":%s,"source":"test",
                 "days":[{"date":"%s","kind":"DAY_OFF","name":"x","provisional":false,"source":"test"}]}
                """
                        .formatted(version, provisional, dayOff);
        TestEvents.publish(
                "catalog.calendars", "VN+2032@" + version, "vn.motcua.catalog.calendar.v1", UUID.randomUUID(), body);
    }

    private static ObjectNode procedure(String code, int version, String from) {
        ObjectNode body =
                ContractExamples.of("catalog.procedures").get(0).data().deepCopy();
        body.put("code", code);
        body.put("version", version);
        body.put("effectiveFrom", from);
        return body;
    }

    private static void publishProcedure(ObjectNode body) {
        publish(body, UUID.randomUUID());
    }

    private static void publish(ObjectNode body, UUID id) {
        String key = body.get("code").asText() + "@" + body.get("version").asInt();
        TestEvents.publish("catalog.procedures", key, "vn.motcua.catalog.procedure.v1", id, body.toString());
    }

    private static Instant legal(String local) {
        return LocalDateTime.parse(local).atZone(ZoneId.of("Asia/Ho_Chi_Minh")).toInstant();
    }
}
