package vn.motcua.notification.message;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.motcua.notification.catalogue.Catalogue;
import vn.motcua.notification.catalogue.Names;
import vn.motcua.notification.delivery.ChannelKind;
import vn.motcua.notification.dossier.KnownDossier;
import vn.motcua.notification.dossier.StageChanged;
import vn.motcua.notification.dossier.StageChanged.ReturnMode;

import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Sends what the table says about a change of a dossier: one message per fact, audience and way, never twice. */
@ApplicationScoped
public class SendMessages {
    private final Catalogue catalogue;
    private final Messages messages;
    private final Clock clock;
    private final MeterRegistry meters;
    private final PostalContacts contacts;
    private final SayOutside outside;

    @Inject
    SendMessages(
            Catalogue catalogue,
            Messages messages,
            Clock clock,
            MeterRegistry meters,
            PostalContacts contacts,
            SayOutside outside) {
        this.catalogue = catalogue;
        this.messages = messages;
        this.clock = clock;
        this.meters = meters;
        this.contacts = contacts;
        this.outside = outside;
    }

    /**
     * Stores the messages, which the portal shows from then on, and opens their other ways, in the caller's transaction.
     *
     * @param eventId id of the event that told of the change
     * @param dossier what is known after it
     * @param before how the person wanted the result before it, null where it was not known
     * @return the templates that were sent now
     * @throws vn.motcua.platform.inbox.HoldKey while a name the text needs has not arrived
     */
    public Set<Template> send(UUID eventId, StageChanged change, KnownDossier dossier, ReturnMode before) {
        return say(eventId, change, dossier, new Said(MessageTable.find(change, before), Map.of(), null));
    }

    /**
     * What is said of something.
     *
     * @param more facts beside those of the dossier
     * @param id of the message, where there is one; null: any
     */
    record Said(List<MessageTable.Row> rows, Map<Fact, String> more, UUID id) {}

    Set<Template> say(UUID eventId, StageChanged change, KnownDossier dossier, Said said) {
        Set<Template> sent = EnumSet.noneOf(Template.class);
        List<MessageTable.Row> rows = said.rows();
        if (rows.isEmpty()) {
            return sent;
        }
        Names names = catalogue.names(
                Set.copyOf(List.of(change.receivingUnit(), change.competentUnit(), change.returningUnit())),
                change.procedureCode(),
                change.procedureVersion());
        Facts.Officers officers = new Facts.Officers(dossier.receivedBy(), dossier.handledBy());
        Map<String, String> vi = Facts.of(change, officers, names, "vi");
        Map<String, String> en = Facts.of(change, officers, names, "en");
        said.more().forEach((fact, value) -> {
            vi.put(fact.placeholder(), value);
            en.put(fact.placeholder(), value);
        });
        for (MessageTable.Row row : rows) {
            if (add(said.id() == null ? UUID.randomUUID() : said.id(), row, eventId, change, dossier, vi, en)) {
                sent.add(row.template());
            }
        }
        return sent;
    }

    /**
     * One message by one row.
     *
     * @param id by which messages on one state of a dossier are ordered
     * @return whether it was sent now, not before
     */
    boolean add(
            UUID id,
            MessageTable.Row row,
            UUID eventId,
            StageChanged change,
            KnownDossier dossier,
            Map<String, String> vi,
            Map<String, String> en) {
        Messages.Draft draft = new Messages.Draft(
                id,
                eventId,
                row,
                change.dossierId(),
                change.sequence(),
                dossier.language(),
                Rendered.of(row.template(), "vi", vi),
                Rendered.of(row.template(), "en", en),
                change.effectiveAt(),
                row.audience() == Audience.POST ? contacts.of(change.returningUnit()) : null);
        if (!messages.add(draft, clock.instant())) {
            return false;
        }
        outside.say(draft, change.receivingUnit(), "en".equals(draft.language()) ? en : vi);
        meters.counter("motcua.messages", "template", row.template().key(), "channel", ChannelKind.PORTAL.name())
                .increment();
        return true;
    }
}
