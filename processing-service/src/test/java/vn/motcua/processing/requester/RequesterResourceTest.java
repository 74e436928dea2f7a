package vn.motcua.processing.requester;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.processing.Sample.COPY;
import static vn.motcua.processing.Sample.UNIT;
import static vn.motcua.processing.Sample.as;
import static vn.motcua.processing.Sample.json;
import static vn.motcua.processing.Sample.token;

import com.fasterxml.jackson.databind.JsonNode;
import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.ClientProxy;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.devstack.MovableClock;
import vn.motcua.paper.proof.Archivable;
import vn.motcua.paper.proof.PrintedPage;
import vn.motcua.platform.sql.Sql;
import vn.motcua.processing.Pdfs;
import vn.motcua.processing.Press;
import vn.motcua.processing.Sample;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

/** The registers of certification name who asked, to those who print them. */
@QuarkusTest
class RequesterResourceTest {
    private static final String NAME = "Quàng Thị Vui";
    private static final String ITEMS =
            "{\"declaration\":true,\"items\":[{\"register\":\"COPY\",\"subject\":\"Bằng tốt nghiệp\",\"pages\":1,\"copies\":2},"
                    + "{\"register\":\"SIGNATURE\",\"subject\":\"Giấy ủy quyền\",\"pages\":1,\"copies\":1}]}";

    @Inject
    MovableClock clock;

    @Inject
    AgroalDataSource source;

    @Inject
    Requesters requesters;

    private Snapshot before;

    private final String approver = token("approver");
    private final List<UUID> read = new ArrayList<>();

    private String told = NAME;

    @BeforeEach
    void monday() {
        Sample.catalogue();
        clock.setLegal("2026-11-23T15:30");
        Requesters bean = ClientProxy.unwrap(requesters);
        before = bean.snapshot;
        bean.snapshot = (dossier, token) -> {
            read.add(dossier);
            return token == null ? null : told;
        };
    }

    @AfterEach
    void clock() {
        ClientProxy.unwrap(requesters).snapshot = before;
        clock.reset();
    }

    @Test
    void a_signed_certification_names_who_asked_sealed_and_only_to_those_who_print() throws Exception {
        Sample sample = Sample.opened(COPY).proposed(approver, Pdfs.pages(1));
        UUID signing = UUID.randomUUID();
        json(Press.sign(sample, approver, signing, ITEMS));
        assertThat(read).containsExactly(sample.dossier);
        for (String role : List.of("approver", "director")) {
            assertThat(line(role, "COPY", signing).get("requester").asText())
                    .as(role)
                    .isEqualTo(NAME);
        }
        for (String role : List.of("specialist", "reception", "auditor")) {
            assertThat(line(role, "COPY", signing).get("requester").isNull())
                    .as(role)
                    .isTrue();
        }
        assertThat(line("approver", "SIGNATURE", signing).get("requester").asText())
                .isEqualTo(NAME);
        for (byte[] each : sealed(signing)) {
            assertThat(new String(each, StandardCharsets.UTF_8)).doesNotContain("Quàng", "Vui");
        }
        assertThat(sample.told().toString()).doesNotContain(NAME);
        byte[] pdf = printed("COPY");
        assertThat(PrintedPage.text(pdf)).contains("Người yêu cầu", NAME);
        assertThat(Archivable.faults(pdf)).isEmpty();
    }

    @Test
    void what_cannot_be_read_at_the_signing_holds_nothing_up_and_is_read_when_the_register_is_printed()
            throws Exception {
        told = null;
        Sample sample = Sample.opened(COPY).proposed(approver, Pdfs.pages(1));
        UUID signing = UUID.randomUUID();
        assertThat(json(Press.sign(sample, approver, signing, ITEMS))
                        .get("state")
                        .asText())
                .isEqualTo("SIGNED");
        assertThat(line("approver", "COPY", signing).get("requester").isNull()).isTrue();
        told = "Lò Văn Tháo";
        assertThat(PrintedPage.text(printed("COPY"))).contains("Lò Văn Tháo");
        assertThat(line("approver", "COPY", signing).get("requester").asText()).isEqualTo("Lò Văn Tháo");
        told = "Ai Khác";
        printed("COPY");
        assertThat(line("approver", "COPY", signing).get("requester").asText()).isEqualTo("Lò Văn Tháo");
    }

