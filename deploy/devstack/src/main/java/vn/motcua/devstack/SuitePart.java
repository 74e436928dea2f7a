package vn.motcua.devstack;

import java.util.List;

/** The processes of a running suite, in the order in which they are named to people. */
public enum SuitePart {
    POSTGRES("PostgreSQL", "postgres", 55432),
    KAFKA("Kafka", "kafka", 59092),
    KEYCLOAK("Keycloak", "keycloak", 8085),
    CATALOG("catalog-service", "catalog", 8081),
    INTAKE("intake-service", "intake", 8082),
    PROCESSING("processing-service", "processing", 8083),
    NOTIFICATION("notification-service", "notification", 8084),
    GATEWAY("gateway", "gateway", 8080);

    static final List<SuitePart> SERVICES = List.of(CATALOG, INTAKE, PROCESSING, NOTIFICATION);

    private final String label;
    private final String key;
    private final int fixedPort;

    SuitePart(String label, String key, int fixedPort) {
        this.label = label;
        this.key = key;
        this.fixedPort = fixedPort;
    }

    /** Its name for people; of a service also its folder. */
    public String label() {
        return label;
    }

    /** Short name: of a service also its database, its role and its API path. */
    public String key() {
        return key;
    }

    int fixedPort() {
        return fixedPort;
    }
}
