package vn.motcua.notification.delivery;

import java.util.Optional;
import java.util.UUID;

/** How those who gave a feedback want to be told of it. Looked up at each sending; the contact is kept with the feedback alone. */
public interface FeedbackWishes {

    /**
     * What is wanted now.
     *
     * @param code the acknowledgement
     * @param by null where the page of the code is enough
     * @param to {@link Address#NONE} where no contact was left or it serves no way
     */
    record Wish(String code, ChannelKind by, Address to) {

        /** The one way that the contact serves; null where it serves none. */
        public ChannelKind possible() {
            return to.phone() != null ? ChannelKind.SMS : to.email() != null ? ChannelKind.EMAIL : null;
        }

        /** Nothing of it belongs into a log. */
        @Override
        public String toString() {
            return "Wish[" + by + "]";
        }
    }

    /** Empty for a feedback that is not there. */
    Optional<Wish> of(UUID feedback);

    /**
     * Changes it, in the caller's transaction.
     *
     * @param by null for the page alone
     */
    void set(UUID feedback, ChannelKind by);
}
