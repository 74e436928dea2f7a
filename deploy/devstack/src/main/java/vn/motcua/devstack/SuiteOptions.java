package vn.motcua.devstack;

import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * How a suite is started.
 *
 * @param root the repository
 * @param state where data, logs and process ids are kept
 * @param ports the port of each part, and two more below
 * @param kafkaOutsidePort Kafka's port for systems outside the suite
 * @param kafkaControllerPort Kafka's port for itself
 * @param keycloakManagementPort Keycloak's health port
 * @param publicHost the name browsers use
 * @param openToNetwork whether the gateway listens on all addresses instead of this machine's own
 * @param durable whether PostgreSQL flushes what it promises
 * @param clockOffset added to the clock of all services
 * @param progress takes one line per part
 */
record SuiteOptions(
        Path root,
        Path state,
        Map<SuitePart, Integer> ports,
        int kafkaOutsidePort,
        int kafkaControllerPort,
        int keycloakManagementPort,
        String publicHost,
        boolean openToNetwork,
        boolean durable,
        Duration clockOffset,
        Consumer<String> progress) {

    /** Fixed ports and data that is kept: for {@code bin/up}. */
    static SuiteOptions demo(Path root, Path state, String host, Duration clockOffset, Consumer<String> progress) {
        Map<SuitePart, Integer> ports = new EnumMap<>(SuitePart.class);
        for (SuitePart part : SuitePart.values()) {
            ports.put(part, part.fixedPort());
        }
        boolean open = host != null;
        return new SuiteOptions(
                root, state, ports, 59094, 59093, 8086, open ? host : "localhost", open, true, clockOffset, progress);
    }

    /** Random ports and data that is thrown away: for tests. */
    static SuiteOptions test(Path root, Path state, Consumer<String> progress) {
        return onRandomPorts(root, state, false, progress);
    }

    /** Random ports and the durability of {@code bin/up}: for measuring. */
    static SuiteOptions measured(Path root, Path state, Consumer<String> progress) {
        return onRandomPorts(root, state, true, progress);
    }

    private static SuiteOptions onRandomPorts(Path root, Path state, boolean durable, Consumer<String> progress) {
        Map<SuitePart, Integer> ports = new EnumMap<>(SuitePart.class);
        for (SuitePart part : SuitePart.values()) {
            ports.put(part, Ports.free());
        }
        return new SuiteOptions(
                root,
                state,
                ports,
                Ports.free(),
                Ports.free(),
                Ports.free(),
                "localhost",
                false,
                durable,
                Duration.ZERO,
                progress);
    }

    /** Flags of the suite's JVMs: who throws its data away is killed and started often, who keeps or measures is to become fast. */
    List<String> jvm() {
        return durable ? List.of() : Java.SHORT_LIVED;
    }

    int port(SuitePart part) {
        return ports.get(part);
    }

    String publicUrl() {
        return "http://" + publicHost + ":" + port(SuitePart.GATEWAY);
    }
}
