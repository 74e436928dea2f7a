package vn.motcua.notification.sms;

import org.jboss.logging.Logger;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.AlertNotification;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.DeliveryReceipt;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.MessageReceiverListener;
import org.jsmpp.session.Session;
import org.jsmpp.util.DeliveryReceiptState;
import org.jsmpp.util.InvalidDeliveryReceiptException;
import vn.motcua.notification.delivery.Receipts;

import java.nio.charset.StandardCharsets;

/**
 * Reads delivery receipts: {@code receipted_message_id} and {@code message_state} first (SMPP 3.4 §5.3.2.12, §5.3.2.35), the text, whose form
 * is each provider's own, only for what they do not say. What cannot be written now is refused, so that the provider says it again;
 * what will never be understood is counted and acknowledged, so that it does not.
 */
final class SmppReceipts implements MessageReceiverListener {
    private static final Logger LOG = Logger.getLogger(SmppReceipts.class);

    private final String provider;
    private final Receipts receipts;

    SmppReceipts(String provider, Receipts receipts) {
        this.provider = provider;
        this.receipts = receipts;
    }

    @Override
    public void onAcceptDeliverSm(DeliverSm message) throws ProcessRequestException {
        if (!message.isSmscDeliveryReceipt()) {
            return; // an answer of a person; nobody reads them here
        }
        DeliveryReceipt text = text(message);
        String id = id(message, text);
        Told told = told(message, text);
        if (id == null || told == Told.NOTHING) {
            LOG.warnf("a receipt of %s cannot be read", provider);
            receipts.unreadable(provider);
            return;
        }
        if (told == Told.UNDER_WAY) {
            return;
        }
        try {
            receipts.take(provider, id, reference(message), told == Told.ARRIVED);
        } catch (RuntimeException notNow) {
            LOG.warnf("a receipt of %s waits: %s", provider, notNow.getClass().getSimpleName());
            throw new ProcessRequestException("not now", SMPPConstant.STAT_ESME_RX_T_APPN);
        }
    }

    /** What a receipt says of its segment. */
    private enum Told {
        ARRIVED,
        DID_NOT,
        /** Not the last receipt of it. */
        UNDER_WAY,
        NOTHING
    }

    /** Null where it is not written as most providers write it. */
    private static DeliveryReceipt text(DeliverSm message) {
        try {
            return message.getShortMessageAsDeliveryReceipt();
        } catch (InvalidDeliveryReceiptException | RuntimeException otherwise) {
            return null;
        }
    }

    private static Told told(DeliverSm message, DeliveryReceipt text) {
        OptionalParameter.Message_state state = message.getOptionalParameter(OptionalParameter.Message_state.class);
        if (state != null) {
            return state(state.getValue());
        }
        return text == null || text.getFinalStatus() == null ? Told.NOTHING : status(text.getFinalStatus());
    }

    /** SMPP 3.4 table 5-6; SCHEDULED and SKIPPED came with 5.0. */
    private static Told state(byte state) {
        return switch (state) {
            case 0, 1, 6, 7 -> Told.UNDER_WAY; // scheduled, enroute, accepted, unknown
            case 2 -> Told.ARRIVED;
            case 3, 4, 5, 8, 9 -> Told.DID_NOT; // expired, deleted, undeliverable, rejected, skipped
            default -> Told.NOTHING;
        };
    }

    private static Told status(DeliveryReceiptState status) {
        return switch (status) {
            case DELIVRD -> Told.ARRIVED;
            case EXPIRED, DELETED, UNDELIV, REJECTD -> Told.DID_NOT;
            default -> Told.UNDER_WAY;
        };
    }

    /** Null where none is named. */
    private static String id(DeliverSm message, DeliveryReceipt text) {
        OptionalParameter.Receipted_message_id id =
                message.getOptionalParameter(OptionalParameter.Receipted_message_id.class);
        String named = id != null ? terminated(id.getValue()) : text == null ? null : text.getId();
        return named == null || named.isBlank() ? null : named;
    }

    /** Some providers leave the terminator off, of which the library would cut the last character. */
    private static String terminated(byte[] octets) {
        int length = octets.length;
        while (length > 0 && octets[length - 1] == 0) {
            length--;
        }
        return new String(octets, 0, length, StandardCharsets.ISO_8859_1);
    }

    private static Integer reference(DeliverSm message) {
        OptionalParameter.User_message_reference reference =
                message.getOptionalParameter(OptionalParameter.User_message_reference.class);
        return reference == null ? null : reference.getValue() & 0xFFFF;
    }

    @Override
    public void onAcceptAlertNotification(AlertNotification alert) {
        // tells that a phone is back; the provider delivers by itself
    }

    @Override
    public DataSmResult onAcceptDataSm(DataSm data, Session source) throws ProcessRequestException {
        throw new ProcessRequestException("data_sm is not taken", SMPPConstant.STAT_ESME_RINVCMDID);
    }
}
