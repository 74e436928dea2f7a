package vn.motcua.notification.sms;

import org.jboss.logging.Logger;
import org.jsmpp.InvalidResponseException;
import org.jsmpp.PDUException;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.Alphabet;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.DataCoding;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.GSMSpecificFeature;
import org.jsmpp.bean.GeneralDataCoding;
import org.jsmpp.bean.MessageMode;
import org.jsmpp.bean.MessageType;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.SMSCDeliveryReceipt;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.ResponseTimeoutException;
import org.jsmpp.session.BindParameter;
import org.jsmpp.session.SMPPSession;
import org.jsmpp.session.connection.Connection;
import org.jsmpp.session.connection.socket.SocketConnection;
import vn.motcua.notification.NotificationConfig;
import vn.motcua.notification.delivery.Receipts;
import vn.motcua.notification.delivery.Silence;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;

/**
 * One provider over SMPP 3.4: a session bound as transceiver, kept alive by enquire_link, bound again after it broke, later each time
 * up to a minute. It is left alone for a moment where it says that it has too much to do, and for longer each time where its line stands
 * and it answers nothing: every segment it does not answer is a message in doubt.
 */
final class SmppProvider {
    private static final Logger LOG = Logger.getLogger(SmppProvider.class);
    private static final Duration ENQUIRE_LINK = Duration.ofSeconds(30);
    private static final Duration ANSWER = Duration.ofSeconds(10);
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
    /** Answers about the message or the number, which no other provider would give differently (SMPP 3.4 §5.1.3). */
    private static final Set<Integer> OF_THE_MESSAGE = Set.of(
            SMPPConstant.STAT_ESME_RINVMSGLEN,
            SMPPConstant.STAT_ESME_RINVDSTADR,
            SMPPConstant.STAT_ESME_RINVDSTTON,
            SMPPConstant.STAT_ESME_RINVDSTNPI);

    private final NotificationConfig.Smpp config;
    private final Receipts receipts;
    private final AtomicLong busyUntil = new AtomicLong(System.nanoTime());
    private final Silence silence = new Silence(Submission.PAUSE, LONGEST_PAUSE);

    private volatile SMPPSession session;
    private volatile boolean closed;
    private int failures;
    private long nextBind = System.nanoTime();

    SmppProvider(NotificationConfig.Smpp config, Receipts receipts) {
        this.config = config;
        this.receipts = receipts;
    }

    String name() {
        return config.name();
    }

    /** Whether a segment can be given to it now. */
    boolean ready() {
        return ready(session);
    }

    private boolean ready(SMPPSession now) {
        boolean busy = System.nanoTime() - busyUntil.get() < 0 || silence.lasts();
        return now != null && now.getSessionState().isTransmittable() && !busy;
    }

    /** Binds where no session stands and the pause after the last failure is over; waits for the answer. */
    synchronized void keepBound() {
        SMPPSession now = session;
        if (now != null && now.getSessionState().isBound() || System.nanoTime() - nextBind < 0) {
            return;
        }
        drop();
        SMPPSession fresh = new SMPPSession((host, port) -> connected(host, port, CONNECT));
        fresh.setEnquireLinkTimer(
                (int) config.enquireLink().orElse(ENQUIRE_LINK).toMillis());
        fresh.setTransactionTimer(answer());
        fresh.setMessageReceiverListener(new SmppReceipts(config.name(), receipts));
        try {
            fresh.connectAndBind(config.host(), config.port(), bind(), answer());
            session = fresh;
            failures = 0;
            LOG.infof("bound at %s", config.name());
            if (closed) {
                drop();
            }
        } catch (IOException down) {
            fresh.close();
            failures++;
            nextBind = System.nanoTime() + pause().toNanos();
            if (failures == 1) {
                LOG.warnf(
                        "%s cannot be bound: %s", config.name(), down.getClass().getSimpleName());
            }
        }
    }

    /**
     * A line to a server.
     *
     * @throws java.net.SocketTimeoutException where nobody takes it up in that time; the system's own limit is minutes
     */
    static Connection connected(String host, int port, Duration atMost) throws IOException {
        Socket socket = new Socket();
        try {
            socket.connect(new InetSocketAddress(host, port), (int) atMost.toMillis());
            return new SocketConnection(socket);
        } catch (IOException | RuntimeException down) {
            socket.close();
            throw down;
        }
    }

    private long answer() {
        return config.answer().orElse(ANSWER).toMillis();
    }

    private BindParameter bind() {
        return new BindParameter(
                BindType.BIND_TRX,
                config.systemId(),
                config.password(),
                config.systemType().orElse(""),
                TypeOfNumber.UNKNOWN,
                NumberingPlanIndicator.UNKNOWN,
                null);
    }

