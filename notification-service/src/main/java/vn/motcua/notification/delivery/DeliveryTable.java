package vn.motcua.notification.delivery;

import static vn.motcua.notification.delivery.DeliveryState.*;
import static vn.motcua.notification.delivery.DeliveryTable.Then.*;
import static vn.motcua.notification.delivery.Turn.*;

import java.util.List;
import java.util.Optional;

/**
 * How a delivery moves; a list of rows and nothing else. What is not in it does not happen: a repeated receipt, an answer after the
 * receipt and a second hand-over find no row.
 */
public final class DeliveryTable {

    /** Whether the message takes its next way. */
    enum Then {
        STAY,
        NEXT_WAY
    }

    // spotless:off
    private static final List<Row> ROWS = List.of(
            //  from         what happens     to            then
            row(WAITING,     BEGIN,           SENDING,      STAY),
            row(WAITING,     TOO_LATE,        EXPIRED,      STAY),
            row(WAITING,     PATIENCE_OVER,   GIVEN_UP,     NEXT_WAY),  // nothing is on the wire
            row(WAITING,     NOT_TO_BE_SENT,  SUPPRESSED,   NEXT_WAY),
            row(SENDING,     BEGIN,           SENDING,      STAY),      // a second provider, after the first took nothing
            row(SENDING,     ACCEPTED,        HANDED_OVER,  STAY),
            row(SENDING,     TRY_LATER,       WAITING,      STAY),
            row(SENDING,     REFUSED,         FAILED,       NEXT_WAY),
            row(SENDING,     ANSWER_LOST,     UNKNOWN,      STAY),
            row(HANDED_OVER, ARRIVED,         DELIVERED,    STAY),
            row(HANDED_OVER, DID_NOT_ARRIVE,  FAILED,       NEXT_WAY),
            row(UNKNOWN,     ACCEPTED,        HANDED_OVER,  STAY),      // an answer later than the lease
            row(UNKNOWN,     REFUSED,         FAILED,       NEXT_WAY),
            row(UNKNOWN,     ARRIVED,         DELIVERED,    STAY),
            row(UNKNOWN,     DID_NOT_ARRIVE,  FAILED,       NEXT_WAY),
            row(UNKNOWN,     WINDOW_PASSED,   GIVEN_UP,     NEXT_WAY),
            row(GIVEN_UP,    ACCEPTED,        HANDED_OVER,  STAY),      // the truth is written; the next way is under way
            row(GIVEN_UP,    ARRIVED,         DELIVERED,    STAY),
            row(GIVEN_UP,    DID_NOT_ARRIVE,  FAILED,       STAY));
    // spotless:on

    /** One row. */
    record Row(DeliveryState from, Turn turn, DeliveryState to, Then then) {}

    private DeliveryTable() {}

    static List<Row> rows() {
        return ROWS;
    }

    /** What comes of it; empty where it does not happen to a delivery that stands there. */
    static Optional<Row> find(DeliveryState from, Turn turn) {
        return ROWS.stream().filter(row -> row.from == from && row.turn == turn).findFirst();
    }

    private static Row row(DeliveryState from, Turn turn, DeliveryState to, Then then) {
        return new Row(from, turn, to, then);
    }
}
