package vn.motcua.notification.feedback;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.motcua.notification.delivery.ChannelKind;
import vn.motcua.notification.delivery.FeedbackWishes;
import vn.motcua.notification.person.ContactSeal;
import vn.motcua.platform.sql.Sql;

import java.util.Optional;
import java.util.UUID;

/** How a person wants to be told, beside the sealed contact it goes to; methods join the caller's transaction. */
@ApplicationScoped
class PersonsWish implements FeedbackWishes {
    @Inject
    AgroalDataSource source;

    @Inject
    ContactSeal seal;

    @Override
    public Optional<Wish> of(UUID feedback) {
        return Sql.query(
                        source,
                        "select code, told_by, contact from feedback where id = ?",
                        row -> new Wish(
                                row.getString(1),
                                ToldBy.valueOf(row.getString(2)).way(),
                                ToldBy.address(row.getBytes(3) == null ? null : seal.open(row.getBytes(3)))),
                        feedback)
                .stream()
                .findFirst();
    }

    @Override
    public void set(UUID feedback, ChannelKind by) {
        set(feedback, ToldBy.of(by));
    }

    /** In every unit that has, or had, the feedback: a link of before it went on counts as well. */
    void set(UUID feedback, ToldBy by) {
        Sql.update(
                source,
                "update feedback set told_by = ? where code = (select code from feedback where id = ?)",
                by.name(),
                feedback);
    }

    /** Another contact, as it was read back to a caller. */
    void amend(UUID feedback, String contact, ToldBy by) {
        Sql.update(
                source,
                "update feedback set contact = ?, told_by = ? where id = ?",
                contact == null ? null : seal.seal(contact),
                by.name(),
                feedback);
    }
}
