package vn.motcua.intake.progress;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import vn.motcua.intake.act.OfferedBody;
import vn.motcua.intake.act.Offers;
import vn.motcua.intake.dossier.Action;
import vn.motcua.intake.dossier.Actor;
import vn.motcua.platform.inbox.Event;
import vn.motcua.platform.inbox.Inbound;
import vn.motcua.platform.inbox.Unprocessable;

import java.util.Map;
import java.util.Set;

/** Takes what the returns report: the hand-over, at the counter, by the post or into the inbox, is offered to the dossier, the rest is recorded. */
@ApplicationScoped
public class ReturnProgressedConsumer {
    private static final String CONSUMER = "intake.returns";
    private static final Set<String> OFFERED = Set.of("HAND_OVER", "DELIVERED", "PLACED");
    private static final Set<String> RECORDED = Set.of(
            "OPENED", "ANNOUNCED", "POSTED", "UNDELIVERABLE", "SHELVED", "FOUND", "PAPER_GIVEN", "SENT_ON", "ARRIVED");

    private final Inbound inbound;
    private final Offers offers;

    ReturnProgressedConsumer(Inbound inbound, Offers offers) {
        this.inbound = inbound;
        this.offers = offers;
    }

    void start(@Observes StartupEvent event) {
        inbound.register(CONSUMER, this::apply);
    }

    @Incoming("returns")
    void on(ConsumerRecords<String, String> batch) {
        inbound.take(CONSUMER, batch, this::apply);
    }

    private void apply(Event event) {
        ReturnProgressed told = event.as(ReturnProgressed.class);
        Offers.Origin origin = new Offers.Origin(
                event.id(),
                told.dossierId(),
                Actor.RETURN,
                told.actor().signature(),
                told.happenedAt(),
                told.basedOnSequence());
        if (RECORDED.contains(told.act())) {
            offers.record(
                    origin,
                    told.act(),
                    new Offers.Told(told.state(), null, null, null),
                    null,
                    Map.of("state", told.state()));
        } else if (OFFERED.contains(told.act())) {
            offers.offer(
                    origin, Action.HAND_OVER, CaseProgressedConsumer.body(OfferedBody.HandOver.class, told.payload()));
        } else {
            throw new Unprocessable("unknown act of a return: " + told.act());
        }
    }
}
