package vn.motcua.intake.register;

import com.fasterxml.jackson.annotation.JsonInclude;
import vn.motcua.intake.catalogue.Channel;
import vn.motcua.intake.deadline.Limit;
import vn.motcua.intake.deadline.LimitUnit;
import vn.motcua.intake.deadline.Punctuality;
import vn.motcua.intake.dossier.Action;
import vn.motcua.intake.dossier.Charge;
import vn.motcua.intake.dossier.Dossier;
import vn.motcua.intake.dossier.LegalClock;
import vn.motcua.intake.dossier.Stage;
import vn.motcua.intake.dossier.WatchKind;
import vn.motcua.intake.paper.SentAlong;
import vn.motcua.intake.people.PersonView;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * A dossier as its reader may see it.
 *
 * @param national code of the national status list, or null
 * @param allowedActions what this reader may do now
 * @param versionInForce the version in force today, of a draft that was begun under another one; else null
 * @param sentAlong papers that lie with it and fill no place of its list; their names only for who sees people's data
 * @param originals every original that is to be copied, with its scan; empty where the procedure is about something else
 * @param assisted whether an officer typed it for the person
 * @param pin only in the answer to the opening, shown once
 */
public record DossierView(
        UUID id,
        String reference,
        String code,
        long revision,
        int sequence,
        Stage stage,
        String stageLabel,
        int step,
        Integer national,
        Instant stageSince,
        Channel channel,
        boolean assisted,
        String returnMode,
        String language,
        String receivingUnit,
        String competentUnit,
        String returningUnit,
        String department,
        String procedureCode,
        int procedureVersion,
        VersionView versionInForce,
        String procedureName,
        String caseName,
        Quantities quantities,
        List<OriginalView> originals,
        PeopleView people,
        List<PaperView> papers,
        List<SentAlong> sentAlong,
        List<PaymentView> payments,
        FeesView fees,
        ClockView clock,
        SupplementView supplement,
        String withdrawalAnswer,
        DecisionView decision,
        ChargeView charge,
        boolean originalsHeld,
        String caseState,
        String returnState,
        Instant openedAt,
        Set<Action> allowedActions,
        @JsonInclude(JsonInclude.Include.NON_NULL) String pin) {

    /** Pages of one original and copies of it, or each of several originals; what nothing counts is 0 or empty. */
    public record Quantities(int pages, int copies, List<NamedOriginal> originals) {
        static Quantities of(vn.motcua.intake.dossier.Quantities quantities) {
            return new Quantities(
                    quantities.pages(),
                    quantities.copies(),
                    quantities.named().stream()
                            .map(each -> new NamedOriginal(each.kind(), each.pages(), each.copies()))
                            .toList());
        }
    }

    /** One of several originals. */
    public record NamedOriginal(String kind, int pages, int copies) {}

    /** A version of the procedure with its first legal day. */
    public record VersionView(int version, LocalDate effectiveFrom) {}

    /** Parts without a person are null. */
    public record PeopleView(
            PersonView owner, PersonView submitter, PersonView helper, PersonView collector, PersonView contact) {}

    /** @param known false where a fee is not established, which is not free */
    public record FeesView(boolean known, long openVnd, long filingOpenVnd) {}

    /** A limit as it counts for this dossier; the reason only where it was agreed. */
    public record LimitView(int amount, LimitUnit unit, LocalTime cutOff, String agreedReason) {
        static LimitView of(LegalClock clock) {
            Limit limit = clock.limit();
            return limit == null
                    ? null
                    : new LimitView(limit.amount(), limit.unit(), limit.cutOff(), clock.agreedReason());
        }
    }

    /** The legal clock; while paused, {@code due} is the date as it stood at the pause; {@code handOverAt} of the post, else null. */
    public record ClockView(
            Instant acknowledgeBy,
            Instant handOverAt,
            LimitView limit,
            Instant receivedAt,
            Instant due,
            Instant originalDue,
            boolean provisional,
            Instant promised,
            Instant pausedSince,
            boolean extensionUsed,
            Instant endedAt,
            Punctuality punctuality) {
        static ClockView of(LegalClock clock) {
            return new ClockView(
                    clock.acknowledgeBy(),
                    clock.handOverAt(),
                    LimitView.of(clock),
                    clock.receivedAt(),
                    clock.due(),
                    clock.originalDue(),
                    clock.provisional(),
                    clock.promised(),
                    clock.pausedSince(),
                    clock.extensionUsed(),
                    clock.endedAt(),
                    clock.punctuality());
        }
    }

    /**
     * The newest supplement request; null where none was made.
     *
     * @param requests how many there were; more than one counts as late
     * @param groundCode the legal ground of one after the first, else null
     */
    public record SupplementView(Instant askedAt, boolean open, Instant lapseAt, int requests, String groundCode) {
        static SupplementView of(Dossier dossier) {
            var waiting = dossier.waiting();
            return waiting.supplementAskedAt() == null
                    ? null
                    : new SupplementView(
                            waiting.supplementAskedAt(),
                            waiting.supplementOpen(),
                            waiting.lapseAt(),
                            waiting.supplements(),
                            waiting.supplementGround());
        }
    }

    /**
     * Who has it in hand and what comes next; null where nothing can come any more.
     *
     * @param role reception, case (the department) or citizen
     * @param person whether the next act is the person's, for whom that role waits
     * @param checkAt when it is looked at next by itself
     * @param raised what was raised of it and is not over
     */
    public record ChargeView(
            String role,
            String unit,
            String department,
            Action next,
            boolean person,
            Instant checkAt,
            Set<WatchKind> raised) {
        static ChargeView of(Dossier dossier) {
            Charge charge = Charge.of(dossier);
            return charge == null
                    ? null
                    : new ChargeView(
                            charge.owner().role(),
                            charge.unit(),
                            charge.department(),
                            charge.next(),
                            charge.person(),
                            dossier.draft()
                                    ? dossier.idleAt()
                                    : dossier.watched().nextCheckAt(),
                            dossier.watched().raised());
        }
    }

    /** What was decided; null before. */
    public record DecisionView(String kind, UUID resultId, String resultHash) {
        static DecisionView of(Dossier dossier) {
            var decision = dossier.decision();
            return decision == null
                    ? null
                    : new DecisionView(decision.kind(), decision.resultId(), decision.resultHash());
        }
    }
}
