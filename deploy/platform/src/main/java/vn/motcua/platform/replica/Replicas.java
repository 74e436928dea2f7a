package vn.motcua.platform.replica;

import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import vn.motcua.platform.sql.Sql;
import vn.motcua.platform.timer.Background;

import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

/**
 * Whether this service's copies of others' data are complete. A replica counts as loaded when its consumer group has
 * once, on two looks a second apart, committed all that its topic holds; the fact is kept, so that a restart is ready
 * at once.
 */
@ApplicationScoped
public class Replicas {
    private static final Logger LOG = Logger.getLogger(Replicas.class);
    private static final int SECONDS_MAX = 10;

    @Inject
    AgroalDataSource source;

    @Inject
    Clock clock;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrap;

    /** Topics this service copies. */
    @ConfigProperty(name = "motcua.replicas")
    Optional<List<String>> configured;

    /** Consumer group of every channel of this service. */
    @ConfigProperty(name = "quarkus.application.name")
    String group;

    private final Set<String> missing = ConcurrentHashMap.newKeySet();
    private final Set<String> caughtUpOnce = new HashSet<>();
    private ScheduledExecutorService timer;

    void start(@Observes StartupEvent event) {
        missing.addAll(configured.orElse(List.of()));
        Sql.query(source, "select topic from replica", row -> row.getString(1)).forEach(missing::remove);
        if (!missing.isEmpty()) {
            timer = Background.thread("replica-watch");
            timer.scheduleWithFixedDelay(this::look, 1, 1, TimeUnit.SECONDS);
        }
    }

    void stop(@Observes ShutdownEvent event) {
        if (timer != null) {
            timer.shutdownNow();
        }
    }

    public boolean allLoaded() {
        return missing.isEmpty();
    }

    public boolean loaded(String topic) {
        return !missing.contains(topic);
    }

    /** Topics not yet loaded. */
    public Set<String> missing() {
        return Set.copyOf(missing);
    }

    private void look() {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap, "request.timeout.ms", "5000"))) {
            for (String topic : missing()) {
                if (!caughtUp(admin, topic)) {
                    caughtUpOnce.remove(topic);
                } else if (!caughtUpOnce.add(topic)) {
                    Sql.update(
                            source,
                            "insert into replica (topic, loaded_at) values (?,?) on conflict do nothing",
                            topic,
                            clock.instant());
                    missing.remove(topic);
                    LOG.infof("replica of %s is loaded", topic);
                }
            }
            if (missing.isEmpty()) {
                timer.shutdown();
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException | RuntimeException notYet) {
            LOG.debugf("replicas are looked at again: %s", notYet.toString());
        }
    }

    private boolean caughtUp(Admin admin, String topic)
            throws InterruptedException, ExecutionException, TimeoutException {
        Set<TopicPartition> partitions = admin
                .describeTopics(List.of(topic))
                .allTopicNames()
                .get(SECONDS_MAX, TimeUnit.SECONDS)
                .get(topic)
                .partitions()
                .stream()
                .map(each -> new TopicPartition(topic, each.partition()))
                .collect(Collectors.toSet());
        var ends = admin.listOffsets(
                        partitions.stream().collect(Collectors.toMap(each -> each, each -> OffsetSpec.latest())))
                .all()
                .get(SECONDS_MAX, TimeUnit.SECONDS);
        var done = admin.listConsumerGroupOffsets(group)
                .partitionsToOffsetAndMetadata()
                .get(SECONDS_MAX, TimeUnit.SECONDS);
        long total = 0;
        for (TopicPartition each : partitions) {
            long end = ends.get(each).offset();
            total += end;
            if (end > 0 && (done.get(each) == null || done.get(each).offset() < end)) {
                return false;
            }
        }
        return total > 0;
    }
}
