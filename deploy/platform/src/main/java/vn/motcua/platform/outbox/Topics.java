package vn.motcua.platform.outbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithParentName;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The topics a service owns: made by their owner before its first event, never by the broker on its own. */
@ApplicationScoped
public class Topics {
    private static final int SECONDS_MAX = 15;

    /** {@code motcua.topics."case.progressed".partitions=12}, {@code .kept=forever | compacted | P180D}. */
    @ConfigMapping(prefix = "motcua.topics")
    public interface Settings {
        @WithParentName
        Map<String, Spec> all();

        public interface Spec {
            @WithDefault("12")
            int partitions();

            @WithDefault("forever")
            String kept();
        }
    }

    @Inject
    Settings settings;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrap;

    @ConfigProperty(name = "quarkus.application.name")
    String service;

    private volatile boolean ensured;

    /** Creates the topics of the configuration and the service's dead letters where they are missing; once per process. */
    void ensure() throws InterruptedException, ExecutionException, TimeoutException {
        if (ensured) {
            return;
        }
        List<NewTopic> wanted = new ArrayList<>();
        settings.all().forEach((name, spec) -> wanted.add(topic(name, spec.partitions(), spec.kept())));
        wanted.add(topic(deadLetters(), 3, "P90D"));
        create(wanted);
        ensured = true;
    }

    /** Where the service's consumers put what they cannot take. */
    public String deadLetters() {
        return service.replace("-service", "") + ".dead-letters";
    }

    /**
     * Creates a topic for a newly attached reader; does nothing where it exists.
     *
     * @param kept {@code forever}, {@code compacted} or an ISO-8601 duration
     * @throws IllegalStateException when the broker does not answer within 15 s
     */
    public void create(String name, int partitions, String kept) {
        try {
            create(List.of(topic(name, partitions, kept)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("topic " + name + " could not be created", e);
        }
    }

    private static NewTopic topic(String name, int partitions, String kept) {
        return new NewTopic(name, Optional.of(partitions), Optional.empty()).configs(policy(kept));
    }

    private static Map<String, String> policy(String kept) {
        return switch (kept) {
            case "forever" -> Map.of("cleanup.policy", "delete", "retention.ms", "-1");
            case "compacted" -> Map.of("cleanup.policy", "compact");
            default ->
                Map.of(
                        "cleanup.policy",
                        "delete",
                        "retention.ms",
                        "" + Duration.parse(kept).toMillis());
        };
    }

    private void create(List<NewTopic> wanted) throws InterruptedException, ExecutionException, TimeoutException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap, "request.timeout.ms", "8000"))) {
            for (var each : admin.createTopics(wanted).values().values()) {
                try {
                    each.get(SECONDS_MAX, TimeUnit.SECONDS);
                } catch (ExecutionException e) {
                    if (!(e.getCause() instanceof TopicExistsException)) {
                        throw e;
                    }
                }
            }
        }
    }
}
