package vn.motcua.intake.dossier;

import vn.motcua.intake.catalogue.Channel;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * Who acts. People act themselves on ONLINE dossiers only, which belong to the account that opened them; on the others reception
 * enters the person's act.
 */
public enum Actor {
    RECEPTION,
    CITIZEN(Channel.ONLINE),
    CASHIER,
    CASE,
    RETURN,
    CLOCK,
    PAYMENT,
    DIRECTOR;

    private final Set<Channel> channels;

    Actor() {
        this.channels = EnumSet.allOf(Channel.class);
    }

    Actor(Channel only) {
        this.channels = EnumSet.of(only);
    }

    /** Whether this actor can act on dossiers of the channel at all. */
    public boolean on(Channel channel) {
        return channels.contains(channel);
    }

    /** The role as events and the history write it. */
    public String role() {
        return name().toLowerCase(Locale.ROOT);
    }
}
