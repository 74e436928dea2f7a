package vn.motcua.devstack;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

import java.util.HashMap;
import java.util.Map;

/**
 * Gives a service under test a PostgreSQL database {@code app}, Kafka with the fixed topics and a test key for tokens. Put
 * {@code @QuarkusTestResource(StackResource.class)} on one class of the module; the stack starts once per JVM. A service adds
 * settings of its own in {@code META-INF/microprofile-config.properties} of its test resources.
 */
public class StackResource implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        Map<String, String> addresses = TestStack.started();
        Map<String, String> config = new HashMap<>();
        config.put("quarkus.datasource.jdbc.url", addresses.get(TestStack.JDBC_PROPERTY));
        config.put("quarkus.datasource.username", "app");
        config.put("quarkus.datasource.password", "test-app");
        config.put("kafka.bootstrap.servers", addresses.get(TestStack.BOOTSTRAP_PROPERTY));
        config.put("quarkus.oidc.public-key", TestTokens.publicKey());
        config.put("quarkus.oidc.token.issuer", TestTokens.ISSUER);
        config.put("quarkus.oidc.token.audience", TestTokens.AUDIENCE);
        config.put("quarkus.http.test-port", "0");
        config.put("motcua.demo", "true");
        config.put("motcua.public-url", "http://localhost:8080");
        QuietKafka.CATEGORIES.forEach(
                category -> config.put("quarkus.log.category.\"" + category + "\".level", "WARN"));
        return config;
    }

    /** Nothing: the stack stays for the next start of the application and ends with the JVM. */
    @Override
    public void stop() {}
}
