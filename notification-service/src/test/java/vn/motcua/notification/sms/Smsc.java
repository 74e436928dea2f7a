package vn.motcua.notification.sms;

import org.jsmpp.PDUStringException;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.BroadcastSm;
import org.jsmpp.bean.CancelBroadcastSm;
import org.jsmpp.bean.CancelSm;
import org.jsmpp.bean.DataCodings;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.GSMSpecificFeature;
import org.jsmpp.bean.InterfaceVersion;
import org.jsmpp.bean.MessageMode;
import org.jsmpp.bean.MessageType;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.QueryBroadcastSm;
import org.jsmpp.bean.QuerySm;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.ReplaceSm;
import org.jsmpp.bean.SubmitMulti;
import org.jsmpp.bean.SubmitSm;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.session.BroadcastSmResult;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.QueryBroadcastSmResult;
import org.jsmpp.session.QuerySmResult;
import org.jsmpp.session.SMPPServerSession;
import org.jsmpp.session.SMPPServerSessionListener;
import org.jsmpp.session.ServerMessageReceiverListener;
import org.jsmpp.session.Session;
import org.jsmpp.session.SubmitMultiResult;
import org.jsmpp.session.SubmitSmResult;
import org.jsmpp.util.MessageId;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** An SMSC on jsmpp's server, in this process: takes, throttles, drops, delays and dies as it is told. */
final class Smsc implements ServerMessageReceiverListener, AutoCloseable {

    /** What it does with the next segment. */
    enum Mood {
        TAKE,
        THROTTLE,
        REFUSE,
        /** Knows the sender no more. */
        NOT_YOU,
        /** Takes it and never answers. */
        DROP_ANSWER,
        /** Takes it and closes the line. */
        DIE
    }

    /** A segment it took. */
    record Taken(String id, SubmitSm pdu, int ref) {}

