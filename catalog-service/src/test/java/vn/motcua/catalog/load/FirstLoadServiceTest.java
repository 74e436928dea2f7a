package vn.motcua.catalog.load;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import vn.motcua.devstack.TestEvents;
import vn.motcua.devstack.TestEvents.Received;
import vn.motcua.platform.sql.Sql;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

@QuarkusTest
class FirstLoadServiceTest {
    private static final Path EXAMPLES = Path.of(System.getProperty("motcua.contracts", "../deploy/contracts"))
            .resolve("examples");

    @Inject
    FirstLoad firstLoad;

    @Inject
    LoadLedger ledger;

    @Inject
    AgroalDataSource source;

    @Test
    void everything_the_lists_hold_is_in_the_database() {
        assertThat(count("procedure_version")).isGreaterThanOrEqualTo(544);
        assertThat(count("unit")).isEqualTo(13_356);
        assertThat(count("unit where receives")).isEqualTo(3_321);
        assertThat(count("unit_merger")).isEqualTo(10_602);
        assertThat(count("calendar_year where published_at is null")).isEqualTo(3);
    }

    @Test
    void every_unit_and_procedure_is_published_once_under_its_key() {
        List<Received> units = whole("catalog.units", 13_356);
        assertThat(keys(units)).hasSize(13_356).contains("14-03712-20250701", "14-03709-00000000");
        List<Received> procedures = whole("catalog.procedures", 544);
        assertThat(keys(procedures)).contains("2.000815@1", "1.001193@1");
        assertThat(keys(procedures).stream().filter(key -> key.endsWith("@1")).count())
                .isGreaterThanOrEqualTo(544);
        assertThat(keys(whole("catalog.calendars", 3))).contains("VN+2025@1", "VN+2026@1", "VN+2027@1");
    }

    @Test
    void what_lies_in_the_topics_equals_the_examples() throws Exception {
        equalsExample("catalog.units", "muong-sai");
        equalsExample("catalog.units", "former-muong-sai");
        equalsExample("catalog.units", "changed-kind");
        equalsExample("catalog.calendars", "vn-2026");
    }

    @Test
    void a_restart_loads_nothing_again() {
        long rows = count("unit_name");
        firstLoad.load(new StartupEvent());
        assertThat(count("unit_name")).isEqualTo(rows);
        assertThat(ledger.entries()).extracting(LoadLedger.Entry::part).contains("calendars", "procedures", "units");
    }

    @Test
    void two_replicas_that_start_together_load_a_part_once() throws Exception {
        AtomicInteger loads = new AtomicInteger();
        ExecutorService replicas = Executors.newFixedThreadPool(2);
        try {
            Callable<Boolean> start = () -> ledger.once("test-part", loads::incrementAndGet);
            List<Future<Boolean>> started = replicas.invokeAll(List.of(start, start));
            assertThat(List.of(started.get(0).get(), started.get(1).get())).containsExactlyInAnyOrder(true, false);
            assertThat(loads).hasValue(1);
        } finally {
            replicas.shutdownNow();
        }
    }

    @Test
    void a_load_that_fails_leaves_no_line_in_the_ledger() {
        try {
            ledger.once("broken-part", () -> {
                throw new IllegalStateException("the lists have errors");
            });
        } catch (IllegalStateException expected) {
            assertThat(ledger.entries()).extracting(LoadLedger.Entry::part).doesNotContain("broken-part");
            return;
        }
        throw new AssertionError("the failure was swallowed");
    }

    @Test
    void the_service_is_ready_with_the_number_of_rows_per_part() {
        given().get("/q/health/ready")
                .then()
                .statusCode(200)
                .body("checks.name", hasItem("catalogue-loaded"))
                .body("checks.find { it.name == 'catalogue-loaded' }.data.units", equalTo(13_356))
                .body("checks.find { it.name == 'catalogue-loaded' }.data.procedures", equalTo(544));
    }

    private long count(String from) {
        return Sql.query(source, "select count(*) from " + from, row -> row.getLong(1))
                .get(0);
    }

    private static List<Received> whole(String topic, int atLeast) {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> keys(TestEvents.poll(topic)).size() >= atLeast);
        return TestEvents.poll(topic);
    }

    private static Set<String> keys(List<Received> records) {
        Set<String> keys = new HashSet<>();
        records.forEach(each -> keys.add(each.key()));
        return keys;
    }

    private static void equalsExample(String topic, String name) throws Exception {
        var example = new ObjectMapper().readTree(Files.readString(EXAMPLES.resolve(topic + "/" + name + ".json")));
        String key = example.get("key").asText();
        Received found = TestEvents.await(
                topic, Duration.ofSeconds(60), each -> each.key().equals(key));
        assertThat(found.data()).isEqualTo(example.get("data"));
        Map<String, String> headers = found.headers();
        assertThat(headers.get("ce_type"))
                .isEqualTo(example.at("/headers/ce_type").asText());
        assertThat(headers.get("ce_source"))
                .isEqualTo(example.at("/headers/ce_source").asText());
        assertThat(headers.get("ce_subject")).isEqualTo(key);
        assertThat(headers.get("ce_specversion")).isEqualTo("1.0");
    }
}
