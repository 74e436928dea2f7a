package vn.motcua.notification.feedback;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.motcua.notification.feedback.Feedback.About;
import vn.motcua.notification.feedback.Feedback.Facts;
import vn.motcua.notification.feedback.Feedback.Limits;
import vn.motcua.notification.feedback.Feedback.Officer;
import vn.motcua.notification.feedback.Feedback.Outcome;
import vn.motcua.platform.sql.Sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The feedbacks; methods join the caller's transaction. */
@ApplicationScoped
class Feedbacks {
    static final String COLUMNS =
            """
            f.id, f.code, f.number, f.category, f.channel, f.unit, f.dossier_ref, f.dossier_id, f.place, f.about_counter, f.director_screens,
            f.contact is null anonymous, f.language, f.received_at, f.submission, f.state, f.handler_subject, f.handler_name,
            f.handler_title, f.screen_due, f.ask_due, f.resolve_due, f.publish_due, f.paused_since, f.waited_days, f.answered_at, f.answer_days,
            f.answered_in_time, f.published_at, f.rating, f.sequence, f.revision
            """;

    private static final String NEWEST_OF_CODE = "where f.code = ? order by f.forwards desc limit 1";

    private static final String ADD =
            """
            insert into feedback (id, code, number, category, channel, sealed, unit, dossier_ref, dossier_id, contact, place,
                about_counter, director_screens, language, state, sequence, revision, received_at, submission, screen_due, ask_due,
                resolve_due, due_at)
            values (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?) on conflict (submission) do nothing
            """;

    private static final String ADD_FORWARDED =
            """
            insert into feedback (id, code, forwards, number, category, channel, sealed, unit, dossier_ref, dossier_id, contact, place,
                about_counter, director_screens, language, state, sequence, revision, received_at, screen_due, ask_due, resolve_due,
                due_at, told_by)
            select ?, code, forwards + 1, ?, category, channel, sealed, ?, dossier_ref, dossier_id, contact, place,
                about_counter, ?, language, ?, ?, ?, ?, ?, ?, ?, ?, told_by from feedback where id = ?
            """;

    private static final String CHANGE =
            """
            update feedback set number = ?, category = ?, dossier_id = ?, about_counter = ?, director_screens = ?, received_at = ?, state = ?,
                handler_subject = ?, handler_name = ?, handler_title = ?, screen_due = ?, ask_due = ?, resolve_due = ?,
                publish_due = ?, paused_since = ?, waited_days = ?, due_at = ?, answered_at = ?, answer_days = ?, answered_in_time = ?,
                published_at = ?, rating = ?, sequence = ?, revision = ?
            where id = ? and revision = ?
            """;

    @Inject
    AgroalDataSource source;

    /**
     * Adds one with what was said, sealed.
     *
     * @return false if this form was sent already
     */
    boolean add(Feedback f, byte[] text, byte[] contact) {
        Facts facts = f.facts();
        return Sql.update(
                        source,
                        ADD,
                        f.id(),
                        f.code(),
                        facts.number(),
                        facts.category().name(),
                        facts.channel().name(),
                        text,
                        facts.unit(),
                        facts.about().dossierRef(),
                        facts.about().dossierId(),
                        contact,
                        name(facts.about().place()),
                        facts.about().counter(),
                        facts.about().directorScreens(),
                        facts.language(),
                        f.state().name(),
                        f.sequence(),
                        f.revision(),
                        facts.receivedAt(),
                        facts.submission(),
                        f.limits().screen(),
                        f.limits().ask(),
                        f.limits().resolve(),
                        f.dueAt())
                == 1;
    }

    /** Adds the record of the unit to which one went on: the same code, and what was said and how to reach the person, as they are sealed. */
    void addForwarded(Feedback from, Feedback f) {
        Sql.update(
                source,
                ADD_FORWARDED,
                f.id(),
                f.facts().number(),
                f.facts().unit(),
                f.facts().about().directorScreens(),
                f.state().name(),
                f.sequence(),
                f.revision(),
                f.facts().receivedAt(),
                f.limits().screen(),
                f.limits().ask(),
                f.limits().resolve(),
                f.dueAt(),
                from.id());
    }

