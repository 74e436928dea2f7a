package vn.motcua.notification.feedback;

import static vn.motcua.notification.feedback.FeedbackAction.APPROVE;
import static vn.motcua.notification.feedback.FeedbackAction.ASK;
import static vn.motcua.notification.feedback.FeedbackAction.CONFIRM;
import static vn.motcua.notification.feedback.FeedbackAction.FORWARD;
import static vn.motcua.notification.feedback.FeedbackAction.HAND_OVER;
import static vn.motcua.notification.feedback.FeedbackAction.REJECT;

import vn.motcua.notification.message.FeedbackFact;

import java.util.List;
import java.util.Optional;

/**
 * Which act of a feedback is a fact that its person is told. A list of rows and nothing else; every other act is silent, and a test names
 * each of them.
 */
final class ToldOf {

    // spotless:off
    private static final List<Row> ROWS = List.of(
            //  act                leads to                    is told as
            row(Acts.BEGUN,        FeedbackState.RECEIVED,     FeedbackFact.RECEIVED),
            row(CONFIRM.name(),    FeedbackState.RECEIVED,     FeedbackFact.RECEIVED),
            row(ASK.name(),        FeedbackState.ASKED,        FeedbackFact.ASKED_BACK),
            row(APPROVE.name(),    FeedbackState.ANSWERED,     FeedbackFact.ANSWERED),
            row(FORWARD.name(),    FeedbackState.FORWARDED,    FeedbackFact.FORWARDED),
            row(HAND_OVER.name(),  FeedbackState.HANDED_OVER,  FeedbackFact.HANDED_OVER),
            row(REJECT.name(),     FeedbackState.REJECTED,     FeedbackFact.CLOSED));
    // spotless:on

    /** One row. */
    record Row(String act, FeedbackState to, FeedbackFact fact) {}

    private ToldOf() {}

    static List<Row> rows() {
        return ROWS;
    }

    /** Empty for an act the person is not told of. */
    static Optional<FeedbackFact> find(String act, FeedbackState to) {
        return ROWS.stream()
                .filter(row -> row.act.equals(act) && row.to == to)
                .map(Row::fact)
                .findFirst();
    }

    private static Row row(String act, FeedbackState to, FeedbackFact fact) {
        return new Row(act, to, fact);
    }
}
