package vn.motcua.notification.delivery;

import java.util.UUID;

/**
 * What a message tells of: a dossier or a feedback, never both.
 *
 * @param dossier null for a feedback
 * @param feedback null for a dossier
 */
public record Subject(UUID dossier, UUID feedback) {

    public Subject {
        if ((dossier == null) == (feedback == null)) {
            throw new IllegalArgumentException("a message is of a dossier or of a feedback");
        }
    }

    public static Subject dossier(UUID id) {
        return new Subject(id, null);
    }

    public static Subject feedback(UUID id) {
        return new Subject(null, id);
    }

    /** Whether it is a feedback. */
    public boolean isFeedback() {
        return feedback != null;
    }
}
