package vn.motcua.processing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The API equals its committed snapshot; {@code -Dopenapi.update=true} rewrites it, the diff is the review. */
@QuarkusTest
class OpenApiResourceTest {
    private static final Path SNAPSHOT = Contracts.FOLDER.resolve("openapi/processing.yaml");

    @Test
    void the_api_equals_its_snapshot() throws IOException {
        String served = given().get("/api/processing/openapi")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        if (Boolean.getBoolean("openapi.update")) {
            Files.createDirectories(SNAPSHOT.getParent());
            Files.writeString(SNAPSHOT, served);
        }
        assertThat(served).isEqualTo(Files.readString(SNAPSHOT));
    }
}
