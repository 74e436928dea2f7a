package vn.motcua.processing.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static vn.motcua.processing.Sample.BIRTH;
import static vn.motcua.processing.Sample.as;
import static vn.motcua.processing.Sample.json;

import com.fasterxml.jackson.databind.JsonNode;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.motcua.devstack.MovableClock;
import vn.motcua.platform.sql.Sql;
import vn.motcua.processing.Pdfs;
import vn.motcua.processing.Press;
import vn.motcua.processing.Sample;

import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;

/** The approver's button with configured keys instead of the demonstration's own. */
@QuarkusTest
class KeyFilesResourceTest {
    private static final String DECLARED = "{\"declaration\":true}";

    @Inject
    MovableClock clock;

    @Inject
    AgroalDataSource source;

    @TempDir
    Path folder;

    private final String specialist = Sample.token("specialist");
    private final String approver = Sample.token("approver");
    private HttpAuthority authority;
    private Path file;

    @BeforeEach
    void start() throws Exception {
        Sample.catalogue();
        clock.setLegal("2026-11-23T15:30");
        authority = new HttpAuthority(Instant.parse("2026-11-23T08:30:00Z"));
        file = folder.resolve("chair.p12");
    }

    @AfterEach
    void stop() {
        authority.close();
        clock.reset();
    }

    @Test
    void one_press_signs_b_lt_by_a_key_file_and_services_on_the_network() throws Exception {
        authority.keyFile(file, "Lò Văn Thành", Instant.parse("2027-11-23T00:00:00Z"));
        keys(HttpAuthority.PASSWORD, authority.timestamps());
        JsonNode signed = json(Press.sign(proposed(), approver, UUID.randomUUID(), DECLARED));
        assertThat(signed.get("level").asText()).isEqualTo("B_LT");
        Proof proof = Proof.of(
                as(approver)
                        .get("/api/processing/results/" + signed.get("result").asText())
                        .asByteArray(),
                folder);
        proof.assumePoppler();
        assertThat(proof.pdfsig()).contains("Signature is Valid", "Lò Văn Thành");
    }

    @Test
    void a_time_stamp_service_that_is_away_is_said_in_the_answer() throws Exception {
        authority.keyFile(file, "Lò Văn Thành", Instant.parse("2027-11-23T00:00:00Z"));
        keys(HttpAuthority.PASSWORD, URI.create("http://localhost:1/tsa"));
        JsonNode signed = json(Press.sign(proposed(), approver, UUID.randomUUID(), DECLARED));
        assertThat(signed.get("level").asText()).isEqualTo("B_B");
        assertThat(signed.get("state").asText()).isEqualTo("SIGNED");
    }

    @Test
    void a_key_that_cannot_be_read_or_has_ended_is_refused_and_nothing_is_numbered() throws Exception {
        authority.keyFile(file, "Lò Văn Thành", Instant.parse("2026-11-23T00:00:00Z"));
        Sample sample = proposed();
        long before = numbers();
        keys("wrong", authority.timestamps());
        Press.sign(sample, approver, UUID.randomUUID(), DECLARED)
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/signer-key-unreadable"));
        keys(HttpAuthority.PASSWORD, authority.timestamps());
        Press.sign(sample, approver, UUID.randomUUID(), DECLARED)
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/signer-key-expired"));
        assertThat(numbers()).isEqualTo(before);
        assertThat(sample.read(approver).get("state").asText()).isEqualTo("PROPOSED");
    }

    private Sample proposed() throws Exception {
        return Sample.opened(BIRTH).proposed(specialist, Pdfs.pages(1));
    }

    private void keys(String password, URI timestamps) {
        String subject = "approver-" + Sample.UNIT + "-office";
        TestKeys keys = TestKeys.of(subject, file, password, timestamps);
        QuarkusMock.installMockForType(new PadesSigner(new KeyFiles(keys), clock), Signer.class);
    }

    /** Of the unit's cases: other classes do not run beside this one. */
    private long numbers() {
        return Sql.query(source, "select count(*) from signing", row -> row.getLong(1))
                .get(0);
    }
}
