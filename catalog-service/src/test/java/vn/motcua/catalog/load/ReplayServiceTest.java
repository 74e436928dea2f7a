package vn.motcua.catalog.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import vn.motcua.catalog.calendar.CalendarYear;
import vn.motcua.catalog.lists.ListSource;
import vn.motcua.catalog.lists.UnitLists;
import vn.motcua.catalog.unit.UnitPublished;
import vn.motcua.catalog.unit.Units;
import vn.motcua.devstack.TestEvents;
import vn.motcua.platform.json.EventJson;
import vn.motcua.platform.sql.Sql;

import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What an empty replica learns from the compacted topics, the newest record of each key, equals the source. */
@QuarkusTest
class ReplayServiceTest {
    @Inject
    AgroalDataSource source;

    @Inject
    Units units;

    @Test
    void all_units_with_their_names_and_successors() {
        Map<String, JsonNode> expected = new HashMap<>();
        UnitLists.from(ListSource.shipped()).units().stream()
                .map(UnitPublished::of)
                .forEach(each -> expected.put(each.id(), EventJson.tree(EventJson.write(each))));
        List<String> ids = Sql.query(source, "select id from unit", row -> row.getString(1));
        assertThat(expected).hasSize(13_356).containsOnlyKeys(ids);
        ids.stream().sorted(Comparator.comparing(String::hashCode)).limit(300).forEach(id -> assertThat(expected)
                .containsEntry(
                        id,
                        EventJson.tree(
                                EventJson.write(UnitPublished.of(units.find(id).orElseThrow())))));
        await().atMost(Duration.ofSeconds(90))
                .until(() -> replayed(UnitPublished.TOPIC).size() >= expected.size());
        assertThat(replayed(UnitPublished.TOPIC)).isEqualTo(expected);
    }

    @Test
    void every_version_of_every_calendar() {
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            Map<String, JsonNode> expected = new HashMap<>();
            Sql.query(source, "select content from calendar_year", row -> row.getString(1))
                    .forEach(content -> {
                        CalendarYear year = EventJson.read(EventJson.tree(content), CalendarYear.class);
                        expected.put(year.key(), EventJson.tree(EventJson.write(year)));
                    });
            assertThat(replayed(CalendarYear.TOPIC)).isEqualTo(expected);
        });
    }

    private static Map<String, JsonNode> replayed(String topic) {
        Map<String, JsonNode> replica = new HashMap<>();
        TestEvents.poll(topic).forEach(each -> replica.put(each.key(), each.data()));
        return replica;
    }
}
