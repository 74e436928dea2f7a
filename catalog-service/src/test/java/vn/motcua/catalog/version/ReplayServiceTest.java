package vn.motcua.catalog.version;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static vn.motcua.catalog.draft.Editing.end;
import static vn.motcua.catalog.draft.Editing.publish;
import static vn.motcua.catalog.draft.Editing.publishNext;

import com.fasterxml.jackson.databind.JsonNode;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.catalog.procedure.ProcedurePublished;
import vn.motcua.catalog.procedure.Procedures;
import vn.motcua.devstack.MovableClock;
import vn.motcua.devstack.TestEvents;
import vn.motcua.platform.json.EventJson;
import vn.motcua.platform.sql.Sql;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/** What stands in the compacted topic is the catalogue: an empty replica that reads it from its beginning knows every version. */
@QuarkusTest
class ReplayServiceTest {
    private static final int ALL = 100_000;

    @Inject
    MovableClock clock;

    @Inject
    Procedures procedures;

    @Inject
    AgroalDataSource source;

    @BeforeEach
    void tuesday() {
        clock.setLegal("2026-11-24T09:00");
    }

    @AfterEach
    void clock() {
        clock.reset();
    }

    @Test
    void the_last_event_of_every_key_is_the_version_as_it_is() {
        publish("8.500001", "Thủ tục để phát lại", 3, "2026-12-01");
        publishNext("8.500001", "Thủ tục để phát lại", 2, "2026-12-15");
        publishNext("8.500001", "Thủ tục để phát lại", 1, "2027-01-15");
        end("8.500001", "2027-03-31");
        await().atMost(Duration.ofSeconds(60))
                .until(() -> Sql.query(source, "select count(*) from outbox", row -> row.getInt(1))
                                .get(0)
                        == 0);
        Map<String, JsonNode> replica = new TreeMap<>();
        TestEvents.poll(ProcedurePublished.TOPIC).forEach(event -> replica.put(event.key(), event.data()));
        Map<String, JsonNode> rows = new TreeMap<>();
        procedures
                .after(null, null, ALL)
                .forEach(each -> rows.put(each.key(), EventJson.tree(EventJson.write(ProcedurePublished.of(each)))));
        assertThat(replica.keySet()).isEqualTo(rows.keySet());
        rows.forEach((key, row) -> assertThat(replica.get(key)).as(key).isEqualTo(row));
        assertThat(rows).hasSizeGreaterThan(544);
        assertThat(rows.get("8.500001@2").get("effectiveTo").asText()).isEqualTo("2027-01-14");
        assertThat(rows.get("8.500001@3").at("/ending/reason").asText()).isEqualTo("ABOLISHED");
    }
}
