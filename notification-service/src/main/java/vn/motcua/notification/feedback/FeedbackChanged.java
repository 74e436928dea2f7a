package vn.motcua.notification.feedback;

import java.time.Instant;
import java.util.UUID;

/** {@code feedback.changed}: for figures. Never the text, the person, the code or the dossier. */
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
                f.category(),
                f.channel(),
                f.unit(),
                f.state(),
                f.contact() == null,
                f.dossierRef() != null,
                f.receivedAt(),
                effectiveAt);
    }
}
