package vn.motcua.e2e;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/** What clients were told has happened: each act once, however often it had to be sent. */
final class Ledger {
    /** Whose act it is. */
    enum Side {
        DOSSIER,
        CASE,
        RETURN
    }

    /**
     * An acknowledged act.
     *
     * @param key its Idempotency-Key
     * @param before the revision it named in If-Match; 0 for OPEN
     * @param after the revision in the answer
     */
    record Ack(UUID dossier, Side side, String act, String key, long before, long after) {}

    private final List<Ack> acks = new CopyOnWriteArrayList<>();

    void add(UUID dossier, Side side, String act, Http.Call call, Http.Answer answer) {
        long before = call.ifMatch() == null ? 0 : Long.parseLong(call.ifMatch().replace("\"", ""));
        acks.add(new Ack(dossier, side, act, call.key(), before, answer.revision()));
    }

    List<Ack> acks() {
        return List.copyOf(acks);
    }
}
