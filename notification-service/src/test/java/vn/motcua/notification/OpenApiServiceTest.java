package vn.motcua.notification;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The published description of the API equals its snapshot; {@code -Dopenapi.update=true} writes it anew. */
@QuarkusTest
class OpenApiServiceTest {

    @Test
    void the_api_is_the_one_that_was_agreed() throws IOException {
        String now = given().accept("application/yaml")
                .get("/api/notification/openapi")
                .asString();
        Path snapshot = Path.of(System.getProperty("motcua.contracts", "../deploy/contracts"))
                .resolve("openapi/notification.yaml");
        if (Boolean.getBoolean("openapi.update")) {
            Files.createDirectories(snapshot.getParent());
            Files.writeString(snapshot, now);
        }
        assertThat(now).isEqualTo(Files.readString(snapshot));
    }
}
