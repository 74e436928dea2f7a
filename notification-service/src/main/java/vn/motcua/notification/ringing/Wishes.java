package vn.motcua.notification.ringing;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.motcua.platform.sql.Sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

/** What was said about which messages ring, in its order; methods join the caller's transaction. */
@ApplicationScoped
class Wishes {
    private static final int MOST = 50;

    @Inject
    AgroalDataSource source;

    /** The newest fifty, the newest first. */
    List<Wish> of(UUID dossier) {
        return Sql.query(
                source,
                "select number, sms, email, said_by, asked_by, unit, concat_ws(', ', officer_name, officer_title), at"
                        + " from ringing_wish where dossier_id = ? order by number desc limit ?",
                Wishes::read,
                dossier,
                MOST);
    }

    /** Adds one; the dossier is locked. */
    void add(UUID dossier, Wish wish, String subject, String name, String title) {
        Sql.update(
                source,
                "insert into ringing_wish (dossier_id, number, sms, email, said_by, asked_by, unit, officer, officer_name,"
                        + " officer_title, at) values (?,?,?,?,?,?,?,?,?,?,?)",
                dossier,
                wish.number(),
                wish.sms(),
                wish.email(),
                wish.by().name(),
                wish.askedBy() == null ? null : wish.askedBy().name(),
                wish.unit(),
                subject,
                name,
                title,
                wish.at());
    }

    private static Wish read(ResultSet row) throws SQLException {
        String askedBy = row.getString(5);
        String officer = row.getString(7);
        return new Wish(
                row.getLong(1),
                row.getBoolean(2),
                row.getBoolean(3),
                Wish.By.valueOf(row.getString(4)),
                askedBy == null ? null : Wish.AskedBy.valueOf(askedBy),
                row.getString(6),
                officer.isEmpty() ? null : officer,
                row.getObject(8, OffsetDateTime.class).toInstant());
    }
}
