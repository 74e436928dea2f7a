package vn.motcua.notification.feedback;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import vn.motcua.notification.catalogue.Catalogue;
import vn.motcua.notification.dossier.Dossiers;
import vn.motcua.notification.person.ContactSeal;
import vn.motcua.platform.outbox.Outbox;
import vn.motcua.platform.problem.ProblemException;
import vn.motcua.platform.problem.Problems;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** Takes a feedback: keeps it, acknowledges it with a code and tells the figures of it. */
@ApplicationScoped
class TakeFeedback {
    @Inject
    Feedbacks feedbacks;

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
     * What a person sends. Blank is absent.
     *
     * @param submission key of the form, null for the API
     */
    record Sent(
            Category category,
            String text,
            String unit,
            String dossier,
            String contact,
            FeedbackChannel channel,
            String submission) {}

    /**
     * Keeps the feedback; the same form sent again is the same feedback.
     *
     * @param address of the sender, for the rate limit only
     * @throws ProblemException {@code validation} for a unit that does not receive, {@code too-many-requests}
     */
    @Transactional
    Feedback take(Sent sent, String address) {
        if (sent.submission != null) {
            Feedback first = feedbacks.bySubmission(sent.submission).orElse(null);
            if (first != null) {
                return first;
            }
        }
        rate.take(address);
        if (catalogue.receivingUnit(sent.unit).isEmpty()) {
            throw new ProblemException(Problems.VALIDATION).violation("/unit", sent.unit);
        }
        Feedback feedback = received(sent);
        if (!feedbacks.add(feedback)) {
            return feedbacks.bySubmission(sent.submission).orElseThrow();
        }
        outbox.append(
                FeedbackChanged.TOPIC,
                feedback.id().toString(),
                FeedbackChanged.TYPE,
                FeedbackChanged.of(feedback, feedback.receivedAt()));
        return feedback;
    }

    private Feedback received(Sent sent) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        String dossier = blankIsNull(sent.dossier);
        String contact = blankIsNull(sent.contact);
        return new Feedback(
                UUID.randomUUID(),
                AcknowledgementCode.next(),
                sent.category,
                sent.channel,
                sent.text.strip(),
                sent.unit,
                dossier,
                dossier == null ? null : dossiers.idOf(dossier).orElse(null),
                contact == null ? null : seal.seal(contact),
                FeedbackState.RECEIVED,
                1,
                now,
                sent.submission);
    }

    private static String blankIsNull(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