    private Duration pause() {
        long whole = Math.min(FIRST_PAUSE.toMillis() << Math.min(failures - 1, 10), LONGEST_PAUSE.toMillis());
        return Duration.ofMillis(whole / 2 + ThreadLocalRandom.current().nextLong(whole / 2 + 1));
    }

    /** Gives one segment to it and waits for the answer; where it was silent, only one at a time. */
    Submission submit(String to, Segments segments, int index, int ref) {
        SMPPSession now = session;
        if (!ready(now)) {
            return Submission.of(Submission.Outcome.BUSY, "not-bound");
        }
        if (!silence.mayAsk()) {
            return Submission.of(Submission.Outcome.BUSY, "not-answering");
        }
        try {
            Submission taken = Submission.taken(send(now, to, segments, index, ref));
            silence.answered();
            return taken;
        } catch (NegativeResponseException no) {
            silence.answered();
            return refused(now, no.getCommandStatus());
        } catch (PDUException unsendable) {
            return Submission.of(Submission.Outcome.REFUSED, "not-sendable");
        } catch (ResponseTimeoutException | InvalidResponseException | IOException lost) {
            unanswered(now);
            return Submission.of(Submission.Outcome.LOST, "no-answer");
        } finally {
            silence.over();
        }
    }

    /** Of a line that broke nothing is learnt: the next one may answer. */
    private void unanswered(SMPPSession now) {
        if (now == session && now.getSessionState().isTransmittable() && silence.lost()) {
            LOG.warnf("%s answers no segment and is left alone for a while", config.name());
        }
    }

    private String send(SMPPSession now, String to, Segments segments, int index, int ref)
            throws PDUException, ResponseTimeoutException, InvalidResponseException, NegativeResponseException,
                    IOException {
        GSMSpecificFeature header = segments.count() == 1 ? GSMSpecificFeature.DEFAULT : GSMSpecificFeature.UDHI;
        DataCoding coding = new GeneralDataCoding(
                segments.encoding() == Segments.Encoding.GSM7 ? Alphabet.ALPHA_DEFAULT : Alphabet.ALPHA_UCS2);
        boolean named = !config.sender().matches("\\d+");
        return now.submitShortMessage(
                        "",
                        named ? TypeOfNumber.ALPHANUMERIC : TypeOfNumber.NETWORK_SPECIFIC,
                        named ? NumberingPlanIndicator.UNKNOWN : NumberingPlanIndicator.ISDN,
                        config.sender(),
                        TypeOfNumber.INTERNATIONAL,
                        NumberingPlanIndicator.ISDN,
                        international(to),
                        new ESMClass(MessageMode.DEFAULT, MessageType.DEFAULT, header),
                        (byte) 0,
                        (byte) 1,
                        null,
                        null,
                        new RegisteredDelivery(SMSCDeliveryReceipt.SUCCESS_FAILURE),
                        (byte) 0,
                        coding,
                        (byte) 0,
                        segments.bytes(index, ref),
                        new OptionalParameter.User_message_reference((short) ref))
                .getMessageId();
    }

    /** A number of Vietnam with its country code and without a plus, as SMSCs take it. */
    static String international(String number) {
        return number.startsWith("+")
                ? number.substring(1)
                : number.startsWith("0") ? "84" + number.substring(1) : number;
    }

    private Submission refused(SMPPSession now, int status) {
        switch (status) {
            case SMPPConstant.STAT_ESME_RTHROTTLED,
                    SMPPConstant.STAT_ESME_RMSGQFUL,
                    SMPPConstant.STAT_ESME_RSYSERR,
                    SMPPConstant.STAT_ESME_RX_T_APPN -> {
                busyUntil.set(System.nanoTime() + Submission.PAUSE.toNanos());
                return Submission.of(Submission.Outcome.BUSY, "status-" + Integer.toHexString(status));
            }
            case SMPPConstant.STAT_ESME_RINVBNDSTS -> {
                busyUntil.set(System.nanoTime() + Submission.PAUSE.toNanos());
                now.close(); // it has forgotten the session, which is bound again
                return Submission.of(Submission.Outcome.BUSY, "status-" + Integer.toHexString(status));
            }
            default -> {
                return Submission.of(
                        OF_THE_MESSAGE.contains(status) ? Submission.Outcome.REFUSED : Submission.Outcome.NOT_HERE,
                        "status-" + Integer.toHexString(status));
            }
        }
    }

    /** Ends the session for good, without waiting for one that is being bound; what waits for an answer counts as lost. */
    void close() {
        closed = true;
        drop();
    }

    private void drop() {
        SMPPSession now = session;
        session = null;
        if (now != null) {
            now.unbindAndClose();
        }
    }
}
