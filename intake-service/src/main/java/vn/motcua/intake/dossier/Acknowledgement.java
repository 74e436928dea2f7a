package vn.motcua.intake.dossier;

import vn.motcua.intake.catalogue.Channel;
import vn.motcua.intake.deadline.Deadline;
import vn.motcua.intake.deadline.WorkCalendar;

import java.time.Instant;

/** By when a filing must be answered: 8 working hours online, 1 working day by post (Resolution 66.7/2025, domain notes §1.4). */
public final class Acknowledgement {
    private static final int HOURS_ONLINE = 8;
    private static final int DAYS_BY_POST = 1;

    private Acknowledgement() {}

    /**
     * @param filed when it was handed in, by post when the hand-over record was signed (Decision 45/2016/QĐ-TTg Art. 7(4)); outside office hours it counts from the next opening
     * @param desk calendar of the receiving unit
     */
    public static Instant by(Channel channel, Instant filed, WorkCalendar desk) {
        return channel == Channel.POST
                ? Deadline.addWorkingDays(filed, DAYS_BY_POST, desk)
                : Deadline.addWorkingHours(filed, HOURS_ONLINE, desk);
    }

    /**
     * Takes the time that another calendar gives, where nobody has answered the filing yet.
     *
     * @param desk calendar of the receiving unit
     * @return whether it moved
     */
    public static boolean recompute(Dossier dossier, WorkCalendar desk) {
        LegalClock clock = dossier.clock();
        boolean waits = dossier.stage() == Stage.SUBMITTED
                && dossier.waiting().supplementAskedAt() == null
                && clock.acknowledgeBy() != null;
        Instant filed = clock.handOverAt() == null ? dossier.stageSince() : clock.handOverAt();
        Instant by = waits ? by(dossier.channel(), filed, desk) : clock.acknowledgeBy();
        boolean moves = waits && !by.equals(clock.acknowledgeBy());
        clock.acknowledgeBy(by);
        return moves;
    }
}
