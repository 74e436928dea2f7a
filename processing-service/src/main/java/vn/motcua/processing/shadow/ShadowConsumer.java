package vn.motcua.processing.shadow;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import vn.motcua.platform.inbox.EventHandler;
import vn.motcua.platform.inbox.Inbound;
import vn.motcua.platform.inbox.Unprocessable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Hears other authorities, each under a name of its own: the same reference in two systems is two keys. */
@ApplicationScoped
class ShadowConsumer {
    private static final String NAME = "processing.shadows.";
    private static final EventHandler NOBODY = event -> {
        throw new Unprocessable("no authority of record is configured for this topic");
    };

    @Inject
    Inbound inbound;

    @Inject
    Authorities authorities;

    @Inject
    FollowShadow follow;

    private final Map<String, AuthorityOfRecord> byTopic = new LinkedHashMap<>();

    /** Known before the first batch, which may come before everything has started. */
    @PostConstruct
    void known() {
        for (AuthorityOfRecord each : authorities.all()) {
            byTopic.put(each.topic(), each);
            inbound.register(name(each.system()), told -> follow.take(each, told));
        }
    }

    /** Made at the start, so that parked keys can be drained before anything is heard. */
    void start(@Observes StartupEvent event) {
        // see known()
    }

    /** Under which its events are remembered and its keys parked, also while it is not configured. */
    static String name(String system) {
        return NAME + system;
    }

    @Incoming("shadows")
    void on(ConsumerRecords<String, String> batch) {
        Map<String, List<ConsumerRecord<String, String>>> topics = new LinkedHashMap<>();
        for (ConsumerRecord<String, String> each : batch) {
            topics.computeIfAbsent(each.topic(), topic -> new ArrayList<>()).add(each);
        }
        topics.forEach((topic, told) -> {
            AuthorityOfRecord authority = byTopic.get(topic);
            if (authority == null) {
                inbound.take(name(EventAuthority.system(topic)), told, NOBODY);
            } else {
                inbound.take(name(authority.system()), told, event -> follow.take(authority, event));
            }
        });
    }
}
