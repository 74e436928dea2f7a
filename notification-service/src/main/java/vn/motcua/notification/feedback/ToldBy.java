package vn.motcua.notification.feedback;

import vn.motcua.notification.delivery.Address;
import vn.motcua.notification.delivery.ChannelKind;
import vn.motcua.platform.problem.ProblemException;
import vn.motcua.platform.problem.Problems;

import java.util.regex.Pattern;

/** How whoever gives a feedback wants to be told what becomes of it. */
enum ToldBy {
    /** Not at all: the page of the code says it. */
    PAGE(null),
    /** A short message to the phone they left. */
    SMS(ChannelKind.SMS),
    /** A letter to the e-mail address they left. */
    EMAIL(ChannelKind.EMAIL);

    /** Mobile numbers of Viet Nam alone: anybody may type one, and a message abroad costs what its receiver's network asks. */
    private static final Pattern PHONE = Pattern.compile("(?:\\+?84|0)([35789]\\d{8})");

    private static final Pattern MAIL = Pattern.compile(
            "[A-Za-z0-9._%+'-]{1,64}@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z]{2,63}");
    private static final Pattern BETWEEN_DIGITS = Pattern.compile("[\\s.()-]");

    private final ChannelKind way;

    ToldBy(ChannelKind way) {
        this.way = way;
    }

    /** Null for the page. */
    ChannelKind way() {
        return way;
    }

    static ToldBy of(ChannelKind way) {
        return way == ChannelKind.SMS ? SMS : way == ChannelKind.EMAIL ? EMAIL : PAGE;
    }

    /** Whether a contact serves it; the page needs none. */
    boolean fits(String contact) {
        Address to = address(contact);
        return this == PAGE || this == SMS && to.phone() != null || this == EMAIL && to.email() != null;
    }

    /** @throws ProblemException {@code validation} where a contact does not serve it */
    void require(String contact) {
        if (!fits(contact)) {
            throw new ProblemException(Problems.VALIDATION).violation("/contact", name());
        }
    }

    /**
     * What a contact as it was written says.
     *
     * @return {@link Address#NONE} for null and for what is neither a number nor an address
     */
    static Address address(String contact) {
        if (contact == null) {
            return Address.NONE;
        }
        String written = contact.strip();
        if (MAIL.matcher(written).matches()) {
            return new Address(null, written);
        }
        var phone = PHONE.matcher(BETWEEN_DIGITS.matcher(written).replaceAll(""));
        return phone.matches() ? new Address("0" + phone.group(1), null) : Address.NONE;
    }
}