    /** Whether this unit has, or had, the feedback with this code. */
    boolean had(String code, String unit) {
        return !Sql.query(
                        source, "select 1 from feedback where code = ? and unit = ?", row -> row.getInt(1), code, unit)
                .isEmpty();
    }

    /** All records under a code: of the unit that got it first, and of each to which it went on. */
    List<Feedback> underCode(String code) {
        return Sql.query(
                source,
                "select " + COLUMNS + " from feedback f where f.code = ? order by f.forwards",
                Feedbacks::read,
                code);
    }

    /** Keeps what an act made of it. */
    void change(Feedback before, Feedback f) {
        Officer handler = f.handler() == null ? new Officer(null, null, null) : f.handler();
        int changed = Sql.update(
                source,
                CHANGE,
                f.facts().number(),
                f.facts().category().name(),
                f.facts().about().dossierId(),
                f.facts().about().counter(),
                f.facts().about().directorScreens(),
                f.facts().receivedAt(),
                f.state().name(),
                handler.subject(),
                handler.name(),
                handler.title(),
                f.limits().screen(),
                f.limits().ask(),
                f.limits().resolve(),
                f.limits().publish(),
                f.limits().pausedSince(),
                f.limits().waitedDays(),
                f.dueAt(),
                f.outcome().answeredAt(),
                f.outcome().answerDays(),
                f.outcome().inTime(),
                f.outcome().publishedAt(),
                f.outcome().rating(),
                f.sequence(),
                f.revision(),
                f.id(),
                before.revision());
        if (changed != 1) {
            throw new IllegalStateException("feedback " + f.id() + " changed under its lock");
        }
    }

    /** The text as it was read back and corrected. */
    void amend(UUID id, byte[] text) {
        Sql.update(source, "update feedback set sealed = ? where id = ?", text, id);
    }

    /** The record of the unit that has it now. */
    Optional<Feedback> byCode(String code) {
        return AcknowledgementCode.looksLike(code) ? one(NEWEST_OF_CODE, code) : Optional.empty();
    }

    Optional<Feedback> lockedByCode(String code) {
        return AcknowledgementCode.looksLike(code) ? one(NEWEST_OF_CODE + " for update", code) : Optional.empty();
    }

    Optional<Feedback> find(UUID id) {
        return one("where f.id = ?", id);
    }

    Optional<Feedback> locked(UUID id) {
        return one("where f.id = ? for update", id);
    }

    Optional<Feedback> bySubmission(String submission) {
        return one("where f.submission = ?", submission);
    }

    private Optional<Feedback> one(String where, Object key) {
        return Sql.query(source, "select " + COLUMNS + " from feedback f " + where, Feedbacks::read, key).stream()
                .findFirst();
    }

    static Feedback read(ResultSet row) throws SQLException {
        String place = row.getString("place");
        About about = new About(
                row.getString("dossier_ref"),
                row.getObject("dossier_id", UUID.class),
                place == null ? null : Place.valueOf(place),
                row.getBoolean("about_counter"),
                row.getBoolean("director_screens"));
        Facts facts = new Facts(
                row.getString("number"),
                Category.valueOf(row.getString("category")),
                FeedbackChannel.valueOf(row.getString("channel")),
                row.getString("unit"),
                about,
                row.getBoolean("anonymous"),
                row.getString("language"),
                instant(row, "received_at"),
                row.getString("submission"));
        String handler = row.getString("handler_subject");
        return new Feedback(
                row.getObject("id", UUID.class),
                row.getString("code"),
                facts,
                FeedbackState.valueOf(row.getString("state")),
                handler == null
                        ? null
                        : new Officer(handler, row.getString("handler_name"), row.getString("handler_title")),
                new Limits(
                        instant(row, "screen_due"),
                        instant(row, "ask_due"),
                        instant(row, "resolve_due"),
                        instant(row, "publish_due"),
                        instant(row, "paused_since"),
                        row.getInt("waited_days")),
                new Outcome(
                        instant(row, "answered_at"),
                        row.getObject("answer_days", Integer.class),
                        row.getObject("answered_in_time", Boolean.class),
                        instant(row, "published_at"),
                        row.getObject("rating", Integer.class)),
                row.getLong("sequence"),
                row.getLong("revision"));
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static String name(Enum<?> constant) {
        return constant == null ? null : constant.name();
    }
}
