package vn.motcua.notification.feedback;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.motcua.notification.delivery.ToldWays;
import vn.motcua.notification.feedback.Acts.Words;
import vn.motcua.notification.feedback.FeedbackState.Clock;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** A feedback as officers see it: the line of a list says nothing of the person, the whole is a reading that is noted. */
@ApplicationScoped
class HotlineViews {
    @Inject
    ActOnFeedback acting;

    @Inject
    Acts acts;

    @Inject
    Concern concern;

    @Inject
    Contents contents;

    @Inject
    FeedbackFiles files;

    @Inject
    HandOvers handOvers;

    @Inject
    ToldWays told;

    /**
     * One line of a list.
     *
     * @param number null for a call not confirmed yet
     * @param dueAt end of the limit that runs, or of the one that stands still
     * @param paused whether it stands still for the person's reply
     * @param handlerName null until it is assigned
     */
    @Schema(name = "HotlineLine")
    record Line(
            UUID feedbackId,
            String number,
            Category category,
            FeedbackChannel channel,
            String unit,
            FeedbackState state,
            boolean anonymous,
            boolean aboutDossier,
            Instant receivedAt,
            Clock clock,
            Instant dueAt,
            boolean paused,
            String handlerName,
            long revision) {
        static Line of(Feedback f) {
            return new Line(
                    f.id(),
                    f.facts().number(),
                    f.facts().category(),
                    f.facts().channel(),
                    f.facts().unit(),
                    f.state(),
                    f.facts().anonymous(),
                    f.facts().about().dossierRef() != null,
                    f.facts().receivedAt(),
                    f.state().clock(),
                    f.dueAt(),
                    f.limits().pausedSince() != null,
                    f.handler() == null ? null : f.handler().name(),
                    f.revision());
        }
    }

    /**
     * One act with what was said in it.
     *
     * @param by name of the officer; null for the person
     * @param second what goes with the text: a body, a receiver, the answer that is to be published
     */
    @Schema(name = "HotlineAct")
    record ActLine(
            long number,
            String action,
            FeedbackState state,
            String role,
            String by,
            String title,
            String reasonCode,
            String text,
            String second,
            Instant at) {}

    /**
     * The whole.
     *
     * @param contact null for an anonymous one, and for an officer whom it concerns
     * @param toldBy how the person wants to be told what becomes of it
     * @param told how far what they were told came, newest first; empty for the page alone
     * @param concernsYou why it concerns the caller; null where it does not
     * @param directorScreens whether it waits for somebody who does not receive to say what it is about
     * @param intact whether the chain of its acts is whole
     * @param allowedActions what the caller may do now
     * @param revision the ETag
     */
    @Schema(name = "HotlineView")
    record View(
            Line line,
            String text,
            String contact,
            ToldBy toldBy,
            List<ToldWays.Told> told,
            String dossierRef,
            UUID dossierId,
            Place place,
            boolean aboutCounter,
            boolean directorScreens,
            List<Concern.Named> concerned,
            List<FeedbackFiles.Kept> files,
            Instant screenDue,
            Instant askDue,
            Instant resolveDue,
            Instant publishDue,
            Instant answeredAt,
            Integer answerDays,
            Instant publishedAt,
            HandOvers.View handOver,
            List<ActLine> acts,
            boolean intact,
            Concern.Why concernsYou,
            Set<FeedbackAction> allowedActions,
            long revision) {}

    View view(Feedback f) {
        List<Acts.Act> history = acts.of(f.id());
        Concern.Circle circle = concern.of(f);
        Contents.Content content = contents.of(f.id());
        Feedback.About about = f.facts().about();
        return new View(
                Line.of(f),
                content.text(),
                acting.why(circle) == null ? content.contact() : null,
                content.toldBy(),
                content.toldBy() == ToldBy.PAGE ? List.of() : told.of(f.id()),
                about.dossierRef(),
                about.dossierId(),
                about.place(),
                f.aboutCounter(),
                f.directorScreens(),
                concern.named(f),
                files.of(f.id()),
                f.limits().screen(),
                f.limits().ask(),
                f.limits().resolve(),
                f.limits().publish(),
                f.outcome().answeredAt(),
                f.outcome().answerDays(),
                f.outcome().publishedAt(),
                handOvers.of(f.id()).orElse(null),
                history.stream()
                        .filter(act -> !act.is(FeedbackAction.RATE))
                        .map(this::line)
                        .toList(),
                Acts.intact(history, f.revision()),
                acting.why(circle),
                acting.allowed(f, circle, history),
                f.revision());
    }

    private ActLine line(Acts.Act act) {
        Words words = acts.words(act);
        return new ActLine(
                act.number(),
                act.action(),
                FeedbackState.valueOf(act.state()),
                act.actor().role(),
                act.actor().name(),
                act.actor().title(),
                act.reasonCode(),
                words.text(),
                words.second(),
                act.at());
    }
}
