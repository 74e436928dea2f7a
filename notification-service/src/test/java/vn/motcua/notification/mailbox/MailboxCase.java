package vn.motcua.notification.mailbox;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import vn.motcua.devstack.MovableClock;
import vn.motcua.notification.feedback.TakeLetter;
import vn.motcua.notification.support.Service;
import vn.motcua.platform.sql.Sql;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A unit's mailbox on a real IMAP server, and what became of its letters. */
abstract class MailboxCase {
    static final String UNIT = "14-03712-20250701";
    static final String ADDRESS = "gopy@muongsai.example";

    @Inject
    AgroalDataSource source;

    @Inject
    SeenLetters seen;

    @Inject
    TakeLetter take;

    final MovableClock clock = new MovableClock();
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    Post post;
    Mailbox box;
    String sender;
    String authserv;
    int perHour = 60;

    @BeforeEach
    void begin() {
        Service.ready();
        clock.setLegal("2026-11-23T10:00");
        sender = "vui-" + UUID.randomUUID() + "@example.vn";
        post = new Post(sender);
        box = box(post.port(), Instant.EPOCH);
    }

    @AfterEach
    void end() {
        post.close();
    }

    Mailbox box(int port, Instant since) {
        return new Mailbox(
                UNIT, "localhost", port, post.login(), "secret", ADDRESS, authserv, Mailbox.Tls.NONE, "INBOX", since);
    }

    ReadMailbox reader() {
        return reader(take);
    }

    ReadMailbox reader(TakeLetter taking) {
        return reader(taking, ReadLetter::of);
    }

    ReadMailbox reader(TakeLetter taking, ReadMailbox.Reading reading) {
        return new ReadMailbox(
                seen,
                taking,
                clock,
                meters,
                List.of("Một Cửa <motcua@muongsai.example>"),
                reading,
                new ReadMailbox.Limits(perHour, true));
    }

    MailboxRound round() {
        return new MailboxRound(List.of(box), Duration.ofMinutes(1), reader(), seen, clock, meters);
    }

    record Kept(UUID id, String channel, String state, String toldBy, boolean contact) {}

    /** What became of the letters of this mailbox, in their order. */
    List<String> outcomes() {
        return Sql.query(
                source,
                "select outcome from mail_seen where box = ? order by uid_validity, uid",
                row -> row.getString(1),
                box.key());
    }

    List<Kept> kept() {
        return Sql.query(
                source,
                "select f.id, f.channel, f.state, f.told_by, f.contact is not null from mail_seen s join feedback f"
                        + " on f.id = s.feedback_id where s.box = ? order by s.uid_validity, s.uid",
                row -> new Kept(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getBoolean(5)),
                box.key());
    }

    String said(UUID feedback) {
        return Service.as("director", UNIT)
                .get("/api/notification/hotline/feedback/" + feedback)
                .asString();
    }

    /** The letters of this mailbox of which officers were told that they stay there. */
    List<Long> left() {
        return Sql.query(
                source,
                "select letter from feedback_notice where kind = 'LETTER_LEFT' and unit = ? and about like ?",
                row -> row.getLong(1),
                UNIT,
                box.key() + "%");
    }
}
