package vn.motcua.processing.result;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.processing.Sample.BIRTH;
import static vn.motcua.processing.Sample.UNIT;
import static vn.motcua.processing.Sample.as;
import static vn.motcua.processing.Sample.json;
import static vn.motcua.processing.Sample.token;

import com.fasterxml.jackson.databind.JsonNode;
import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.devstack.MovableClock;
import vn.motcua.devstack.TestTokens;
import vn.motcua.platform.sql.Sql;
import vn.motcua.processing.Sample;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.UUID;

/** Bytes are kept once: whoever destroys them asks everybody who may need them. */
@QuarkusTest
class SharedContentServiceTest {
    @Inject
    ResultStore store;

    @Inject
    AgroalDataSource source;

    @Inject
    MovableClock clock;

    @BeforeEach
    void monday() {
        Sample.catalogue();
        clock.setLegal("2026-11-23T09:00");
    }

    @AfterEach
    void clock() {
        clock.reset();
    }

    @Test
    void the_file_of_an_answer_stays_when_the_same_bytes_are_destroyed_elsewhere() throws Exception {
        String specialist = token("specialist");
        String police = TestTokens.officer("specialist", UNIT, "police");
        Sample sample = Sample.opened(BIRTH);
        long fence = sample.claim(specialist);
        sample.act(
                        specialist,
                        ("{\"action\":\"ASK_OPINION\",\"fence\":%d,\"toDepartment\":\"police\",\"question\":\"Có ý kiến gì\","
                                        + "\"amount\":1,\"limit\":\"WORKING_DAY\"}")
                                .formatted(fence))
                .then()
                .statusCode(200);
        JsonNode asked = json(as(specialist).get("/api/processing/opinions/of-case/" + sample.id()))
                .get("items")
                .get(0);
        String file = "/api/processing/opinions/" + asked.get("id").asText() + "/file";
        byte[] bytes = ("%PDF-1.7 " + UUID.randomUUID()).getBytes(StandardCharsets.US_ASCII);
        as(police)
                .contentType("application/pdf")
                .header("If-Match", '"' + asked.get("revision").asText() + '"')
                .body(bytes)
                .put(file)
                .then()
                .statusCode(200);
        String digest =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));

        QuarkusTransaction.requiringNew().run(() -> store.remove(digest));

        assertThat(as(police).get(file).asByteArray()).isEqualTo(bytes);
    }

    @Test
    void no_other_table_names_a_content() {
        assertThat(Sql.query(
                        source,
                        "select table_name || '.' || column_name from information_schema.columns where table_schema = 'public'"
                                + " and column_name like '%sha256' and table_name <> 'result_part'",
                        row -> row.getString(1)))
                .as("asked before bytes are destroyed, in DatabaseResultStore")
                .containsExactlyInAnyOrder("result.sha256", "case_attachment.sha256", "opinion.file_sha256");
    }
}
