package vn.motcua.e2e;

import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.DataCodings;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.GSMSpecificFeature;
import org.jsmpp.bean.InterfaceVersion;
import org.jsmpp.bean.MessageMode;
import org.jsmpp.bean.MessageType;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.SubmitSm;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.session.BindRequest;
import org.jsmpp.session.SMPPServerSession;
import org.jsmpp.session.SMPPServerSessionListener;
import org.jsmpp.session.ServerMessageReceiverListener;
import org.jsmpp.session.SubmitSmResult;
import org.jsmpp.util.MessageId;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * A provider of short messages on jsmpp's server, in this JVM. It answers slowly, and not at all to some segments, throttles some, dies and comes back as it
 * is told, and tells what became of each segment that it took until that is acknowledged, of some once more.
 */
final class Smsc implements AutoCloseable {
    private static final Duration AGAIN = Duration.ofMillis(250);
    private static final int TOLD_TWICE = 4;

    /**
     * What it does with which segment, by the order in which they come from 1 on.
     *
     * @param dropped taken, and never answered in time
     * @param throttled not taken
     * @param undelivered taken, and does not reach the phone
     */
    record Whims(Set<Integer> dropped, Set<Integer> throttled, Set<Integer> undelivered) {}

    /**
     * A segment that it took.
     *
     * @param by who gave it: the system id the line was bound with
     * @param to the number as it came
     * @param ref {@code user_message_reference}
     * @param message by what the segments of one message know each other in the phone: the reference in their headers
     * @param number of the segment in its message, from 1 on
     * @param of how many
     * @param receipt the final state it tells
     */
    record Segment(
            String id, String by, String to, int ref, int message, int number, int of, String text, String receipt) {}

    private final List<Segment> taken = new CopyOnWriteArrayList<>();
    private final Map<String, String> acknowledged = new ConcurrentHashMap<>();
    private final List<SMPPServerSession> sessions = new CopyOnWriteArrayList<>();
    private final Map<SMPPServerSession, String> systems = new ConcurrentHashMap<>();
    private final ExecutorService lines = Executors.newCachedThreadPool(Smsc::daemon);
    private final ScheduledExecutorService receipts = Executors.newScheduledThreadPool(2, Smsc::daemon);
    private final AtomicInteger came = new AtomicInteger();
    private final AtomicInteger dropped = new AtomicInteger();
    private final String name;
    private final Whims whims;
    private final Duration silence;
    private final Random random;
    private final int port;
    private SMPPServerSessionListener listener;

    /**
     * Listens on a free port.
     *
     * @param silence longer than the other side waits for an answer
     */
    Smsc(String name, Whims whims, Duration silence, long seed) {
        this.name = name;
        this.whims = whims;
        this.silence = silence;
        this.random = new Random(seed);
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        rise();
    }

    /** Listens again, on the same port. */
    void rise() {
        try {
            SMPPServerSessionListener mine = new SMPPServerSessionListener(port);
            mine.setPduProcessorDegree(12);
            listener = mine;
            lines.execute(() -> accept(mine));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Closes every line in the middle of whatever it does, and takes no call any more. It forgets nothing. */
    void die() {
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        sessions.forEach(SMPPServerSession::close);
        sessions.clear();
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "smsc");
        thread.setDaemon(true);
        return thread;
    }

    int port() {
        return port;
    }

    String name() {
        return name;
    }

    List<Segment> taken() {
        return List.copyOf(taken);
    }

    /** The final states that were acknowledged, by id. */
    Map<String, String> acknowledged() {
        return Map.copyOf(acknowledged);
    }

    /** How many segments it took without an answer in time. */
    int dropped() {
        return dropped.get();
    }

    private void accept(SMPPServerSessionListener mine) {
        ServerMessageReceiverListener takes = (ServerMessageReceiverListener) Proxy.newProxyInstance(
                Smsc.class.getClassLoader(),
                new Class<?>[] {ServerMessageReceiverListener.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("onAcceptSubmitSm")) {
                        return take((SubmitSm) arguments[0], systems.get(arguments[1]));
                    }
                    throw new ProcessRequestException(method.getName(), SMPPConstant.STAT_ESME_RINVCMDID);
                });
        try {
            while (true) {
                SMPPServerSession session = mine.accept();
                session.setMessageReceiverListener(takes);
                session.setTransactionTimer(2_000);
                lines.execute(() -> bind(session));
            }
        } catch (IOException closed) {
            // the listener was closed
        }
    }

