package vn.motcua.bench;

import com.fasterxml.jackson.databind.JsonNode;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import java.util.UUID;

/** One client: its connection, its officers, its measurements. Used by one thread at a time. */
final class Client implements AutoCloseable {
    /** Told before and after each call, for those who look at one call at a time. */
    interface Watch {
        Watch NONE = (call, before) -> {};

        void at(Call call, boolean before);
    }

    private final Wire wire;
    private final Staff staff;
    private final SplittableRandom random;
    private final Pace pace;
    private Recorder recorder = new Recorder();
    private Watch watch = Watch.NONE;

    /** An answer that ends a lifecycle. */
    static final class Unexpected extends RuntimeException {
        Unexpected(String message) {
            super(message, null, false, false);
        }
    }

    Client(URI gateway, Staff staff, Pace pace, long seed) {
        this.wire = new Wire(gateway);
        this.staff = staff;
        this.pace = pace;
        this.random = new SplittableRandom(seed);
    }

    void record(Recorder into) {
        recorder = into;
    }

    void watch(Watch watcher) {
        watch = watcher;
    }

    Recorder recorder() {
        return recorder;
    }

    Staff staff() {
        return staff;
    }

    SplittableRandom random() {
        return random;
    }

    /** A call that must succeed. */
    Wire.Answer call(Call call, Request request) {
        Wire.Answer answer = tried(call, request);
        if (!answer.ok()) {
            throw new Unexpected(call.label() + ": " + answer.status() + " " + brief(answer));
        }
        return answer;
    }

    /** A call that may be refused. */
    Wire.Answer tried(Call call, Request request) {
        watch.at(call, true);
        long begin = System.nanoTime();
        Wire.Answer answer = wire.send(request);
        recorder.took(call, System.nanoTime() - begin);
        watch.at(call, false);
        return answer;
    }

    /** Asks again and again until the effect of another service is there; the time is kept under {@code waiting}. */
    JsonNode await(Call waiting, Arrival arrival) throws InterruptedException {
        long begin = System.nanoTime();
        Pace.Wait wait = pace.begin(waiting);
        while (true) {
            wait.pause(System.nanoTime() - begin);
            long asked = System.nanoTime();
            Wire.Answer answer = wire.send(arrival.ask());
            recorder.took(Call.POLL, System.nanoTime() - asked);
            JsonNode there = arrival.arrived(answer);
            if (there != null) {
                long nanos = System.nanoTime() - begin;
                recorder.took(waiting, nanos);
                wait.arrived(nanos);
                return there;
            }
            if (System.nanoTime() - begin > Pace.PATIENCE_NANOS) {
                throw new Unexpected(
                        waiting.label() + ": not within 60 s, last " + answer.status() + " " + brief(answer));
            }
        }
    }

    /** How to ask for an effect, and what of the answer is it; null while it is not there. */
    interface Arrival {
        Request ask();

        JsonNode arrived(Wire.Answer answer);
    }

    static String key() {
        return UUID.randomUUID().toString();
    }

    /** Lets the next call open a connection of its own, where the gateway may have closed the present one meanwhile. */
    void reconnect() {
        wire.close();
    }

    @Override
    public void close() {
        wire.close();
    }

    private static String brief(Wire.Answer answer) {
        String text = new String(answer.body(), StandardCharsets.UTF_8);
        return text.substring(0, Math.min(300, text.length()));
    }
}
