package vn.motcua.notification.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.motcua.notification.ledger.Budgets;

import java.time.Clock;
import java.time.Instant;

/** Whether a message may go by a way now, and whether it waits for a way that seems to be down while another stands open. */
@ApplicationScoped
class OpenWays {
    private final Addressees addressees;
    private final Budgets budgets;
    private final Outside outside;
    private final Clock clock;

    @Inject
    OpenWays(Addressees addressees, Budgets budgets, Outside outside, Clock clock) {
        this.addressees = addressees;
        this.budgets = budgets;
        this.outside = outside;
        this.clock = clock;
    }

    /**
     * Why a way must not be taken, as a code; null where it may. A message half sent is finished whatever it costs: the half that is paid
     * for says nothing to anybody.
     */
    String unwanted(Claimed claimed, ChannelKind way) {
        if (addressees.optedOut(claimed, way)) {
            return "opted-out";
        }
        return way == ChannelKind.SMS && claimed.partsDone() == 0 && budgets.spent(claimed.unit()) ? "budget" : null;
    }

    /**
     * Whether it has been tried in vain for long enough and a way behind it would reach the person. Where none would, this one is the
     * last and is tried for as long as the message is of use.
     */
    boolean impatient(Claimed claimed, Address to) {
        return !clock.instant().isBefore(patienceOver(claimed))
                && ChannelKind.written(claimed.nextWays()).stream()
                        .anyMatch(way -> outside.has(way) && to.serves(way) && unwanted(claimed, way) == null);
    }

    /** When that is, from the first try that came to nothing; from now on where this is the first. */
    Instant patienceOver(Claimed claimed) {
        Instant since = claimed.triedSince() == null ? clock.instant() : claimed.triedSince();
        return outside.patienceOver(claimed.channel(), since);
    }
}
