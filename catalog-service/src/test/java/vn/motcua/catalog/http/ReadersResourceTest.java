package vn.motcua.catalog.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.catalog.draft.Editing.EDITOR;
import static vn.motcua.catalog.draft.Editing.as;
import static vn.motcua.catalog.draft.Editing.posting;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

import java.util.Map;

@QuarkusTest
class ReadersResourceTest {
    @Inject
    Readers readers;

    @Test
    void whoever_reads_a_page_or_the_api_counts_and_whoever_asks_how_far_an_import_is_does_not() {
        long before = readers.asked();
        given().get("/thu-tuc/2.000815").then().statusCode(200);
        given().get("/api/catalog/fields").then().statusCode(200);
        assertThat(readers.asked()).isEqualTo(before + 2);
        as(EDITOR).get("/api/catalog/imports").then().statusCode(200);
        posting(EDITOR).body(Map.of()).post("/api/catalog/drafts").then().statusCode(400);
        assertThat(readers.asked()).isEqualTo(before + 2);
    }
}
