package vn.motcua.notification.feedback;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.motcua.notification.KeyParts;
import vn.motcua.platform.identity.Caller;
import vn.motcua.platform.paging.Cursor;
import vn.motcua.platform.paging.Page;
import vn.motcua.platform.sql.Sql;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/** Who read what a person said and how to reach them (Law 91/2025/QH15); the same officer and thing once in ten minutes. */
@ApplicationScoped
class FeedbackReadings {
    private static final Duration AGAIN = Duration.ofMinutes(10);
    private static final String NOTE =
            """
            insert into feedback_reading (at, subject, name, title, unit, what, about) select ?,?,?,?,?,?,?
            where not exists (select 1 from feedback_reading where about = ? and subject = ? and what = ? and at > ?)
            """;

    @Inject
    AgroalDataSource source;

    @Inject
    Caller caller;

    @Inject
    Clock clock;

    /** What was read. */
    enum What {
        FEEDBACK,
        FILE,
        HAND_OVER
    }

    /**
     * One reading; it names the officer and the thing, never the person.
     *
     * @param about the feedback, its file or the record
     */
    @Schema(name = "FeedbackReading")
    record Reading(
            long id, Instant at, String subject, String name, String title, String unit, What what, UUID about) {}

    void note(What what, String unit, UUID about) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Sql.update(
                source,
                NOTE,
                now,
                caller.subject(),
                caller.name(),
                caller.title(),
                unit,
                what.name(),
                about,
                about,
                caller.subject(),
                what.name(),
                now.minus(AGAIN));
    }

    /** Of the caller's units, newest first. */
    Page<Reading> page(String after, int limit) {
        String[] key = Cursor.decode(after, 1);
        List<Reading> found = Sql.query(
                source,
                "select id, at, subject, name, title, unit, what, about from feedback_reading where unit = any(?) and id < ?"
                        + " order by id desc limit ?",
                row -> new Reading(
                        row.getLong("id"),
                        Feedbacks.instant(row, "at"),
                        row.getString("subject"),
                        row.getString("name"),
                        row.getString("title"),
                        row.getString("unit"),
                        What.valueOf(row.getString("what")),
                        row.getObject("about", UUID.class)),
                caller.units().toArray(String[]::new),
                key == null ? Long.MAX_VALUE : KeyParts.number(key[0]),
                limit + 1);
        return Page.of(found, limit, each -> Cursor.encode(Long.toString(each.id())));
    }
}
