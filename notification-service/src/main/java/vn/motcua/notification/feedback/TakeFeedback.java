package vn.motcua.notification.feedback;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import vn.motcua.notification.catalogue.Catalogue;
import vn.motcua.notification.dossier.Dossiers;
import vn.motcua.notification.feedback.Acts.Actor;
import vn.motcua.notification.feedback.Acts.Words;
import vn.motcua.notification.feedback.Feedback.About;
import vn.motcua.notification.feedback.Feedback.Facts;
import vn.motcua.notification.feedback.Feedback.Outcome;
import vn.motcua.notification.person.ContactSeal;
import vn.motcua.platform.clock.LegalTime;
import vn.motcua.platform.outbox.Outbox;
import vn.motcua.platform.problem.ProblemException;
import vn.motcua.platform.problem.Problems;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/** Takes a feedback: keeps it sealed, acknowledges it with a code, promises its limits and tells the figures of it. */
@ApplicationScoped
class TakeFeedback {
    @Inject
    Feedbacks feedbacks;

    @Inject
    Acts acts;

    @Inject
    FeedbackFiles files;

    @Inject
    Deadlines deadlines;

    @Inject
    RunningNumbers numbers;

    @Inject
    FeedbackNotices notices;

    @Inject
    PersonsWish wishes;

    @Inject
    TellPerson person;

    @Inject
    Catalogue catalogue;

    @Inject
    Dossiers dossiers;

    @Inject
    ContactSeal seal;

    @Inject
    Outbox outbox;

    @Inject
    RateLimit rate;

    @Inject
    Clock clock;

    /**
     * What a person says. Blank is absent.
     *
     * @param toldBy how they want to be told what becomes of it; the contact serves it
     * @param submission key of the form, null for the others
     */
    record Sent(
            Category category,
            String text,
            String unit,
            String dossier,
            String contact,
            ToldBy toldBy,
            Place place,
            String language,
            FeedbackChannel channel,
            String submission) {}

    /**
     * How a letter came.
     *
     * @param came when it reached the mailbox, which is its receipt: a unit that reads late has no more time; what lies ahead is now
     * @param acknowledged whether its sender is told at once
     */
    record Mailed(Instant came, boolean acknowledged) {}

    /**
     * Keeps what a person sends; the same form sent again is the same feedback.
     *
     * @param address of the sender, for the rate limit only
     * @throws ProblemException {@code validation} for a unit that does not receive, {@code too-many-requests}
     */
    @Transactional
    Feedback take(Sent sent, List<FileKind.Checked> attached, String address) {
        if (sent.submission != null) {
            Feedback first = feedbacks.bySubmission(sent.submission).orElse(null);
            if (first != null) {
                return first;
            }
        }
        rate.take(address);
        return keep(sent, attached, Actor.PERSON, Words.NONE, null);
    }

    /**
     * Keeps what an officer enters for a person, in the caller's transaction. A call does not count before it is confirmed.
     *
     * @throws ProblemException {@code validation} for a unit that does not receive
     */
    Feedback enter(Sent sent, Actor officer) {
        return keep(sent, List.of(), officer, Words.NONE, null);
    }

    /**
     * Keeps what a person wrote in a letter, in the caller's transaction. Nobody has classified it: until somebody who does not receive at
     * the counter has screened it, it counts as about whoever does.
     *
     * @param left what was not taken over from it
     * @throws ProblemException {@code validation} for a unit that does not receive
     */
    Feedback mailed(Sent sent, List<FileKind.Checked> attached, Words left, Mailed mailed) {
        return keep(sent, attached, Actor.PERSON, left, mailed);
    }

    private Feedback keep(Sent sent, List<FileKind.Checked> attached, Actor actor, Words words, Mailed mailed) {
        if (catalogue.receivingUnit(sent.unit).isEmpty()) {
            throw new ProblemException(Problems.VALIDATION).violation("/unit", sent.unit);
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        boolean before = mailed != null && mailed.came.isBefore(now);
        Feedback feedback = begun(sent, mailed != null, before ? mailed.came.truncatedTo(ChronoUnit.MICROS) : now);
        String contact = blankIsNull(sent.contact);
        byte[] text = seal.seal(sent.text.strip());
        if (!feedbacks.add(feedback, text, contact == null ? null : seal.seal(contact))) {
            return feedbacks.bySubmission(sent.submission).orElseThrow();
        }
        wishes.set(feedback.id(), sent.toldBy);
        files.add(feedback.id(), attached);
        acts.add(null, feedback, Acts.BEGUN, actor, null, words, now);
        deadlines.watch(feedback);
        if (feedback.state() == FeedbackState.RECEIVED) {
            notices.act(feedback, FeedbackNotices.Kind.NEW, now);
            tell(feedback, now);
        }
        if (mailed == null || mailed.acknowledged) {
            person.tell(feedback, Acts.BEGUN, now);
        }
        return feedback;
    }

    /** What the figures learn of it. */
    void tell(Feedback feedback, Instant at) {
        outbox.append(
                FeedbackChanged.TOPIC,
                feedback.id().toString(),
                FeedbackChanged.TYPE,
                FeedbackChanged.of(feedback, at));
    }

    private Feedback begun(Sent sent, boolean unclassified, Instant received) {
        boolean counts = sent.channel != FeedbackChannel.CALL;
        String dossier = blankIsNull(sent.dossier);
        About about = new About(
                dossier,
                dossier == null ? null : dossiers.idOf(dossier).orElse(null),
                sent.place,
                sent.category == Category.CONDUCT && sent.place == Place.COUNTER,
                unclassified);
        Facts facts = new Facts(
                counts ? number(sent.unit, received) : null,
                sent.category,
                sent.channel,
                sent.unit,
                about,
                blankIsNull(sent.contact) == null,
                sent.language,
                received,
                sent.submission);
        return new Feedback(
                UUID.randomUUID(),
                AcknowledgementCode.next(),
                facts,
                counts ? FeedbackState.RECEIVED : FeedbackState.NOTED,
                null,
                deadlines.from(received, sent.unit),
                Outcome.NONE,
                counts ? 1 : 0,
                1);
    }

    /** {@code 12/2026}. */
    String number(String unit, Instant at) {
        return numbers.next(RunningNumbers.What.FEEDBACK, unit, at) + "/"
                + LegalTime.date(at).getYear();
    }

    static String blankIsNull(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
