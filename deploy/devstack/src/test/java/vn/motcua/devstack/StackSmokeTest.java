package vn.motcua.devstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.UUID;

class StackSmokeTest {

    private static Map<String, String> config;

    @BeforeAll
    static void start() {
        config = new StackResource().start();
    }

    @Test
    void postgres_knows_vietnamese_case_accents_and_trigrams() throws SQLException {
        assertThat(ask("select lower('MƯỜNG SẠI')")).isEqualTo("mường sại");
        assertThat(ask("create extension if not exists unaccent; select unaccent('Quỳnh Nhai')"))
                .isEqualTo("Quynh Nhai");
        assertThat(ask("create extension if not exists pg_trgm; select 'mường sại' % 'mường sai'"))
                .isEqualTo("t");
        assertThat(ask("select 'ă' < 'b' collate \"vi-x-icu\"")).isEqualTo("t");
        assertThat(ask("show fsync")).isEqualTo("off");
        assertThat(ask("show jit")).isEqualTo("off");
    }

    @Test
    void an_event_comes_back_with_its_headers_and_body() {
        UUID id = UUID.randomUUID();
        TestEvents.publish("case.progressed", "key-1", "vn.motcua.case.progressed.v1", id, "{\"act\":\"OPENED\"}");

        TestEvents.Received received = TestEvents.await("case.progressed", r -> r.id().equals(id));

        assertThat(received.key()).isEqualTo("key-1");
        assertThat(received.type()).isEqualTo("vn.motcua.case.progressed.v1");
        assertThat(received.data().get("act").asText()).isEqualTo("OPENED");
        assertThat(TestEvents.poll("case.progressed")).contains(received);
    }

    @Test
    void a_topic_is_made_on_demand_and_never_by_accident() {
        TestEvents.createTopic("queue.14-03703-20250701.economy", 1);
        TestEvents.createTopic("queue.14-03703-20250701.economy", 1);
        assertThat(TestEvents.poll("queue.14-03703-20250701.economy")).isEmpty();
        assertThatThrownBy(() -> TestEvents.poll("no.such.topic")).isInstanceOf(RuntimeException.class);
    }

    @Test
    void a_second_start_gives_the_same_stack() {
        assertThat(new StackResource().start()).isEqualTo(config);
    }

    private static String ask(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        config.get("quarkus.datasource.jdbc.url"),
                        config.get("quarkus.datasource.username"),
                        config.get("quarkus.datasource.password"));
                Statement statement = connection.createStatement()) {
            boolean rows = statement.execute(sql);
            while (!rows) {
                rows = statement.getMoreResults();
            }
            try (ResultSet result = statement.getResultSet()) {
                result.next();
                return result.getString(1);
            }
        }
    }
}
