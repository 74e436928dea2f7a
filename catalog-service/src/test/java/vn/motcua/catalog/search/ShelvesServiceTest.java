package vn.motcua.catalog.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.type.TypeReference;
import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import vn.motcua.catalog.lists.ListSource;
import vn.motcua.catalog.lists.MergedProcedures;
import vn.motcua.catalog.procedure.Procedure;
import vn.motcua.catalog.procedure.ProcedureVersion;
import vn.motcua.catalog.procedure.Publication;
import vn.motcua.platform.clock.LegalTime;
import vn.motcua.platform.json.EventJson;
import vn.motcua.platform.sql.Sql;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

@QuarkusTest
class ShelvesServiceTest {
    /** Long after what other tests look at. */
    private static final LocalDate DAY = LocalDate.of(2040, 1, 10);

    private static final Procedure REAL =
            MergedProcedures.from(ListSource.shipped()).procedures().get(0);

    @Inject
    Publication publication;

    @Inject
    ProcedureSearch search;

    @Inject
    AgroalDataSource source;

    @Inject
    Clock clock;

    @Test
    void what_is_published_is_found_once_it_is_committed_and_not_before() {
        assertThat(found("zebra")).isZero();
        QuarkusTransaction.requiringNew().run(() -> {
            publication.publish(List.of(), List.of(version("7.000001", "Zebra")));
            assertThat(QuarkusTransaction.suspendingExisting().call(() -> found("zebra")))
                    .isZero();
        });
        assertThat(found("zebra")).isOne();
    }

    @Test
    void what_was_taken_back_is_never_found_and_hides_nothing_that_follows() {
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    publication.publish(List.of(), List.of(version("7.000002", "Wombat")));
                    throw new IllegalStateException("taken back");
                }))
                .hasMessage("taken back");
        assertThat(found("wombat")).isZero();
        QuarkusTransaction.requiringNew()
                .run(() -> publication.publish(List.of(), List.of(version("7.000003", "Wombat"))));
        assertThat(found("wombat")).isOne();
    }

    @Test
    void what_ended_is_found_no_more() {
        ProcedureVersion published = version("7.000004", "Okapi");
        QuarkusTransaction.requiringNew().run(() -> publication.publish(List.of(), List.of(published)));
        assertThat(found("okapi")).isOne();
        QuarkusTransaction.requiringNew().run(() -> publication.publish(List.of(published.until(DAY)), List.of()));
        assertThat(found("okapi")).isOne();
        QuarkusTransaction.requiringNew()
                .run(() -> publication.publish(List.of(published.until(DAY.minusDays(1))), List.of()));
        assertThat(found("okapi")).isZero();
    }

    @Test
    void values_that_came_together_before_take_no_number_again() {
        QuarkusTransaction.requiringNew()
                .run(() -> publication.publish(List.of(), List.of(version("7.000005", "Quokka"))));
        long taken = lastNumber();
        QuarkusTransaction.requiringNew()
                .run(() -> publication.publish(List.of(), List.of(version("7.000006", "Numbat"))));
        assertThat(lastNumber()).isEqualTo(taken);
    }

    private long lastNumber() {
        return Sql.query(source, "select last_value from search_facets_id_seq", row -> row.getLong(1))
                .get(0);
    }

    @Test
    void fields_are_counted_in_vietnamese_order() {
        List<FieldCount> fields = search.fields(today());
        assertThat(fields).extracting(FieldCount::field).doesNotHaveDuplicates().contains("Hộ tịch", "Chứng thực");
        assertThat(fields.stream().map(FieldCount::field).toList().indexOf("Đất đai"))
                .isBetween(
                        fields.stream().map(FieldCount::field).toList().indexOf("Chứng thực"),
                        fields.stream().map(FieldCount::field).toList().indexOf("Hộ tịch"));
        int listed = search.find(new SearchTerms(null, null, null, null, null, null, today()), null, 1)
                .total();
        assertThat(fields.stream().mapToInt(FieldCount::procedures).sum()).isEqualTo(listed);
    }

    private int found(String word) {
        return search.find(new SearchTerms(word, null, null, null, null, null, DAY), null, 5)
                .total();
    }

    private LocalDate today() {
        return LegalTime.date(clock.instant());
    }

    private ProcedureVersion version(String code, String name) {
        Map<String, Object> says = new HashMap<>(EventJson.mapper().convertValue(REAL, new TypeReference<>() {}));
        says.putAll(Map.of("code", code, "name", Map.of("vi", name)));
        Procedure content = EventJson.mapper().convertValue(says, Procedure.class);
        return ProcedureVersion.of(1, DAY.minusDays(9), content, clock.instant());
    }
}
