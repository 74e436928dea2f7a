package vn.motcua.notification.feedback;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.motcua.notification.feedback.ActOnFeedback.Acting;
import vn.motcua.notification.feedback.Acts.Words;
import vn.motcua.platform.problem.ProblemException;
import vn.motcua.platform.problem.Problems;

import java.util.UUID;

/** A picture or a paper that a person gave an officer for what they said on the phone or at the counter. */
@ApplicationScoped
class AttachToFeedback {
    @Inject
    ActOnFeedback acting;

    @Inject
    FeedbackFiles files;

    /**
     * Keeps one file, sealed, as an act of its own that names its position; in the caller's transaction.
     *
     * @param bytes of a JPEG, a PNG or a PDF, told by their content
     * @throws ProblemException 413 for one that is too large, 415 for one that is none of these or cut short, and what {@link
     *     ActOnFeedback#begin} says
     */
    Feedback attach(UUID id, String ifMatch, byte[] bytes) {
        Acting now = acting.begin(id, FeedbackAction.ATTACH, ifMatch);
        if (bytes.length > FileKind.BYTES_MOST) {
            throw new ProblemException(Problems.PAYLOAD_TOO_LARGE);
        }
        FileKind.Checked file =
                FileKind.check(bytes).orElseThrow(() -> new ProblemException(Problems.UNSUPPORTED_MEDIA_TYPE));
        int position = files.add(id, file);
        return acting.finish(
                now,
                now.feedback().to(now.row().to(), now.feedback().limits()),
                null,
                new Words(null, Integer.toString(position)));
    }
}
