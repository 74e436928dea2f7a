package vn.motcua.notification.notice;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import vn.motcua.platform.inbox.Event;
import vn.motcua.platform.inbox.Inbound;

/** Turns what happens to cases into notices for officers, nothing else. */
@ApplicationScoped
class CaseProgressedConsumer {
    private static final String NAME = "notification.cases";

    @Inject
    Inbound inbound;

    @Inject
    Notices notices;

    void start(@Observes StartupEvent event) {
        inbound.register(NAME, this::apply);
    }

    @Incoming("cases")
    void on(ConsumerRecords<String, String> batch) {
        inbound.take(NAME, batch, this::apply);
    }

    private void apply(Event event) {
        CaseProgressed progress = event.as(CaseProgressed.class);
        NoticeKind kind = NoticeKind.of(progress.act(), progress.payload());
        if (kind != null) {
            notices.add(event.id(), kind, progress);
        }
    }
}
