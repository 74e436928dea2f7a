package vn.motcua.notification.delivery;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The ways a message can go. */
public enum ChannelKind {
    /** The person's inbox at {@code /hop-thu}: the legal notice, always there at once; nobody can opt out of it. */
    PORTAL,
    /** A short message to the phone. */
    SMS,
    /** A letter to the e-mail address. */
    EMAIL,
    /** A call of a gateway of another system, for instance one that writes to an app. */
    WEBHOOK;

    /** Ways out of the house: all but the portal, where what is stored lies. */
    static final Set<ChannelKind> OUTSIDE = EnumSet.complementOf(EnumSet.of(PORTAL));

    /** Ways that ring at somebody's: they keep quiet at night and stop when the person says so. */
    public static final Set<ChannelKind> RINGING = Set.of(SMS, EMAIL);

    /** Ways as a delivery notes them: comma-separated, in order. */
    static List<ChannelKind> written(String ways) {
        return ways.isEmpty()
                ? List.of()
                : Arrays.stream(ways.split(",")).map(ChannelKind::valueOf).toList();
    }

    /** Whether it keeps quiet at night and can be opted out of. */
    public boolean rings() {
        return RINGING.contains(this);
    }
}
