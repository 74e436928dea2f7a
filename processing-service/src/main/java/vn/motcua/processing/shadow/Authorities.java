package vn.motcua.processing.shadow;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.jboss.logging.Logger;
import vn.motcua.platform.outbox.Topics;
import vn.motcua.platform.timer.Background;
import vn.motcua.processing.ProcessingConfig;
import vn.motcua.processing.outside.Access;
import vn.motcua.processing.outside.OutsideSystems;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * The other systems of the configuration, each with its adapter, its topic and its right to write there. Attached at the start; tried again
 * while the broker is away; the service works without them.
 */
@ApplicationScoped
class Authorities {
    private static final Logger LOG = Logger.getLogger(Authorities.class);
    private static final int PARTITIONS = 3;
    private static final String KEPT = "P180D";
    private static final int RETRY_SECONDS = 5;

    @Inject
    ShadowConfig config;

    @Inject
    ProcessingConfig processing;

    @Inject
    Topics topics;

    @Inject
    OutsideSystems outside;

    private ScheduledExecutorService timer;

    void start(@Observes StartupEvent event) {
        timer = Background.thread("authorities");
        timer.scheduleWithFixedDelay(this::attach, 0, RETRY_SECONDS, TimeUnit.SECONDS);
    }

    void stop(@Observes ShutdownEvent event) {
        timer.shutdownNow();
    }

    private void attach() {
        try {
            for (AuthorityOfRecord each : all()) {
                topics.create(each.topic(), PARTITIONS, KEPT);
                outside.attach(each.topic(), Access.WRITES, null, null);
            }
            List<String> named = all().stream().map(AuthorityOfRecord::topic).toList();
            outside.names(Access.WRITES).stream()
                    .filter(each -> !named.contains(each))
                    .forEach(outside::detach);
            timer.shutdown();
        } catch (RuntimeException notYet) {
            LOG.warnf("attaching other authorities is tried again: %s", notYet.toString());
        }
    }

    /** In the order of their names. */
    List<AuthorityOfRecord> all() {
        return config.systems().keySet().stream()
                .sorted()
                .map(system -> (AuthorityOfRecord) new EventAuthority(system, Set.copyOf(processing.departments())))
                .toList();
    }

    /** As officers know it; its short name where it is configured no more. */
    String name(String system) {
        ShadowConfig.Authority known = config.systems().get(system);
        return known == null ? system : known.name();
    }

    /** How long it may be silent; nothing for one that is configured no more. */
    Duration silence(String system) {
        ShadowConfig.Authority known = config.systems().get(system);
        return known == null ? Duration.ZERO : known.silence();
    }
}