    private void bind(SMPPServerSession session) {
        try {
            BindRequest bind = session.waitForBind(5_000);
            systems.put(session, bind.getSystemId());
            bind.accept(name, InterfaceVersion.IF_34);
            sessions.add(session);
        } catch (Exception gone) {
            session.close();
        }
    }

    private SubmitSmResult take(SubmitSm pdu, String by) throws Exception {
        int ordinal = came.incrementAndGet();
        if (whims.throttled.contains(ordinal)) {
            throw new ProcessRequestException("throttled", SMPPConstant.STAT_ESME_RTHROTTLED);
        }
        Segment segment = segment(ordinal, pdu, by);
        int think;
        int until;
        synchronized (random) {
            think = 30 + random.nextInt(120);
            until = 100 + random.nextInt(600);
        }
        boolean silent = whims.dropped.contains(ordinal);
        if (silent) {
            dropped.incrementAndGet();
        }
        taken.add(segment);
        receipts.schedule(() -> tell(segment), until, TimeUnit.MILLISECONDS);
        LockSupport.parkNanos(silent ? silence.toNanos() : think * 1_000_000L);
        return new SubmitSmResult(new MessageId(segment.id), new OptionalParameter[0]);
    }

    private Segment segment(int ordinal, SubmitSm pdu, String by) {
        byte[] bytes = pdu.getShortMessage();
        int header = pdu.isUdhi() ? bytes[0] + 1 : 0;
        byte[] body = Arrays.copyOfRange(bytes, header, bytes.length);
        int ref = pdu.getOptionalParameter(OptionalParameter.User_message_reference.class)
                        .getValue()
                & 0xFFFF;
        return new Segment(
                name + "-" + ordinal,
                by,
                pdu.getDestAddress(),
                ref,
                header == 0 ? ref & 0xFF : bytes[3] & 0xFF,
                header == 0 ? 1 : bytes[5],
                header == 0 ? 1 : bytes[4],
                // the letters and signs our texts have lie where ASCII has them in GSM 7 bit too
                new String(body, pdu.getDataCoding() == 8 ? StandardCharsets.UTF_16BE : StandardCharsets.US_ASCII),
                whims.undelivered.contains(ordinal) ? "UNDELIV" : "DELIVRD");
    }

    /** Tells the final state on the newest line; again, until it is acknowledged. */
    private void tell(Segment segment) {
        try {
            SMPPServerSession line = sessions.stream()
                    .filter(each -> each.getSessionState().isBound())
                    .reduce((one, later) -> later)
                    .orElseThrow(IOException::new);
            deliver(line, segment);
            if (segment.ref % TOLD_TWICE == 0) {
                deliver(line, segment);
            }
            acknowledged.put(segment.id, segment.receipt);
        } catch (Exception notNow) {
            if (!receipts.isShutdown()) {
                receipts.schedule(() -> tell(segment), AGAIN.toMillis(), TimeUnit.MILLISECONDS);
            }
        }
    }

    private static void deliver(SMPPServerSession line, Segment segment) throws Exception {
        String text = "id:" + segment.id + " sub:001 dlvrd:001 submit date:2611231000 done date:2611231001 stat:"
                + segment.receipt + " err:000 text:";
        line.deliverShortMessage(
                "",
                TypeOfNumber.INTERNATIONAL,
                NumberingPlanIndicator.ISDN,
                segment.to,
                TypeOfNumber.ALPHANUMERIC,
                NumberingPlanIndicator.UNKNOWN,
                "MOTCUA",
                new ESMClass(MessageMode.DEFAULT, MessageType.SMSC_DEL_RECEIPT, GSMSpecificFeature.DEFAULT),
                (byte) 0,
                (byte) 0,
                new RegisteredDelivery(0),
                DataCodings.ZERO,
                text.getBytes(StandardCharsets.US_ASCII),
                new OptionalParameter.Receipted_message_id(segment.id),
                new OptionalParameter.User_message_reference((short) segment.ref));
    }

    @Override
    public void close() {
        receipts.shutdownNow();
        die();
        lines.shutdownNow();
    }
}
