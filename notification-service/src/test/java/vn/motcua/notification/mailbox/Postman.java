package vn.motcua.notification.mailbox;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.mail.MessagingException;
import vn.motcua.notification.feedback.TakeLetter;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Reads a mailbox for tests of other features. */
public final class Postman {
    private Postman() {}

    /** One look into a unit's mailbox at its address, whose login it is. */
    public static void looks(
            AgroalDataSource source, TakeLetter take, Clock clock, String unit, int port, String address)
            throws MessagingException {
        Mailbox box = new Mailbox(
                unit, "localhost", port, address, "secret", address, null, Mailbox.Tls.NONE, "INBOX", Instant.EPOCH);
        new ReadMailbox(
                        new SeenLetters(source),
                        take,
                        clock,
                        new SimpleMeterRegistry(),
                        List.of("Một Cửa <motcua@muongsai.example>"),
                        ReadLetter::of,
                        new ReadMailbox.Limits(60, true))
                .look(box);
    }
}
