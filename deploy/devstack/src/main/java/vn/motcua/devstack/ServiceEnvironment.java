package vn.motcua.devstack;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** The environment variables of our processes: addresses, and secrets that are for demonstrations only. */
final class ServiceEnvironment {

    private final SuiteOptions options;
    private final Postgres postgres;
    private final KafkaProcess kafka;
    private final KeycloakProcess keycloak;

    ServiceEnvironment(SuiteOptions options, Postgres postgres, KafkaProcess kafka, KeycloakProcess keycloak) {
        this.options = options;
        this.postgres = postgres;
        this.kafka = kafka;
        this.keycloak = keycloak;
    }

    static String demoPassword(SuitePart service) {
        return "demo-" + service.key();
    }

    Map<String, String> of(SuitePart service, Duration clockOffset) {
        Map<String, String> env = new LinkedHashMap<>();
        env.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        env.put("QUARKUS_HTTP_PORT", Integer.toString(options.port(service)));
        env.put("QUARKUS_DATASOURCE_JDBC_URL", postgres.jdbcUrl(service.key()));
        env.put("QUARKUS_DATASOURCE_USERNAME", service.key());
        env.put("QUARKUS_DATASOURCE_PASSWORD", demoPassword(service));
        env.put("KAFKA_BOOTSTRAP_SERVERS", kafka.bootstrapServers());
        env.put("QUARKUS_OIDC_AUTH_SERVER_URL", keycloak.realmUrl());
        env.put("QUARKUS_OIDC_TOKEN_ISSUER", keycloak.issuer());
        // a service starts without Keycloak and fetches the keys with the first token
        env.put("QUARKUS_OIDC_DISCOVERY_ENABLED", "false");
        env.put("QUARKUS_OIDC_JWKS_PATH", "/protocol/openid-connect/certs");
        env.put("QUARKUS_OIDC_JWKS_RESOLVE_EARLY", "false");
        env.put("MOTCUA_DEMO", "true");
        env.put("MOTCUA_CLOCK_OFFSET", clockOffset.toString());
        env.put("MOTCUA_PUBLIC_URL", options.publicUrl());
        env.put("INTAKE_PORTAL_CLIENT_SECRET", "demo-portal");
        env.put("INTAKE_FILES", options.state().resolve("files/intake").toString());
        env.put("PROCESSING_INTAKE", "http://127.0.0.1:" + options.port(SuitePart.INTAKE));
        env.put("PROCESSING_FILES", options.state().resolve("files/processing").toString());
        return env;
    }

    Map<String, String> ofGateway() {
        Map<String, String> env = new LinkedHashMap<>();
        env.put("QUARKUS_HTTP_HOST", options.openToNetwork() ? "0.0.0.0" : "127.0.0.1");
        env.put("QUARKUS_HTTP_PORT", Integer.toString(options.port(SuitePart.GATEWAY)));
        for (SuitePart service : SuitePart.SERVICES) {
            env.put("GATEWAY_BACKENDS_" + service.name() + "_URL", "http://localhost:" + options.port(service));
        }
        env.put("GATEWAY_BACKENDS_KEYCLOAK_URL", "http://localhost:" + options.port(SuitePart.KEYCLOAK));
        return env;
    }
}