    @Test
    void an_auditors_printing_names_nobody_and_writes_no_masked_name_into_the_register() throws Exception {
        told = null;
        UUID signing = signed();
        told = "Quàng T. V."; // as intake tells an auditor
        read.clear();
        assertThat(PrintedPage.text(printed(token("auditor"), "COPY")))
                .contains("Người yêu cầu")
                .doesNotContain("Quàng T. V.");
        assertThat(read).isEmpty();
        told = NAME;
        assertThat(PrintedPage.text(printed("COPY"))).contains(NAME);
        assertThat(line("approver", "COPY", signing).get("requester").asText()).isEqualTo(NAME);
        assertThat(PrintedPage.text(printed(token("auditor"), "COPY"))).doesNotContain(NAME);
    }

    @Test
    void a_slow_intake_is_asked_for_some_seconds_and_no_longer() {
        told = null;
        signed();
        signed();
        Requesters bean = ClientProxy.unwrap(requesters);
        Duration usual = bean.budget;
        List<UUID> asked = new ArrayList<>();
        bean.snapshot = (dossier, token) -> {
            asked.add(dossier);
            LockSupport.parkNanos(50_000_000);
            return null;
        };
        bean.budget = Duration.ofMillis(20);
        try {
            printed("COPY");
        } finally {
            bean.budget = usual;
        }
        assertThat(asked).hasSizeLessThan(2);
    }

    @Test
    void a_dossier_that_names_nobody_is_left_out_and_only_an_intake_that_is_away_ends_the_reading() {
        told = null;
        UUID first = signed();
        UUID second = signed();
        Requesters bean = ClientProxy.unwrap(requesters);
        List<UUID> asked = new ArrayList<>();
        bean.snapshot = (dossier, token) -> {
            asked.add(dossier);
            throw new Snapshot.Away(new java.net.ConnectException());
        };
        printed("COPY");
        assertThat(asked).hasSize(1);
        UUID nameless = dossierOf(first);
        bean.snapshot = (dossier, token) -> dossier.equals(nameless) ? null : NAME;
        printed("COPY");
        assertThat(line("approver", "COPY", second).get("requester").asText()).isEqualTo(NAME);
        assertThat(line("approver", "COPY", first).get("requester").isNull()).isTrue();
    }

    private UUID signed() {
        Sample sample = Sample.opened(COPY).proposed(approver, Pdfs.pages(1));
        UUID signing = UUID.randomUUID();
        json(Press.sign(sample, approver, signing, ITEMS));
        return signing;
    }

    private UUID dossierOf(UUID signing) {
        return Sql.query(
                        source,
                        "select c.dossier_id from register_line l join cases c on c.id = l.case_id where l.signing = ?",
                        row -> row.getObject(1, UUID.class),
                        signing)
                .get(0);
    }

    private JsonNode line(String role, String kind, UUID signing) {
        int number = Sql.query(
                        source,
                        "select number from register_line where signing = ? and kind = ?",
                        row -> row.getInt(1),
                        signing,
                        kind)
                .get(0);
        JsonNode page = json(as(token(role))
                .get("/api/processing/registers/lines?unit=" + UNIT + "&kind=" + kind
                        + "&year=2026&month=11&limit=1&after="
                        + java.util.Base64.getUrlEncoder()
                                .withoutPadding()
                                .encodeToString(Integer.toString(number - 1).getBytes(StandardCharsets.UTF_8))));
        return page.get("items").get(0);
    }

    private List<byte[]> sealed(UUID signing) {
        List<byte[]> sealed = Sql.query(
                source, "select requester from register_line where signing = ?", row -> row.getBytes(1), signing);
        assertThat(sealed).hasSize(2).doesNotContainNull();
        return sealed;
    }

    private byte[] printed(String kind) {
        return printed(approver, kind);
    }

    private static byte[] printed(String token, String kind) {
        return as(token)
                .get("/api/processing/registers/print?unit=" + UNIT + "&kind=" + kind + "&year=2026&month=11")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
    }
}
