package vn.motcua.notification.giveback;

import vn.motcua.notification.dossier.Actor;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * {@code return.progressed}: an act of a return. The state is the one the act leads to; a refused offer takes it back.
 * Nothing about the people served.
 */
record ReturnProgressed(
        UUID returnId,
        UUID dossierId,
        String act,
        Actor actor,
        String unit,
        ReturnState state,
        Instant effectiveAt,
        long basedOnSequence,
        UUID causedBy,
        Map<String, Object> payload) {

    static final String TOPIC = "return.progressed";
    static final String TYPE = "vn.motcua.return.progressed.v1";
    private static final Actor SYSTEM = new Actor("return", null, null);

    static ReturnProgressed opened(Giveback g, long sequence, UUID causedBy) {
        return recorded("OPENED", g, sequence, causedBy);
    }

    static ReturnProgressed announced(Giveback g, long sequence, UUID causedBy) {
        return recorded("ANNOUNCED", g, sequence, causedBy);
    }

    /** The electronic result lies in the inbox; nothing else is given back by it. */
    static ReturnProgressed placed(Giveback g, long sequence, UUID causedBy) {
        Map<String, Object> payload = new LinkedHashMap<>();
        payload.put("collector", "INBOX");
        payload.put("how", "ELECTRONIC");
        payload.put("originals", List.of());
        return of("PLACED", g, SYSTEM, sequence, causedBy, payload);
    }

    static ReturnProgressed handedOver(Giveback g, long sequence) {
        return atCounter("HAND_OVER", g, sequence);
    }

    /** The paper of a placed result was given at the counter: recorded, the dossier is returned already. */
    static ReturnProgressed paperGiven(Giveback g, long sequence) {
        return atCounter("PAPER_GIVEN", g, sequence);
    }

    private static ReturnProgressed atCounter(String act, Giveback g, long sequence) {
        Map<String, Object> payload = new LinkedHashMap<>();
        payload.put("collector", g.handedOver().collector());
        payload.put("how", g.handedOver().how());
        Actor officer =
                new Actor("reception", g.handedOver().officer(), g.handedOver().title());
        return of(act, g, officer, sequence, null, payload);
    }

    /** An officer's act of a consignment, which says no more than how far the return is. */
    static ReturnProgressed byPost(String act, Giveback g, Actor officer, long sequence, Map<String, Object> payload) {
        return of(act, g, officer, sequence, null, payload);
    }

    /** An officer's act between two centres; the unit is the one that acted. */
    static ReturnProgressed between(
            String act, Giveback g, String unit, Actor officer, long sequence, Map<String, Object> payload) {
        return new ReturnProgressed(
                g.id(), g.dossierId(), act, officer, unit, g.state(), g.times().lastAct(), sequence, null, payload);
    }

    private static ReturnProgressed recorded(String act, Giveback g, long sequence, UUID causedBy) {
        return of(act, g, SYSTEM, sequence, causedBy, Map.of("holds", g.holds()));
    }

    private static ReturnProgressed of(
            String act, Giveback g, Actor by, long sequence, UUID causedBy, Map<String, Object> payload) {
        return new ReturnProgressed(
                g.id(), g.dossierId(), act, by, g.unit(), g.state(), g.times().lastAct(), sequence, causedBy, payload);
    }
}
