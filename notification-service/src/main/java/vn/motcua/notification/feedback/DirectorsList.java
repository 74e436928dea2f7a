package vn.motcua.notification.feedback;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.motcua.notification.KeyParts;
import vn.motcua.notification.feedback.FeedbackResource.FeedbackView;
import vn.motcua.notification.person.ContactSeal;
import vn.motcua.platform.identity.Caller;
import vn.motcua.platform.paging.Cursor;
import vn.motcua.platform.paging.Page;
import vn.motcua.platform.sql.Sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Feedback with its texts for the director of a unit, newest first; each line is a reading that is noted. */
@ApplicationScoped
class DirectorsList {
    private static final UUID LAST = UUID.fromString("ffffffff-ffff-ffff-ffff-ffffffffffff");
    private static final String PAGE = "select " + Feedbacks.COLUMNS + ", f.sealed, f.text, f.contact from feedback f"
            + " where f.unit = any(?) and (?::text is null or f.unit = ?) and (f.received_at, f.id) < (?, ?)"
            + " order by f.received_at desc, f.id desc limit ?";

    @Inject
    AgroalDataSource source;

    @Inject
    ContactSeal seal;

    @Inject
    FeedbackReadings readings;

    @Inject
    Caller caller;

    Page<FeedbackView> about(String unit, String after, int limit) {
        String[] key = Cursor.decode(after, 2);
        List<FeedbackView> found = Sql.query(
                source,
                PAGE,
                this::view,
                caller.units().toArray(String[]::new),
                unit,
                unit,
                key == null ? Instant.parse("9999-01-01T00:00:00Z") : KeyParts.instant(key[0]),
                key == null ? LAST : KeyParts.id(key[1]),
                limit + 1);
        Page<FeedbackView> page = Page.of(
                found,
                limit,
                last -> Cursor.encode(
                        last.receivedAt().toString(), last.feedbackId().toString()));
        page.items().forEach(each -> readings.note(FeedbackReadings.What.FEEDBACK, each.unit(), each.feedbackId()));
        return page;
    }

    private FeedbackView view(ResultSet row) throws SQLException {
        Feedback f = Feedbacks.read(row);
        byte[] text = row.getBytes("sealed");
        byte[] contact = row.getBytes("contact");
        return new FeedbackView(
                f.id(),
                f.code(),
                f.facts().category(),
                f.facts().channel(),
                text == null ? row.getString("text") : seal.open(text),
                f.facts().unit(),
                f.facts().about().dossierRef(),
                f.facts().about().dossierId(),
                contact == null ? null : seal.open(contact),
                f.state(),
                f.facts().receivedAt());
    }
}
