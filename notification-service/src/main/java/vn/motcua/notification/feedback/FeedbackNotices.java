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

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/** What officers are told of feedback, newest first; each once. */
@ApplicationScoped
class FeedbackNotices {
    /** Reception and director of the unit. */
    private static final String UNIT = "";

    private static final String ADD =
            """
            insert into feedback_notice (feedback_id, kind, clock, about, unit, subject, at) values (?,?,?,?,?,?,?)
            on conflict do nothing
            """;
    private static final String OF =
            """
            select n.seq, n.feedback_id, n.kind, n.clock, n.unit, n.at, f.number, n.letter from feedback_notice n
            left join feedback f on f.id = n.feedback_id
            where n.unit = any(?) and (n.subject = ? or (n.subject = '' and ?)) and n.seq < ? order by n.seq desc limit ?
            """;

    @Inject
    AgroalDataSource source;

    /** Why an officer is told. */
    enum Kind {
        NEW,
        /** It left for another body before anybody had screened it. */
        FORWARDED,
        /** The unit to which it was forwarded sent it back. */
        RETURNED,
        ASSIGNED,
        REPLIED,
        PROPOSED,
        SENT_BACK,
        DUE_SOON,
        OVERDUE,
        /** A letter in the unit's mailbox could not be taken: somebody has to look there. */
        LETTER_LEFT
    }

    /**
     * One notice.
     *
     * @param feedbackId null for a letter that was not taken
     * @param number of the feedback in its unit; null for a call not confirmed
     * @param clock the limit it is about
     * @param at when it was told; of a letter, when it came
     * @param letter its number in the mailbox; null for a feedback
     */
    @Schema(name = "FeedbackNotice")
    record Notice(
            long seq,
            UUID feedbackId,
            String number,
            Kind kind,
            FeedbackState.Clock clock,
            String unit,
            Instant at,
            Long letter) {}

    /** What an act brings to others. */
    void act(Feedback f, Kind kind, Instant at) {
        boolean toHandler = kind == Kind.ASSIGNED || kind == Kind.REPLIED || kind == Kind.SENT_BACK;
        add(f, kind, Long.toString(f.revision()), toHandler ? f.handler().subject() : UNIT, at);
    }

    /** A limit, once for each end it has: to who has it, and what is over to reception and director too. */
    void limit(Feedback f, Kind kind, Instant at) {
        FeedbackState.Clock clock = f.state().clock();
        String about = clock + "@" + f.dueAt();
        boolean answering = clock == FeedbackState.Clock.RESOLVE || clock == FeedbackState.Clock.PAUSED;
        boolean handlers = answering && f.handler() != null;
        if (handlers) {
            add(f, kind, about, f.handler().subject(), at);
        }
        if (!handlers || kind == Kind.OVERDUE) {
            add(f, kind, about, UNIT, at);
        }
    }

    /** A letter that stays in the mailbox, to reception and director of the unit, once. @param about what it is told of once */
    void letterLeft(String unit, String about, long letter, Instant came) {
        Sql.update(
                source,
                "insert into feedback_notice (letter, kind, clock, about, unit, subject, at) values (?,?,?,?,?,?,?)"
                        + " on conflict do nothing",
                letter,
                Kind.LETTER_LEFT.name(),
                FeedbackState.Clock.NONE.name(),
                about,
                unit,
                UNIT,
                came.truncatedTo(ChronoUnit.MICROS));
    }

    /** Of the caller: their own, and those of their units for reception and director. */
    Page<Notice> of(Caller caller, String after, int limit) {
        String[] key = Cursor.decode(after, 1);
        List<Notice> found = Sql.query(
                source,
                OF,
                row -> new Notice(
                        row.getLong("seq"),
                        row.getObject("feedback_id", UUID.class),
                        row.getString("number"),
                        Kind.valueOf(row.getString("kind")),
                        FeedbackState.Clock.valueOf(row.getString("clock")),
                        row.getString("unit"),
                        Feedbacks.instant(row, "at"),
                        row.getObject("letter", Long.class)),
                caller.units().toArray(String[]::new),
                caller.subject(),
                caller.has("reception") || caller.has("director"),
                key == null ? Long.MAX_VALUE : KeyParts.number(key[0]),
                limit + 1);
        return Page.of(found, limit, last -> Cursor.encode(Long.toString(last.seq())));
    }

    private void add(Feedback f, Kind kind, String about, String subject, Instant at) {
        Sql.update(
                source,
                ADD,
                f.id(),
                kind.name(),
                f.state().clock().name(),
                about,
                f.facts().unit(),
                subject,
                at.truncatedTo(ChronoUnit.MICROS));
    }
}
