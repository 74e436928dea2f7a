package vn.motcua.devstack;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;

/** The suite's topics and how long each is kept, as the event table of the design says. */
final class Topics {

    static final int PARTITIONS = 12;
    static final int TEST_PARTITIONS = 3;
    private static final Duration VISIBLE_LIMIT = Duration.ofSeconds(20);

    private static final Map<String, String> FOR_EVER = Map.of("retention.ms", "-1", "retention.bytes", "-1");
    private static final Map<String, String> COMPACTED = Map.of("cleanup.policy", "compact");
    private static final Map<String, String> DAYS_90 = Map.of("retention.ms", "7776000000");
    private static final Map<String, String> DAYS_180 = Map.of("retention.ms", "15552000000");

    /** The one department that was onboarded in the demo: the office of Mường Sại. */
    static final String DEMO_QUEUE = "queue.14-03712-20250701.office";

    private Topics() {}

    /**
     * Makes every fixed topic that is not there yet. Their owners would make them too; a reader that starts first need not wait.
     *
     * @param mostPartitions fewer partitions than in earnest start faster
     */
    static void createAll(String bootstrapServers, int mostPartitions) {
        List<NewTopic> topics = new ArrayList<>();
        BiConsumer<Spec, List<String>> add = (spec, names) -> names.forEach(name -> topics.add(
                new NewTopic(name, Math.min(spec.partitions, mostPartitions), (short) 1).configs(spec.config)));
        add.accept(new Spec(3, COMPACTED), List.of("catalog.procedures", "catalog.units"));
        add.accept(new Spec(1, COMPACTED), List.of("catalog.calendars"));
        add.accept(
                new Spec(PARTITIONS, FOR_EVER),
                List.of("dossier.stage-changed", "case.progressed", "return.progressed", "feedback.changed"));
        add.accept(new Spec(PARTITIONS, DAYS_180), List.of(DEMO_QUEUE));
        add.accept(
                new Spec(3, DAYS_90),
                List.of(
                        "catalog.dead-letters",
                        "intake.dead-letters",
                        "processing.dead-letters",
                        "notification.dead-letters"));
        create(bootstrapServers, topics);
    }

    private record Spec(int partitions, Map<String, String> config) {}

    /** Makes the topics that are not there yet and returns once every partition has a leader. */
    static void create(String bootstrapServers, Collection<NewTopic> topics) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            for (var result : admin.createTopics(topics).values().entrySet()) {
                try {
                    result.getValue().get();
                } catch (ExecutionException e) {
                    if (!(e.getCause() instanceof TopicExistsException)) {
                        throw new IllegalStateException("Topic " + result.getKey() + " cannot be made", e.getCause());
                    }
                }
            }
            List<String> names = topics.stream().map(NewTopic::name).toList();
            long end = System.nanoTime() + VISIBLE_LIMIT.toNanos();
            while (!visible(admin, names)) {
                if (System.nanoTime() > end) {
                    throw new IllegalStateException("Topics without a leader: " + names);
                }
                TimeUnit.MILLISECONDS.sleep(50);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while making topics", e);
        }
    }

    private static boolean visible(Admin admin, List<String> names) throws InterruptedException {
        try {
            return admin.describeTopics(names).allTopicNames().get().values().stream()
                    .flatMap(topic -> topic.partitions().stream())
                    .allMatch(partition -> partition.leader() != null);
        } catch (ExecutionException e) {
            return false;
        }
    }
}