    final List<Taken> taken = new CopyOnWriteArrayList<>();
    private final Queue<Mood> moods = new ConcurrentLinkedQueue<>();
    private final List<SMPPServerSession> sessions = new CopyOnWriteArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "smsc");
        thread.setDaemon(true);
        return thread;
    });
    private final AtomicInteger ids = new AtomicInteger();
    private final String name;
    private SMPPServerSessionListener listener;
    private int port;

    Smsc(String name) {
        this.name = name;
    }

    /** Listens, on the port it had before. */
    Smsc open() throws IOException {
        listener = new SMPPServerSessionListener(port == 0 ? freePort() : port);
        port = listener.getPort();
        SMPPServerSessionListener mine = listener;
        threads.execute(() -> accept(mine));
        return this;
    }

    private static int freePort() throws IOException {
        try (java.net.ServerSocket socket = new java.net.ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private void accept(SMPPServerSessionListener mine) {
        try {
            while (true) {
                SMPPServerSession session = mine.accept();
                session.setMessageReceiverListener(this);
                session.setTransactionTimer(5000);
                threads.execute(() -> bind(session));
            }
        } catch (IOException closed) {
            // the listener was closed
        }
    }

    private void bind(SMPPServerSession session) {
        try {
            session.waitForBind(5000).accept(name, InterfaceVersion.IF_34);
            sessions.add(session);
        } catch (Exception gone) {
            session.close();
        }
    }

    int port() {
        return port;
    }

    int bound() {
        return (int) sessions.stream()
                .filter(each -> each.getSessionState().isBound())
                .count();
    }

    Smsc then(Mood... next) {
        moods.addAll(List.of(next));
        return this;
    }

    @Override
    public SubmitSmResult onAcceptSubmitSm(SubmitSm pdu, SMPPServerSession session) throws ProcessRequestException {
        Mood mood = moods.isEmpty() ? Mood.TAKE : moods.poll();
        if (mood == Mood.THROTTLE) {
            throw new ProcessRequestException("throttled", SMPPConstant.STAT_ESME_RTHROTTLED);
        }
        if (mood == Mood.REFUSE) {
            throw new ProcessRequestException("no such number", SMPPConstant.STAT_ESME_RINVDSTADR);
        }
        if (mood == Mood.NOT_YOU) {
            throw new ProcessRequestException("no such sender", SMPPConstant.STAT_ESME_RINVSRCADR);
        }
        String id = name + "-" + ids.incrementAndGet();
        OptionalParameter.User_message_reference ref =
                pdu.getOptionalParameter(OptionalParameter.User_message_reference.class);
        taken.add(new Taken(id, pdu, ref.getValue() & 0xFFFF));
        if (mood == Mood.DIE) {
            session.close();
        }
        if (mood == Mood.DROP_ANSWER) {
            pause();
        }
        try {
            return new SubmitSmResult(new MessageId(id), new OptionalParameter[0]);
        } catch (PDUStringException unwritable) {
            throw new IllegalStateException(unwritable);
        }
    }

    /** Longer than the other side waits. */
    private static void pause() {
        try {
            Thread.sleep(900);
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        }
    }

    /** Tells the final state of a segment on the newest line, with or without the reference that came with it. */
    void receipt(Taken segment, String state, boolean withReference) throws Exception {
        List<OptionalParameter> optional = new ArrayList<>();
        optional.add(new OptionalParameter.Receipted_message_id(segment.id()));
        if (withReference) {
            optional.add(new OptionalParameter.User_message_reference((short) segment.ref()));
        }
        String text = "id:" + segment.id() + " sub:001 dlvrd:001 submit date:2611231000 done date:2611231001 stat:"
                + state + " err:000 text:";
        receipt(segment, text, optional);
    }

    /** Tells it in the words and with the parameters of a provider of its own kind; returns when it is acknowledged. */
    void receipt(Taken segment, String text, List<OptionalParameter> optional) throws Exception {
        SMPPServerSession session = sessions.stream()
                .filter(each -> each.getSessionState().isBound())
                .reduce((one, later) -> later)
                .orElseThrow();
        session.deliverShortMessage(
                "",
                TypeOfNumber.INTERNATIONAL,
                NumberingPlanIndicator.ISDN,
                segment.pdu().getDestAddress(),
                TypeOfNumber.ALPHANUMERIC,
                NumberingPlanIndicator.UNKNOWN,
                segment.pdu().getSourceAddr(),
                new ESMClass(MessageMode.DEFAULT, MessageType.SMSC_DEL_RECEIPT, GSMSpecificFeature.DEFAULT),
                (byte) 0,
                (byte) 0,
                new RegisteredDelivery(0),
                DataCodings.ZERO,
                text.getBytes(StandardCharsets.US_ASCII),
                optional.toArray(OptionalParameter[]::new));
    }

    /** The text of all segments it took, in their order. */
    String text() {
        StringBuilder text = new StringBuilder();
        for (Taken segment : taken) {
            byte[] bytes = segment.pdu().getShortMessage();
            int header = segment.pdu().isUdhi() ? bytes[0] + 1 : 0;
            byte[] body = java.util.Arrays.copyOfRange(bytes, header, bytes.length);
            text.append(
                    segment.pdu().getDataCoding() == 8 ? new String(body, StandardCharsets.UTF_16BE) : Gsm7.text(body));
        }
        return text.toString();
    }

    @Override
    public void close() throws IOException {
        listener.close();
        sessions.forEach(SMPPServerSession::close);
        sessions.clear();
    }

    @Override
    public SubmitMultiResult onAcceptSubmitMulti(SubmitMulti pdu, SMPPServerSession session)
            throws ProcessRequestException {
        throw unsupported();
    }

    @Override
    public QuerySmResult onAcceptQuerySm(QuerySm pdu, SMPPServerSession session) throws ProcessRequestException {
        throw unsupported();
    }

    @Override
    public void onAcceptReplaceSm(ReplaceSm pdu, SMPPServerSession session) throws ProcessRequestException {
        throw unsupported();
    }

    @Override
    public void onAcceptCancelSm(CancelSm pdu, SMPPServerSession session) throws ProcessRequestException {
        throw unsupported();
    }

    @Override
    public BroadcastSmResult onAcceptBroadcastSm(BroadcastSm pdu, SMPPServerSession session)
            throws ProcessRequestException {
        throw unsupported();
    }

    @Override
    public void onAcceptCancelBroadcastSm(CancelBroadcastSm pdu, SMPPServerSession session)
            throws ProcessRequestException {
        throw unsupported();
    }

    @Override
    public QueryBroadcastSmResult onAcceptQueryBroadcastSm(QueryBroadcastSm pdu, SMPPServerSession session)
            throws ProcessRequestException {
        throw unsupported();
    }

    @Override
    public DataSmResult onAcceptDataSm(DataSm pdu, Session session) throws ProcessRequestException {
        throw unsupported();
    }

    private static ProcessRequestException unsupported() {
        return new ProcessRequestException("not here", SMPPConstant.STAT_ESME_RINVCMDID);
    }
}
