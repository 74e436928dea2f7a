package vn.motcua.notification.mailbox;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.motcua.notification.NotificationConfig;
import vn.motcua.platform.sql.Sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How the mailboxes that are set up stand, as the replica that looks into them has written it down; one query for all of a unit. */
@ApplicationScoped
class MailboxStates {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration WEEK = Duration.ofDays(7);

    private static final String OF =
            """
            select b.box, b.read_at, b.failing_since, b.begun_at,
                   count(s.uid) filter (where s.outcome = 'TAKEN' and s.at > ?),
                   count(s.uid) filter (where s.outcome = 'TAKEN'),
                   count(s.uid) filter (where s.outcome in ('UNREADABLE', 'TOO_MANY'))
            from mailbox b left join mail_seen s on s.box = b.box and s.at > ?
            where b.box = any(?) group by b.box
            """;

    private final List<Mailbox> boxes;
    private final int perHour;
    private final AgroalDataSource source;
    private final Clock clock;

    @Inject
    MailboxStates(NotificationConfig config, AgroalDataSource source, Clock clock) {
        this(
                config.mailboxes().orElse(List.of()).stream()
                        .map(each -> Mailbox.of(each, config.demo()))
                        .toList(),
                config.mailboxPerHour(),
                source,
                clock);
    }

    MailboxStates(List<Mailbox> boxes, int perHour, AgroalDataSource source, Clock clock) {
        this.boxes = boxes;
        this.perHour = perHour;
        this.source = source;
        this.clock = clock;
    }

    /** What is written of one. */
    private record Looked(Instant answered, Instant failing, Instant letter, int hour, int week, int left) {
        private static final Looked NEVER = new Looked(null, null, null, 0, 0, 0);

        private MailboxView.State state(int perHour) {
            if (failing != null) {
                return MailboxView.State.FAILING;
            }
            if (answered == null) {
                return MailboxView.State.NEW;
            }
            return hour >= perHour ? MailboxView.State.FULL : MailboxView.State.ANSWERS;
        }
    }

    /** Those of a unit in the order they are set up; empty where it has none. */
    List<MailboxView> of(String unit) {
        List<Mailbox> own =
                boxes.stream().filter(box -> box.unit().equals(unit)).toList();
        Map<String, Looked> looked = own.isEmpty() ? Map.of() : looked(own);
        return own.stream()
                .map(box -> view(box, looked.getOrDefault(box.key(), Looked.NEVER)))
                .toList();
    }

    private Map<String, Looked> looked(List<Mailbox> own) {
        Instant now = clock.instant();
        Map<String, Looked> found = new HashMap<>();
        Sql.query(
                source,
                OF,
                row -> found.put(row.getString(1), read(row)),
                now.minus(HOUR),
                now.minus(WEEK),
                own.stream().map(Mailbox::key).toArray(String[]::new));
        return found;
    }

    private MailboxView view(Mailbox box, Looked looked) {
        return new MailboxView(
                box.unit(),
                box.address(),
                looked.state(perHour),
                looked.answered,
                looked.failing,
                looked.letter,
                box.since(),
                looked.hour,
                perHour,
                looked.week,
                looked.left);
    }

    private static Looked read(ResultSet row) throws SQLException {
        return new Looked(
                instant(row, 2), instant(row, 3), instant(row, 4), row.getInt(5), row.getInt(6), row.getInt(7));
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
