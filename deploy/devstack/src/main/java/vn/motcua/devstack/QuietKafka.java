package vn.motcua.devstack;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Kafka's servers and clients print their whole configuration at INFO; tests and demos want their warnings only. */
final class QuietKafka {

    static final List<String> CATEGORIES = List.of("kafka", "org.apache.kafka", "state.change.logger");

    // a logger nobody holds is collected, and its level with it
    private static final List<Logger> HELD =
            CATEGORIES.stream().map(Logger::getLogger).toList();

    private QuietKafka() {}

    static void apply() {
        HELD.forEach(logger -> logger.setLevel(Level.WARNING));
    }
}
