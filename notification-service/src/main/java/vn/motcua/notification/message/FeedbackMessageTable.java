package vn.motcua.notification.message;

import static vn.motcua.notification.delivery.ChannelKind.EMAIL;
import static vn.motcua.notification.delivery.ChannelKind.SMS;

import vn.motcua.notification.delivery.ChannelKind;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which message goes out on which fact of a feedback, to whom and by which ways. A list of rows and nothing else; a change of the rows
 * raises {@link #VERSION}, which every message carries. Of the ways of a row the person gets the one they asked for, and no other: the
 * page of the code is what always has it.
 */
final class FeedbackMessageTable {

    /** The version of the rows and of their texts. */
    static final int VERSION = 1;

    // spotless:off
    private static final List<Row> ROWS = List.of(
            //  fact                      to               by                says
            row(FeedbackFact.RECEIVED,    Audience.PERSON, ways(SMS, EMAIL), FeedbackTemplate.FEEDBACK_RECEIVED),
            row(FeedbackFact.ASKED_BACK,  Audience.PERSON, ways(SMS, EMAIL), FeedbackTemplate.FEEDBACK_ASKED),
            row(FeedbackFact.ANSWERED,    Audience.PERSON, ways(SMS, EMAIL), FeedbackTemplate.FEEDBACK_ANSWERED),
            row(FeedbackFact.FORWARDED,   Audience.PERSON, ways(SMS, EMAIL), FeedbackTemplate.FEEDBACK_FORWARDED),
            row(FeedbackFact.HANDED_OVER, Audience.PERSON, ways(SMS, EMAIL), FeedbackTemplate.FEEDBACK_HANDED_OVER),
            row(FeedbackFact.CLOSED,      Audience.PERSON, ways(SMS, EMAIL), FeedbackTemplate.FEEDBACK_CLOSED));
    // spotless:on

    /** One row. */
    record Row(FeedbackFact fact, Audience audience, Set<ChannelKind> ways, FeedbackTemplate template) {}

    private FeedbackMessageTable() {}

    static List<Row> rows() {
        return ROWS;
    }

    /**
     * What is said of a fact.
     *
     * @param by the way the person asked for; null for the page alone, by which nothing is said
     */
    static Optional<Row> find(FeedbackFact fact, ChannelKind by) {
        return ROWS.stream()
                .filter(row -> row.fact == fact && by != null && row.ways.contains(by))
                .findFirst();
    }

    private static Row row(FeedbackFact fact, Audience audience, Set<ChannelKind> ways, FeedbackTemplate template) {
        return new Row(fact, audience, ways, template);
    }

    private static Set<ChannelKind> ways(ChannelKind first, ChannelKind... more) {
        return EnumSet.of(first, more);
    }
}
