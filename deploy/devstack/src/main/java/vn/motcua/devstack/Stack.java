package vn.motcua.devstack;

/**
 * PostgreSQL and Kafka as the suite needs them, wherever they run. {@link EmbeddedStack} starts the real servers without
 * Docker, {@link ContainerStack} starts them as containers ({@code -Dstack=containers}).
 */
public interface Stack extends AutoCloseable {

    /** Starts what is not running yet; returns when PostgreSQL answers and Kafka takes topics. */
    void start();

    /** JDBC address of a database of this server, without credentials. */
    String jdbcUrl(String database);

    /** Kafka's {@code bootstrap.servers}. */
    String bootstrapServers();

    /** Where systems outside the suite connect: SASL/SCRAM-SHA-512, nothing allowed without an ACL. */
    String outsideServers();

    /**
     * Makes a login role and a database it owns, if they are not there yet. The password is for demo and tests only.
     *
     * @throws IllegalArgumentException when a name is no plain lower-case identifier
     */
    void createDatabase(String database, String role, String password);

    /** Stops both servers and removes what they wrote, where it was written for tests. */
    @Override
    void close();

    /** The stack chosen by the system property {@code stack}: {@code embedded} (default) or {@code containers}. */
    static Stack forTests() {
        String kind = System.getProperty("stack", "embedded");
        return switch (kind) {
            case "embedded", "" -> new EmbeddedStack();
            case "containers" -> new ContainerStack();
            default -> throw new IllegalArgumentException("-Dstack must be embedded or containers, not " + kind);
        };
    }
}
