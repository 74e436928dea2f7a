package vn.motcua.devstack;

import java.nio.file.Path;

/**
 * Kafka as its own process, so that it can be killed and started again with the same port and log folder. Arguments: log
 * folder, host name clients use, broker port, port for systems outside the suite, controller port.
 */
public final class KafkaMain {

    private KafkaMain() {}

    /** Runs the node until the process is told to end. */
    public static void main(String[] arguments) {
        QuietKafka.apply();
        KafkaNode node = new KafkaNode(
                Path.of(arguments[0]),
                arguments[1],
                Integer.parseInt(arguments[2]),
                Integer.parseInt(arguments[3]),
                Integer.parseInt(arguments[4]));
        Runtime.getRuntime().addShutdownHook(new Thread(node::close, "kafka-close"));
        node.start();
        node.awaitShutdown();
    }
}
