package vn.motcua.intake;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The API as documented equals the committed snapshot; {@code -Dopenapi.update=true} writes it anew. */
@QuarkusTest
class OpenApiResourceTest {
    private static final Path SNAPSHOT = Path.of(System.getProperty("motcua.contracts", "../deploy/contracts"))
            .resolve("openapi/intake.yaml");

    @Test
    void the_api_is_the_one_in_the_contracts() throws IOException {
        String served = given().get("/api/intake/openapi")
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
