package vn.motcua.notification.message;

import java.util.Locale;

/** The texts about a feedback: a title and a body in every language of {@code messages/feedback_*.properties}, and a short text. */
enum FeedbackTemplate {
    FEEDBACK_RECEIVED,
    FEEDBACK_ASKED,
    FEEDBACK_ANSWERED,
    FEEDBACK_FORWARDED,
    FEEDBACK_HANDED_OVER,
    FEEDBACK_CLOSED;

    /** The name in message files and metrics, as {@code feedback-received}. */
    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
