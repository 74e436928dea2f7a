package vn.motcua.notification.journey;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import vn.motcua.notification.dossier.DossierOfficers;
import vn.motcua.notification.dossier.Dossiers;
import vn.motcua.notification.dossier.KnownDossier;
import vn.motcua.notification.dossier.StageChanged;
import vn.motcua.notification.dossier.StageChanged.ReturnMode;
import vn.motcua.notification.giveback.FollowDossier;
import vn.motcua.notification.message.SendMessages;
import vn.motcua.notification.message.Template;
import vn.motcua.platform.inbox.Event;
import vn.motcua.platform.inbox.Inbound;

import java.util.Set;

/** Follows dossiers: remembers the state, tells the person, moves the return; all three in one transaction. */
@ApplicationScoped
class StageChangedConsumer {
    private static final String NAME = "notification.dossiers";

    @Inject
    Inbound inbound;

    @Inject
    Dossiers dossiers;

    @Inject
    DossierOfficers officers;

    @Inject
    SendMessages sendMessages;

    @Inject
    FollowDossier followDossier;

    void start(@Observes StartupEvent event) {
        inbound.register(NAME, this::apply);
    }

    @Incoming("dossiers")
    void on(ConsumerRecords<String, String> batch) {
        inbound.take(NAME, batch, this::apply);
    }

    private void apply(Event event) {
        StageChanged change = event.as(StageChanged.class);
        ReturnMode before = dossiers.locked(change.dossierId())
                .map(KnownDossier::returnMode)
                .orElse(null);
        KnownDossier dossier = dossiers.take(change);
        officers.acted(change.dossierId(), change.actor());
        Set<Template> sent = sendMessages.send(event.id(), change, dossier, before);
        followDossier.follow(event.id(), change, dossier, sent.stream().anyMatch(Template::announcesReturn));
    }
}
