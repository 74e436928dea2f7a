package vn.motcua.intake.register;

import vn.motcua.intake.catalogue.Catalogue;
import vn.motcua.intake.deadline.Deadline;
import vn.motcua.intake.deadline.Pause;
import vn.motcua.intake.deadline.Stretch;
import vn.motcua.intake.dossier.Dossier;
import vn.motcua.intake.dossier.LegalClock;
import vn.motcua.intake.wording.Words;
import vn.motcua.platform.clock.LegalTime;

import java.time.Instant;
import java.util.List;

/**
 * Why the date is what it is, so that a person can check it with a finger on the calendar.
 *
 * @param due null before RECEIVE
 * @param pauses in which the clock stood still, the last one open while it does
 * @param stretches from receipt to the date that follows from limit and pauses; an extension comes on top
 */
public record DeadlineView(
        DossierView.LimitView limit,
        Instant receivedAt,
        Instant due,
        Instant originalDue,
        boolean provisional,
        boolean extensionUsed,
        Instant promised,
        List<Pause> pauses,
        List<StretchView> stretches) {

    /** The same in both languages. */
    public record InBoth(String vi, String en) {}

    /**
     * One stretch, counted or not.
     *
     * @param note the name of the day off, or the code of what was waited for; null where there is none
     * @param why in words
     * @param basis what it rests on, in words: the law, the procedure's limit, the unit's hours
     * @param source the document that makes the day a day off, as the calendar names it; null elsewhere
     */
    public record StretchView(
            Instant from,
            Instant to,
            Stretch.Kind kind,
            Stretch.Reason reason,
            String note,
            InBoth why,
            InBoth basis,
            String source) {
        static StretchView of(Stretch stretch, Dossier dossier, Catalogue catalogue) {
            var limit = dossier.clock().limit();
            boolean dayOff = stretch.reason() == Stretch.Reason.DAY_OFF;
            return new StretchView(
                    stretch.from(),
                    stretch.to(),
                    stretch.kind(),
                    stretch.reason(),
                    stretch.note(),
                    new InBoth(Words.stretch(stretch, limit, "vi"), Words.stretch(stretch, limit, "en")),
                    new InBoth(Words.basis(stretch, "vi"), Words.basis(stretch, "en")),
                    dayOff
                            ? catalogue
                                    .sourceOfDay(dossier.units().competent(), LegalTime.date(stretch.from()))
                                    .orElse(null)
                            : null);
        }
    }

    static DeadlineView of(Dossier dossier, Catalogue catalogue) {
        LegalClock clock = dossier.clock();
        boolean runs = clock.limit() != null && clock.receivedAt() != null;
        List<Stretch> told = runs
                ? Deadline.explain(
                        clock.receivedAt(),
                        clock.limit(),
                        catalogue.calendarFor(dossier.units().competent()),
                        clock.pauses())
                : List.of();
        return new DeadlineView(
                DossierView.LimitView.of(clock),
                clock.receivedAt(),
                clock.due(),
                clock.originalDue(),
                clock.provisional(),
                clock.extensionUsed(),
                clock.promised(),
                clock.pauses(),
                told.stream()
                        .map(each -> StretchView.of(each, dossier, catalogue))
                        .toList());
    }
}
