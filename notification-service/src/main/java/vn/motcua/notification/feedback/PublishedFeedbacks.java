package vn.motcua.notification.feedback;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.motcua.notification.KeyParts;
import vn.motcua.platform.paging.Cursor;
import vn.motcua.platform.paging.Page;
import vn.motcua.platform.sql.Sql;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The public list: texts without personal data, and how long answers take. */
@ApplicationScoped
class PublishedFeedbacks {
    /** Over how long the median is taken. */
    private static final Duration YEAR = Duration.ofDays(365);

    private static final String PAGE =
            """
            select feedback_id, category, text, answer, received_at, answered_at, answer_days, published_at
            from published_feedback where unit = ? and (published_at, feedback_id) < (?, ?)
            order by published_at desc, feedback_id desc limit ?
            """;
    private static final String MEDIAN =
            """
            select count(*), percentile_cont(0.5) within group (order by answer_days), count(*) filter (where answered_in_time)
            from feedback where unit = ? and answered_at > ?
            """;
    private static final UUID LAST = UUID.fromString("ffffffff-ffff-ffff-ffff-ffffffffffff");

    @Inject
    AgroalDataSource source;

    @Inject
    Clock clock;

    /** One answered feedback as everybody reads it. */
    record Published(
            UUID id,
            Category category,
            String text,
            String answer,
            Instant receivedAt,
            Instant answeredAt,
            int answerDays,
            Instant publishedAt) {}

    /**
     * How a unit answers, over the last 365 days.
     *
     * @param medianDays of working days from the receipt to the answer; null where nothing was answered
     */
    record Answering(long answered, Double medianDays, long inTime) {}

    void add(Feedback f, String text, String answer) {
        Sql.update(
                source,
                "insert into published_feedback (feedback_id, unit, category, text, answer, received_at, answered_at, answer_days,"
                        + " published_at) values (?,?,?,?,?,?,?,?,?)",
                f.id(),
                f.facts().unit(),
                f.facts().category().name(),
                text,
                answer,
                f.facts().receivedAt(),
                f.outcome().answeredAt(),
                f.outcome().answerDays(),
                f.outcome().publishedAt());
    }

    void remove(UUID feedback) {
        Sql.update(source, "delete from published_feedback where feedback_id = ?", feedback);
    }

    /** Newest first. */
    Page<Published> of(String unit, String after, int limit) {
        String[] key = Cursor.decode(after, 2);
        List<Published> found = Sql.query(
                source,
                PAGE,
                row -> new Published(
                        row.getObject("feedback_id", UUID.class),
                        Category.valueOf(row.getString("category")),
                        row.getString("text"),
                        row.getString("answer"),
                        Feedbacks.instant(row, "received_at"),
                        Feedbacks.instant(row, "answered_at"),
                        row.getInt("answer_days"),
                        Feedbacks.instant(row, "published_at")),
                unit,
                key == null ? Instant.parse("9999-01-01T00:00:00Z") : KeyParts.instant(key[0]),
                key == null ? LAST : KeyParts.id(key[1]),
                limit + 1);
        return Page.of(
                found,
                limit,
                last -> Cursor.encode(last.publishedAt().toString(), last.id().toString()));
    }

    Answering answering(String unit) {
        return Sql.query(
                        source,
                        MEDIAN,
                        row -> new Answering(row.getLong(1), row.getObject(2, Double.class), row.getLong(3)),
                        unit,
                        clock.instant().minus(YEAR))
                .get(0);
    }
}
