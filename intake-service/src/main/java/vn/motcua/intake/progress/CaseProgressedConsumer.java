package vn.motcua.intake.progress;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import vn.motcua.intake.act.OfferedBody;
import vn.motcua.intake.act.Offers;
import vn.motcua.intake.dossier.Action;
import vn.motcua.intake.dossier.Actor;
import vn.motcua.intake.dossier.Handling;
import vn.motcua.platform.inbox.Event;
import vn.motcua.platform.inbox.Inbound;
import vn.motcua.platform.inbox.Unprocessable;
import vn.motcua.platform.json.EventJson;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Takes what the cases report: five acts are offered to the dossier, the others are recorded. */
@ApplicationScoped
public class CaseProgressedConsumer {
    private static final String CONSUMER = "intake.cases";

    private static final Map<Action, Class<? extends OfferedBody>> OFFERED = Map.of(
            Action.ASK_SUPPLEMENT, OfferedBody.AskSupplement.class,
            Action.ASK_PAYMENT, OfferedBody.AskPayment.class,
            Action.EXTEND, OfferedBody.Extend.class,
            Action.DECIDE, OfferedBody.Decide.class,
            Action.REISSUE, OfferedBody.Reissue.class);

    /** Only these answer a request to withdraw. */
    private static final Set<String> ANSWERS = Set.of("FROZEN", "DECISION_EXISTS");

    /** Only these tell where the case lies. */
    private static final Set<String> ROUTES = Set.of("OPENED", "HANDED_ON", "DECLINED", "RECALLED");

    private static final Set<String> OPINIONS = Set.of("OPINION_ASKED", "OPINION_ANSWERED", "OPINION_WITHDRAWN");

    /** What the history keeps of an opinion, for the lines of the control slip. */
    private static final List<String> OPINION = List.of("opinionId", "toUnit", "toDepartment", "due");

    static final Set<String> RECORDED = Set.of(
            "OPENED",
            "CLAIMED",
            "RELEASED",
            "HANDED_ON",
            "ACCEPTED",
            "DECLINED",
            "RECALLED",
            "OPINION_ASKED",
            "OPINION_ANSWERED",
            "OPINION_WITHDRAWN",
            "DRAFT_OFFERED",
            "DRAFT_REDATED",
            "DRAFT_CONFIRMED",
            "DRAFT_OBJECTED",
            "ESCALATED",
            "PROPOSED",
            "SENT_BACK",
            "FROZEN",
            "THAWED",
            "DECISION_EXISTS");

    private final Inbound inbound;
    private final Offers offers;

    CaseProgressedConsumer(Inbound inbound, Offers offers) {
        this.inbound = inbound;
        this.offers = offers;
    }

    void start(@Observes StartupEvent event) {
        inbound.register(CONSUMER, this::apply);
    }

    @Incoming("cases")
    void on(ConsumerRecords<String, String> batch) {
        inbound.take(CONSUMER, batch, this::apply);
    }

    private void apply(Event event) {
        CaseProgressed told = event.as(CaseProgressed.class);
        Offers.Origin origin = new Offers.Origin(
                event.id(),
                told.dossierId(),
                Actor.CASE,
                told.actor().signature(),
                told.effectiveAt(),
                told.basedOnSequence());
        if (RECORDED.contains(told.act())) {
            record(told, origin);
        } else {
            offers.offer(origin, offered(told.act()), offeredBody(told));
        }
    }

    private void record(CaseProgressed told, Offers.Origin origin) {
        Handling handling = told.handlingUnit() == null ? null : new Handling(told.handlingUnit(), told.department());
        String department = ROUTES.contains(told.act()) && handling == null ? told.department() : null;
        UUID answers = ANSWERS.contains(told.act()) ? told.causedBy() : null;
        Map<String, Object> details = new LinkedHashMap<>();
        if (told.department() != null) {
            details.put("department", told.department());
            details.put("state", told.state());
        }
        if (handling != null) {
            details.put("handlingUnit", handling.unit());
        }
        if (OPINIONS.contains(told.act())) {
            OPINION.forEach(
                    field -> details.put(field, told.payload().path(field).asText()));
        }
        offers.record(
                origin,
                told.act(),
                new Offers.Told(told.state(), department, handling, told.holder(), draft(told)),
                answers,
                details);
    }

    /** What it says of a draft of the result before the person; null where it says nothing of one. */
    private static Offers.Draft draft(CaseProgressed told) {
        return switch (told.act()) {
            case "DRAFT_OFFERED", "DRAFT_REDATED" -> {
                String until = told.payload().path("until").asText(null);
                yield new Offers.Draft(until == null ? null : Instant.parse(until));
            }
            case "DRAFT_CONFIRMED", "DRAFT_OBJECTED" -> new Offers.Draft(null);
            default -> null;
        };
    }

    private static Action offered(String act) {
        return OFFERED.keySet().stream()
                .filter(action -> action.name().equals(act))
                .findFirst()
                .orElseThrow(() -> new Unprocessable("unknown act of a case: " + act));
    }

    /** What the case offers; null for what is only recorded. */
    static OfferedBody offeredBody(CaseProgressed told) {
        return RECORDED.contains(told.act()) ? null : body(OFFERED.get(offered(told.act())), told.payload());
    }

    static OfferedBody body(Class<? extends OfferedBody> type, JsonNode payload) {
        try {
            return EventJson.read(payload, type);
        } catch (IllegalArgumentException e) {
            throw new Unprocessable(e.getMessage());
        }
    }
}
