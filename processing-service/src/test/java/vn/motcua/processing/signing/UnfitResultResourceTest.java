package vn.motcua.processing.signing;

import static org.hamcrest.Matchers.equalTo;
import static vn.motcua.processing.Sample.BIRTH;
import static vn.motcua.processing.Sample.json;
import static vn.motcua.processing.Sample.token;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.devstack.MovableClock;
import vn.motcua.processing.Pdfs;
import vn.motcua.processing.Press;
import vn.motcua.processing.Sample;

import java.util.List;
import java.util.UUID;

/** Proposals that are fit to be decided on and not to be signed. */
@QuarkusTest
class UnfitResultResourceTest {
    @Inject
    MovableClock clock;

    private final String specialist = token("specialist");
    private final String approver = token("approver");

    @BeforeEach
    void monday() {
        Sample.catalogue();
        clock.setLegal("2026-11-23T15:30");
    }

    @AfterEach
    void clock() {
        clock.reset();
    }

    @Test
    void what_is_encrypted_or_would_fill_the_memory_is_not_signed() {
        for (byte[] upload : List.of(Pdfs.encrypted(), Pdfs.picture(41))) {
            Press.sign(
                            Sample.opened(BIRTH).proposed(specialist, upload),
                            approver,
                            UUID.randomUUID(),
                            SigningResourceTest.DECLARED)
                    .then()
                    .statusCode(422)
                    .body("type", equalTo("/problems/result-not-signable"));
        }
        Press.sign(
                        Sample.opened(BIRTH).proposed(specialist, Pdfs.picture(1)),
                        approver,
                        UUID.randomUUID(),
                        SigningResourceTest.DECLARED)
                .then()
                .statusCode(200);
    }

    @Test
    void a_result_signed_elsewhere_is_not_signed_over() {
        Sample sample = Sample.opened(BIRTH).proposed(specialist, Pdfs.pages(1));
        byte[] signed = SigningResourceTest.file(
                approver,
                json(Press.sign(sample, approver, UUID.randomUUID(), SigningResourceTest.DECLARED))
                        .get("result")
                        .asText());
        Press.sign(
                        Sample.opened(BIRTH).proposed(specialist, signed),
                        approver,
                        UUID.randomUUID(),
                        SigningResourceTest.DECLARED)
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/result-signed-already"));
    }
}
