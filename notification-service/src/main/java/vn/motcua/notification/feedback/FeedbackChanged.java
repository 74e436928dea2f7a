package vn.motcua.notification.feedback;

import java.time.Instant;
import java.util.UUID;

/** {@code feedback.changed}: for figures. Never the text, the person, the code, the dossier or an officer. */
record FeedbackChanged(
        UUID feedbackId,
        long sequence,
        Category category,
        FeedbackChannel channel,
        String unit,
        FeedbackState state,
        boolean anonymous,
        boolean aboutDossier,
        Instant receivedAt,
        Instant effectiveAt) {

    static final String TOPIC = "feedback.changed";
    static final String TYPE = "vn.motcua.feedback.changed.v1";

    static FeedbackChanged of(Feedback f, Instant effectiveAt) {
        return new FeedbackChanged(
                f.id(),
                f.sequence(),
                f.facts().category(),
                f.facts().channel(),
                f.facts().unit(),
                f.state(),
                f.facts().anonymous(),
                f.facts().about().dossierRef() != null,
                f.facts().receivedAt(),
                effectiveAt);
    }
}
