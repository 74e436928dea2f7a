package vn.motcua.processing.queue;

import vn.motcua.platform.clock.LegalTime;
import vn.motcua.processing.urgency.Urgency;

import java.time.Instant;

/** Conditions on the due date, bounded on both sides in the order of the index: a case stands at most {@link Urgency#MOST} before it. */
final class Days {
    private Days() {}

    static Condition dueToday(Instant now) {
        Instant end =
                LegalTime.date(now).plusDays(1).atStartOfDay(LegalTime.ZONE).toInstant();
        return Show.running()
                .and("c.urgent_at >= ? and c.urgent_at < ?", now.minus(Urgency.MOST), end)
                .and("c.due >= ? and c.due < ?", now, end);
    }

    static Condition atRisk(Instant now) {
        return Show.running()
                .and("c.urgent_at >= ? and c.urgent_at <= ?", now.minus(Urgency.MOST), now.plus(Urgency.RISK_MOST))
                .and("c.due >= ? and c.risk_at <= ?", now, now);
    }
}
