package vn.motcua.notification.support;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import vn.motcua.devstack.TestEvents;
import vn.motcua.notification.contract.Contracts;
import vn.motcua.notification.dossier.Action;
import vn.motcua.notification.dossier.Stage;

import java.time.Instant;
import java.util.UUID;
import java.util.function.Consumer;

/** One dossier as intake tells of it: every call publishes the next change. */
public final class Story {
    public static final String MUONG_SAI = "14-03712-20250701";
    public static final String QUYNH_NHAI = "14-03703-20250701";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TOPIC = "dossier.stage-changed";
    private static final String TYPE = "vn.motcua.dossier.stage-changed.v1";

    public final UUID id = UUID.randomUUID();
    public final String reference =
            id.toString().replace("-", "").substring(0, 10).toUpperCase();
    public final String code = "H52.712.00-261123-" + (1000 + Math.abs(id.hashCode() % 9_000_000));
    private final ObjectNode state;
    private long sequence;

    /** A counter dossier of Mường Sại, not yet told of. */
    public Story() {
        state = Contracts.example(TOPIC, "received").data().deepCopy();
        state.put("dossierId", id.toString()).put("reference", reference).put("code", code);
    }

    /** Changes what later changes carry. */
    public Story with(Consumer<ObjectNode> facts) {
        facts.accept(state);
        return this;
    }

    /** Publishes a change and remembers the stage. */
    public UUID tell(Action action, Stage to) {
        return tell(action, Stage.valueOf(state.get("stage").asText()), to);
    }

    /** The same from another stage than the last one. */
    public UUID tell(Action action, Stage from, Stage to) {
        UUID event = UUID.randomUUID();
        TestEvents.publish(
                TOPIC, id.toString(), TYPE, event, next(action, from, to).toString());
        return event;
    }

    /** The body of the next change. */
    public ObjectNode next(Action action, Stage from, Stage to) {
        state.put("sequence", ++sequence)
                .put("action", action.name())
                .put("previousStage", from.name())
                .put("stage", to.name());
        return state.deepCopy();
    }

    public Story received() {
        tell(Action.RECEIVE, Stage.PREPARING, Stage.RECEIVED);
        return this;
    }

    /** Received, handed to a department and decided. */
    public Story decided(UUID result) {
        received();
        tell(Action.TRANSFER, Stage.IN_PROCESS);
        with(s -> s.put("decisionKind", "GRANTED")
                .put("resultId", result.toString())
                .put("step", 5));
        tell(Action.DECIDE, Stage.DECIDED);
        return this;
    }

    /** Intake's answer to an offered hand-over. */
    public UUID answer(UUID offer, boolean applied, String reason) {
        state.put("causedBy", offer.toString())
                .put("outcome", applied ? "APPLIED" : "REFUSED")
                .put("reasonCode", reason);
        Stage now = Stage.valueOf(state.get("stage").asText());
        UUID event = tell(Action.HAND_OVER, now, applied && now == Stage.DECIDED ? Stage.RETURNED : now);
        state.putNull("causedBy").putNull("outcome").putNull("reasonCode");
        return event;
    }

    public Story at(Instant instant) {
        return with(s -> s.put("effectiveAt", instant.toString()));
    }

    /** Publishes a body as an event of this dossier. */
    public void deliver(UUID event, ObjectNode body) {
        TestEvents.publish(TOPIC, body.get("dossierId").asText(), TYPE, event, body.toString());
    }

    static ObjectNode object() {
        return JSON.createObjectNode();
    }
}
