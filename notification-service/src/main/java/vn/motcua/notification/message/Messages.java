package vn.motcua.notification.message;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.motcua.notification.KeyParts;
import vn.motcua.notification.delivery.ChannelKind;
import vn.motcua.notification.delivery.Parcel;
import vn.motcua.notification.dossier.Sight;
import vn.motcua.notification.person.ContactSeal;
import vn.motcua.platform.paging.Cursor;
import vn.motcua.platform.paging.Page;
import vn.motcua.platform.sql.Sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

/** The sent messages. Lists are newest first and read by key; methods join the caller's transaction. */
@ApplicationScoped
public class Messages {
    private static final String COLUMNS = "m.id, m.dossier_id, m.sequence, m.audience, m.channel, m.template,"
            + " m.table_version, m.language, m.effective_at, m.sent_at, m.read_at,";
    private static final String NEXT = " and (m.sequence, m.id) < (?, ?) order by m.sequence desc, m.id desc limit ?";

    @Inject
    AgroalDataSource source;

    @Inject
    ContactSeal seal;

    /** Text in both languages and what it belongs to. */
    record Draft(
            UUID id,
            UUID eventId,
            MessageTable.Row row,
            UUID dossierId,
            long sequence,
            String language,
            Rendered vi,
            Rendered en,
            Instant effectiveAt,
            String contact) {}

    /** @return false if the fact was told to this audience by this way already */
    boolean add(Draft m, Instant sentAt) {
        return Sql.update(
                        source,
                        "insert into message (id, event_id, audience, channel, dossier_id, sequence, template,"
                                + " table_version, language, title_vi, body_vi, title_en, body_en, effective_at, sent_at, contact)"
                                + " values (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?) on conflict do nothing",
                        m.id,
                        m.eventId,
                        m.row.audience().name(),
                        ChannelKind.PORTAL.name(),
                        m.dossierId,
                        m.sequence,
                        m.row.template().key(),
                        MessageTable.VERSION,
                        m.language,
                        m.vi.title(),
                        m.vi.body(),
                        m.en.title(),
                        m.en.body(),
                        m.effectiveAt,
                        sentAt,
                        m.contact)
                == 1;
    }

    /** What is said of a feedback, in both languages; its page is the portal. */
    record OfFeedback(
            UUID id, UUID eventId, FeedbackMessageTable.Row row, FeedbackTold told, Rendered vi, Rendered en) {}

    /** @return false if the fact was told already */
    boolean add(OfFeedback m, Instant sentAt) {
        return Sql.update(
                        source,
                        "insert into message (id, event_id, audience, channel, feedback_id, sequence, template,"
                                + " table_version, language, title_vi, body_vi, title_en, body_en, effective_at, sent_at)"
                                + " values (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?) on conflict do nothing",
                        m.id,
                        m.eventId,
                        m.row.audience().name(),
                        ChannelKind.PORTAL.name(),
                        m.told.feedback(),
                        m.told.act(),
                        m.row.template().key(),
                        FeedbackMessageTable.VERSION,
                        m.told.language(),
                        m.vi.title(),
                        m.vi.body(),
                        m.en.title(),
                        m.en.body(),
                        m.told.at(),
                        sentAt)
                == 1;
    }

    /**
     * What a message says on other ways than the portal.
     *
     * @param token what stands at {@link Parcel#TOKEN} in them, sealed until they are sent; null where they have none
     */
    void says(UUID message, String shortText, String letter, String link, String token) {
        Sql.update(
                source,
                "update message set short = ?, letter = ?, link = ?, token = ? where id = ?",
                shortText,
                letter,
                link,
                token == null ? null : seal.seal(token),
                message);
    }

    /** What was sent about a dossier, as far as an officer may see it, each in the language it was sent in. */
    Page<Message> seen(UUID dossier, Sight sight, String after, int limit) {
        String[] key = key(after);
        List<Message> found = Sql.query(
                source,
                "select " + COLUMNS + " case m.language when 'en' then m.title_en else m.title_vi end,"
                        + " case m.language when 'en' then m.body_en else m.body_vi end, m.contact"
                        + " from message m join known_dossier d on d.id = m.dossier_id where m.dossier_id = ? and "
                        + Sight.CONDITION + NEXT,
                Messages::read,
                dossier,
                sight.wholeUnits(),
                sight.units(),
                sight.wholeUnits(),
                sight.department(),
                sight.department(),
                KeyParts.number(key[0]),
                KeyParts.id(key[1]),
                limit + 1);
        return Page.of(found, limit, Messages::cursor);
    }

    /** The person's inbox of a dossier in a language. */
    public Page<Message> inbox(UUID dossier, String language, String after, int limit) {
        String[] key = key(after);
        String suffix = "en".equals(language) ? "en" : "vi";
        List<Message> found = Sql.query(
                source,
                "select " + COLUMNS + " m.title_" + suffix + ", m.body_" + suffix + ", m.contact"
                        + " from message m where m.dossier_id = ? and m.audience = 'PERSON' and m.channel = 'PORTAL'"
                        + NEXT,
                Messages::read,
                dossier,
                KeyParts.number(key[0]),
                KeyParts.id(key[1]),
                limit + 1);
        return Page.of(found, limit, Messages::cursor);
    }

    /** How many messages of the inbox were not shown yet. */
    public int unread(UUID dossier) {
        return Sql.query(
                        source,
                        "select count(*) from message where dossier_id = ? and audience = 'PERSON' and channel = 'PORTAL'"
                                + " and read_at is null",
                        row -> row.getInt(1),
                        dossier)
                .get(0);
    }

    /** Notes that messages were shown to the person; the first time counts. */
    public void read(List<UUID> messages, Instant at) {
        if (!messages.isEmpty()) {
            Sql.update(
                    source,
                    "update message set read_at = ? where id = any(?) and read_at is null",
                    at,
                    messages.toArray(UUID[]::new));
        }
    }

    private static String[] key(String after) {
        String[] key = Cursor.decode(after, 2);
        return key == null ? new String[] {Long.toString(Long.MAX_VALUE), "ffffffff-ffff-ffff-ffff-ffffffffffff"} : key;
    }

    private static String cursor(Message last) {
        return Cursor.encode(Long.toString(last.sequence()), last.id().toString());
    }

    private static Message read(ResultSet row) throws SQLException {
        return new Message(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getLong(3),
                Audience.valueOf(row.getString(4)),
                ChannelKind.valueOf(row.getString(5)),
                row.getString(6),
                row.getInt(7),
                row.getString(8),
                row.getString(12),
                row.getString(13),
                instant(row, 9),
                instant(row, 10),
                instant(row, 11),
                row.getString(14));
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
