package vn.motcua.notification.feedback;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.motcua.notification.KeyParts;
import vn.motcua.platform.paging.Cursor;
import vn.motcua.platform.paging.Page;
import vn.motcua.platform.sql.Sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The feedbacks; methods join the caller's transaction. */
@ApplicationScoped
class Feedbacks {
    private static final String COLUMNS = "id, code, category, channel, text, unit, dossier_ref, dossier_id, contact,"
            + " state, sequence, received_at, submission";

    @Inject
    AgroalDataSource source;

    /** @return false if this form was sent already */
    boolean add(Feedback f) {
        return Sql.update(
                        source,
                        "insert into feedback (" + COLUMNS
                                + ") values (?,?,?,?,?,?,?,?,?,?,?,?,?) on conflict (submission) do nothing",
                        f.id(),
                        f.code(),
                        f.category().name(),
                        f.channel().name(),
                        f.text(),
                        f.unit(),
                        f.dossierRef(),
                        f.dossierId(),
                        f.contact(),
                        f.state().name(),
                        f.sequence(),
                        f.receivedAt(),
                        f.submission())
                == 1;
    }

    Optional<Feedback> byCode(String code) {
        return AcknowledgementCode.looksLike(code)
                ? all("select " + COLUMNS + " from feedback where code = ?", code).stream()
                        .findFirst()
                : Optional.empty();
    }

    Optional<Feedback> bySubmission(String submission) {
        return all("select " + COLUMNS + " from feedback where submission = ?", submission).stream()
                .findFirst();
    }

    /** Feedbacks about units, newest first. */
    Page<Feedback> about(String[] units, String unit, String after, int limit) {
        String[] key = Cursor.decode(after, 2);
        String sql = "select " + COLUMNS + " from feedback where unit = any(?) and (?::text is null or unit = ?)"
                + (key == null ? "" : " and (received_at, id) < (?, ?)")
                + " order by received_at desc, id desc limit ?";
        List<Feedback> found = key == null
                ? all(sql, units, unit, unit, limit + 1)
                : all(sql, units, unit, unit, KeyParts.instant(key[0]), KeyParts.id(key[1]), limit + 1);
        return Page.of(
                found,
                limit,
                last -> Cursor.encode(last.receivedAt().toString(), last.id().toString()));
    }

    private List<Feedback> all(String sql, Object... args) {
        return Sql.query(source, sql, Feedbacks::read, args);
    }

    private static Feedback read(ResultSet row) throws SQLException {
        return new Feedback(
                row.getObject(1, UUID.class),
                row.getString(2),
                Category.valueOf(row.getString(3)),
                FeedbackChannel.valueOf(row.getString(4)),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getObject(8, UUID.class),
                row.getBytes(9),
                FeedbackState.valueOf(row.getString(10)),
                row.getLong(11),
                row.getObject(12, OffsetDateTime.class).toInstant(),
                row.getString(13));
    }
}
