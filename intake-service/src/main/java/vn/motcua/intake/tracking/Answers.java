package vn.motcua.intake.tracking;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.enterprise.context.ApplicationScoped;
import vn.motcua.intake.catalogue.Catalogue;
import vn.motcua.intake.catalogue.Procedure;
import vn.motcua.intake.deadline.Deadline;
import vn.motcua.intake.deadline.Pause;
import vn.motcua.intake.deadline.Stretch;
import vn.motcua.intake.wording.Words;
import vn.motcua.platform.clock.LegalTime;

import java.text.NumberFormat;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Answers the four questions of the tracking page, one sentence each. */
@ApplicationScoped
class Answers {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("dd/MM").withZone(LegalTime.ZONE);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("HH:mm");

    private final Catalogue catalogue;

    Answers(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    TrackingView of(TrackedDossier dossier, String language) {
        return new Answering(dossier, language).view();
    }

    /** The days from receipt to the date, as months; empty where there is no date, or none is to come any more. */
    List<MonthCalendar.Month> calendar(TrackedDossier dossier) {
        boolean counts = dossier.due() != null && dossier.limit() != null && dossier.pausedSince() == null;
        return counts ? MonthCalendar.of(told(dossier), dossier.due()) : List.of();
    }

    private List<Stretch> told(TrackedDossier dossier) {
        return Deadline.explain(
                dossier.receivedAt(),
                dossier.limit(),
                catalogue.calendarFor(dossier.competentUnit()),
                dossier.pauses());
    }

    /** One dossier in one language. */
    private final class Answering {
        private final TrackedDossier dossier;
        private final String language;
        private final TrackingTexts texts;
        private final Procedure procedure;

        Answering(TrackedDossier dossier, String language) {
            this.dossier = dossier;
            this.language = language;
            this.texts = MessageBundles.get(TrackingTexts.class, Localized.Literal.of(language));
            this.procedure = catalogue
                    .procedure(dossier.procedureCode(), dossier.procedureVersion())
                    .orElse(null);
        }

        TrackingView view() {
            return new TrackingView(
                    dossier.reference(),
                    dossier.code(),
                    procedure == null
                            ? dossier.procedureCode()
                            : procedure.name().in(language),
                    dossier.stage(),
                    dossier.step(),
                    dossier.stage().equals("RETURNED"),
                    dossier.stageSince(),
                    where(),
                    who(),
                    toDo(),
                    dossier.draftStopped() ? null : dossier.draftUntil(),
                    asked(),
                    dossier.feesOpenVnd(),
                    when(),
                    why(),
                    dossier.receivedAt(),
                    dossier.due(),
                    dossier.promised(),
                    dossier.provisional(),
                    dossier.pausedSince());
        }

        private String where() {
            String sentence = Words.stage(dossier.stage(), language) + ".";
            boolean explained =
                    switch (dossier.stage()) {
                        case "REFUSED", "STOPPED" -> dossier.reasonCode() != null;
                        default -> false;
                    };
            return explained ? sentence + " " + texts.reason(Words.reason(dossier.reasonCode(), language)) : sentence;
        }

        private String who() {
            String since = LegalTime.onPaper(dossier.stageSince());
            return switch (dossier.stage()) {
                case "PREPARING", "AWAITING_SUPPLEMENT", "AWAITING_PAYMENT", "RETURNED" -> texts.who_you(since);
                case "ABANDONED", "STOPPED", "REFUSED" -> texts.who_nobody(since);
                case "IN_PROCESS" -> texts.who_office(department(), unit(handling()), since);
                case "DECIDED" -> texts.who_office(texts.centre(), unit(dossier.returningUnit()), since);
                default -> texts.who_office(texts.centre(), unit(dossier.receivingUnit()), since);
            };
        }

        private String handling() {
            return dossier.handlingUnit() == null ? dossier.competentUnit() : dossier.handlingUnit();
        }

        private String department() {
            return dossier.department() == null ? texts.department() : Words.department(dossier.department(), language);
        }

        private String unit(String id) {
            return catalogue.unit(id).map(unit -> unit.nameInSentence(language)).orElse(id);
        }

        private String toDo() {
            if (!dossier.toSupply().isEmpty()) {
                return texts.do_supply();
            }
            if (dossier.draftUntil() != null) {
                return dossier.draftStopped()
                        ? texts.do_wait_for_draft()
                        : texts.do_check_draft(LegalTime.onPaper(dossier.draftUntil()));
            }
            long open = dossier.feesOpenVnd() == null ? 0 : dossier.feesOpenVnd();
            return switch (dossier.stage()) {
                case "PREPARING" -> texts.do_hand_in();
                case "RETURNED", "ABANDONED" -> texts.do_nothing();
                case "REFUSED", "STOPPED" -> texts.do_ask();
                case "DECIDED" -> open > 0 ? payAndCollect(vnd(open)) : collect();
                default -> payNowOrLater(dossier.feesDueNowVnd(), open - dossier.feesDueNowVnd());
            };
        }

        /** What was due with the dossier or what the case waits for is due now; what is due with the result is only told. */
        private String payNowOrLater(long now, long later) {
            String sentence = texts.do_nothing();
            if (now > 0) {
                sentence = dossier.stage().equals("AWAITING_PAYMENT")
                        ? texts.do_pay_to_go_on(vnd(now))
                        : texts.do_pay(vnd(now));
            }
            return later > 0 ? sentence + " " + texts.do_pay_later(vnd(later)) : sentence;
        }

        private String payAndCollect(String amount) {
            return switch (dossier.returnMode()) {
                case "POST" -> texts.do_pay_for_post(amount);
                case "ELECTRONIC" -> texts.do_pay_for_electronic(amount);
                default -> texts.do_pay_and_collect(amount, unit(dossier.returningUnit()));
            };
        }

        private String vnd(long amount) {
            return NumberFormat.getIntegerInstance(Locale.forLanguageTag(language))
                    .format(amount);
        }

        private String collect() {
            return switch (dossier.returnMode()) {
                case "POST" -> texts.do_wait_post();
                case "ELECTRONIC" -> texts.do_wait_electronic();
                default -> texts.do_collect(unit(dossier.returningUnit()));
            };
        }

        private List<TrackingView.Asked> asked() {
            return dossier.toSupply().stream()
                    .map(m -> new TrackingView.Asked(
                            m.component(), paper(m.component()), Words.reason(m.reasonCode(), language)))
                    .toList();
        }

        private String paper(String component) {
            return procedure == null
                    ? component
                    : procedure
                            .component(component)
                            .map(Procedure.Component::name)
                            .orElse(component);
        }

        private String when() {
            String due = LegalTime.onPaper(dossier.due());
            if (dossier.decidedAt() != null) {
                return texts.when_decided(LegalTime.onPaper(dossier.decidedAt()));
            }
            if (List.of("REFUSED", "STOPPED", "ABANDONED").contains(dossier.stage())) {
                return texts.when_ended();
            }
            if (dossier.receivedAt() == null) {
                return texts.when_not_received();
            }
            if (dossier.due() == null) {
                return texts.when_no_limit();
            }
            if (dossier.pausedSince() != null) {
                return texts.when_paused(LegalTime.onPaper(dossier.pausedSince()));
            }
            String sentence = dossier.promised() == null
                    ? texts.when_due(due)
                    : texts.when_promised(LegalTime.onPaper(dossier.promised()), due);
            return dossier.provisional() ? sentence + " " + texts.when_provisional() : sentence;
        }

        private List<String> why() {
            if (dossier.due() == null || dossier.limit() == null) {
                return List.of();
            }
            List<String> why = new ArrayList<>();
            why.add(texts.why_limit(LegalTime.onPaper(dossier.receivedAt()), Words.limit(dossier.limit(), language)));
            List<Stretch> told = told(dossier);
            if (told.stream().anyMatch(s -> s.reason() == Stretch.Reason.AFTER_CUT_OFF)) {
                why.add(texts.why_cut_off(MINUTE.format(dossier.limit().cutOff())));
            }
            String daysOff = daysOff(told);
            if (!daysOff.isEmpty()) {
                why.add(texts.why_days_off(daysOff));
            }
            for (Pause pause : dossier.pauses()) {
                if (!pause.open()) {
                    why.add(texts.why_paused(LegalTime.onPaper(pause.from()), LegalTime.onPaper(pause.to())));
                }
            }
            if (dossier.promised() != null && dossier.decidedAt() == null) {
                why.add(0, texts.why_apologised());
            }
            if (dossier.originalDue() != null
                    && dossier.pauses().isEmpty()
                    && !dossier.originalDue().equals(dossier.due())) {
                why.add(texts.why_moved(LegalTime.onPaper(dossier.originalDue())));
            }
            return why;
        }

        private String daysOff(List<Stretch> told) {
            return told.stream()
                    .filter(s -> s.reason() == Stretch.Reason.DAY_OFF)
                    .map(s -> DAY.format(s.from()) + " " + s.note())
                    .distinct()
                    .collect(Collectors.joining(", "));
        }
    }
}
