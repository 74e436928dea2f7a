package vn.motcua.notification.delivery;

/**
 * How somebody is reached, asked for when a message is sent and forgotten afterwards.
 *
 * @param phone a mobile number as {@code 0…} or {@code +…}; null where there is none
 * @param email null where there is none
 */
public record Address(String phone, String email) {

    /** Nobody can be reached. */
    public static final Address NONE = new Address(null, null);

    /** Whether a way finds here what it needs. */
    boolean serves(ChannelKind kind) {
        return switch (kind) {
            case SMS, WEBHOOK -> phone != null;
            case EMAIL -> email != null;
            case PORTAL -> true;
        };
    }

    /** A contact as it is configured: an e-mail address or a number. */
    static Address written(String contact) {
        if (contact == null) {
            return NONE;
        }
        return contact.contains("@") ? new Address(null, contact) : new Address(contact, null);
    }

    /** Nothing of it belongs into a log. */
    @Override
    public String toString() {
        return "Address[…]";
    }
}
