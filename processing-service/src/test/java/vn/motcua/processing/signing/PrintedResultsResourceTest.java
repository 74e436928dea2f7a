package vn.motcua.processing.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static vn.motcua.processing.Sample.BIRTH;
import static vn.motcua.processing.Sample.OTHER_UNIT;
import static vn.motcua.processing.Sample.as;
import static vn.motcua.processing.Sample.json;
import static vn.motcua.processing.Sample.token;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.devstack.TestTokens;
import vn.motcua.paper.proof.PrintedPage;
import vn.motcua.processing.Pdfs;
import vn.motcua.processing.Press;
import vn.motcua.processing.Sample;

import java.io.IOException;
import java.util.Collections;
import java.util.UUID;

@QuarkusTest
class PrintedResultsResourceTest {
    private final String specialist = token("specialist");
    private final String approver = token("approver");

    @BeforeEach
    void catalogue() {
        Sample.catalogue();
    }

    @Test
    void what_was_signed_together_is_one_document_in_the_order_asked_each_with_its_statement() throws IOException {
        JsonNode first = signed(1);
        JsonNode second = signed(2);
        byte[] pdf = print(approver, id(second) + "," + id(first) + "," + id(second))
                .then()
                .statusCode(200)
                .contentType("application/pdf")
                .extract()
                .asByteArray();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages())
                    .as("2 + 1 pages, each with its statement")
                    .isEqualTo(5);
            assertThat(document.getSignatureDictionaries()).isEmpty();
        }
        String text = PrintedPage.text(pdf);
        assertThat(text.indexOf("Số: " + second.get("number").asText()))
                .isBetween(0, text.indexOf("Số: " + first.get("number").asText()));
    }

    @Test
    void one_that_may_not_be_seen_or_read_prints_nothing() {
        String result = id(signed(1));
        refused(print(approver, result + "," + UUID.randomUUID()), 404, "result-not-found");
        refused(print(TestTokens.officer("approver", OTHER_UNIT), result), 404, "result-not-found");
        String draft = Sample.opened(BIRTH)
                .proposed(specialist, "%PDF-1.7 no document".getBytes(java.nio.charset.StandardCharsets.US_ASCII))
                .read(approver)
                .get("draftResult")
                .asText();
        refused(print(approver, result + "," + draft), 422, "result-not-printable");
        print(token("cashier"), result).then().statusCode(403);
        for (String wrong : new String[] {"x", ",", String.join(",", Collections.nCopies(60, result)), many(51)}) {
            print(approver, wrong).then().statusCode(400);
        }
        as(approver).get("/api/processing/results/print").then().statusCode(400);
    }

    private JsonNode signed(int pages) {
        Sample sample = Sample.opened(BIRTH).proposed(specialist, Pdfs.pages(pages));
        return json(Press.sign(sample, approver, UUID.randomUUID(), SigningResourceTest.DECLARED));
    }

    private static String many(int count) {
        StringBuilder ids = new StringBuilder(UUID.randomUUID().toString());
        for (int i = 1; i < count; i++) {
            ids.append(',').append(UUID.randomUUID());
        }
        return ids.toString();
    }

    private static String id(JsonNode signing) {
        return signing.get("result").asText();
    }

    private static Response print(String token, String ids) {
        return as(token).queryParam("ids", ids).get("/api/processing/results/print");
    }

    private static void refused(Response response, int status, String problem) {
        response.then().statusCode(status).body("type", equalTo("/problems/" + problem));
    }
}
