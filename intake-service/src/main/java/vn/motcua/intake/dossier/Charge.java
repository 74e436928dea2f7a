package vn.motcua.intake.dossier;

/**
 * Who has an open dossier in hand and what comes next: every one has somebody (no silent dossier).
 *
 * @param owner whose turn it is, or whose task it is to see to it while the person is awaited
 * @param unit of that owner
 * @param department where a department has it, else null
 * @param next the act that comes next
 * @param person whether that act is the person's, for whom the owner waits
 */
public record Charge(Actor owner, String unit, String department, Action next, boolean person) {

    /** Null where nothing can come any more. */
    public static Charge of(Dossier dossier) {
        Units units = dossier.units();
        boolean online = dossier.channel() == vn.motcua.intake.catalogue.Channel.ONLINE;
        return switch (dossier.stage()) {
            case PREPARING ->
                online
                        ? new Charge(Actor.CITIZEN, units.receiving(), null, Action.SUBMIT, true)
                        : desk(units.receiving(), Action.RECEIVE, false);
            case SUBMITTED -> desk(units.receiving(), Action.RECEIVE, false);
            case RECEIVED -> desk(units.receiving(), Action.TRANSFER, false);
            case IN_PROCESS -> examined(dossier.reported(), units.competent());
            case AWAITING_SUPPLEMENT -> desk(units.receiving(), Action.SUPPLY, true);
            case AWAITING_PAYMENT -> desk(units.receiving(), Action.PAY, true);
            case WITHDRAWAL_REQUESTED -> desk(units.receiving(), Action.CONFIRM, false);
            case DECIDED -> desk(units.returning(), Action.HAND_OVER, false);
            case RETURNED, REFUSED, STOPPED, ABANDONED -> null;
        };
    }

    private static Charge examined(Reported reported, String competent) {
        Handling handling = reported.handling();
        return handling == null
                ? new Charge(Actor.CASE, competent, reported.department(), Action.DECIDE, false)
                : new Charge(Actor.CASE, handling.unit(), handling.department(), Action.DECIDE, false);
    }

    private static Charge desk(String unit, Action next, boolean person) {
        return new Charge(Actor.RECEPTION, unit, null, next, person);
    }
}
