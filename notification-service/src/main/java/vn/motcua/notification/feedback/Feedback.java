package vn.motcua.notification.feedback;

import java.time.Instant;
import java.util.UUID;

/**
 * One feedback.
 *
 * @param code the acknowledgement, random, the only way to ask for its state
 * @param dossierRef reference or code of a dossier as the person wrote it, null if none
 * @param dossierId the dossier meant, null if none or not known here
 * @param contact sealed, null for an anonymous one
 * @param submission key of the form that was sent, null for the API
 */
record Feedback(
        UUID id,
        String code,
        Category category,
        FeedbackChannel channel,
        String text,
        String unit,
        String dossierRef,
        UUID dossierId,
        byte[] contact,
        FeedbackState state,
        long sequence,
        Instant receivedAt,
        String submission) {}
