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

/** Reads delivery receipts; what cannot be written now is refused, so that the provider says it again. */
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
        DeliveryReceipt receipt;
        try {
            receipt = message.getShortMessageAsDeliveryReceipt();
        } catch (InvalidDeliveryReceiptException unreadable) {
            LOG.warnf("a receipt of %s cannot be read", provider);
            return;
        }
        Boolean arrived = arrived(receipt.getFinalStatus());
        if (arrived == null) {
            return;
        }
        try {
            receipts.take(provider, id(message, receipt), reference(message), arrived);
        } catch (RuntimeException notNow) {
            LOG.warnf("a receipt of %s waits: %s", provider, notNow.getClass().getSimpleName());
            throw new ProcessRequestException("not now", SMPPConstant.STAT_ESME_RX_T_APPN);
        }
    }

    /** Null for states that are not the last. */
    private static Boolean arrived(DeliveryReceiptState state) {
        if (state == null) {
            return null;
        }
        return switch (state) {
            case DELIVRD -> Boolean.TRUE;
            case EXPIRED, DELETED, UNDELIV, REJECTD -> Boolean.FALSE;
            default -> null;
        };
    }

    private static String id(DeliverSm message, DeliveryReceipt receipt) {
        OptionalParameter.Receipted_message_id id =
                message.getOptionalParameter(OptionalParameter.Receipted_message_id.class);
        return id == null ? receipt.getId() : id.getValueAsString();
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
