package vn.motcua.notification.feedback;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.motcua.notification.catalogue.Catalogue;
import vn.motcua.notification.feedback.Acts.Words;
import vn.motcua.notification.feedback.FeedbackTable.By;
import vn.motcua.platform.clock.LegalTime;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** A feedback as the person who gave it reads it, in every unit that had it: every step in one sentence, without the officers' notes to each other. */
@ApplicationScoped
class FeedbackStory {
    /** Acts whose words are meant for the person. */
    private static final Set<FeedbackAction> SAID =
            EnumSet.of(FeedbackAction.REJECT, FeedbackAction.FORWARD, FeedbackAction.ASK, FeedbackAction.REPLY);

    /** Acts of officers among themselves, of which the person is not told. */
    private static final Set<FeedbackAction> INSIDE = EnumSet.of(
            FeedbackAction.SEND_BACK, FeedbackAction.REDACT, FeedbackAction.RETURN_REDACTION, FeedbackAction.AMEND);

    @Inject
    Acts acts;

    @Inject
    Feedbacks feedbacks;

    @Inject
    Catalogue catalogue;

    /**
     * One step.
     *
     * @param text what was said to the person or by them; null for nothing
     * @param by who answers for it, in official capacity; null for the person
     */
    record Step(String at, String says, String text, String by) {}

    /**
     * The whole.
     *
     * @param due until when what is owed; null where nothing is
     * @param question what the person is asked now; null where nothing is
     * @param answer null until the director has let it go
     * @param mayRate whether the person is asked how it was
     * @param looks class of the line that says where it stands
     */
    record Story(
            String code,
            String state,
            String looks,
            String receivedAt,
            String due,
            List<Step> steps,
            String question,
            String answer,
            boolean mayRate,
            boolean rated,
            boolean ended) {}

    Story of(Feedback f, Map<String, String> t) {
        List<Feedback> all = feedbacks.underCode(f.code());
        Map<UUID, List<Acts.Act>> histories = acts.of(all);
        List<Acts.Act> history = histories.getOrDefault(f.id(), List.of());
        List<Step> steps = steps(all, histories, t);
        boolean mayRate = FeedbackTable.find(f.state(), FeedbackAction.RATE)
                .filter(row -> row.by().contains(By.PERSON))
                .isPresent();
        boolean asked = f.state() == FeedbackState.ASKED;
        return new Story(
                f.code(),
                t.get("state." + f.state()),
                f.state().clock() == FeedbackState.Clock.NONE ? "rest" : "ok",
                LegalTime.onPaper(all.get(0).facts().receivedAt()),
                f.dueAt() == null || asked ? null : t.get("due." + f.state().clock()) + " " + LegalTime.day(f.dueAt()),
                steps,
                asked ? acts.words(Acts.newest(history, FeedbackAction.ASK)).text() : null,
                answer(f, history),
                mayRate && f.outcome().rating() == null,
                f.outcome().rating() != null,
                f.state().clock() == FeedbackState.Clock.NONE);
    }

    private List<Step> steps(List<Feedback> all, Map<UUID, List<Acts.Act>> histories, Map<String, String> t) {
        Map<String, String> units = all.size() == 1
                ? Map.of()
                : catalogue.unitNames(
                        all.stream().map(each -> each.facts().unit()).collect(Collectors.toSet()));
        List<Step> steps = new ArrayList<>();
        for (Feedback each : all) {
            String unit = units.getOrDefault(each.facts().unit(), each.facts().unit());
            histories.getOrDefault(each.id(), List.of()).forEach(act -> step(unit, act, t)
                    .ifPresent(steps::add));
        }
        return steps;
    }

    private Optional<Step> step(String unit, Acts.Act act, Map<String, String> t) {
        String says = t.get("step." + act.action());
        if (says == null || INSIDE.stream().anyMatch(act::is)) {
            return Optional.empty();
        }
        boolean wentOn = act.action().equals(Acts.BEGUN) && act.reasonCode() != null;
        return Optional.of(
                wentOn ? new Step(LegalTime.onPaper(act.at()), says + ": " + unit, null, null) : step(act, says, t));
    }

    private Step step(Acts.Act act, String says, Map<String, String> t) {
        Words words = SAID.stream().anyMatch(act::is)
                        || act.is(FeedbackAction.HAND_OVER)
                        || act.action().equals(Acts.BEGUN)
                ? acts.words(act)
                : Words.NONE;
        String where = words.second() == null || act.is(FeedbackAction.REJECT) ? "" : ": " + words.second();
        String why = act.reasonCode() == null ? null : t.get("reason." + act.reasonCode());
        String name = act.actor().name();
        return new Step(
                LegalTime.onPaper(act.at()),
                says + where + (why == null ? "" : " (" + why + ")"),
                words.text(),
                name == null
                        ? null
                        : act.actor().title() == null
                                ? name
                                : name + " – " + act.actor().title());
    }

    private String answer(Feedback f, List<Acts.Act> history) {
        return f.outcome().answeredAt() == null
                ? null
                : acts.words(Acts.newest(history, FeedbackAction.PROPOSE)).text();
    }
}
