package vn.motcua.notification.notice;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import vn.motcua.notification.dossier.DossierOfficers;
import vn.motcua.notification.message.CaseTold;
import vn.motcua.notification.message.SendCaseMessages;
import vn.motcua.platform.inbox.Event;
import vn.motcua.platform.inbox.Inbound;

/** Turns what happens to cases into notices for officers and into messages where a case asks the person, and keeps who acted on them. */
@ApplicationScoped
class CaseProgressedConsumer {
    private static final String NAME = "notification.cases";

    @Inject
    Inbound inbound;

    @Inject
    Notices notices;

    @Inject
    DossierOfficers officers;

    @Inject
    SendCaseMessages messages;

    void start(@Observes StartupEvent event) {
        inbound.register(NAME, this::apply);
    }

    @Incoming("cases")
    void on(ConsumerRecords<String, String> batch) {
        inbound.take(NAME, batch, this::apply);
    }

    private void apply(Event event) {
        CaseProgressed progress = event.as(CaseProgressed.class);
        officers.acted(progress.dossierId(), progress.actor());
        NoticeKind kind = NoticeKind.of(progress.act(), progress.payload());
        if (kind != null) {
            notices.add(event.id(), kind, progress);
        }
        String role = progress.actor() == null ? null : progress.actor().role();
        messages.send(
                event.id(),
                new CaseTold(
                        progress.dossierId(),
                        progress.act(),
                        role,
                        progress.effectiveAt(),
                        progress.basedOnSequence(),
                        progress.until()));
    }
}
